"""Beginnings beside a term: "từ quý III trở đi, định kỳ hằng quý …" is one deadline."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.judging.refusals import Judged
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Ongoing
from rules.reading.words.script import Script
from rules.term import Every


def without_starts(judged: Sequence[Judged], script: Script) -> list[Judged]:
    """The same without the beginnings beside a term: "từ quý III trở đi, định kỳ hằng quý …" is one deadline."""
    if not any(one.verdict == "deadline" and not _begins(one) for one in judged):
        return list(judged)
    kept = [one for one in judged if not _begins(one)]
    returns = any(one.verdict == "deadline" and _comes_back(one) for one in kept)
    return [one for one in kept if not (returns and _goes_on(one, script))]


def _begins(one: Judged) -> bool:
    core = one.spotted.whole.core
    ongoing = isinstance(core, Ongoing) and core.first is not None and core.last is None
    return one.verdict == "start" or (ongoing and one.verdict == "deadline")


def _comes_back(one: Judged) -> bool:
    reading = one.spotted.reading
    return isinstance(reading, Reading) and isinstance(reading.term, Every)


def _goes_on(one: Judged, script: Script) -> bool:
    """ "Kéo dài đến hết tháng 11": how long what returns goes on."""
    return script.word(one.place.first) == "kéo"
