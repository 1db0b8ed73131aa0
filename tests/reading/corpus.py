"""The labelled documents: invented texts in the language of their issuers, with every obligation in them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tests.reading.labels import Labels, labels_of

DOCUMENTS = Path(__file__).with_name("documents")


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """One text, its labels, and what the index says of it."""

    name: str
    text: str
    kind: str
    field: str
    level: str
    published: date
    oddities: tuple[str, ...]
    constructions: tuple[str, ...]
    labels: Labels


def text_of(name: str) -> str:
    """The text as a reader of UTF-8 gets it: no newline translated, a byte order mark not counted."""
    return (DOCUMENTS / f"{name}.txt").read_bytes().decode("utf-8-sig")


@cache
def documents() -> tuple[LabelledDocument, ...]:
    """Every document of the index, in its order."""
    index = tomllib.loads((DOCUMENTS / "index.toml").read_text(encoding="utf-8"))
    return tuple(
        LabelledDocument(
            row["name"],
            text_of(row["name"]),
            row["kind"],
            row["field"],
            row["level"],
            row["published"],
            tuple(row["oddities"]),
            tuple(row["constructions"]),
            labels_of(DOCUMENTS / f"{row['name']}.json", text_of(row["name"])),
        )
        for row in index["document"]
    )
