"""Bodies of one kind whose names stand in a row behind the kind: "các Bộ: Y tế, Công an và Tài chính"."""

from __future__ import annotations

from collections.abc import Iterator

from rules.reading.naming.name_parts import NAME_PARTS
from rules.reading.words.bodies_lexicon import QUANTIFIERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# "Ba Sở: …", "hai huyện: …".
COUNTED = frozenset(
    {"hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"}
)  # fmt: skip
KINDS = Lexicon.lines(
    "bộ, sở, ban, cục, vụ, viện, chi cục, tổng cục, huyện, quận, xã, phường, thị xã, thị trấn, thành phố, tỉnh, phòng"
)

# Heads under which no ministry and no department stands.
OWN_HEADS = Lexicon.lines(
    """ngân hàng, thanh tra chính phủ, thanh tra tỉnh, thanh tra thành phố, văn phòng, ủy ban, ban, cục, chi cục, viện, đài,
    kho bạc, bảo hiểm xã hội, tòa án, viện kiểm sát, kiểm toán nhà nước, trường, học viện, đại học, bệnh viện, trung tâm,
    thông tấn xã, tập đoàn, tổng công ty, ubnd, hội, liên minh, liên đoàn, mặt trận, bộ, sở, bộ chỉ huy, bộ tư lệnh"""
)
# The police are a ministry, and with a place behind them a body of that place.
LEVELLED = Lexicon.lines(
    "công an tỉnh, công an thành phố, công an huyện, công an quận, công an thị xã, hải quan, thuế"
)


def members(script: Script, place: Stretch, known: Lexicon) -> tuple[tuple[Stretch, str], ...]:
    """The bodies of such a row, each with its place and its whole name; none where the words are no such row.

    ``known`` are the names of the catalogue: they tell where a name goes on behind "và".
    """
    colon = next((at for at in range(place.first, place.last) if script.word(at) == ":"), None)
    if colon is None:
        return ()
    kind = next(
        (at for at in range(place.first, colon) if KINDS.at(script.tokens, at, colon) == colon - at), None
    )
    if kind is None:
        return ()
    many = kind - 1
    if not (many >= place.first and is_several(script, many)):
        return ()
    kinds = (Stretch(place.first, many), Stretch(kind, colon))
    head = " ".join(script.written(part) for part in kinds if part)
    parts = _parts(script, Stretch(colon + 1, place.last), head, known)
    return tuple((part, _whole_name(script, part, head)) for part in parts)


def _whole_name(script: Script, part: Stretch, head: str) -> str:
    """ "Ngân hàng Nhà nước" among ministries, "Công an tỉnh" among departments: it bears the head of its own name."""
    own = OWN_HEADS.at(script.tokens, part.first, part.last)
    own = own or (LEVELLED.at(script.tokens, part.first, part.last) and len(part) > 2)
    written = script.written(part)
    return written if own else f"{head} {written}"


def is_several(script: Script, at: int) -> bool:
    return script.word(at) in QUANTIFIERS or script.word(at) in COUNTED or script.tokens[at].is_number


def _parts(script: Script, row: Stretch, head: str, known: Lexicon) -> Iterator[Stretch]:
    """The names between commas; behind the last comma two that "và" joins, unless it stands in a known name."""
    first = row.first
    for at in range(row.first, row.last):
        if script.word(at) == ",":
            yield Stretch(first, at)
            first = at + 1
    last = Stretch(first + (script.word(first) == "và"), row.last)
    joint = next((at for at in range(last.last - 1, last.first, -1) if script.word(at) == "và"), None)
    whole = NAME_PARTS.at(script.tokens, last.first, last.last) == len(last)
    if joint is None or whole or _is_known(f"{head} {script.written(last)}", known):
        yield last
        return
    yield Stretch(last.first, joint)
    yield Stretch(joint + 1, last.last)


def _is_known(name: str, known: Lexicon) -> bool:
    tokens = Script.of(name).tokens
    return any(known.at(tokens, at) == len(tokens) - at for at in range(min(2, len(tokens))))
