"""Claiming: which letters go now, what is still wanted of them, and which notices make a new one."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, and_, bindparam, insert, or_, select, tuple_, update

from monitor.claim import Claim, Entry, Ready, Tally
from monitor.store import codec
from monitor.store.letters import Letters
from monitor.store.part import chunks
from monitor.store.queries import Queries
from monitor.store.tables import is_waiting, letters, notices
from rules.model import Case
from rules.notices import LetterKind, Notice

Columns = Row[*tuple[object, ...]]
Judge = Callable[[Notice, Case | None], str | None]

_READ = (
    notices.c.number,
    notices.c.officer,
    notices.c.gathering,
    notices.c.snoozed,
    notices.c.letter,
    notices.c.body,
)
_notice = update(notices).where(notices.c.number == bindparam("at"))
_letter = update(letters).where(letters.c.number == bindparam("at"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A notice as it lies in the outbox, with the case it speaks of."""

    number: int
    letter: int | None
    gathering: tuple[str, str]
    notice: Notice
    case: Case | None

    @property
    def urgency(self) -> tuple[bool, date, int]:
        """Sorts the worst first: the longest overdue, then the soonest due, then those without a day."""
        last_day = None if self.case is None else self.case.last_day
        return last_day is None, last_day or date.max, self.number


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds the claimed letters, and until when."""

    holder: str
    until: datetime


class Claiming(Letters, Queries):
    """The courier's first step, in one transaction: re-check, form, lease."""

    def claim(
        self, moment: datetime, limit: int, holder: str, lease_until: datetime, judge: Judge, today: date
    ) -> tuple[Claim, ...]:
        """At most ``limit`` letters for ``holder``: those whose next attempt is due, then new ones.

        ``judge`` says why a notice is not wanted any more (None: it is); such a notice is superseded with that
        reason, and a letter without notices too. A letter whose last answer was lost is handed out with its
        bytes if any of its notices is wanted. A stage notice waits as long as a case with an earlier or equal
        next look is unread. ``Claim.attempts`` counts the attempts made before.
        """
        lease = Lease(holder, lease_until)
        claims = self._again(moment, limit, judge, lease)
        ripe = self._ripe(moment)
        while len(claims) < limit and (gatherings := self._ripe_gatherings(ripe, limit - len(claims))):
            claims += self._form(self._gathered(gatherings, ripe), moment, judge, lease)
        counted: dict[tuple[str, str, str | None], Tally] = {}
        return tuple([replace(claim, tallies=self._tallies(claim, today, counted)) for claim in claims])

    def _again(self, moment: datetime, limit: int, judge: Judge, lease: Lease) -> list[Claim]:
        due = and_(letters.c.state.in_(("waiting", "uncertain")), letters.c.next_attempt <= moment)
        query = select(letters).where(due).order_by(letters.c.next_attempt, letters.c.number).limit(limit)
        rows = self.connection.execute(query).all()
        inside = self._inside([row.number for row in rows])
        claims: list[Claim] = []
        superseded: list[tuple[int, str]] = []
        reasons: list[tuple[int, str]] = []
        for row in rows:
            mine = inside.get(row.number, [])
            wanted, unwanted = _judged(mine, judge)
            # Bytes that were perhaps delivered speak of all their notices: none of them can be taken out.
            ready = _ready(row) if row.state == "uncertain" else None
            if wanted:
                reasons += [] if ready else unwanted
                claims.append(
                    _claim(row.number, row.key, mine if ready else wanted, row.attempts, row.formed, ready)
                )
            else:
                reasons += unwanted
                superseded.append((row.number, unwanted[0][1] if unwanted else "no notice is left in it"))
        self._supersede(reasons)
        if superseded:
            ended = [{"at": number, "state": "superseded", "reason": reason} for number, reason in superseded]
            self.connection.execute(_letter.values(next_attempt=None), ended)
        if claims:
            leased = {"state": "claimed", "holder": lease.holder, "lease_until": lease.until}
            self.connection.execute(
                _letter, [{"at": claim.number, "kind": claim.kind, **leased} for claim in claims]
            )
        return claims

    def _inside(self, numbers: Sequence[int]) -> Mapping[int, list[Numbered]]:
        """The notices in each letter."""
        found: dict[int, list[Numbered]] = defaultdict(list)
        for portion in chunks(numbers):
            query = select(*_READ).where(notices.c.letter.in_(portion), notices.c.state == "lettered")
            for numbered in self._numbered(self.connection.execute(query).all()):
                found[numbered.letter or 0].append(numbered)
        return found

    def _ripe(self, moment: datetime) -> ColumnElement[bool]:
        """Notices whose moment has come; stages only of moments before any look that is still to be done."""
        come = and_(is_waiting, notices.c.not_before <= moment)
        look = self.earliest_look()
        return (
            come if look is None else and_(come, or_(notices.c.kind != "stage", notices.c.not_before < look))
        )

    def _ripe_gatherings(self, ripe: ColumnElement[bool], limit: int) -> list[tuple[str, str]]:
        """Officer and gathering of the notices that have waited longest, at most ``limit``."""
        query = select(notices.c.officer, notices.c.gathering).where(ripe)
        first = query.order_by(notices.c.not_before, notices.c.number).limit(limit)
        return list(dict.fromkeys((row.officer, row.gathering) for row in self.connection.execute(first)))

    def _gathered(self, wanted: list[tuple[str, str]], ripe: ColumnElement[bool]) -> list[list[Numbered]]:
        """All ripe notices of these gatherings, in their order."""
        found: dict[tuple[str, str], list[Numbered]] = {pair: [] for pair in wanted}
        for portion in chunks(wanted):
            query = select(*_READ).where(ripe, tuple_(notices.c.officer, notices.c.gathering).in_(portion))
            for numbered in self._numbered(self.connection.execute(query).all()):
                found[numbered.gathering].append(numbered)
        return list(found.values())

    def _numbered(self, rows: Iterable[Columns]) -> list[Numbered]:
        decoded = [(row, codec.notice_of(row.body, row.snoozed)) for row in rows]
        known = self.cases_by_key([notice.case for _, notice in decoded if notice.case is not None])
        numbered = [
            Numbered(
                row.number,
                row.letter,
                (row.officer, row.gathering),
                notice,
                None if notice.case is None else known.get(notice.case),
            )
            for row, notice in decoded
        ]
        return sorted(numbered, key=lambda each: each.urgency)

    def _form(
        self, gathered: Iterable[list[Numbered]], moment: datetime, judge: Judge, lease: Lease
    ) -> list[Claim]:
        """New letters: one of each gathering of which anything is wanted."""
        kept: list[list[Numbered]] = []
        for gathering in gathered:
            wanted, unwanted = _judged(gathering, judge)
            self._supersede(unwanted)
            if wanted:
                kept.append(wanted)
        if not kept:
            return []
        taken = self._taken([_first_key(wanted) for wanted in kept])
        claims = []
        for wanted in kept:
            number, key = min(numbered.number for numbered in wanted), _first_key(wanted)
            claims.append(_claim(number, f"{key}/{number}" if key in taken else key, wanted, 0, moment, None))
        self.connection.execute(insert(letters), [_row(claim, lease) for claim in claims])
        into = [
            {"at": numbered.number, "state": "lettered", "letter": claim.number}
            for claim, wanted in zip(claims, kept, strict=True)
            for numbered in wanted
        ]
        self.connection.execute(_notice, into)
        return claims

    def _taken(self, keys: list[str]) -> set[str]:
        """Those keys that an earlier letter has: a notice that came back must not lend its name to two letters."""
        taken: set[str] = set()
        for portion in chunks(keys):
            taken.update(
                self.connection.execute(select(letters.c.key).where(letters.c.key.in_(portion))).scalars()
            )
        return taken

    def _supersede(self, reasons: Sequence[tuple[int, str]]) -> None:
        if reasons:
            ended = [{"at": number, "state": "superseded", "reason": reason} for number, reason in reasons]
            self.connection.execute(_notice, ended)

    def _tallies(
        self, claim: Claim, today: date, counted: dict[tuple[str, str, str | None], Tally]
    ) -> tuple[tuple[str, Tally], ...]:
        """How the collectives stand that the monitoring office hears of in this letter."""
        found: dict[str, Tally] = {}
        for entry in claim.entries:
            if entry.case is None or entry.notice.role != "watch" or not entry.case.brief.collective:
                continue
            brief = entry.case.brief
            of = (brief.instrument, brief.obligation, brief.period)
            if of not in counted:
                counted[of] = self.tally(*of, today)
            period = "" if brief.period is None else f"#{brief.period}"
            found[f"{brief.instrument}/{brief.obligation}{period}"] = counted[of]
        return tuple(found.items())


def _judged(gathering: list[Numbered], judge: Judge) -> tuple[list[Numbered], list[tuple[int, str]]]:
    wanted: list[Numbered] = []
    unwanted: list[tuple[int, str]] = []
    for numbered in gathering:
        reason = judge(numbered.notice, numbered.case)
        if reason is None:
            wanted.append(numbered)
        else:
            unwanted.append((numbered.number, reason))
    return wanted, unwanted


def _kind(entries: Sequence[Numbered]) -> LetterKind:
    kind = entries[0].notice.kind
    return "bundle" if kind == "stage" and len(entries) > 1 else kind


def _first_key(wanted: Sequence[Numbered]) -> str:
    worst = wanted[0].notice
    return f"{worst.kind}/{worst.officer}/{worst.key}"


def _claim(
    number: int, key: str, inside: Sequence[Numbered], attempts: int, formed: datetime, ready: Ready | None
) -> Claim:
    return Claim(
        number=number,
        key=key,
        kind=_kind(inside),
        officer=inside[0].notice.officer,
        entries=tuple([Entry(numbered.notice, numbered.case) for numbered in inside]),
        attempts=attempts,
        formed=formed,
        ready=ready,
    )


def _row(claim: Claim, lease: Lease) -> dict[str, object]:
    return {
        "number": claim.number,
        "key": claim.key,
        "kind": claim.kind,
        "officer": claim.officer,
        "state": "claimed",
        "attempts": 0,
        "failures": 0,
        "was_uncertain": False,
        "next_attempt": claim.formed,
        "lease_until": lease.until,
        "holder": lease.holder,
        "formed": claim.formed,
    }


def _ready(row: Columns) -> Ready:
    return Ready(row.sender, row.recipient, row.message_id, row.subject, zlib.decompress(row.content))
