"""Who issued a paper, as its first lines say: whom the body stands under, then the body (Decree 30/2020/NĐ-CP, annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.reading.draft import Issuer
from rules.reading.head.mentions import KINDS
from rules.reading.words.text import fold

# A number's letters, where no line names a body.
ISSUERS = {
    "NQ-CP": "Chính phủ",
    "NĐ-CP": "Chính phủ",
    "TTG": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
}
NOT_NAMES = ("cộng hòa", "độc lập", "số", "đảng")
# "I. MỤC ĐÍCH, YÊU CẦU", "PHẦN 1": what opens a part of the text.
HEADING = re.compile(r"(?:[IVX]+|[0-9]+|[A-Z])\s*[.)/-]\s|(?:PHẦN|CHƯƠNG|MỤC|PHỤ LỤC|ĐIỀU)\b")
# A second line with one of these at its head is a body of its own, below the one above it.
BELOW = re.compile(
    r"(?:tổng cục|chi cục|cục|vụ|sở|phòng|ban(?! hành\b)|trung tâm|học viện|viện|trường|đại học|bệnh viện|kho bạc|hội|"
    r"thanh tra|văn phòng|công an|bộ chỉ huy|ủy ban|ubnd|bảo hiểm|công ty|chi nhánh|đoàn|liên đoàn|tòa án|quỹ)\b"
)
# The rest of a name that was broken at the end of a line.
PLACE = re.compile(r"(?:tỉnh|thành phố|tp\b|huyện|quận|xã|phường|thị xã|thị trấn|việt nam$)")
PLACED = re.compile(r"\b(?:tỉnh|thành phố|tp|huyện|quận|xã|phường|thị xã|thị trấn)\b")
LOCAL = re.compile(
    r"^(?:sở)\b|\b(?:tỉnh|thành phố|tp|huyện|quận|xã|phường|thị xã|thị trấn|tỉnh ủy|thành ủy|huyện ủy)\b"
)


# A province orders something, and nobody above it does.
ORDERED_BELOW = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|tỉnh ủy|thành ủy) (?:tỉnh|thành phố|tp|huyện|quận)\b[^.;\n]{0,80}?"
    r"\b(?:yêu cầu|giao|chỉ đạo|đề nghị|ban hành|ký|kết luận)\b"
)
ORDERED_ABOVE = re.compile(
    r"\b(?:thủ tướng|chính phủ|quốc hội|bộ trưởng|thứ trưởng|bộ [^.;,\n]{2,40}?)\b[^.;,\n]{0,40}?"
    r"\b(?:yêu cầu|giao|chỉ đạo|đề nghị|ban hành|ký|kết luận)\b"
)


# What others had ordered before is told beside it.
BEFORE_THAT = re.compile(r"\b(?:trước đó|trước đây)\b[^.;\n]*")


def is_local_news(words: str) -> bool:
    """Whether a province or what lies below it speaks in folded news: its "địa phương" are districts."""
    return (
        ORDERED_BELOW.search(words) is not None and ORDERED_ABOVE.search(BEFORE_THAT.sub("", words)) is None
    )


def issuer_of(head: Sequence[str], number: str | None) -> Issuer:
    """The issuer that the lines above the number name, or else the letters in the number."""
    names = list(_names(head))
    if not names:
        upper = (number or "").upper()
        return Issuer(next((name for symbol, name in ISSUERS.items() if symbol in upper), None))
    is_local = any(LOCAL.search(fold(name)) for name in names)
    return Issuer(names[-1], names[-2] if len(names) > 1 else None, is_local)


def _names(head: Sequence[str]) -> Iterator[str]:
    """The bodies of the head, each below the one before it."""
    shouted = [re.split(r"\s{2,}|CỘNG H", line)[0].strip(" -*") for line in head if line.isupper()]
    lines = [
        name for name in shouted if len(fold(name)) > 3 and not HEADING.match(name) and _may_name(fold(name))
    ]
    name = ""
    for line in lines:
        words = fold(line)
        if not name:
            name = line
        elif PLACE.match(words) and not PLACED.search(fold(name)):
            name = f"{name} {line}"
        elif BELOW.match(words):
            yield name
            name = line
        else:
            break
    if name:
        yield name


def _may_name(words: str) -> bool:
    """Whether folded words are neither the state's motto nor the kind of the paper."""
    return not words.startswith(NOT_NAMES) and words not in dict(KINDS)
