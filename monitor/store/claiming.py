"""Claiming: which letters go now, what is still wanted of them, and which notices make a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, insert, select, update

from monitor.claim import Claim, Entry, Ready, Tally
from monitor.packing import unpack
from monitor.store.numbered import Columns, Numbered, Ripe
from monitor.store.part import chunks
from monitor.store.queries import Queries
from monitor.store.tables import letters, notices
from rules.model import Case
from rules.notices import LetterKind, Notice, NoticeKind

Judge = Callable[[Notice, Case | None], str | None]

# How many letters are read first, and how many notices make a claim full: they lie in memory with their cases.
PORTION, FULL = 64, 1024

_notice = update(notices).where(notices.c.number == bindparam("at"))
_letter = update(letters).where(letters.c.number == bindparam("at"))


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds the claimed letters, and until when."""

    holder: str
    until: datetime


class Claiming(Ripe, Queries):
    """The courier's first step, in one transaction: re-check, form, lease."""

    def claim(
        self,
        moment: datetime,
        limit: int,
        holder: str,
        lease_until: datetime,
        judge: Judge,
        today: date,
        only: NoticeKind | None = None,
    ) -> tuple[Claim, ...]:
        """At most ``limit`` letters for ``holder``: those whose next attempt is due, then new ones.

        ``judge`` says why a notice is not wanted any more (None: it is); such a notice is superseded with that
        reason, and a letter without notices too. A letter whose last answer was lost is handed out with its
        bytes if any of its notices is wanted. A stage notice waits as long as a case with an earlier or equal
        next look is unread. ``Claim.attempts`` counts the attempts made before. ``only``: letters of this kind.
        Fewer letters where they tell of many cases: their next ones are for the next claim.
        """
        self.turns.take_alone(self.connection)  # what others are deciding is decided first, or not begun
        lease = Lease(holder, lease_until)
        due = self._due_letters(moment, min(limit, PORTION), only)
        claims = self._again(due, judge, lease)
        if not claims or len(due) < PORTION:  # else others may be due, and they come before new ones
            claims += self._new(limit - len(claims), self._ripe(moment, only), moment, judge, lease)
        counted: dict[tuple[str, str, str | None], Tally] = {}
        return tuple([self._tallied(claim, today, counted) for claim in claims])

    def _new(
        self, limit: int, ripe: ColumnElement[bool], moment: datetime, judge: Judge, lease: Lease
    ) -> list[Claim]:
        claims: list[Claim] = []
        portion = PORTION
        while (room := min(limit - len(claims), portion)) > 0 and (
            gatherings := self._ripe_gatherings(ripe, room)
        ):
            claims += self._form(self._gathered(gatherings, ripe), moment, judge, lease)
            inside = sum(len(claim.entries) for claim in claims)
            if inside:  # as many more as there is room for if they are like these
                portion = (FULL - inside) * len(claims) // inside
        return claims

    def _again(self, rows: Sequence[Columns], judge: Judge, lease: Lease) -> list[Claim]:
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
                reasons += [] if ready else unwanted
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

    def _due_letters(self, moment: datetime, limit: int, only: NoticeKind | None) -> list[Columns]:
        """Letters whose next attempt has come, the longest waiting first; each state has its stretch of the index."""
        found: list[Columns] = []
        for state in ("uncertain", "waiting"):
            due = select(letters).where(letters.c.state == state, letters.c.next_attempt <= moment)
            due = due if only is None else due.where(letters.c.kind == only)
            first = due.order_by(letters.c.next_attempt, letters.c.number).limit(limit)
            found += self.connection.execute(first.with_for_update(skip_locked=True))
        return sorted(found, key=lambda row: (row.next_attempt, row.number))[:limit]

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

    def _tallied(self, claim: Claim, today: date, counted: dict[tuple[str, str, str | None], Tally]) -> Claim:
        """With how the collectives stand that the monitoring office hears of in this letter."""
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
        return replace(claim, tallies=tuple(found.items())) if found else claim


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
    return Ready(row.sender, row.recipient, row.message_id, row.subject, unpack(row.content), row.content)
