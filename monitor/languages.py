"""In which languages letters can be written: those of every template folder that holds words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

WORDS = "words.toml"


def builtin() -> Path:
    """Our own templates: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"


def languages(folders: Sequence[Path]) -> tuple[str, ...]:
    """Every language that one of these folders speaks (``<language>/words.toml``), in order of name."""
    return tuple(sorted({path.parent.name for root in folders for path in root.glob(f"*/{WORDS}")}))
