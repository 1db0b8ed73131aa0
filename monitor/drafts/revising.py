"""What a person does to a draft's entries: correct, rule, merge, split."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from monitor.drafts.file import DraftFile, Entry
from monitor.drafts.weighing import weighed
from monitor.origins import Tree, Value
from rules.library import Catalogue
from rules.term import Every

FIELDS = (
    "task",
    "lead",
    "cooperating",
    "deadline",
    "deliverable",
    "clause",
    "quote",
    "kind",
    "joint",
    "continues",
)
_NAMES = frozenset({"lead", "cooperating"})
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class NotThus(Exception):
    """A correction that cannot be made; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def corrected(draft: DraftFile, entry: Entry, field: str, typed: str, catalogue: Catalogue) -> Entry:
    """The entry with this field as it was typed, its day reckoned anew; raises NotThus.

    Bodies are given by id, name or @roster, between semicolons or commas; an empty word takes a field out.
    """
    words = typed.strip()
    if field in _NAMES:
        names = _identified(words, catalogue, draft)
        changed = entry.put(**{field: names}) if field == "lead" else entry.put(cooperating=names or None)
        return changed.without("unknown lead" if field == "lead" else "unknown cooperating")
    if field == "deadline":
        return _redated(draft, entry, words, catalogue)
    if field == "joint":
        return entry.put(joint=True if words.lower() in {"yes", "y", "true", "có"} else None)
    if field == "task" and not words:
        raise NotThus("a task needs words")
    return entry.put(**{field: words or None})


def _redated(draft: DraftFile, entry: Entry, words: str, catalogue: Catalogue) -> Entry:
    plain = entry.put(deadline=_deadline(words), last_day=None, ruling=None).without("says")
    found = weighed(draft, plain.put(lead=[*(plain.names("lead") or ("chinh-phu",))]), catalogue)
    faults = [fault.text for fault in found.faults if not fault.warning and "deadline" in fault.key]
    if faults:
        raise NotThus(f"{faults[0]}; give the law's words, a day like 2016-06-30, or nothing for no deadline")
    if found.obligation is None or found.deadline is None or isinstance(found.obligation.term, Every):
        return plain
    return plain.put(last_day=found.deadline.last_day)


def _deadline(words: str) -> Value | None:
    match = _DAY.fullmatch(words)
    if match is None:
        return words or None
    try:
        return {"day": date(int(match[1]), int(match[2]), int(match[3]))}
    except ValueError:
        return words


def _identified(words: str, catalogue: Catalogue, draft: DraftFile) -> list[Value]:
    """Ids for what was typed; raises NotThus for a body that is not in the catalogue."""
    found: dict[str, None] = {}
    for name in _parted(words, catalogue):
        agency = catalogue.find_agency(name)
        if name.startswith("@") and name[1:] in catalogue.rosters:
            found[name] = None
        elif agency is not None:
            found[agency.id] = None
        else:
            raise NotThus(
                f'"{name}" is not in the catalogue: give an id, a name or an @roster, or add the agency first'
            )
    return list(found)


def _parted(words: str, catalogue: Catalogue) -> list[str]:
    """What stands between semicolons; between commas where the whole is no name by itself."""
    parts: list[str] = []
    for part in words.split(";"):
        whole = part.strip()
        known = catalogue.find_agency(whole) is not None
        parts += [whole] if known else [piece.strip() for piece in whole.split(",")]
    return [part for part in parts if part]


def ruled(entry: Entry, last_day: date, by: str, on: date, reason: str) -> Entry:
    """The entry with an officer's ruling on its day."""
    ruling: Tree = {"last_day": last_day, "by": by, "on": on, "reason": reason}
    return entry.put(ruling=ruling, last_day=last_day)


def merged(draft: DraftFile, place: int) -> DraftFile:
    """The draft with this entry taken into the one before: tasks, leads and quotes of both, one deadline; raises NotThus."""
    if place < 1:
        raise NotThus("nothing stands before it to merge with")
    first, second = draft.entries[place - 1], draft.entries[place]
    if (
        "deadline" in first.table
        and "deadline" in second.table
        and first.table["deadline"] != second.table["deadline"]
    ):
        raise NotThus("their deadlines differ: make them alike first, or keep both")
    leads = dict.fromkeys((*first.names("lead"), *second.names("lead")))
    helpers = dict.fromkeys((*first.names("cooperating"), *second.names("cooperating")))
    quotes = dict.fromkeys(quote for quote in (first.text("quote"), second.text("quote")) if quote)
    tasks = dict.fromkeys(task.rstrip(" .;") for task in (first.text("task"), second.text("task")) if task)
    notes = (*first.notes, *(note for note in second.notes if note.label not in {"sure", "place"}))
    clauses = dict.fromkeys(place for place in (first.text("clause"), second.text("clause")) if place)
    together = replace(first, decision="open", notes=tuple(dict.fromkeys(notes))).put(
        task="; ".join(tasks),
        clause="; ".join(clauses) or None,
        quote=" […] ".join(quotes) or None,
        lead=list(leads),
        cooperating=[name for name in helpers if name not in leads] or None,
        deadline=first.table.get("deadline", second.table.get("deadline")),
        last_day=first.table.get("last_day", second.table.get("last_day")),
        deliverable=first.text("deliverable") or second.text("deliverable") or None,
    )
    return replace(draft, entries=(*draft.entries[: place - 1], together, *draft.entries[place + 1 :]))


def split(draft: DraftFile, place: int, tasks: tuple[str, ...]) -> DraftFile:
    """The draft with this entry made into one for each of these tasks, everything else alike."""
    entry = draft.entries[place]
    if len(tasks) < 2:
        raise NotThus("give at least two tasks")
    parts = [entry.put(id=_free_id(draft, entry, number), task=task) for number, task in enumerate(tasks)]
    return _in_its_place(draft, place, parts)


def split_by_lead(draft: DraftFile, place: int) -> DraftFile:
    """The draft with this entry made into one for each of its leads."""
    entry = draft.entries[place]
    leads = entry.names("lead")
    if len(leads) < 2:
        raise NotThus("it has one lead only")
    parts = [entry.put(id=_free_id(draft, entry, number), lead=[lead]) for number, lead in enumerate(leads)]
    return _in_its_place(draft, place, parts)


def _in_its_place(draft: DraftFile, place: int, parts: list[Entry]) -> DraftFile:
    opened = [replace(part, decision="open") for part in parts]
    return replace(draft, entries=(*draft.entries[:place], *opened, *draft.entries[place + 1 :]))


def _free_id(draft: DraftFile, entry: Entry, number: int) -> str:
    """The entry's own id for the first part, then 3b, 3c, … as far as they are free."""
    if number == 0:
        return entry.text("id")
    taken = {other.text("id") for other in draft.entries}
    free = [f"{entry.text('id')}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"]
    free = [id_ for id_ in free if id_ not in taken] or [
        f"{entry.text('id')}-{len(taken) + count}" for count in range(1, 99)
    ]
    return free[min(number - 1, len(free) - 1)]
