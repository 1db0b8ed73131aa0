"""What a clause says of bodies, and the part each plays in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.naming.bodies import Body, Group
from rules.reading.words.bodies_lexicon import COMMON, HEADS, QUANTIFIERS, TITLES
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

SIGNS = frozenset({",", ":", ";", "-", "(", '"', ".", ")"})
LONGEST_QUOTED = 12
LARGER = frozenset({"tỉnh", "thành", "tp", "huyện", "quận"})
SMALLER = frozenset({"huyện", "quận", "thị", "xã", "phường", "thành", "thôn"})
LONGEST_PLACE = 8  # tokens
NEAR = 7
CLOSING_MARKS = frozenset({"\u201d", "\u00bb"})
TOPICS = frozenset({"với", "riêng", "phía"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause says of bodies: who leads, who helps, who receives; ``ordered``: an order names the lead."""

    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    receivers: tuple[Body, ...] = ()
    ordered: bool = False
    predicate: int | None = None
    speakers: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The groups of a clause by their part in it."""

    subject: Group | None = None
    speaker: Group | None = None
    ordered: Group | None = None
    steered: Group | None = None
    doer: Group | None = None
    cooperating: tuple[Body, ...] = ()
    receivers: tuple[Body, ...] = ()


def quoted_names(script: Script, clause: Stretch) -> tuple[Stretch, ...]:
    """Few words in quotation marks behind a noun: 'mục "Bộ, cơ quan nhập thông tin"' tells nobody anything."""
    if not script.has({'"'}, clause.first, clause.last):
        return ()
    found: list[Stretch] = []
    opened: int | None = None
    # The closing mark may stand just behind what was cut off as the clause.
    for at in range(clause.first, min(clause.last + 1, len(script.tokens))):
        if script.word(at) != '"':
            continue
        if opened is None and script.text[script.tokens[at].start] not in CLOSING_MARKS:
            opened = at
        elif opened is not None:
            behind_noun = opened > clause.first and script.tokens[opened - 1].is_word
            if behind_noun and at - opened <= LONGEST_QUOTED:
                found.append(Stretch(opened, at + 1))
            opened = None
    return tuple(found)


def at_head(script: Script, left: int, clause: Stretch, skipped: Sequence[Stretch]) -> bool:
    """Whether only times and signs stand before a place of the clause."""
    return all(
        script.word(at) in SIGNS or any(at in gap for gap in skipped) for at in range(clause.first, left)
    )


def behind_topic(script: Script, group: Group, left: int) -> Group:
    """ "Với địa phương, UBND cấp tỉnh phải …": the first body is only what is spoken of."""
    first, *others = group.bodies
    topic = script.word(left - 1) in TOPICS and script.word(first.place.last) == ","
    if others and _head(first) == _head(others[0]):
        # "Riêng huyện A, huyện B …": a row of the same kind.
        return group
    a_row = first.kind in {"agency", "title"} and len(others) > 1
    if not topic or not others or a_row or script.word(group.place.last) == ",":
        # Behind "Riêng Cục A, Chi cục B, …" stands who gives the order.
        return group
    return Group(Stretch(group.bodies[1].place.first, group.place.last), group.bodies[1:])


def _head(body: Body) -> str:
    return body.name.lower().split()[0]


def one_by_one(script: Script, at: int, start: int) -> bool:
    """ "Xác định từng khu vực, từng nhóm hộ …": what is gone through one by one, a second time."""
    near = range(max(start, at - NEAR), at - 1)
    return script.word(at) == "từng" and any(script.word(before) == "từng" for before in near)


def _says_where(script: Script, group: Group, left: int, clause: Stretch) -> bool:
    """ "Tại huyện A, tỉnh B, báo cáo …": the larger place behind the smaller one acts no more than that does."""
    if script.word(group.place.first) not in LARGER:
        return False
    for at in range(left - 2, max(clause.first, left - LONGEST_PLACE), -1):
        if script.word(at) in {",", ";", ":"}:
            return False
        if script.word(at) in {"tại", "ở", "thuộc"}:
            return script.word(at + 1) in SMALLER
    return False


def in_a_row(script: Script, group: Group, left: int, clause: Stretch) -> bool:
    """ "Cảng Cát Lái, Hải Phòng, …", "cho các nhà khoa học, các doanh nghiệp, …": the last of a row, no subject."""
    if script.word(left - 1) != "," or left - 1 <= clause.first:
        return False
    if one_by_one(script, left, clause.first):
        return True
    if _says_where(script, group, left, clause):
        return True
    first, tokens = group.place.first, script.tokens
    if tokens[first].is_number:
        return False  # so many of a kind
    named = HEADS.at(tokens, first) or TITLES.at(tokens, first) or COMMON.at(tokens, first)
    if not named and script.word(first) not in QUANTIFIERS:
        return script.is_capital(left - 2) and not script.is_shouted(first) and len(group.bodies) == 1
    if script.word(first) not in QUANTIFIERS or script.word(group.place.last) != ",":
        return False
    for at in range(left - 2, max(clause.first, left - 8), -1):
        if VERBS.at(tokens, at) or script.word(at) == ",":
            return False
        if script.word(at) in QUANTIFIERS:
            return True
    return False
