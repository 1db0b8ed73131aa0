"""Names that stand one below the other in a cell, with nothing between them but the line's end."""

from __future__ import annotations

from collections.abc import Iterator

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# A body is named from the part to the whole ("Vụ A, Cục B, Bộ C"): one that is no whole for the name before begins anew.
RANKS = (
    Lexicon.lines("phòng, văn phòng, thanh tra"),
    Lexicon.lines("vụ"),
    Lexicon.lines("cục, sở, chi cục, ban quản lý, ban dân tộc, công an tỉnh, công an thành phố"),
    Lexicon.lines("tổng cục"),
    Lexicon.lines("bộ, ngân hàng nhà nước, bảo hiểm xã hội việt nam, đài truyền hình, thông tấn xã"),
    Lexicon.lines("ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, tòa án nhân dân, viện kiểm sát nhân dân"),
    Lexicon.lines("các"),
)
ALL = len(RANKS) - 1  # "Các bộ, ngành": never a part of the name before
NO_HEADS = Lexicon.lines("bộ đội, vụ việc, phòng chống, phòng cháy")
APART = frozenset({",", ";", "-", "+", "*", "•", "/", "(", ":", "và", "."})


def unglued(script: Script, cell: Stretch) -> Iterator[Stretch]:
    """The cell cut before each name that cannot be the whole of the one before it."""
    first, above, named_at = cell.first, -1, -1
    place = cell.first
    while place < cell.last:
        rank, length = _head_at(script, place, cell.last)
        if script.word(place) in APART:
            above = -1
        elif length and place == named_at:
            # The word behind a head belongs to its name: "Bộ Công an", "Văn phòng UBND", "Các Sở".
            above = max(above, rank)
        elif length:
            if place > first and (0 <= rank <= above or rank == ALL):
                yield Stretch(first, place)
                first = place
            above = rank if rank < ALL else -1
            named_at = place + length if length == 1 or rank == 0 else -1
        place += max(length, 1)
    yield Stretch(first, cell.last)


def _head_at(script: Script, place: int, end: int) -> tuple[int, int]:
    """The rank of the kind of body that a capital names here, and its length in words; 0 where none is."""
    if not script.is_capital(place) or NO_HEADS.at(script.tokens, place, end):
        return -1, 0
    found = ((rank, words.at(script.tokens, place, end)) for rank, words in enumerate(RANKS))
    return max(found, key=lambda pair: pair[1])
