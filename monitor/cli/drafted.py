"""How extract shows drafts to a person: a table where a line has the room for it, else a few lines for each."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from monitor.cli.paper import room, safe, say, shortened
from monitor.cli.tables import Column, print_table

if TYPE_CHECKING:
    from rules.reading.draft import Draft, DraftObligation

_COLUMNS = (
    Column("Sure", right=True),
    Column("Day"),
    Column("Clause", grows="end"),
    Column("Lead", grows="end"),
    Column("Quote", grows="middle"),
    Column("Why", grows="end"),
    Column("Doubts", grows="end"),
)
WIDE = 160  # below it a row has no room for a lead, a quote and a reason that can be read
INDENT = 6
LINES_OF_QUOTE = 3


def print_drafts(draft: Draft) -> None:
    """Every draft, least certain first, and how many there are."""
    found = sorted(draft.obligations, key=lambda one: (one.confidence, one.start))
    width = room()
    if width is not None and width < WIDE:
        for one in found:
            for line in _lines(one, max(width, 40)):
                say(line)
    elif found:
        rows = [_row(one) for one in found]
        kept = [
            at
            for at, column in enumerate(_COLUMNS)
            if column.head != "Clause" or any(row[at] for row in rows)
        ]
        print_table([_COLUMNS[at] for at in kept], [[row[at] for at in kept] for row in rows])
    if not found:
        return
    tasks = f"{len(found)} task{'' if len(found) == 1 else 's'}"
    say(f"{tasks}, {sum(one.is_dated for one in found)} of them with a time; least certain first")


def _lines(found: DraftObligation, width: int) -> Iterator[str]:
    """One draft on a narrow terminal; the quote's middle gives way, nothing else does."""
    sure, day, clause, lead, quote, why, doubts = map(safe, _row(found))
    yield from wrap(
        f"{sure:>4}  {day if day != '-' else 'no day'}  {lead}", width, subsequent_indent=" " * INDENT
    )
    room_for_quote = LINES_OF_QUOTE * (width - INDENT - 8)
    passage = f"“{shortened(quote, room_for_quote)}”"
    for label, words in (("", clause), ("", passage), ("why: ", why), ("doubt: ", doubts)):
        if words:
            yield from wrap(
                f"{label}{words}", width, initial_indent=" " * INDENT, subsequent_indent=" " * INDENT
            )
    yield ""


def _row(found: DraftObligation) -> tuple[str, ...]:
    return (
        f"{found.confidence:.0%}",
        _day(found),
        found.clause or "",
        "; ".join(found.lead) or "?",
        " ".join(found.quote.split()),
        "; ".join(step.en for step in found.because[:3]),
        "; ".join(found.notes),
    )


def _day(found: DraftObligation) -> str:
    if found.due is not None:
        return found.due.isoformat()
    if found.recurrence is not None:
        return found.recurrence
    if found.relative is not None:
        return f"{found.relative.n} {found.relative.unit.replace('_', ' ')}s"
    return f"from {found.earliest}" if found.earliest is not None else "-"
