"""The times that the cells of a table name."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.judging.merging import merged
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.spotted import spotted
from rules.reading.phrase.answers import Speech
from rules.reading.words.rows import entries_of
from rules.reading.words.script import Script, Stretch


@dataclass(frozen=True, slots=True)
class CellTimes:
    """Finds the times in a cell of times, and those in a cell that says other things too."""

    script: Script
    judge: Judge
    speech: Speech

    def of(self, cell: Stretch) -> list[Judged]:
        """The times of a cell in which nothing else can be meant."""
        found = [
            one for part in entries_of(self.script, cell) for one in spotted(self.script, part, self.speech)
        ]
        judged = [self.judge.of(one, cell, alone=True) for one in found]
        return [
            one
            for one in merged(judged, self.speech, self.script)
            if one.verdict in {"deadline", "length", "unread"}
        ]

    def fill(self, cell: Stretch) -> bool:
        """Whether a cell says little else than a time."""
        return sum(len(one.place) for one in self.of(cell)) * 3 >= len(cell) * 2

    def among(self, words: Stretch) -> list[Judged]:
        """The last days that a title or a sentence in a cell names, without those of papers."""
        alone = self.fill(words)
        found = [self.judge.of(one, words, alone=alone) for one in spotted(self.script, words, self.speech)]
        return [one for one in merged(found, self.speech, self.script) if one.verdict == "deadline"]
