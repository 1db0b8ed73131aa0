"""The table of deadline phrases, tests/phrases/*.toml: what each means, on which days, and why.

A file holds forms, a form its rows under named columns; a cell that only few rows need stands in a table at the row's
end. An unknown column is an error, so that no expectation is lost.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "phrases"
REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase and what it comes to.

    ``document`` is the day of the document, ``last`` the last permissible day, ``safe`` the working day to aim at,
    ``first`` the first day of a named period, ``other`` the day of the reading that was not chosen. ``why`` names
    the rules and the days off, as reasons.toml spells them out. Counted: so many (``count``) from the day ``start``,
    which is that of ``anchor``. Recurring: ``every`` period on ``days``, ``after`` so many periods; ``last`` and
    ``safe`` are then those of the first time in 2019. Continuous: from ``first`` to ``until``.
    """

    form: str
    words: str
    why: str = ""
    document: date | None = None
    last: date | None = None
    safe: date | None = None
    first: date | None = None
    other: date | None = None
    until: date | None = None
    hour: str | None = None
    year: int | None = None
    count: str = ""
    anchor: str = ""
    start: date | None = None
    every: str = ""
    days: str = ""
    after: int = 0
    doubt: str = ""
    refused: str = ""
    decomposed: bool = False

    @property
    def spelled(self) -> str:
        """The words as they reach the reader: decomposed ones with every mark a sign of its own."""
        return unicodedata.normalize("NFD", self.words) if self.decomposed else self.words

    @property
    def is_whole(self) -> bool:
        """Whether it states the document's day, the last day, the safe day and the reason of a single deadline."""
        return bool(self.document and self.last and self.safe and self.why and not self.every)


def read_rows(name: str, text: str) -> tuple[Row, ...]:
    """The rows of one file; raises TypeError for an unknown column, ValueError for a row of another length."""
    rows: list[Row] = []
    for form in tomllib.loads(text)["form"]:
        for cells in form["rows"]:
            rare = cells[-1] if isinstance(cells[-1], dict) else {}
            stated = dict(zip(form["columns"], cells[:-1] if rare else cells, strict=True))
            rows.append(Row(form=f"{name}: {form['title']}", **stated, **rare))
    return tuple(rows)


@cache
def phrase_table() -> tuple[Row, ...]:
    """Every row of every file, in order."""
    files = sorted(path for path in FOLDER.glob("*.toml") if path.stem != REASONS)
    return tuple(row for path in files for row in read_rows(path.stem, path.read_text(encoding="utf-8")))
