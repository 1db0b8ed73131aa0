"""Whether a text was broken into lines by its width, as text copied from a page or a letter is, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.reading.words.script import ENDS, Script, Stretch

FEWEST = 3  # lines that surely go on: fewer prove nothing
NARROWEST, WIDEST = 40, 200  # signs
SHARE = 0.9
# Letters of a printed page are not equally wide: its lines differ by some signs.
FULL = 0.85
CLOSED = ENDS | {";", ":", "|"}


@dataclass(frozen=True, slots=True)
class Wrapping:
    """``width``: signs a line, 0 where lines are paragraphs; ``doubled``: an empty line stands after every line."""

    script: Script
    width: int = 0
    doubled: bool = False

    @classmethod
    def of(cls, script: Script, lines: Sequence[Stretch]) -> Wrapping:
        pairs = [
            (line, following)
            for line, following in pairwise(lines)
            if script.word(line.last - 1) not in CLOSED
            and script.tokens[following.first].is_word
            and not script.is_capital(following.first)
        ]
        if len(pairs) < FEWEST:
            return cls(script)
        gaps = [_gap(script, line, following) for line, following in pairwise(lines)]
        doubled = sum(gap >= 2 for gap in gaps) >= len(gaps) * SHARE
        width = max(_length(script, line) for line, _ in pairs)
        whole = cls(script, width, doubled)
        full = sum(whole.is_full(line, following) for line, following in pairs)
        fits = NARROWEST <= width <= WIDEST and full >= len(pairs) * SHARE
        return whole if fits else cls(script)

    def is_full(self, line: Stretch, following: Stretch) -> bool:
        """Whether the next line's first word had no room in this one."""
        if not self.width:
            return False
        start = self.script.tokens[following.first].start
        word = len(self.script.text[start : start + NARROWEST].split(maxsplit=1)[0])
        return _length(self.script, line) + 1 + word > self.width * FULL

    @property
    def widest_gap(self) -> int:
        """How many line ends may stand between two lines of a paragraph."""
        return 2 if self.doubled else 1


def _length(script: Script, line: Stretch) -> int:
    start, end = script.tokens[line.first].start, script.tokens[line.last - 1].end
    return end - script.text.rfind("\n", 0, start) - 1


def _gap(script: Script, line: Stretch, following: Stretch) -> int:
    return script.text.count("\n", script.tokens[line.last - 1].end, script.tokens[following.first].start)
