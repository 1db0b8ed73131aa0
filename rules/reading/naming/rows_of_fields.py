"""Ministries and departments named by their fields only: "các bộ Công an, Quốc phòng và Tài chính"."""

from __future__ import annotations

from rules.reading.naming.members import is_several
from rules.reading.words.bodies_lexicon import PLACES, QUANTIFIERS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# What a ministry of the government, or a department of a province, is for; "_" stands for a comma.
FIELDS = Lexicon.lines(
    """quốc phòng, công an, ngoại giao, nội vụ, tư pháp, tài chính, kế hoạch và đầu tư, kế hoạch - đầu tư, công thương,
    nông nghiệp và phát triển nông thôn, nông nghiệp & phát triển nông thôn, nông nghiệp và môi trường, xây dựng,
    giao thông vận tải, giao thông công chính, tài nguyên và môi trường, tài nguyên - môi trường,
    tài nguyên & môi trường, thông tin và truyền thông, thông tin - truyền thông, lao động - thương binh và xã hội,
    lao động _ thương binh và xã hội, lao động thương binh và xã hội, văn hóa _ thể thao và du lịch,
    văn hóa thể thao và du lịch, văn hóa và thể thao, văn hóa - thể thao, du lịch, khoa học và công nghệ,
    khoa học - công nghệ, khoa học & công nghệ, giáo dục và đào tạo, giáo dục - đào tạo, giáo dục & đào tạo, y tế,
    quy hoạch - kiến trúc, quy hoạch và kiến trúc, dân tộc và tôn giáo, ngoại vụ, thương mại, công nghiệp, thủy sản,
    kh&đt, gd&đt, tn&mt, tt&tt, kh&cn, nn&ptnt, gtvt, lđ-tb&xh, lđtb&xh, vhttdl"""
)
KINDS = frozenset({"bộ", "sở"})
# A body of its own, though it bears the name of a field: "Công an tỉnh", "Thanh tra các huyện".
LEVELS = PLACES | QUANTIFIERS | {"cấp", "địa", "việt"}


def row_of_fields(script: Script, place: int, end: int) -> tuple[tuple[Stretch, str], ...]:
    """The bodies of such a row, each with its place and whole name; none where fewer than two are named.

    A title before the kind belongs to each ("Bộ trưởng các Bộ Y tế, Tài chính").
    """
    title = place + TITLES.at(script.tokens, place, end)
    kind = title + (title < end and is_several(script, title))
    if script.word(kind) not in KINDS or (kind == place and not script.is_capital(kind)):
        return ()
    first = _field(script, kind + 1, end)
    if not first:
        return ()
    parts, at = [first], first.last
    while further := _next(script, at, end):
        parts.append(further)
        at = further.last
    if len(parts) < 2:
        return ()
    title_and_kind = (Stretch(place, title), Stretch(kind, kind + 1))
    head = " ".join(script.written(part) for part in title_and_kind if part)
    places = (Stretch(place, first.last), *parts[1:])
    return tuple((whole, f"{head} {script.written(part)}") for whole, part in zip(places, parts, strict=True))


def _next(script: Script, at: int, end: int) -> Stretch | None:
    """The field behind a comma or "và"; a body of its own, or a place, ends the row."""
    step = 1 if script.word(at) in {",", "và"} else 0
    step += script.word(at) == "," and script.word(at + 1) == "và"
    return _field(script, at + step, end) if step else None


def _field(script: Script, at: int, end: int) -> Stretch | None:
    length = FIELDS.at(script.tokens, at, end) if script.is_capital(at) else 0
    behind = at + length
    if not length or script.word(behind) in LEVELS or (behind < end and script.is_capital(behind)):
        return None
    return Stretch(at, behind)
