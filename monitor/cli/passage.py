"""How the review shows an entry: the passage with its words marked, the reading, the reasons, the doubts."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator
from shutil import get_terminal_size

import click

from monitor.cli.paper import safe
from monitor.drafts.file import DraftFile, Entry
from monitor.drafts.rulings import Remembered
from monitor.drafts.weighing import Weighed
from rules.library import Catalogue

_OPEN, _CLOSE = "[", "]"


def shown(
    draft: DraftFile, place: int, weighed: Weighed, catalogue: Catalogue, proposal: Remembered | None
) -> Iterator[str]:
    """The lines that tell everything about one entry."""
    entry = draft.entries[place]
    sure = "".join(f", {words} sure" for words in entry.noted("sure"))
    state = "" if entry.decision == "open" else f", {entry.decision}"
    yield _bold(f"{place + 1} of {len(draft.entries)}  (id {safe(entry.text('id'))}{sure}{state})")
    yield from _wrapped("", f"“{marked(entry, catalogue)}”")
    yield from _wrapped("clause", safe(entry.text("clause")))
    yield from _wrapped("task", safe(entry.text("task")))
    yield from _wrapped("lead", _named(entry, "lead", catalogue) or "none yet")
    yield from _wrapped("unknown", "; ".join(map(safe, entry.noted("unknown lead"))))
    yield from _wrapped("with", _named(entry, "cooperating", catalogue))
    yield from _wrapped("unknown", "; ".join(map(safe, entry.noted("unknown cooperating"))))
    yield from _wrapped("result", safe(entry.text("deliverable")))
    yield from _wrapped("kind", "" if entry.text("kind") in {"", "obligation"} else entry.text("kind"))
    yield from _wrapped("deadline", safe(entry.text("deadline")) or "none")
    yield from _wrapped("it says", "; ".join(map(safe, entry.noted("says"))))
    yield from _reading(weighed)
    for doubt in entry.noted("doubt"):
        yield from _wrapped("doubt", safe(doubt))
    for fault in weighed.faults:
        yield from _wrapped(
            "doubt" if fault.warning else "fault", f"{safe(fault.key.partition('.')[2])} {safe(fault.text)}"
        )
    if proposal is not None:
        day = "the other reading" if proposal.choice == "other" else "the stricter reading"
        words = f"for {proposal.issuer} {proposal.by} chose {day} on {proposal.on}: {proposal.reason}; r proposes it"
        yield from _wrapped("ruled", safe(words))
    yield from _wrapped("continues", safe(entry.text("continues")))


def _reading(weighed: Weighed) -> Iterator[str]:
    deadline = weighed.deadline
    if deadline is None:
        return
    if deadline.last_day is not None:
        aim = f", aim at {deadline.safe_day}" if deadline.safe_day != deadline.last_day else ""
        yield from _wrapped("last day", f"{deadline.last_day}{aim}")
    for step in deadline.because:
        yield from _wrapped("why", safe(step.en))


def _bold(words: str) -> str:
    """Words that stand out, except where the person wants no colours; click takes the signs out off a terminal."""
    return words if os.environ.get("NO_COLOR") else click.style(words)


def marked(entry: Entry, catalogue: Catalogue) -> str:
    """The passage; the words that were read stand in brackets, and bold where the terminal can."""
    text = " ".join(safe(entry.text("quote")).split())
    words = [*entry.noted("says"), *entry.noted("unknown lead")]
    deadline = entry.table.get("deadline")
    words += [deadline] if isinstance(deadline, str) else []
    for id_ in entry.names("lead"):
        agency = catalogue.agencies.get(id_)
        words += [agency.name, *agency.aliases] if agency is not None else []
    spans: list[tuple[int, int]] = []
    for word in sorted(words, key=len, reverse=True):
        start = text.lower().find(" ".join(word.split()).lower())
        if (
            start >= 0
            and len(word) > 2
            and all(start >= end or start + len(word) <= first for first, end in spans)
        ):
            spans.append((start, start + len(word)))
    for start, end in sorted(spans, reverse=True):
        piece = _bold(f"{_OPEN}{text[start:end]}{_CLOSE}")
        text = f"{text[:start]}{piece}{text[end:]}"
    return text


def _named(entry: Entry, key: str, catalogue: Catalogue) -> str:
    """Ids with the names of their agencies."""
    names = []
    for id_ in entry.names(key):
        agency = catalogue.agencies.get(id_)
        names.append(safe(f"{id_} ({agency.name})" if agency is not None else id_))
    return "; ".join(names) + (" (jointly)" if key == "lead" and entry.table.get("joint") is True else "")


def _wrapped(label: str, words: str) -> Iterator[str]:
    if words:
        width = max(get_terminal_size((80, 24)).columns, 40)
        yield from textwrap.wrap(words, width, initial_indent=f"  {label:<10}", subsequent_indent=" " * 12)
