"""A lapse: what an older state that was put back must know of its letters, and what the state before it can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, delete, func, insert, literal, null, select, update

from monitor.store.journal import Journal
from monitor.store.outbox import Outbox
from monitor.store.part import chunks
from monitor.store.tables import digests, files, is_alone, is_waiting, journal, letters, marks, notices, seals

ON_THE_WAY = ("waiting", "claimed", "handed-over", "uncertain")
UNFINISHED = (*ON_THE_WAY, "held", "refused")
# What a notice takes over from the letter in which it arrived: its moment as it really was.
_ARRIVED = ("moment", "not_before", "snoozed", "body")
_SIGNS = (
    journal.c.recorded,
    letters.c.formed,
    letters.c.accepted_at,
    marks.c.changed,
    digests.c.recorded,
    files.c.recorded,
    seals.c.recorded,
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A notice that has not come to its end: ``row`` and ``state`` are its letter's, or its own while it is alone."""

    key: str
    case: str | None
    row: int
    state: str
    not_before: datetime

    @property
    def is_on_the_way(self) -> bool:
        return self.state in ON_THE_WAY


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a notice: the state, and the number, of its letter (None: it is alone)."""

    state: str
    letter: int | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A digest that was drawn; ``number`` None: there was nothing to tell."""

    officer: str
    day: date
    number: int | None
    quiet: bool
    recorded: datetime


class Lapse(Journal, Outbox):
    """Two outboxes compared by the keys of their notices, and rows set aside until a person decides."""

    def last_sign(self) -> datetime | None:
        """The last moment at which anything was written, as far as rows tell."""
        latest = [self.connection.execute(select(func.max(column))).scalar() for column in _SIGNS]
        return max((moment for moment in latest if moment is not None), default=None)

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Every notice that may still go out, by itself or when a person says so."""
        shared = (notices.c.key, notices.c.case_key)
        alone = select(*shared, notices.c.number, notices.c.state, notices.c.not_before)
        inside = (
            select(*shared, letters.c.number, letters.c.state, notices.c.not_before)
            .join(letters, notices.c.letter == letters.c.number)
            .where(notices.c.state == "lettered", letters.c.state.in_(UNFINISHED))
        )
        chosen = alone.where(is_alone, notices.c.state.in_(UNFINISHED))
        return tuple(
            Unfinished(*row)
            for query in (chosen, inside)
            for row in self.connection.execute(query.order_by(notices.c.number))
        )

    def fates(self, keys: Iterable[str]) -> Mapping[str, Fate]:
        """What became of the notices of these keys; unknown ones are left out."""
        found: dict[str, Fate] = {}
        for portion in chunks(list(dict.fromkeys(keys))):
            wanted = (
                select(notices.c.key, notices.c.state, letters.c.state, letters.c.number)
                .outerjoin(letters, and_(notices.c.letter == letters.c.number, notices.c.state == "lettered"))
                .where(notices.c.key.in_(portion))
            )
            for key, state, of_letter, number in self.connection.execute(wanted):
                found[key] = Fate(of_letter or state, number)
        return found

    def accepted_after(self, moment: datetime) -> int:
        """How many letters were accepted later than that."""
        wanted = select(func.count()).where(letters.c.accepted_at > moment)
        return int(self.connection.execute(wanted).scalar_one())

    def digests_after(self, moment: datetime) -> tuple[Drawn, ...]:
        """The digests drawn later than that, day by day."""
        wanted = select(
            digests.c.officer, digests.c.day, digests.c.number, digests.c.quiet, digests.c.recorded
        )
        ordered = wanted.where(digests.c.recorded >= moment).order_by(digests.c.day, digests.c.officer)
        return tuple(Drawn(*row) for row in self.connection.execute(ordered))

    def adopt(self, other: Lapse, number: int) -> bool:
        """Take over a letter that another outbox saw arrive, with those of its notices that stand here.

        Gives whether its bytes came along: that one may have forgotten them.
        """
        theirs = select(notices).where(notices.c.letter == number, notices.c.state == "lettered")
        arrived = {row["key"]: row for row in other.connection.execute(theirs).mappings()}
        letter = dict(
            other.connection.execute(select(letters).where(letters.c.number == number)).mappings().one()
        )
        letter |= {"holder": None, "lease_until": None}
        mine = self._numbered_notices(list(arrived))
        at: int | None = self.connection.execute(
            select(letters.c.number).where(letters.c.key == letter["key"])
        ).scalar()
        if at is not None:
            self.connection.execute(
                update(letters).where(letters.c.number == at).values(letter | {"number": at})
            )
            left = select(notices.c.key).where(notices.c.letter == at, notices.c.state == "lettered")
            self.set_apart([key for key in self.connection.execute(left).scalars() if key not in arrived])
        else:
            at = self._free_number(mine)
            self.connection.execute(insert(letters).values(letter | {"number": at}))
        for key in mine:
            values = {name: arrived[key][name] for name in _ARRIVED}
            self.connection.execute(
                update(notices)
                .where(notices.c.key == key)
                .values(values | {"state": "lettered", "letter": at, "reason": None})
            )
        return letter["content"] is not None

    def set_apart(self, keys: Sequence[str]) -> None:
        """Let notices wait alone, out of their letters, under new numbers: two rows never share one."""
        for portion in chunks(keys):
            chosen = notices.c.key.in_(portion)
            rows = [dict(row) for row in self.connection.execute(select(notices).where(chosen)).mappings()]
            self.connection.execute(delete(notices).where(chosen))
            for row in sorted(rows, key=lambda row: int(row.pop("number"))):
                self.connection.execute(
                    insert(notices).values(row | {"state": "waiting", "letter": None, "reason": None})
                )

    def end_emptied(self, reason: str) -> None:
        """Letters on their way that no notice is left in are over."""
        inside = select(literal(1)).where(notices.c.letter == letters.c.number, notices.c.state == "lettered")
        emptied = and_(letters.c.state.in_((*ON_THE_WAY, "held")), ~inside.exists())
        over = update(letters).where(emptied).values(state="superseded", reason=reason, next_attempt=None)
        self.connection.execute(over)

    def hold_back(self, rows: Sequence[int], reason: str, *, perhaps_sent: bool) -> None:
        """Set rows on their way aside until a person retries or drops them; ``perhaps_sent``: they are uncertain.

        A notice that is alone may have been told in a letter that is lost, even where it was not sent itself.
        """
        released: dict[str, object] = {"holder": None, "lease_until": null(), "next_attempt": null()}
        if perhaps_sent:
            released["was_uncertain"] = True
        for portion in chunks(rows):
            of_letters = and_(letters.c.number.in_(portion), letters.c.state.in_(ON_THE_WAY))
            held = update(letters).where(of_letters).values(state="held", reason=reason, **released)
            self.connection.execute(held)
            if perhaps_sent:
                inside = and_(notices.c.letter.in_(portion), notices.c.state == "lettered")
                self.connection.execute(update(notices).where(inside).values(perhaps_sent=True))
            alone = and_(notices.c.number.in_(portion), is_alone, is_waiting)
            held_alone = update(notices).where(alone)
            self.connection.execute(held_alone.values(state="held", reason=reason, perhaps_sent=True))

    def _numbered_notices(self, keys: Sequence[str]) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for portion in chunks(keys):
            wanted = select(notices.c.key, notices.c.number).where(notices.c.key.in_(portion))
            found.update((key, number) for key, number in self.connection.execute(wanted))
        return found

    def _free_number(self, mine: Mapping[str, int]) -> int:
        """The lowest number of these notices that is no letter's, as the number of theirs."""
        taken = set(
            self.connection.execute(
                select(letters.c.number).where(letters.c.number.in_(mine.values()))
            ).scalars()
        )
        free = [number for number in mine.values() if number not in taken]
        if free:
            return min(free)
        first = min(mine, key=lambda key: mine[key])
        self.set_apart([first])
        return self._numbered_notices([first])[first]
