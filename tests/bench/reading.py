"""Pages read in a second: whole documents, from text to drafts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from rules.reading.document import read_document
from tests.bench.measure import Goal, Line, Table, shown, timed
from tests.builders import builtin_catalogue
from tests.reading.corpus import documents

PAGES = 100
SIGNS_A_PAGE = 2500
LONGEST_S = 2.0


def bench(_: Path, pages: int = PAGES, runs: int = 5) -> Table:
    """``pages`` pages of the labelled documents, as one text, against writing the same text as JSON and reading it."""
    text = _text(pages)
    catalogue = builtin_catalogue()
    read = timed(lambda: read_document(text, date(2016, 6, 1), catalogue), runs)
    plain = timed(lambda: json.loads(json.dumps(text)), runs)
    return Table(
        "Documents read",
        (
            Line(
                f"{pages} pages of {SIGNS_A_PAGE} signs",
                shown(read.median),
                read.spread,
                read.median / (LONGEST_S * pages / PAGES),
                f"{shown(LONGEST_S * pages / PAGES)}",
                Goal(1.0),
            ),
            Line("pages a second", f"{pages / read.median:.0f}", read.spread),
            Line("the same text through JSON and back", shown(plain.median), plain.spread),
        ),
    )


def _text(pages: int) -> str:
    every = "\n\n".join(document.text for document in documents())
    wanted = pages * SIGNS_A_PAGE
    return (every * (wanted // len(every) + 1))[:wanted]
