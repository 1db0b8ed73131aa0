"""Papers that give orders, by their kinds, and the words which say that one has gone out."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon

# A report or a proposal goes up, and asks nothing of whoever gets it.
PAPERS = Lexicon.lines(
    """quyết định, công văn, kế hoạch, chỉ thị, thông tư, nghị định, nghị quyết, văn bản, công điện, thông báo, hướng dẫn,
    quy chế, quy định, khung kế hoạch, chương trình, văn bản số"""
)
JUST = frozenset({"vừa", "đã", "mới"})
