"""Classes and courses by their numbers behind a kind of people: "học sinh lớp 9 và lớp 12", "sinh viên khóa K54, K55"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

KINDS = Lexicon.lines(
    "lớp, khối, khối lớp, khóa, các khóa, các lớp, năm thứ, nhóm, hạng, bậc, các khối, khóa học"
)
JOINTS = frozenset({",", "và", "-", "đến", "hoặc"})
MONTHS_AND_DAYS = frozenset({"tháng", "ngày", "giờ", "h", "/"})


def numbered_end(script: Script, at: int, end: int) -> int:
    """Where the numbers end that say which of these people are meant; ``at`` where none stand there."""
    last = _entry_end(script, at, end)
    while last > at and last < end and script.word(last) in JOINTS:
        following = _entry_end(script, last + 1, end) or _number_end(script, last + 1, end)
        if not following or following == last + 1:
            break
        last = following
    return max(last, at)


def _entry_end(script: Script, at: int, end: int) -> int:
    """ "lớp 9", "khóa K54", "K54"; 0 for none."""
    kind = KINDS.at(script.tokens, at, end)
    coded = _code_end(script, at + kind, end)
    return coded or (_number_end(script, at + kind, end) if kind else 0)


def _code_end(script: Script, at: int, end: int) -> int:
    """A letter and a number written together."""
    if at + 1 >= end or not script.is_capital(at) or len(script.word(at)) > 2:
        return 0
    return at + 2 if script.is_glued(at + 1) and script.tokens[at + 1].is_number else 0


def _number_end(script: Script, at: int, end: int) -> int:
    dated = script.word(at + 1) in MONTHS_AND_DAYS
    return at + 1 if at < end and script.tokens[at].is_number and not dated else 0
