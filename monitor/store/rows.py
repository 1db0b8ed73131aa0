"""The outbox to look at: its rows, how many there are, and who has been told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy import true as always

from monitor.store.cases import Cases
from monitor.store.part import chunks
from monitor.store.tables import is_alone, letters, notices

_REACHED = ("accepted", "handed-over", "uncertain")
LIVE = ("waiting", "claimed", "handed-over", "uncertain", "held", "refused")


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A waiting notice or a letter, as `outbox` shows it; ``letter`` is its kind, ``to`` the address."""

    number: int
    state: str
    letter: str
    officer: str
    to: str | None
    cases: tuple[str, ...]
    subject: str | None
    message_id: str | None
    attempts: int
    was_uncertain: bool
    next_attempt: datetime | None
    last_answer: str | None


class Rows(Cases):
    """Reads the outbox as people see it."""

    def outbox(self, state: str | None = None) -> tuple[OutboxRow, ...]:
        """Rows in the order of their numbers: of one state, "all", or (None) all that are not over."""
        if state == "all":
            return self._rows(always(), is_alone)
        if state is None:
            return self._rows(letters.c.state.in_(LIVE), and_(is_alone, notices.c.state.in_(LIVE)))
        return self._rows(letters.c.state == state, and_(is_alone, notices.c.state == state))

    def outbox_rows(self, numbers: Sequence[int]) -> tuple[OutboxRow, ...]:
        """The rows of these numbers, in the order of the numbers; unknown ones are left out."""
        return tuple(
            row
            for portion in chunks(sorted(set(numbers)))
            for row in self._rows(
                letters.c.number.in_(portion), and_(is_alone, notices.c.number.in_(portion))
            )
        )

    def letters_of(self, case_key: str) -> tuple[OutboxRow, ...]:
        """Every letter and waiting notice that speaks of the case."""
        speaking = select(notices.c.letter).where(
            notices.c.case_key == case_key, notices.c.letter.is_not(None)
        )
        return self._rows(letters.c.number.in_(speaking), and_(is_alone, notices.c.case_key == case_key))

    def _rows(
        self, of_letters: ColumnElement[bool], of_notices: ColumnElement[bool]
    ) -> tuple[OutboxRow, ...]:
        shown = [column for column in letters.c if column.name != "content"]
        found = self.connection.execute(select(*shown).where(of_letters)).all()
        spoken = self._cases_in([row.number for row in found])
        rows = [
            OutboxRow(
                row.number,
                row.state,
                row.kind,
                row.officer,
                row.recipient,
                spoken.get(row.number, ()),
                row.subject,
                row.message_id,
                row.attempts,
                row.was_uncertain,
                row.next_attempt,
                row.reason or row.last_answer,
            )
            for row in found
        ]
        for row in self.connection.execute(select(notices).where(of_notices)):
            told = () if row.case_key is None else (row.case_key,)
            due = row.not_before if row.state == "waiting" else None
            rows.append(
                OutboxRow(
                    row.number,
                    row.state,
                    row.kind,
                    row.officer,
                    None,
                    told,
                    None,
                    None,
                    0,
                    False,
                    due,
                    row.reason,
                )
            )
        return tuple(sorted(rows, key=lambda row: row.number))

    def _cases_in(self, numbers: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
        """The cases of each letter: those it speaks of still, or all it spoke of where none is left."""
        alive: dict[int, list[str]] = defaultdict(list)
        ended: dict[int, list[str]] = defaultdict(list)
        for portion in chunks(numbers):
            wanted = select(notices.c.letter, notices.c.case_key, notices.c.state).where(
                notices.c.letter.in_(portion), notices.c.case_key.is_not(None)
            )
            for number, key, state in self.connection.execute(wanted.order_by(notices.c.number)):
                (alive if state == "lettered" else ended)[number].append(key)
        return {
            number: tuple(dict.fromkeys(alive.get(number) or ended.get(number) or [])) for number in numbers
        }

    def outbox_counts(self) -> Mapping[str, int]:
        """How many rows there are in each state that has any."""
        counted: dict[str, int] = defaultdict(int)
        for table, chosen in ((letters, always()), (notices, is_alone)):
            grouped = select(table.c.state, func.count()).where(chosen).group_by(table.c.state)
            for state, many in self.connection.execute(grouped):
                counted[state] += many
        return dict(sorted(counted.items()))

    def told(self, keys: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Who has (perhaps) had a letter that a case is due, late or on the register, by case; officers sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        reached = or_(letters.c.state.in_(_REACHED), letters.c.was_uncertain)
        # A letter that is given up takes its notices along, and has perhaps arrived all the same.
        inside = or_(
            notices.c.state == "lettered", and_(notices.c.state == "dropped", letters.c.was_uncertain)
        )
        for portion in chunks(list(dict.fromkeys(keys))):
            speaking = and_(notices.c.case_key.in_(portion), notices.c.kind.in_(("stage", "register")))
            wanted = (
                select(notices.c.case_key, notices.c.officer, letters.c.state, letters.c.was_uncertain)
                .join(letters, notices.c.letter == letters.c.number)
                .where(speaking, inside)
            )
            if self.deciding:
                # A letter that is claimed now may be handed over at this moment: hold it, then see what it is.
                wanted = wanted.where(or_(reached, letters.c.state == "claimed")).with_for_update(of=letters)
            else:
                wanted = wanted.where(reached)
            for key, officer, state, was_uncertain in self.connection.execute(wanted):
                if was_uncertain or state in _REACHED:
                    found[key].add(officer)
            perhaps = select(notices.c.case_key, notices.c.officer).where(speaking, notices.c.perhaps_sent)
            for key, officer in self.connection.execute(perhaps):
                found[key].add(officer)
        return {key: tuple(sorted(officers)) for key, officers in found.items()}
