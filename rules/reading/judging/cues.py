"""Words that may speak of a time: the grammar is asked only near one of them."""

from __future__ import annotations

from rules.reading.words.numerals import DIGITS, TENS
from rules.reading.words.script import Script, Stretch

WITHOUT_NUMBER = frozenset({"tết", "thường", "hằng", "hàng", "mỗi", "định", "cuối", "từng", "khánh"})
SPELLED = frozenset(
    {
        "một",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "nửa",
        "i",
        "ii",
        "iii",
        "iv",
        "tuần",
    }
)
COMPOUNDS = frozenset({*DIGITS, *TENS, "trăm", "linh", "lẻ"}) - {"năm"}
# Words that speak of a time beside another only.
BESIDE = SPELLED | {"tháng", "quý", "việc", "nay", "mai", "ngay"}
PARTS_OF_A_DAY = frozenset({"hôm", "ngày", "sáng", "trưa", "chiều", "tối", "giờ", "h"})
NEXT = frozenset({"tiếp", "kế", "liền", "ngay", "sau"})
# A number in words, or a week or year without one, speaks of a time only beside one of these.
NEAR_SPELLED = frozenset(
    {
        "tháng",
        "ngày",
        "tuần",
        "quý",
        "giờ",
        "này",
        "nay",
        "tới",
        "sau",
        "tiếp",
        "đầu",
        "cuối",
        "trong",
        "hết",
        "q",
        "năm",
    }
)


def cues_in(script: Script, stretch: Stretch) -> list[int]:
    """Where a number stands, or a word that may speak of a time without one."""
    found: list[int] = []
    for place, word in enumerate(script.texts[stretch.first : stretch.last], start=stretch.first):
        if (
            word in WITHOUT_NUMBER
            or (word.isdigit() and word.isascii())
            or (word in BESIDE and _is_spelled(script, place))
        ):
            found.append(place - stretch.first)
    return found


def _is_spelled(script: Script, place: int) -> bool:
    """Whether a number in words, or a week, month or year without one, stands here beside a word of time."""
    if script.word(place) in {"tháng", "quý"}:
        return script.word(place + 1) in {"này", "nay", "tới", "sau"}
    if script.word(place) == "ngay":
        return script.words(Stretch(place, place + 3)) == "ngay trong tuần"
    if script.word(place) in {"nay", "mai"}:
        return script.word(place - 1) in PARTS_OF_A_DAY
    if script.word(place) == "việc":  # ngày làm việc tiếp theo
        return script.word(place + 1) in NEXT and script.word(place - 2) == "ngày"
    if script.word(place) not in SPELLED:
        return False
    end = place + 1
    while script.word(end) in COMPOUNDS:  # "bốn mươi lăm", "hai trăm bảy mươi"
        end += 1
    return not NEAR_SPELLED.isdisjoint((script.word(place - 1), script.word(end), script.word(end + 1)))
