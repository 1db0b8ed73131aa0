"""Firms and houses of several kinds in a row, each kind told by a word of its own: "công ty mẹ, tổng công ty nhà nước"."""

from __future__ import annotations

from rules.reading.naming.body import Body
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

KINDS = Lexicon.lines(
    """doanh nghiệp, công ty, tổng công ty, tập đoàn, ngân hàng, chi nhánh, văn phòng đại diện, nhà máy, hợp tác xã, cơ sở,
    tổ chức, quỹ, bệnh viện, phòng khám, nhà thuốc, cửa hàng, khách sạn, nhà hàng, siêu thị, trang trại, xí nghiệp, đại lý,
    trạm, nhà thầu, hãng, thương nhân, hộ kinh doanh"""
)


def kinds_of(script: Script, body: Body) -> list[Body]:
    """The firms of several kinds that a row names, one by one; any other body alone."""
    if body.kind not in {"collective", "common"}:
        return [body]
    return [Body(part, script.written(part), body.kind) for part in row_of_firms(script, body.place)] or [
        body
    ]


def row_of_firms(script: Script, place: Stretch) -> tuple[Stretch, ...]:
    """The kinds of such a row; none where fewer than two of them, the first among them, are told by words of their own.

    "Các tập đoàn, tổng công ty nhà nước" stays one entry: the last words are about both.
    """
    commas = [at for at in range(place.first, place.last) if script.word(at) == ","]
    firsts = [place.first, *(at + 1 for at in commas)]
    parts = [Stretch(first, last) for first, last in zip(firsts, [*commas, place.last], strict=True)]
    told = [_is_told(script, part, first=part.first == place.first) for part in parts]
    if len(parts) < 2 or None in told or not told[0] or told.count(True) < 2:
        return ()
    return tuple(parts)


def _is_told(script: Script, part: Stretch, *, first: bool) -> bool | None:
    """Whether a kind has words of its own behind it; None where no such kind stands here."""
    at = part.first + (first and script.word(part.first) in {"các", "những", "mọi", "từng", "mỗi"})
    length = KINDS.at(script.tokens, at, part.last)
    return at + length < part.last if length else None
