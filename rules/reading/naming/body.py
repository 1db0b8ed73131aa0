"""A body as a text names it, and bodies named in one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rules.reading.words.script import Stretch

BodyKind = Literal["agency", "title", "collective", "common", "pronoun"]


@dataclass(frozen=True, slots=True)
class Body:
    """One named body as the text writes it."""

    place: Stretch
    name: str
    kind: BodyKind


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies named in one row: "Bộ A, Bộ B và Bộ C"."""

    place: Stretch
    bodies: tuple[Body, ...]
