"""Papers in a row inside the name of an event: "kể từ ngày luật, nghị quyết, pháp lệnh được thông qua"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.tokens import Token

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


def without_rows(words: str) -> str:
    """The words without the commas between papers."""
    return _ROW.sub(r"\1 ", words)
