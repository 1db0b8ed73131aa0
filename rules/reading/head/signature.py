"""Who signs a document, by office: "KT. BỘ TRƯỞNG, THỨ TRƯỞNG", "Thủ tướng"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.words.bodies_lexicon import TITLES
from rules.reading.words.text import clean, fold
from rules.reading.words.tokens import tokens_of

_FOR = re.compile(r"^(?:tm|kt|tl|tuq|tlđ|ký thay|thay mặt)\b\s*[./]?\s*")
_HEAD_LINES = 8
_LONGEST = 60
_SIGNED = re.compile(r"^\W*(?:đã ký|ký tên|chữ ký|signed)\b")
_NAME = re.compile(r"^(?:(?:GS|PGS|TS|ThS|BS)[.\s]+)*[^\W\d_]+(?: [^\W\d_]+){1,4}$")
# "Phó Thủ tướng Nguyễn Văn A vừa ký …": the office stands before the name and the deed.
_OFFICES = (
    "thủ tướng(?: thường trực)?(?: chính phủ)?|chủ tịch(?: nước| quốc hội| ubnd| ủy ban nhân dân)?|bộ trưởng|thứ trưởng|"
    "thống đốc|giám đốc|tổng giám đốc|cục trưởng|tổng cục trưởng|chánh văn phòng"
)
_IN_NEWS = re.compile(
    rf"\b((?:quyền )?(?:phó )?(?:{_OFFICES}))\b"
    r"[^.;\n]{0,90}?\b(?:vừa|đã|mới|thừa lệnh|thừa ủy quyền)\b[^.;,\n]{0,40}\bký\b"
)


def signer_of(lines: Sequence[str]) -> str | None:
    """The office of whoever signs, from the last block of capitals above a name; None where no one does."""
    for at in range(len(lines) - 1, _HEAD_LINES - 1, -1):
        if not _is_office(lines[at]):
            continue
        first = at
        while first > _HEAD_LINES and _is_office(lines[first - 1]):
            first -= 1
        block = lines[first : at + 1]
        if any(_FOR.match(fold(line)) for line in block) or _is_name(lines[at + 1 : at + 3]):
            return ", ".join(clean(line).rstrip(" .,:") for line in block)
    return None


def signer_in_news(text: str) -> str | None:
    """The office of whoever the news says has signed."""
    written, words = clean(text), fold(text)
    found = _IN_NEWS.search(words)
    if found is None or len(written) != len(words):
        return None
    return written[found.start(1) : found.end(1)]


def _is_office(line: str) -> bool:
    if not line.isupper() or len(line) > _LONGEST:
        return False
    words = fold(line)
    tokens = tokens_of(_FOR.sub("", words))
    return bool(_FOR.match(words)) or bool(TITLES.at(tokens, 0))


def _is_name(following: Sequence[str]) -> bool:
    """Whether the next line, or the one behind "(Đã ký)", is a person's name."""
    below = [line for line in following if not _SIGNED.match(fold(line))]
    signed = len(below) < len(following)
    return signed or (bool(below) and _NAME.match(below[0]) is not None and below[0].title() == below[0])
