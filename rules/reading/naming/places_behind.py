"""Places behind a body's name: counted ("UBND 24 quận, huyện"), or looked after ("Ban quản lý các chợ")."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

PLACES = Lexicon.lines("quận, huyện, thị xã, thành phố, xã, phường, thị trấn, đặc khu, tỉnh, thôn")
COUNTED = frozenset(
    {"ubnd", "hđnd", "dân", "an", "tế", "uỷ", "ủy", "bhxh", "xã"}
)  # Ủy ban nhân dân, Công an, Trạm Y tế, Huyện ủy
JOINING = frozenset({"-", ",", "và", "/"})
# "Ban quản lý các khu công nghiệp tỉnh": what such a board looks after.
MANAGED = Lexicon.lines(
    """dự án, khu công nghiệp, khu chế xuất, khu chế xuất và công nghiệp, khu công nghiệp và chế xuất, khu kinh tế, cửa khẩu,
    cửa khẩu và khu kinh tế, cụm công nghiệp, chợ, di tích, bến xe, bến xe và bãi đỗ, công trình, khu du lịch, khu rừng,
    khu bảo tồn, công viên, cảng cá, cảng cá và khu neo đậu, dự án đầu tư xây dựng"""
)


def counted_places(script: Script, at: int, end: int) -> int:
    """How many tokens of a body's name such a number and its row of places are; 0 where there is none."""
    if not script.tokens[at].is_number or script.word(at - 1) not in COUNTED:
        return 0
    length = PLACES.at(script.tokens, at + 1, end)
    last = at + 1 + length
    while length and last < end and script.word(last) in JOINING:
        length = PLACES.at(script.tokens, last + 1, end)
        last += 1 + length if length else 0
    return last - at if last > at + 1 else 0


def managed_places(script: Script, first: int, at: int, end: int) -> int:
    """How many tokens of a board's name what it looks after is; 0 where it is no such board."""
    if script.word(at) != "các" or script.word(first) != "ban":
        return 0
    if script.words(Stretch(at - 2, at)) != "quản lý":
        return 0
    managed = MANAGED.at(script.tokens, at + 1, end)
    return 1 + managed if managed else 0
