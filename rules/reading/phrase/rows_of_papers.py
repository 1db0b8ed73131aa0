"""Rows inside the name of an event: "kể từ ngày luật, nghị quyết được thông qua", "… hồ sơ hợp nhất, sáp nhập, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.tokens import Token
from rules.reading.words.verbs import VERBS

_KINDS = (
    "luật", "bộ luật", "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "kết luận", "thông báo",
    "công văn", "văn bản", "kế hoạch", "hồ sơ", "báo cáo", "đơn", "biên bản", "tài liệu", "hợp đồng", "giấy phép", "bản án",
)  # fmt: skip
PAPERS = Lexicon.lines(", ".join(_KINDS))
_ROW = re.compile(rf"\b({'|'.join(_KINDS)}), (?=(?:{'|'.join(_KINDS)})\b)")


def joins_papers(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma at this place stands between two kinds of papers."""
    if tokens[at].text != "," or not PAPERS.ending(tokens, at):
        return False
    return PAPERS.at(tokens, at + 1) > 0


def joins_deeds(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma stands between two deeds with nothing more, the second before another comma or "hoặc"."""
    if tokens[at].text != ",":
        return False
    length = VERBS.at(tokens, at + 1)
    after = at + 1 + length
    closed = length > 0 and after < len(tokens) and tokens[after].text in {",", "hoặc", "và"}
    before = at - VERBS.ending(tokens, at)
    # "Kể từ khi nhận đủ báo cáo, rà soát, …": the report is what is received.
    return closed and before < at and tokens[before - 1].text not in {"đủ", "được", "các", "bản", "nhận"}


def without_rows(words: str) -> str:
    """The words without the commas between papers."""
    return _ROW.sub(r"\1 ", words)
