"""Words as they lie on a page: gathered into printed lines, and lines into runs between wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SAME_LINE = 0.35  # of a word's height: how far its foot may lie from the line's
_WIDE = 0.55  # of a line's height: a gap that no space between two words has


@dataclass(frozen=True, slots=True)
class Box:
    """A word, or words that stand together, with their edges in points."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2


def joined(boxes: Sequence[Box]) -> Box:
    """Boxes of one line, from left to right, as one."""
    return Box(
        " ".join(box.text for box in boxes),
        min(box.left for box in boxes),
        max(box.right for box in boxes),
        min(box.top for box in boxes),
        max(box.bottom for box in boxes),
    )


def lines_of(words: Iterable[Box]) -> list[list[Box]]:
    """The printed lines from top to bottom, each from left to right; words on one line share their foot."""
    lines: list[list[Box]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.left)):
        if lines and word.bottom - lines[-1][0].bottom <= word.height * _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda one: one.left)
    return lines


def runs_of(line: Sequence[Box]) -> list[Box]:
    """The words of a line that no wide gap parts, as one box each."""
    runs: list[list[Box]] = []
    for word in line:
        if runs and word.left - runs[-1][-1].right < word.height * _WIDE:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [joined(run) for run in runs]
