"""Whom words mean that only point back: "các đơn vị nêu trên", "các bộ này", "các địa phương trên"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.bodies_lexicon import QUANTIFIERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import ENDS, Script, Stretch
from rules.reading.words.tokens import tokens_of
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

# "Các cơ quan, đơn vị …": kinds that say nothing of which body it is.
KINDS = Lexicon.lines(
    """cơ quan, đơn vị, cơ quan _ đơn vị, đơn vị _ địa phương, cơ quan _ đơn vị _ địa phương, địa phương, tổ chức,
    doanh nghiệp, bộ, bộ _ ngành, bộ _ cơ quan, sở, sở _ ngành, tỉnh, huyện, xã, phường, công ty, tập đoàn, ban, trường,
    tỉnh _ thành phố, xã _ phường"""
)
# The kinds whose word stands in the name of each body that they mean.
NAMED_SO = frozenset({"bộ", "sở", "tỉnh", "huyện", "xã", "phường", "công", "tập", "trường"})
# One of which is named before: "Sở này", "Công ty này". "Đơn vị này" may be any of them.
HEADS_OF_NAMES = frozenset(
    {
        "sở",
        "bộ",
        "cục",
        "vụ",
        "phòng",
        "ban",
        "ủy",
        "công",
        "tập",
        "trường",
        "viện",
        "trung",
        "quỹ",
        "ngân",
        "hội",
    }
    | {"chi", "tổng", "hiệp", "bệnh", "tỉnh", "huyện", "thành", "xã", "phường", "quận"}
)
AREAS = frozenset({"tỉnh", "thành", "huyện", "quận", "xã", "phường", "thị", "ubnd", "dân", "tp"})
BACK = Lexicon.lines("nêu trên, nói trên, kể trên, trên đây, ở trên, này")
NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LONGEST_WAY, LONGEST_COUNTED_WAY = 160, 500  # tokens


def points_back(script: Script, body: Body) -> bool:
    """Whether a body is named only as one of those spoken of before."""
    place = body.place
    if script.word(place.first) not in QUANTIFIERS and not _number(script, place.first):
        return False
    at = place.first + 1 + KINDS.at(script.tokens, place.first + 1)
    if at == place.first + 1:
        return False
    if script.word(at) == "trên":
        behind = at + 1
        acts = VERBS.at(script.tokens, behind) or MODALS.at(script.tokens, behind)
        ends = acts or ADVERBS.at(script.tokens, behind) or script.word(behind) in {",", ":", ""}
        return bool(ends) and place.last in {at, behind}
    length = BACK.at(script.tokens, at)
    return length > 0 and place.last in {at, at + length}


def meant(script: Script, naming: Naming, body: Body, near: Sequence[Sequence[Body]]) -> tuple[Body, ...]:
    """The bodies that it points back to: those told before (``near``), else the row named last before it."""
    for told in near:
        if agrees(script, body, told):
            return tuple(told)
    found: tuple[Body, ...] = ()
    first = body.place.first
    way = LONGEST_COUNTED_WAY if _number(script, first) else LONGEST_WAY
    for row in _rows(script, naming, Stretch(max(0, first - way), first)):
        if agrees(script, body, row):
            found = row
    return found


def called_this(script: Script, body: Body, told: Sequence[Body]) -> tuple[Body, ...]:
    """ "Giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính …. Bộ này cũng …": whoever was told, if the word fits its name."""
    place = body.place
    head = [script.word(at) for at in range(place.first, place.last - 1)]
    if (
        script.word(place.last - 1) not in {"này", "đó"}
        or len(told) != 1
        or told[0].kind not in {"agency", "title"}
    ):
        return ()
    words = [script.word(at) for at in range(told[0].place.first, told[0].place.last)]
    return tuple(told) if head and words[: len(head)] == head and len(words) > len(head) else ()


def this_one(script: Script, naming: Naming, body: Body) -> tuple[Body, ...]:
    """ "… về Sở Y tế. Sở này …": the body named last whose name begins as the words before "này" do; none otherwise."""
    place = body.place
    head = [script.word(at) for at in range(place.first, place.last - 1)]
    if script.word(place.last - 1) not in {"này", "đó"} or not head or head[0] not in HEADS_OF_NAMES:
        return ()
    found: tuple[Body, ...] = ()
    for row in _rows(script, naming, Stretch(max(0, place.first - LONGEST_WAY), place.first)):
        for one in row:
            words = [script.word(at) for at in range(one.place.first, one.place.last)]
            if words[: len(head)] == head and len(words) > len(head) and one.kind in {"agency", "title"}:
                found = (one,)
    return found


def agrees(script: Script, body: Body, row: Sequence[Body]) -> bool:
    """Whether a row is of several bodies, each of the kind that the words point back to."""
    if not row or any(points_back(script, one) or one.kind == "pronoun" for one in row):
        return False
    if number := _number(script, body.place.first):
        # "4 bộ, ngành nêu trên": as many as were named, whatever each of them is called.
        return number == len(row)
    if len(row) < 2 and (row[0].kind != "collective" or len(row[0].place) < 4):
        return False
    kind = script.word(body.place.first + 1)
    if kind in NAMED_SO:
        return all(kind in _words(one) for one in row)
    return kind != "địa" or all(AREAS & _words(one) for one in row)


def _number(script: Script, at: int) -> int:
    """The number that stands here in figures or in words; 0 where none does."""
    if script.tokens[at].is_number:
        return int(script.word(at))
    return NUMBERS.index(script.word(at)) + 2 if script.word(at) in NUMBERS else 0


def _sentence_ends(script: Script, at: int, end: int) -> int:
    return next((p for p in range(at, end) if script.word(p) in ENDS and script.breaks_after(p)), end)


def _words(body: Body) -> frozenset[str]:
    return frozenset(token.text for token in tokens_of(body.name))


def _rows(script: Script, naming: Naming, above: Stretch) -> Iterator[tuple[Body, ...]]:
    """The bodies named in a stretch, row by row; a semicolon goes on with a row."""
    row: tuple[Body, ...] = ()
    end, at = above.first, naming.next_start(script, above.first, above.last)
    while at < above.last:
        group = naming.group_at(script, at, _sentence_ends(script, at, above.last))
        if group is None:
            at = naming.next_start(script, at + 1, above.last)
            continue
        goes_on = script.word(end) == ";" and group.place.first == end + 1
        # "…, Thủ tướng yêu cầu": the last one gives the order.
        orders = ORDERS.at(script.tokens, group.place.last) > 0
        bodies = group.bodies[:-1] if orders else group.bodies
        if row and not goes_on:
            yield row
        row = (*row, *bodies) if goes_on else bodies
        end = group.place.last
        at = naming.next_start(script, end, above.last)
    if row:
        yield row
