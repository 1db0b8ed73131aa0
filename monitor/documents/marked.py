"""Tables that are drawn in plain text: rows between bars (Markdown) or tabs, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monitor.documents.content import Cell, Table

_RULE = re.compile(r"[\s|:+=-]+")
_LINE = re.compile(r"[^\r\n]+")
_LEAST_CELLS = 3


def tables_in(text: str) -> tuple[Table, ...]:
    """Every run of at least two lines that hold three or more cells each; the rule under a head is no row."""
    tables: list[Table] = []
    run: list[tuple[Cell, ...]] = []
    sign, end = "", 0
    for match in _LINE.finditer(text):
        found = (
            "|"
            if match[0].count("|") >= _LEAST_CELLS - 1
            else "\t"
            if match[0].count("\t") >= _LEAST_CELLS - 1
            else ""
        )
        broken = text.count("\n", end, match.start()) > 1
        if (found != sign or broken) and run:
            _keep(run, tables)
            run = []
        sign, end = found, match.end()
        if found and not (found == "|" and _RULE.fullmatch(match[0])):
            run.append(tuple(_cells(match[0], match.start(), found)))
    _keep(run, tables)
    return tuple(tables)


def _keep(run: list[tuple[Cell, ...]], tables: list[Table]) -> None:
    if len(run) > 1:
        tables.append(Table(tuple(run)))


def _cells(line: str, start: int, sign: str) -> Iterator[Cell]:
    parts = line.split(sign)
    places = [start]
    for part in parts[:-1]:
        places.append(places[-1] + len(part) + 1)
    pairs = list(zip(parts, places, strict=True))
    if sign == "|" and len(pairs) > 1:
        # Bars at the edges stand around the cells, not between them.
        pairs = pairs[(not pairs[0][0].strip()) : len(pairs) - (not pairs[-1][0].strip())]
    for part, place in pairs:
        inner = part.strip()
        left = place + len(part) - len(part.lstrip()) if inner else place
        yield Cell(inner, left, left + len(inner))
