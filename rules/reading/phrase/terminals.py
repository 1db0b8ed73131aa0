"""What the grammar reads sign by sign: numbers, years, names of the sixty-year cycle, anchors in free words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from rules.reading.phrase.nodes import Anchor, Node, Number, Said, Tet, Year
from rules.reading.phrase.occasions import FEASTS, OCCASIONS, dated_event, event, occasion, short_day
from rules.reading.phrase.openings import Opening, number_of
from rules.reading.phrase.rows_of_papers import joins_deeds, joins_papers, without_rows
from rules.reading.words.numerals import DIGITS, ROMAN, TENS, spelled
from rules.reading.words.text import slug
from rules.reading.words.tokens import Token

Reader = Callable[[Sequence[Token], int], Iterator[tuple[int, Node]]]
YEARS = range(1900, 2200)
MOST_SPELLED = 5
STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
SPELLINGS = {"kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "mẹo": "mão", "quí": "quý"}
ALONE: Final = frozenset[str]()
HELD = {
    "bắt": frozenset({"đầu"}),
    "diễn": frozenset({"ra"}),
    "tổ": frozenset({"chức"}),
    "khai": frozenset({"mạc", "giảng", "trương"}),
    "tiến": frozenset({"hành"}),
    "khởi": frozenset({"công", "hành"}),
    "bế": frozenset({"mạc"}),
    "kết": frozenset({"thúc"}),
    "hội": frozenset({"nghị", "thi", "thảo"}),
    "kỳ": frozenset({"họp", "thi"}),
    "phiên": frozenset({"họp"}),
    "cuộc": frozenset({"họp", "thi"}),
}
DOCUMENTS_OWN = frozenset({"issued", "effective", "published"})
# In running text the event's name is over before these.
AFTER_ANCHOR = frozenset(
    {",", ";", ":", ".", "(", ")", "phải", "cần", "sẽ", "thì", "trước", "để", "trách", "|", "nhưng", "song"}
)
QUARTERS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
LONGEST_ANCHOR = 30
DOCUMENT = (
    "(?:nghị quyết|quyết định|chỉ thị|thông báo|công điện|công văn|thông tư|nghị định|kế hoạch|văn bản|luật)"
)
# Words of an anchor that say a deadline of their own: the phrase is more than one, and no part of it is guessed.
NOT_IN_ANCHOR = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|(?<!hết )hạn|hằng|hàng (?:năm|quý|tháng|tuần)|định kỳ|mỗi|không quá|không vượt quá"
    r"|đến hết|nhưng)\b"
)
SIGNING = "(?:ký|ban hành|ký,? ban hành|ký và ban hành)"
ANCHORS: Final = (
    (rf"(?:được )?{SIGNING}(?: {DOCUMENT} này)?|{DOCUMENT}(?: này)? (?:được )?{SIGNING}", "issued"),
    (
        rf"(?:{DOCUMENT}(?: này)? )?(?:bắt đầu )?(?:có )?hiệu lực(?: thi hành| pháp luật)?(?:(?: của)? {DOCUMENT} này)?",
        "effective",
    ),
    (rf"(?:{DOCUMENT} này )?(?:được )?(?:công bố|đăng công báo)(?: {DOCUMENT} này)?", "published"),
    (r"(?:được )?(?:nhận|tiếp nhận)\b.*", "receipt"),
)
# "N days from the end of the quarter" returns every quarter: it is no single count.
RETURNING_ANCHOR = re.compile(
    r"(?:kết thúc|hết|bắt đầu|đầu|cuối) (?:của )?(?:mỗi )?(?:quý|tháng|năm|tuần|kỳ)(?: báo cáo)?"
)
MADE_PUBLIC = frozenset({"công bố", "được công bố"})
TERMS = ("trong vòng", "trong thời hạn", "chậm nhất", "trước ngày", "không quá")
# These words lead to the event and are no part of its name; a number is a day, or nothing we know.
BINDING = frozenset({"có trách", "chịu trách", "có nghĩa", "có nhiệm"})
INTRODUCTION = re.compile(r"(?:ngày|khi|thời điểm|lúc|sau)\b|[0-9]")


def two_digits(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """A day or month, with the same number repeated in words in brackets or not."""
    if place < len(tokens) and tokens[place].is_number and len(tokens[place].text) <= 2:
        yield from _with_repetition(tokens, place)


def count(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """A number of things, in digits, in words, or in both where they agree."""
    if place < len(tokens) and tokens[place].is_number and len(tokens[place].text) <= 5:
        yield from _with_repetition(tokens, place)
        return
    for end in range(place + 1, min(place + MOST_SPELLED, len(tokens)) + 1):
        value = spelled([token.text for token in tokens[place:end]])
        if value is None:
            continue
        yield end, Number(value)
        if [token.text for token in tokens[end : end + 3 : 2]] == ["(", ")"]:
            repeated = tokens[end + 1]
            if repeated.is_number and len(repeated.text) <= 5 and int(repeated.text) == value:
                yield end + 3, Number(value)


def year(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """A year of four digits."""
    if place < len(tokens) and tokens[place].is_number and len(tokens[place].text) == 4:
        value = int(tokens[place].text)
        if value in YEARS:
            yield place + 1, Year(value)


def quarter(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The number of a quarter, Roman, Arabic or in words."""
    if place >= len(tokens):
        return
    text = tokens[place].text
    value = ROMAN.get(text) or QUARTERS.get(text)
    if tokens[place].is_number and len(text) <= 2:
        value = int(text)
    if value in range(1, 5):
        yield place + 1, Number(value or 0)


def month_name(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """A month's number in words: "tháng Mười", "tháng Mười hai"; "Giêng" and "Chạp" name months of the moon."""
    for end in range(place + 1, min(place + 2, len(tokens)) + 1):
        value = spelled([token.text for token in tokens[place:end]])
        if value is not None and 1 <= value <= 12:
            yield end, Number(value)


def cycle(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """A year's name in the cycle of sixty, as in "Mậu Tuất"."""
    if place + 1 >= len(tokens):
        return
    stem, branch = (SPELLINGS.get(token.text, token.text) for token in tokens[place : place + 2])
    if stem in STEMS and branch in BRANCHES:
        wanted = STEMS.index(stem), BRANCHES.index(branch)
        for index in range(60):
            if (index % 10, index % 12) == wanted:
                yield place + 2, Tet(cycle=index)


def anchor(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The event that a period counts from, in free words up to the end of the phrase or to its last sign."""
    yield from _anchor(tokens, place)


def _anchor(tokens: Sequence[Token], place: int, *, rows: bool = False) -> Iterator[tuple[int, Node]]:
    """``rows``: what its commas join was looked at before."""
    end = len(tokens)
    while end > place and tokens[end - 1].text in {".", ";", ","}:
        end -= 1
    if not place < end <= place + LONGEST_ANCHOR:
        return
    words = _joined(tokens[place:end])
    apart = re.search(r"[,;:]", without_rows(words).replace("ký, ban hành", ""))
    if NOT_IN_ANCHOR.search(words) or (apart and not rows):
        return
    if RETURNING_ANCHOR.fullmatch(words) or INTRODUCTION.match(words):
        return
    known = next((name for shape, name in ANCHORS if re.fullmatch(shape, words)), None)
    name = known or slug(words)
    if name:
        yield end, Anchor(name)


def anchor_in_text(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """The same in running text: it ends with the clause, or where the document itself has been named."""
    end = place
    while end < min(len(tokens), place + LONGEST_ANCHOR):
        if tokens[end].text in AFTER_ANCHOR and not (joins_papers(tokens, end) or joins_deeds(tokens, end)):
            break
        if tokens[end].text == "và" and _binds_or_counts(tokens, end + 1):
            break
        if _goes_on_with_a_term(tokens, end):
            break
        end += 1
    for last in range(end, place, -1):
        known = next(iter(_anchor(tokens[:last], place, rows=True)), None)
        if known is None:
            continue
        # What the document says of itself ends the anchor; of other events the longest words are kept.
        whole = last == end or tokens[last - 1].text == "này"
        if last == end and _joined(tokens[place:last]) in MADE_PUBLIC:
            yield last, Anchor(slug(_joined(tokens[place:last])))  # of which thing, the words before say
            return
        if whole and isinstance(known[1], Anchor) and known[1].start in DOCUMENTS_OWN:
            yield known
            return
    known = next(iter(_anchor(tokens[:end], place, rows=True)), None)
    if known is not None:
        yield known


def _goes_on_with_a_term(tokens: Sequence[Token], at: int) -> bool:
    """ "… kể từ khi phát hiện và hoàn thành báo cáo trong vòng 05 ngày": behind "và" a deed with a term of its own."""
    if tokens[at].text not in {"và", ","}:
        return False
    rest = [token.text for token in tokens[at + 1 : at + LONGEST_ANCHOR]]
    stop = next((n for n, word in enumerate(rest) if word in {";", "."}), len(rest))
    row = " ".join(rest[:stop])
    return any(term in row for term in TERMS)


def _binds_or_counts(tokens: Sequence[Token], at: int) -> bool:
    """ "… kể từ ngày nhận thông báo và phải lưu …", "… và 06 tháng trước kỳ …": what follows is no part of the event."""
    if at >= len(tokens):
        return False
    binds = " ".join(token.text for token in tokens[at : at + 2])
    return tokens[at].is_number or tokens[at].text in {"phải", "sẽ"} or binds in BINDING


def held(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    """An event told by the word for taking place: "trước 05 ngày khai mạc kỳ họp"."""
    if place + 1 < len(tokens) and tokens[place + 1].text in HELD.get(tokens[place].text, ALONE):
        yield from anchor_in_text(tokens, place)


def bracket(sign: str) -> Reader:
    def read(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
        if place < len(tokens) and tokens[place].text == sign:
            yield place + 1, Said()

    return read


def _with_repetition(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, Node]]:
    value = int(tokens[place].text)
    yield place + 1, Number(value)
    if place + 1 < len(tokens) and tokens[place + 1].text == "(":
        for end in range(place + 3, min(place + 3 + MOST_SPELLED, len(tokens))):
            if tokens[end].text == ")":
                if spelled([token.text for token in tokens[place + 2 : end]]) == value:
                    yield end + 1, Number(value)
                return


def _joined(tokens: Sequence[Token]) -> str:
    """The words with single spaces as written, a sign close to the word before it where it stood there."""
    pieces = [tokens[0].text]
    for before, token in pairwise(tokens):
        pieces.append((" " if token.start > before.end else "") + token.text)
    return "".join(pieces)


TERMINALS: Final[dict[str, Reader]] = {
    "dd": two_digits,
    "count": count,
    "year": year,
    "q": quarter,
    "month-name": month_name,
    "cycle": cycle,
    "anchor-words": anchor,
    "event": event,
    "dated-event": dated_event,
    "short-day": short_day,
    "occasion": occasion,
    "held": held,
    "open": bracket("("),
    "close": bracket(")"),
}
IN_BRACKETS = frozenset({"("})
SPELLED = frozenset({"(", "trăm", "linh", "lẻ", *DIGITS, *TENS})
OPENINGS: Final[dict[str, Opening]] = {
    "open": {"(": ALONE},
    "close": {")": ALONE},
    "dd": {number_of(digits): IN_BRACKETS for digits in (1, 2)},
    "count": {
        **{number_of(digits): IN_BRACKETS for digits in range(1, 6)},
        **dict.fromkeys((*DIGITS, *TENS), SPELLED),
    },
    "occasion": {**dict.fromkeys(OCCASIONS, None), "ngày": FEASTS},
    "held": dict(HELD),
    "short-day": {number_of(digits): None for digits in (1, 2)},
    "month-name": dict.fromkeys((*DIGITS, *TENS, "giêng", "chạp"), SPELLED),
    "year": {number_of(4): ALONE},
    "q": dict.fromkeys((number_of(1), number_of(2), *ROMAN, *QUARTERS), ALONE),
    "cycle": dict.fromkeys((*STEMS, *SPELLINGS), frozenset({*BRANCHES, *SPELLINGS})),
}
