"""What the grammar reads sign by sign beside numbers: the names of events and feasts, days as newspapers write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.phrase.nodes import Day, Node, Said
from rules.reading.words.tokens import Token

LONGEST_EVENT = 10
LONGEST_OCCASION = 16
UNITS = frozenset(
    {
        "ngày",
        "tháng",
        "năm",
        "tuần",
        "giờ",
        "phút",
        "%",
        "tỷ",
        "tỉ",
        "triệu",
        "nghìn",
        "ngàn",
        "trăm",
        "km",
        "m",
        "ha",
        "lần",
    }
    | {"người", "hộ", "lớp", "độ", "mét", "tấn", "kg", "đồng", "usd", "điểm", "bài", "tuổi", "quý"}
)
FEASTS = frozenset({"bầu", "hội", "lễ", "khai", "thành", "kỷ", "quốc", "toàn", "giải", "truyền", "tết"})
OCCASIONS = frozenset({"đại", "lễ", "dịp", "kỳ", "hội", "phiên", "ngày", "cuộc", "buổi", "khai", "tết"})


def event(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The name of an event, up to "at least" or to a number."""
    for end in range(place, min(place + LONGEST_EVENT, len(tokens))):
        if (tokens[end].text in {"ít", "tối"} or tokens[end].is_number) and end > place:
            yield end, Said()
            return
        if not tokens[end].is_word:
            return


def dated_event(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The name of an event, up to the bracket that names its day."""
    for end in range(place, min(place + LONGEST_EVENT, len(tokens))):
        if tokens[end].text == "(" and end > place:
            yield end, Said()
            return
        if not tokens[end].is_word:
            return


def occasion(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The name of a feast, session or election, up to the day that follows it."""
    opening = [token.text for token in tokens[place : place + 2]]
    if len(opening) < 2 or opening[0] not in OCCASIONS or (opening[0] == "ngày" and opening[1] not in FEASTS):
        return
    for end in range(place + 1, min(place + LONGEST_OCCASION, len(tokens))):
        if tokens[end].text in {"ngày", "("} and end - place >= 2:
            yield end, Said()
        elif not tokens[end].is_word and not tokens[end].is_number and tokens[end].text != "-":
            return


def short_day(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """ "28-2" or "30.6" as newspapers write a day, where no unit makes it a measure: "trước 3-5 ngày" is none."""
    signs = [token.text for token in tokens[place : place + 4]]
    if len(signs) < 3 or signs[1] not in {"-", "."} or not (signs[0].isdigit() and signs[2].isdigit()):
        return
    glued = tokens[place].end == tokens[place + 1].start and tokens[place + 1].end == tokens[place + 2].start
    day, month = int(signs[0]), int(signs[2])
    after = signs[3] if len(signs) > 3 else ""
    goes_on = {".", "/", ","} if signs[1] == "." and _called_a_day(tokens, place) else {"-", ".", "/", ","}
    measured = after in UNITS or (after in goes_on and _goes_on(tokens, place + 3))
    if (
        glued
        and len(signs[0]) <= 2
        and 1 <= day <= 31
        and len(signs[2]) <= 2
        and 1 <= month <= 12
        and not measured
    ):
        yield place + 3, Day(day, month)


def _called_a_day(tokens: Sequence[Token], place: int) -> bool:
    """ "Ngày 12.3-30.4": the stroke behind the first day leads to another and no further."""
    return place > 0 and tokens[place - 1].text == "ngày"


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is glued to the sign at this place."""
    return (
        place + 1 < len(tokens)
        and tokens[place + 1].is_number
        and tokens[place].end == tokens[place + 1].start
    )
