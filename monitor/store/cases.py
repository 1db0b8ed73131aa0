"""Cases: reading them whole, finding those that are due, and setting aside those that fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, false, func, select, text, true, update

from monitor.store import codec
from monitor.store.part import Part, chunks
from monitor.store.standing import Standing
from monitor.store.tables import cases, is_struck, looked_at
from rules.model import Case
from rules.peers import Peers, Place

STRIKES = 3


COLD = (
    cases.c.key,
    cases.c.agency,
    cases.c.brief_id,
    cases.c.standing,
    cases.c.last_day,
    cases.c.safe_day,
    cases.c.original_last_day,
    cases.c.closed_on,
    cases.c.withdrawn,
    cases.c.opened,
    cases.c.progress,
    cases.c.vanished,
    cases.c.unconfirmed,
    cases.c.assigned,
    cases.c.ends,
)
READ = (cases.c.number, *COLD, cases.c.round, cases.c.next_look, cases.c.life, cases.c.head)
# All that a case is made of but its place among its peers, and the chain that is its own.
_STATE = tuple(column.name for column in READ if column.name not in {"number", "key", "agency", "head"})
_read = select(*READ)
_due = (
    _read.where(looked_at, cases.c.next_look <= bindparam("moment"))
    .order_by(cases.c.next_look, cases.c.number)
    .limit(bindparam("most"))
)
_by_number = _read.where(cases.c.number == bindparam("wanted"))
_by_key = _read.where(cases.c.key == bindparam("wanted"))
_by_keys = _read.where(cases.c.key.in_(bindparam("wanted", expanding=True)))
_of_instrument = _read.where(cases.c.instrument == bindparam("wanted")).order_by(cases.c.key)
# As the database holds them: whether two rows are alike can be seen without reading what they mean.
_alike = text(
    f"SELECT number, key, agency, {', '.join(_STATE)} FROM cases"  # noqa: S608  (names of our schema)
    " WHERE instrument = :wanted ORDER BY obligation, period, number"
)
# Where several programs write, whoever decides holds the cases it has read until it has written them: those that are
# due are shared out, those that were named are waited for, always in the order of their keys.
_due_free = _due.with_for_update(skip_locked=True)
_by_number_held = _by_number.with_for_update()
_by_key_held = _by_key.with_for_update()
_by_keys_held = _by_keys.order_by(cases.c.key).with_for_update()
_next_instrument = select(func.min(cases.c.instrument)).where(cases.c.instrument > bindparam("after"))
_earliest = select(cases.c.next_look).where(looked_at).order_by(cases.c.next_look, cases.c.number).limit(1)
LONGEST_NUMBER = 18  # more digits than a database counts with


class Cases(Part):
    """The cases, read and struck."""

    def due_cases(self, moment: datetime, limit: int) -> tuple[Case, ...]:
        """At most ``limit`` cases whose next look has come, the earliest first; none that is set aside.

        While deciding: none that another program is deciding at this moment.
        """
        query = _due_free if self.deciding else _due
        return self._decoded(self.connection.execute(query, {"moment": moment, "most": limit}))

    def earliest_look(self) -> datetime | None:
        """The next moment at which any case must be looked at."""
        return self.connection.execute(_earliest).scalar()

    def case(self, ref: int | str) -> Case | None:
        """The case of that number or key."""
        numbered = isinstance(ref, int) or (ref.isascii() and ref.isdigit())
        if isinstance(ref, str) and numbered and len(ref) > LONGEST_NUMBER:
            return None
        free, held = (_by_number, _by_number_held) if numbered else (_by_key, _by_key_held)
        query = held if self.deciding else free
        found = self.connection.execute(query, {"wanted": int(ref) if numbered else ref})
        decoded = self._decoded(found)
        return decoded[0] if decoded else None

    def cases(self, keys: Sequence[str]) -> tuple[Case, ...]:
        """The cases of those keys, in the order of the keys; unknown ones are left out."""
        known = self.cases_by_key(keys)
        return tuple(known[key] for key in dict.fromkeys(keys) if key in known)

    def cases_by_key(self, keys: Iterable[str]) -> dict[str, Case]:
        """The cases of those keys."""
        known: dict[str, Case] = {}
        query = _by_keys_held if self.deciding else _by_keys
        for portion in chunks(list(dict.fromkeys(keys))):
            for case in self._decoded(self.connection.execute(query, {"wanted": list(portion)}).all()):
                known[case.key] = case
        return known

    def matching(self, pattern: str) -> tuple[Case, ...]:
        """The cases whose key fits a shell pattern (``*`` any run, ``?`` one sign), in the order of their keys."""
        head = re.split(r"[*?]", pattern, maxsplit=1)[0]
        wanted = _read.order_by(cases.c.key)
        if head:
            wanted = wanted.where(cases.c.key >= head, cases.c.key < head[:-1] + chr(ord(head[-1]) + 1))
        fits = re.compile(
            "".join({"*": ".*", "?": "."}.get(sign, re.escape(sign)) for sign in pattern), re.DOTALL
        ).fullmatch
        return self._decoded([row for row in self.connection.execute(wanted) if fits(row.key)])

    def standing(self, instrument: str) -> tuple[Case, ...]:
        """All cases of an instrument, done and withdrawn ones too."""
        return self._decoded(self.connection.execute(_of_instrument, {"wanted": instrument}))

    def peers(self, instrument: str) -> tuple[Peers, ...]:
        """All cases of an instrument, those that are alike together: only the first of them is read whole."""
        alike: dict[Sequence[object], list[Place]] = {}
        for row in self.connection.execute(_alike, {"wanted": instrument}).all():
            alike.setdefault(row[3:], []).append(row[:3])
        firsts = [places[0][1] for places in alike.values()]
        cases = [
            case
            for portion in chunks(firsts)
            for case in self._decoded(self.connection.execute(_by_keys, {"wanted": list(portion)}))
        ]
        by_key = {case.key: case for case in cases}
        found = tuple(Peers(by_key[places[0][1]], tuple(places)) for places in alike.values())
        self._remember(found)
        return found

    def _remember(self, found: Iterable[Peers]) -> None:
        """What is indexed of each peer stands in this transaction's reads, as if each had been read whole."""
        for peers in found:
            same = self.reads.cold[peers.first.number][2:]
            self.reads.cold.update((number, (key, agency, *same)) for number, key, agency in peers.places)

    def instruments(self) -> tuple[str, ...]:
        """The ids of all instruments that have cases."""
        found: list[str] = []
        after: str | None = ""
        while (after := self.connection.execute(_next_instrument, {"after": after}).scalar()) is not None:
            found.append(after)
        return tuple(found)

    def obligations(self) -> int:
        """How many obligations have cases that are open."""
        over = (Standing.DONE, Standing.DONE_UNDATED, Standing.WITHDRAWN)
        watched = (
            select(cases.c.instrument, cases.c.obligation).where(cases.c.standing.not_in(over)).distinct()
        )
        return int(self.connection.execute(select(func.count()).select_from(watched.subquery())).scalar_one())

    def strike_case(self, number: int, reason: str) -> int:
        """Count one more failure of a case; at the third it is set aside. Returns how many there are."""
        struck = (
            update(cases)
            .where(cases.c.number == number)
            .values(failures=cases.c.failures + 1, failure=reason, set_aside=cases.c.failures + 1 >= STRIKES)
            .returning(cases.c.failures)
        )
        return int(self.connection.execute(struck).scalar_one())

    def clear_strikes(self, number: int | None = None) -> None:
        """Forget the failures of a case (of all: None) and look at it again."""
        cleared = update(cases).where(is_struck).values(failures=0, failure=None, set_aside=false())
        self.connection.execute(cleared if number is None else cleared.where(cases.c.number == number))

    def set_aside_cases(self) -> tuple[tuple[Case, str], ...]:
        """The cases that are set aside, each with its last failure."""
        wanted = select(*READ, cases.c.failure).where(is_struck, cases.c.set_aside == true())
        rows = self.connection.execute(wanted.order_by(cases.c.number)).all()
        decoded = self._decoded(rows)
        return tuple((case, str(row.failure)) for case, row in zip(decoded, rows, strict=True))

    def _decoded(self, rows: Iterable[Sequence[object]]) -> tuple[Case, ...]:
        return tuple([self._case(row) for row in rows])

    def _case(self, row: Sequence[object]) -> Case:
        number, cold = row[0], tuple(row[1 : 1 + len(COLD)])
        turn, next_look, life, head = row[1 + len(COLD) : 5 + len(COLD)]
        self.reads.cold[_whole(number)] = cold
        key, agency, brief_id, _, last_day, safe_day, original, closed_on, withdrawn, opened = cold[:10]
        progress, vanished, _, assigned, _ = cold[10:]
        self.reads.heads[str(key)] = str(head)
        brief = self.briefs.brief(_whole(brief_id))
        return _make(
            key,
            agency,
            brief,
            last_day,
            safe_day,
            number=number,
            round=turn,
            opened=opened,
            original_last_day=original,
            closed_on=closed_on,
            withdrawn=withdrawn,
            progress=progress,
            vanished=vanished,
            assigned=assigned,
            next_look=next_look,
            **codec.life_values(str(life), brief),
        )


# A row's columns are typed by the schema, which the type checker does not read.
_make: Callable[..., Case] = Case


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a row's number is wanted")
    return value
