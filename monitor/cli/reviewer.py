"""The conversation of ``review``: one entry after another, each answered with one letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from monitor.cli.paper import safe, say, wrapped
from monitor.cli.passage import shown
from monitor.cli.types import DAY
from monitor.drafts.file import Entry
from monitor.drafts.revising import FIELDS, NotThus, corrected, merged, ruled, split, split_by_lead
from monitor.drafts.rulings import Remembered, form_of, proposal, remember
from monitor.drafts.session import Session
from monitor.drafts.weighing import Weighed, instrument_of, weighed
from rules.library import Catalogue

_NOTHING = "-"
_EMPTY = f" (empty: as it is, {_NOTHING}: nothing): "
_KEYS = "a accept, c correct, r rule, m merge with the one before, s split, d drop, b back, n next, h head, q quit"
_LETTERS = frozenset("acrmsdbnhq")


def _tell(words: str) -> None:
    say(wrapped(words, 2))


@dataclass(slots=True)
class Reviewer:
    session: Session
    catalogue: Catalogue
    officer: str
    today: date
    folder: Path
    rulings: tuple[Remembered, ...]
    place: int = 0

    def goes_through(self) -> bool:
        """Asks until every entry is decided (True) or the person leaves (False); raises click.Abort at the input's end."""
        if not self._head_is_good():
            return False
        _tell(_KEYS)
        place = self.session.next_open()
        while place is not None:
            self.place = place
            found = self._show()
            key = self._asked_key()
            if key == "q":
                return False
            place = self._answered(key, found)
        return True

    def _asked_key(self) -> str:
        """One of the letters; anything else is answered with what they are, and the entry is not shown again."""
        while True:
            typed = self._asked("> ")
            key = typed.lower()
            if key in _LETTERS:
                return key
            _tell(f"{f'There is no {safe(typed)!r}' if typed else 'Nothing was typed'}: {_KEYS}")

    @property
    def _entry(self) -> Entry:
        return self.session.draft.entries[self.place]

    def _show(self) -> Weighed:
        found = weighed(self.session.draft, self._entry, self.catalogue)
        say()
        for line in shown(self.session.draft, self.place, found, self.catalogue, self._proposal(found)):
            click.echo(line)
        return found

    def _answered(self, key: str, found: Weighed) -> int | None:
        """Does what the letter asks; the place to go on with, None when all is decided."""
        answers: Mapping[str, Callable[[Weighed], int | None]] = {
            "a": self._accept, "c": self._correct, "r": self._rule, "m": self._merge, "s": self._split,
            "d": self._drop, "b": self._back, "n": self._next, "h": self._head,
        }  # fmt: skip
        try:
            return answers[key](found)
        except NotThus as refusal:
            _tell(f"Not so: {safe(refusal.sentence)}.")
            return self.place

    def _accept(self, found: Weighed) -> int | None:
        if not found.is_good:
            raise NotThus("the faults above must be mended first: c corrects, d drops")
        self.session.put(self.place, self._entry, "accepted")
        return self.session.next_open(self.place)

    def _drop(self, _found: Weighed) -> int | None:
        self.session.put(self.place, self._entry, "dropped")
        return self.session.next_open(self.place)

    def _back(self, _found: Weighed) -> int:
        return max(self.place - 1, 0)

    def _next(self, _found: Weighed) -> int:
        return (self.place + 1) % len(self.session.draft.entries)

    def _correct(self, _found: Weighed) -> int:
        field = self._asked(f"which ({', '.join(FIELDS)})? ").lower()
        near = [name for name in FIELDS if field and name.startswith(field)]
        if field not in FIELDS and len(near) != 1:
            raise NotThus(f"there is no field {field!r}")
        name = field if field in FIELDS else near[0]
        say(f"now: {safe(self._entry.text(name)) or 'nothing'}")
        typed = self._asked(f"{name}{_EMPTY}")
        if not typed:
            return self.place
        typed = "" if typed == _NOTHING else typed
        changed = corrected(self.session.draft, self._entry, name, typed, self.catalogue)
        self.session.put(self.place, changed, "open")
        return self.place

    def _rule(self, found: Weighed) -> int:
        proposed = self._proposal(found)
        obligation, deadline = found.obligation, found.deadline
        if obligation is None or deadline is None or deadline.last_day is None:
            raise NotThus("only an entry without faults and with one last day can be ruled on")
        stricter, other = self._two_readings(found)
        default = other if proposed is not None and proposed.choice == "other" and other else stricter
        day = self._asked_day(default or deadline.last_day)
        usual = proposed.reason if proposed is not None else ""
        reason = (
            ""
            if day is None
            else self._asked(f"because{f' [{safe(usual)}]' if usual else ' (empty: no ruling)'}:")
        )
        reason = reason or usual
        if day is None or not reason:
            return self.place
        self.session.put(self.place, ruled(self._entry, day, self.officer, self.today, reason), "open")
        if day in {stricter, other} and other is not None:
            self._remember(self._words, "other" if day == other else "stricter", reason)
        return self.place

    def _asked_day(self, default: date) -> date | None:
        """The day that is typed, the default for an empty answer; None for whoever would rather not rule."""
        while typed := self._asked(f"the last day is [{default}] (q: no ruling):"):
            if typed.lower() == "q":
                return None
            try:
                day: date = DAY.convert(typed, None, None)
            except click.BadParameter as fault:
                _tell(f"Not so: {safe(fault.message)}.")
                continue
            return day
        return default

    def _two_readings(self, found: Weighed) -> tuple[date | None, date | None]:
        """The stricter day and the other one, whatever has been ruled meanwhile."""
        fresh = weighed(self.session.draft, self._entry.put(ruling=None, last_day=None), self.catalogue)
        fresh = fresh if fresh.obligation is not None else found
        deadline = fresh.deadline
        return (deadline.last_day if deadline is not None else None), (
            fresh.obligation.other_day if fresh.obligation is not None else None
        )

    def _remember(self, words: str, choice: str, reason: str) -> None:
        issuer = str(self.session.draft.head.get("issuer", ""))
        ruling = Remembered(
            issuer,
            form_of(words),
            "other" if choice == "other" else "stricter",
            self.officer,
            self.today,
            reason,
        )
        remember(self.folder, ruling)
        self.rulings = (*self.rulings, ruling)
        say(f'Remembered for {safe(issuer)} and words like "{safe(words)}".')

    @property
    def _words(self) -> str:
        deadline = self._entry.table.get("deadline")
        return deadline if isinstance(deadline, str) else ""

    def _proposal(self, found: Weighed) -> Remembered | None:
        if (
            found.obligation is None
            or found.obligation.other_day is None
            or found.obligation.ruling is not None
        ):
            return None
        return proposal(self.rulings, str(self.session.draft.head.get("issuer", "")), self._words)

    def _merge(self, _found: Weighed) -> int:
        self.session.keep(merged(self.session.draft, self.place))
        return self.place - 1

    def _split(self, _found: Weighed) -> int:
        if len(self._entry.names("lead")) > 1 and self._asked("split by l leads or t tasks? ").lower() == "l":
            self.session.keep(split_by_lead(self.session.draft, self.place))
            return self.place
        tasks: list[str] = []
        while typed := self._asked(f"task {len(tasks) + 1} (empty: no more): "):
            tasks.append(typed)
        self.session.keep(split(self.session.draft, self.place, tuple(tasks)))
        return self.place

    def _head(self, _found: Weighed) -> int:
        self._correct_head()
        return self.place

    def _head_is_good(self) -> bool:
        """Shows what the instrument's own table lacks until nothing does; False when the person leaves."""
        while True:
            draft = replace(self.session.draft, entries=())
            faults = [fault for fault in instrument_of(draft, self.catalogue)[1] if not fault.warning]
            for note in self.session.draft.notes if not self.session.resumed else ():
                if note.label == "missing":
                    say(f"doubt: {safe(note.text)}")
            if not faults:
                return True
            for fault in faults:
                say(f"fault: {safe(fault.key)} {safe(fault.text)}")
            if not self._correct_head():
                return False

    def _correct_head(self) -> bool:
        """One key of the instrument's table; False for an empty answer."""
        for key, value in self.session.draft.head.items():
            say(f"  {safe(key)} = {safe(str(value))}")
        key = self._asked("which key of the instrument (empty: none)? ")
        if not key:
            return False
        typed = self._asked(f"{safe(key)}{_EMPTY}")
        if not typed:
            return True
        typed = "" if typed == _NOTHING else typed
        day = typed if key in {"issued", "effective", "known_from"} else ""
        head = {name: value for name, value in self.session.draft.head.items() if name != key}
        if day:
            try:
                head[key] = DAY.convert(day, None, None)
            except click.BadParameter as fault:
                _tell(f"Not so: {fault.message}.")
                return True
        elif typed:
            head[key] = typed
        self.session.keep(replace(self.session.draft, head=head))
        return True

    def _asked(self, words: str) -> str:
        answer: str = click.prompt(words.rstrip(), default="", show_default=False, prompt_suffix=" ")
        return answer.strip()
