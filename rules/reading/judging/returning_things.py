"""What comes back is a thing that is spoken of, and not the deed: "mức trợ cấp hằng tháng", "vào báo cáo hằng quý"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

# What somebody receives so often is named with how often: "trợ cấp hằng tháng" is no single allowance.
PAID = Lexicon.lines(
    """trợ cấp, phụ cấp, lương hưu, tiền lương, tiền công, học bổng, sinh hoạt phí, thu nhập, trợ giúp xã hội,
    trợ cấp xã hội, mức đóng, mức hưởng, mức hỗ trợ, mức chi trả, mức lương, mức thu, mức phí"""
)
PAYS = Lexicon.lines("chi trả, trả, chi, cấp, phát, thanh toán, nộp, đóng, trích, trích nộp")
MEANS = Lexicon.lines(
    """nguồn, kinh phí, dự toán, kế hoạch, chỉ tiêu, biên chế, vốn, ngân sách, chương trình, hạn mức, định mức, số vốn"""
)
# Where something is told or put; the report or meeting named behind is one that comes back by itself.
PUT_INTO = frozenset({"vào", "trong", "tại", "theo", "của", "từ", "qua", "ở"})
THINGS = Lexicon.lines(
    """báo cáo, bản tin, cuộc họp, cuộc họp giao ban, cuộc giao ban, buổi giao ban, hội nghị, hội nghị giao ban, phiên họp,
    buổi họp, kỳ họp, họp giao ban, chương trình công tác"""
)
EDGES = frozenset({",", ";", ":", "(", ")"})
NEAR = 8


def is_a_thing_that_returns(script: Script, place: Stretch, clause: Stretch) -> bool:
    """Whether how often describes the noun before it, which somebody only handles."""
    first = _part_start(script, place, clause)
    return (
        _is_paid(script, place, first)
        or _is_given_so_often(script, place, clause)
        or _is_put_into(script, place, first)
    )


def _part_start(script: Script, place: Stretch, clause: Stretch) -> int:
    """Where the words begin that can belong to one noun with the time."""
    at = place.first
    while at > max(clause.first, place.first - NEAR) and script.word(at - 1) not in EDGES:
        at -= 1
    return at


def _is_paid(script: Script, place: Stretch, first: int) -> bool:
    """ "Mức trợ cấp ưu đãi hằng tháng": an allowance; who pays it out so often has his duty."""
    named = PAID.within(script.tokens, first, place.first)
    return named is not None and not PAYS.ending(script.tokens, named, max(first - 1, 0))


def _is_given_so_often(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Bố trí từ nguồn được cấp hằng năm": what the deed draws on is given so often."""
    tokens = script.tokens
    given = next(
        (
            at
            for at in range(place.first - 1, max(clause.first, place.first - NEAR) - 1, -1)
            if script.word(at) == "được" or script.word(at) in EDGES
        ),
        None,
    )
    if given is None or script.word(given) != "được" or script.word(given - 1) in {"phải", "cần", "sẽ"}:
        return False
    for at in range(given - 1, max(clause.first, given - NEAR) - 1, -1):
        if script.word(at) in EDGES:
            return False
        if MEANS.at(tokens, at, given):
            return VERBS.within(tokens, clause.first, at) is not None
    return False


def _is_put_into(script: Script, place: Stretch, first: int) -> bool:
    """ "Đưa vào báo cáo hằng quý", "tại cuộc họp hằng tuần": one more thing told there, or the place where it is."""
    if script.word(place.last) in {"gửi", "nộp", "trình"}:
        return False
    for at in range(place.first - 1, first, -1):
        if THINGS.at(script.tokens, at, place.first) == place.first - at and script.word(at - 1) in PUT_INTO:
            return True
    return False
