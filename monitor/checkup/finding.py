"""What one look found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "fault"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the checkup: ``found`` is what is so, ``advice`` what a person does about it."""

    about: str
    level: Level
    found: str
    advice: str = ""


def ok(about: str, found: str) -> Finding:
    return Finding(about, "ok", found)


def warning(about: str, found: str, advice: str) -> Finding:
    return Finding(about, "warning", found, advice)


def fault(about: str, found: str, advice: str) -> Finding:
    return Finding(about, "fault", found, advice)
