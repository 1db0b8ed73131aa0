"""Places in a row inside a name: "các tỉnh Bến Tre, Tiền Giang", "các huyện, thị xã, thành phố"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import HEADS, PLACES, QUANTIFIERS, TITLES
from rules.reading.words.script import Script, Stretch

UNITS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường"})
IN_A_ROW = UNITS | {",", "và", "thành", "phố", "thị", "trấn"}
PLACE_PAIRS = frozenset({"thành phố", "thị xã", "thị trấn"})
# Whose title stands with no more than the level: "Chánh Thanh tra tỉnh", "Bí thư huyện".
OFFICES = frozenset({"tra", "phòng", "thư", "trưởng", "tịch", "án", "nhiệm", "đốc", "huy"})
COUNTRY = frozenset({"việt nam", "chính phủ"})
# "Xã hội", "huyện ủy", "tỉnh đoàn", "tỉnh lỵ", "quận đội": words that only begin with a level.
IN_COMPOUNDS = frozenset({"hội", "viên", "ủy", "đoàn", "lỵ", "lộ", "đội", "điểm", "ven"})
# What may narrow a row of places: "các tỉnh ven biển", "các xã miền núi".
NARROWING = frozenset(
    {
        "ven",
        "biên",
        "miền",
        "vùng",
        "phía",
        "khu",
        "lân",
        "nội",
        "ngoại",
        "trọng",
        "giáp",
        "đồng",
        "tây",
        "nam",
    }
    | {
        "bắc",
        "trung",
        "còn",
        "cả",
        "thuộc",
        "nơi",
        "duyên",
        "hải",
        "nghèo",
        "đảo",
        "điểm",
        "phố",
        "trấn",
        "liên",
    }
    | {"khó", "nông", "đặc", "xã", "cấp", "trực", "trên", "trong", "mới", "cũ", "lớn", "nhỏ", "bãi", "đô"}
)


def place_row(script: Script, first: int, at: int, end: int) -> bool:
    """ "Các tỉnh Bến Tre, Tiền Giang": further places of a row; "tỉnh, thành phố …" likewise."""
    before = {script.word(place) for place in range(first, at)}
    unit = script.word(at - 1) in UNITS or script.words(Stretch(at - 2, at)) in PLACE_PAIRS
    if unit and script.word(at) == ",":
        place = script.word(at + 1) in PLACES and not script.is_capital(at + 1)
        # "Thủ đô" is a place, "thủ trưởng" somebody.
        return any_city(script, at + 1) or (place and not TITLES.at(script.tokens, at + 1, end))
    if not (before & QUANTIFIERS and before & (PLACES | {"vùng"})):
        return False
    if script.word(at + 1) in QUANTIFIERS and script.word(at + 2) in PLACES:
        return True
    return (
        script.is_capital(at + 1)
        and not HEADS.at(script.tokens, at + 1, end)
        and not TITLES.at(script.tokens, at + 1, end)
    )


def any_city(script: Script, place: int) -> bool:
    """ "Các tỉnh, TP (trực thuộc Trung ương)": cities, and no one city by its name."""
    if script.word(place) != "tp" or script.tokens[place - 1].is_number:
        return False
    after = place + 1 + (script.word(place + 1) == "." and not script.breaks_after(place + 1))
    return after >= len(script.tokens) or not script.is_capital(after)


def row_ends(script: Script, at: int) -> bool:
    """ "UBND các quận, huyện, thị xã ra quân …": behind a row of places only what narrows it goes on."""
    if script.word(at - 1) not in UNITS and script.words(Stretch(at - 2, at)) not in PLACE_PAIRS:
        return False
    start = at - 1
    while start > 0 and script.word(start) in IN_A_ROW:
        start -= 1
    return script.word(start) in QUANTIFIERS and script.word(at) not in PLACES | NARROWING


def whole_behind(script: Script, first: int, at: int) -> bool:
    """ "Bưu điện tỉnh …", "Tập đoàn Dầu khí Việt Nam …": behind its level or its country a name is whole."""
    if at - 2 <= first or not script.is_capital(first):
        return False
    if script.words(Stretch(at - 2, at)) in COUNTRY and script.is_capital(at - 1):
        return script.word(at) not in PLACES | NARROWING
    level = script.word(at - 1) in UNITS or script.words(Stretch(at - 2, at)) in PLACE_PAIRS
    if not level or script.is_capital(at - 1):
        return False
    return script.word(at) not in PLACES | NARROWING | IN_COMPOUNDS


def named_behind(script: Script, at: int, end: int) -> bool:
    """Whether a proper name, a number, a level or a row of members stands behind the head of a name."""
    if at >= end:
        return False
    word = script.word(at)
    named = script.is_capital(at) or script.tokens[at].is_number
    return named or word in UNITS | QUANTIFIERS or word in {"thành", "thị", "ngành", "trung"}


def office_level_ends(script: Script, at: int, end: int) -> int:
    """ "Chánh Thanh tra tỉnh …": where the level behind a title ends; ``at`` where a body with a name stands there."""
    pair = script.words(Stretch(at, at + 2)) in PLACE_PAIRS
    last = at + 2 if pair else at + 1
    if script.word(at - 1) not in OFFICES or not (pair or script.word(at) in UNITS) or script.is_capital(at):
        return at
    while last < end and script.is_capital(last):
        last += 1
    return last if last >= end or script.word(last) not in IN_COMPOUNDS else at
