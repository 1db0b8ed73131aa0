"""Bodies in running text: agencies, titles, collectives and pronouns, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rules.reading.bodies_lexicon import (
    COLLECTIVES,
    COMMON,
    HEADS,
    INSIDE_NAMES,
    NAME_PARTS,
    NO_BODIES,
    PLACES,
    PRONOUNS,
    QUANTIFIERS,
    STOPS,
    TITLES,
)
from rules.reading.lexicon import Lexicon
from rules.reading.script import Script, Stretch
from rules.reading.verbs import ADVERBS, CONNECTIVES, VERBS

LONGEST_NAME = 16
TAILS = Lexicon.lines(
    """có liên quan, liên quan, còn lại, nêu trên, nói trên, trực thuộc, trên địa bàn, trên cả nước, trong cả
    nước, cả nước, trong toàn quốc, ở trung ương, trên toàn quốc, chức năng, có thẩm quyền, có vốn nhà
    nước, trong hệ thống, trong ngành, toàn ngành, khác, có người lao động, khám bệnh, chữa bệnh, phát
    hành, trên toàn tỉnh"""
)
JOINTS = frozenset({"và", "cùng", "hay"})
BodyKind = Literal["agency", "title", "collective", "common", "pronoun"]


@dataclass(frozen=True, slots=True)
class Body:
    """One named body as the text writes it."""

    place: Stretch
    name: str
    kind: BodyKind


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies named in one row: "Bộ A, Bộ B và Bộ C"."""

    place: Stretch
    bodies: tuple[Body, ...]


class Naming:
    """Finds bodies; ``known`` are the names of the catalogue, which need no guess where they end."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = Lexicon(known)
        self.first_words = QUANTIFIERS.union(
            {"đồng", "toàn", "tất"},
            *(words.forward for words in (TITLES, HEADS, COMMON, COLLECTIVES, self.known)),
        )

    def group_at(self, script: Script, place: int, end: int) -> Group | None:
        """The row of bodies that begins here; None where none begins."""
        bodies: list[Body] = []
        at = place
        while at < end:
            body = self.body_at(script, at, end)
            if body is None:
                break
            bodies.append(body)
            at = body.place.last
            step = _joint(script, at, end)
            # "…; Bộ B …" begins a clause of its own, unless titles stand in a row.
            if not step or (script.word(at) == ";" and body.kind != "title"):
                break
            at += step
        if not bodies:
            return None
        return Group(Stretch(place, bodies[-1].place.last), tuple(bodies))

    def body_at(self, script: Script, place: int, end: int) -> Body | None:
        """The body named from this place on; None where none is."""
        if script.word(place) not in self.first_words:
            known = Stretch(place, place + 1)
            return Body(known, script.written(known), "agency") if self._abbreviation(script, place) else None
        if self._is_no_body(script, place, end):
            return None
        known = self.known.at(script.tokens, place, end)
        found = self._title(script, place, end) or self._collective(script, place, end)
        if found is None or (known and found.last - place < known):
            found = self._agency(script, place, end, known) or found
        common = COMMON.at(script.tokens, place, end)
        if found is None or (not known and common > max(len(found), 1)):
            return self._common(script, place, end)
        kind: BodyKind = "agency"
        if TITLES.at(script.tokens, place, end):
            kind = "title"
        elif script.word(place) in QUANTIFIERS:
            kind = "collective"
        elif script.word(found.last - 1) in PRONOUNS and len(found) <= 4:
            kind = "pronoun"
        return Body(found, script.written(found), kind)

    def _abbreviation(self, script: Script, place: int) -> bool:
        """A name in capitals among words that are not: "VEC", "EVN"."""
        if (
            not script.is_shouted(place)
            or not 2 <= len(script.word(place)) <= 8
            or HEADS.at(script.tokens, place)
        ):
            return False
        around = (place - 1, place + 1)
        if any(
            script.word(at) in {"/", "-", "."} and (script.is_glued(at) or script.is_glued(at + 1))
            for at in around
        ):
            return False
        near = [at for at in around if 0 <= at < len(script.tokens) and script.tokens[at].is_word]
        return bool(near) and not any(script.is_shouted(at) for at in near)

    def _is_no_body(self, script: Script, place: int, end: int) -> bool:
        """Whether the words only begin like a body's name; the longer reading wins."""
        length = NO_BODIES.at(script.tokens, place, end)
        return bool(length) and length >= max(
            COMMON.at(script.tokens, place, end),
            HEADS.at(script.tokens, place, end) if script.is_capital(place) else 0,
            self.known.at(script.tokens, place, end),
        )

    def _title(self, script: Script, place: int, end: int) -> Stretch | None:
        """A title with its body, or with a person's name."""
        at = place + (1 if script.word(place) in QUANTIFIERS else 0)
        at += 2 if script.word(at) == "đồng" and script.word(at + 1) == "chí" else 0
        length = TITLES.at(script.tokens, at, end)
        if not length:
            return None
        at += length
        if at >= end:
            return Stretch(place, at)
        inner = self._collective(script, at, end) or self._agency(
            script, at, end, self.known.at(script.tokens, at, end)
        )
        if inner is None and script.word(at) in {"đơn", "cơ", "tổ", "doanh", "địa"}:
            body = self._common(script, at, end)
            inner = body.place if body else None
        at = inner.last if inner else at
        return Stretch(place, _person(script, at, end))

    def _collective(self, script: Script, place: int, end: int) -> Stretch | None:
        """ "Các bộ, ngành, địa phương" is one entry, however many words it has."""
        word = script.word(place)
        at = place
        if word in QUANTIFIERS:
            at += 1
        elif word in {"toàn", "tất"} and script.word(place + 1) in {"thể", "cả"}:
            at += 3 if script.word(place + 2) in QUANTIFIERS else 2
        elif not (
            script.word(place + 1) in {",", "-"}
            and COLLECTIVES.at(script.tokens, place, end)
            and COLLECTIVES.at(script.tokens, place + 2, end)
        ):
            return None
        length = COLLECTIVES.at(script.tokens, at, end) or COMMON.at(script.tokens, at, end)
        if not length:
            return None
        if script.word(at + length) == ":" and at + length + 1 < end and script.is_capital(at + length + 1):
            return None
        return Stretch(place, self._chain(script, at, at + length, end, quantified=at > place))

    def _chain(self, script: Script, first: int, at: int, end: int, *, quantified: bool) -> int:
        """On through ", ngành, địa phương" and what narrows it ("thuộc tỉnh", "có liên quan")."""
        at = self._narrowed(script, first, at, end)
        while at < end:
            step = 1 if script.word(at) in {",", "và", "-"} else 0
            if script.word(at) == "," and script.word(at + 1) == "và":
                step = 2
            lower = self._lower_row(script, at, end) if script.word(at) == "," else 0
            if lower and not COLLECTIVES.at(script.tokens, at + 1, end):
                at += lower
                continue
            following = script.word(at + step)
            if not step or (script.is_capital(at + step) and not quantified):
                return at
            length = COLLECTIVES.at(script.tokens, at + step, end)
            if following in QUANTIFIERS or not length or TITLES.at(script.tokens, at + step, end):
                return at
            if self.known.at(script.tokens, at + step, end) > length:
                return at
            if script.is_capital(at + step) and script.is_capital(at + step + length):
                return at
            at = self._narrowed(script, at + step, at + step + length, end)
        return at

    def _narrowed(self, script: Script, first: int, at: int, end: int) -> int:
        while at < end:
            tail = TAILS.at(script.tokens, at, end)
            if tail:
                at += tail
                if script.word(at - 1) == "thuộc" and at < end:
                    inner = self._agency(script, at, end, self.known.at(script.tokens, at, end))
                    at = inner.last if inner else at
                continue
            word = script.word(at)
            if word in {"thuộc", "trên", "ngang", "trong", "của"}:
                inner = self._agency(script, at + 1, end, self.known.at(script.tokens, at + 1, end))
                if inner is None and word in {"thuộc", "của"}:
                    found = self._collective(script, at + 1, end)
                    inner = found
                if inner is None and word == "thuộc" and script.word(at + 1) == "phạm":
                    return at
                if inner is None:
                    return at
                at = inner.last
                continue
            part = NAME_PARTS.at(script.tokens, at, end)
            if part and at - first <= 6:
                at += part
                continue
            if word == "&" and script.is_glued(at):
                at += 2
                continue
            if not self._goes_on(script, first, at):
                return at
            at += 1
        return at

    def _agency(self, script: Script, place: int, end: int, known: int) -> Stretch | None:
        head = HEADS.at(script.tokens, place, end)
        if not head and not known:
            return None
        if script.word(place + head) == "này" and script.word(place) not in {"trường", "hội"}:
            return Stretch(place, place + head + 1)
        if not known and not script.is_capital(place):
            # A name in lower case needs more than its head.
            if script.word(place) in {"tỉnh", "thành", "huyện", "xã", "phường", "quận", "thị"}:
                return self._place_name(script, place, place + head, end)
            if head < 2:
                return None
        at = place + max(head, known)
        if known >= head and known and not self._longer(script, at, end):
            return Stretch(place, at)
        while at < end and at - place < LONGEST_NAME:
            step = self._step(script, place, at, end)
            if not step:
                break
            at += step
        while at > place + head and script.word(at - 1) in {"-", "&", "/", ","}:
            at -= 1
        return Stretch(place, at)

    def _place_name(self, script: Script, place: int, at: int, end: int) -> Stretch | None:
        if not script.is_capital(at):
            return None
        while at < end and (script.is_capital(at) or (script.word(at) == "-" and script.is_capital(at + 1))):
            at += 1
        return Stretch(place, at)

    def _longer(self, script: Script, at: int, end: int) -> bool:
        """Whether a known name goes on: "Công an" in "Công an tỉnh Nghệ An"."""
        return at < end and (
            script.word(at) in PLACES
            or script.is_capital(at)
            or script.word(at) in QUANTIFIERS
            or (script.word(at), script.word(at + 1)) == ("chi", "nhánh")
        )

    def _step(self, script: Script, first: int, at: int, end: int) -> int:
        """How many tokens more belong to the name."""
        word = script.word(at)
        capital = script.is_capital(at)
        part = NAME_PARTS.at(script.tokens, at, end)
        if part and at - first <= 6:
            return part
        if word == "-" and not capital and self._may_name(script, at + 1) and self._may_name(script, at - 1):
            return 2
        if word in {",", "và"} and self._place_row(script, first, at, end):
            return 2
        if word in {"-", "&", "/", "."} and at + 1 < end:
            glued = script.is_glued(at) or script.is_glued(at + 1)
            return (
                2
                if script.is_capital(at + 1) or (glued and script.tokens[at + 1].is_word and word != ".")
                else 0
            )
        if word == "," and self._name_in_row(script, at, end):
            return 2
        if word == "," and at - first >= 2 and (lower := self._lower_row(script, at, end)):
            return lower
        if word == "và" and at + 1 < end:
            if self.body_head(script, at + 1, end) and script.word(at + 1) not in {"thông", "tổ"}:
                return 0
            if script.is_capital(at + 1) or not VERBS.at(script.tokens, at + 1, end):
                return (
                    2 if script.tokens[at + 1].is_word and not ADVERBS.at(script.tokens, at + 1, end) else 0
                )
            return 0
        if word in QUANTIFIERS:
            row = self._collective(script, at, end)
            return row.last - at if row else 0
        if word in {"thuộc", "trực"}:
            inner = (
                self._agency(script, at + 1, end, self.known.at(script.tokens, at + 1, end))
                if word == "thuộc"
                else None
            )
            return inner.last - at if inner else 0
        tail = TAILS.at(script.tokens, at, end)
        if tail and at > first:
            return tail
        if script.tokens[at].is_number and len(word) <= 3 and VERBS.at(script.tokens, at + 1, end):
            return 1
        if not script.tokens[at].is_word:
            return 0
        if capital:
            return 1 if not TITLES.at(script.tokens, at, end) or script.is_capital(at - 1) else 0
        return 1 if self._goes_on(script, first, at) else 0

    def _place_row(self, script: Script, first: int, at: int, end: int) -> bool:
        """ "Các tỉnh Bến Tre, Tiền Giang": further places of a row; "tỉnh, thành phố …" likewise."""
        before = {script.word(place) for place in range(first, at)}
        if script.word(at - 1) in {"tỉnh", "huyện", "quận", "xã"} and script.word(at) == ",":
            return script.word(at + 1) in PLACES and not script.is_capital(at + 1)
        if not (before & QUANTIFIERS and before & (PLACES | {"vùng"})):
            return False
        if script.word(at + 1) in QUANTIFIERS and script.word(at + 2) in PLACES:
            return True
        return (
            script.is_capital(at + 1)
            and not HEADS.at(script.tokens, at + 1, end)
            and not TITLES.at(script.tokens, at + 1, end)
        )

    def _goes_on(self, script: Script, first: int, at: int) -> bool:
        """Whether a word in lower case can belong to the name before it."""
        word = script.word(at)
        if not script.tokens[at].is_word or word in STOPS or word in JOINTS or word in QUANTIFIERS:
            return script.is_capital(at) and script.tokens[at].is_word and word not in JOINTS
        if word in {"hằng", "hàng"} and script.word(at + 1) in {"năm", "quý", "tháng", "tuần", "ngày"}:
            return False
        if script.is_capital(at):
            return True
        length = VERBS.at(script.tokens, at)
        if not length:
            return not ADVERBS.at(script.tokens, at) or word in {"thường"}
        # A verb right behind the head is part of the name: "Ban quản lý", "Cục kiểm soát".
        inside = INSIDE_NAMES.at(script.tokens, at) == length
        near = at - first <= 2
        return inside and near and not script.is_capital(first + 1)

    def _name_in_row(self, script: Script, at: int, end: int) -> bool:
        """Whether a comma stands inside a name, as in "Sở Văn hóa, Thể thao và Du lịch"."""
        if not script.is_capital(at + 1) or self.body_head(script, at + 1, end):
            return False
        for step in range(2, 7):
            word = script.word(at + step)
            if word == "và":
                return script.is_capital(at + step + 1) or at + step < end
            if word in {",", ";", ".", ":"} or at + step >= end:
                return False
        return False

    def _lower_row(self, script: Script, at: int, end: int) -> int:
        """On through ", quốc tịch, chứng thực": short parts of a name in lower case, up to its predicate."""
        place = at
        while place < end and script.word(place) == ",":
            part = place + 1
            while part < end and self._may_name(script, part) and part - place <= 4:
                part += 1
            if part == place + 1 or part - place > 4:
                return 0
            place = part
        if place < end and script.word(place) == "và" and self._may_name(script, place + 1):
            return place - at
        ends = place >= end or VERBS.at(script.tokens, place, end) or ADVERBS.at(script.tokens, place, end)
        return place - at if ends and not (place < end and script.is_capital(place)) else 0

    def _may_name(self, script: Script, at: int) -> bool:
        word = script.word(at)
        if not script.tokens[at].is_word or word in STOPS or word in JOINTS or word in QUANTIFIERS:
            return False
        tokens = script.tokens
        if script.is_capital(at) and not script.is_shouted(at):
            return False
        taken = (
            VERBS.at(tokens, at)
            or ADVERBS.at(tokens, at)
            or COLLECTIVES.at(tokens, at)
            or TITLES.at(tokens, at)
        )
        return (
            not taken
            and not COMMON.at(tokens, at)
            and not CONNECTIVES.at(tokens, at)
            and not self.known.at(tokens, at)
        )

    def body_head(self, script: Script, place: int, end: int) -> bool:
        """Whether a body may begin here, cheaply asked."""
        if self._is_no_body(script, place, end):
            return False
        if script.word(place) in QUANTIFIERS:
            return True
        return bool(
            TITLES.at(script.tokens, place, end)
            or (HEADS.at(script.tokens, place, end) and script.is_capital(place))
            or self.known.at(script.tokens, place, end)
        )

    def _common(self, script: Script, place: int, end: int) -> Body | None:
        """A body by its kind only: "chủ đầu tư", "tổ chức tín dụng", "đơn vị này"."""
        length = COMMON.at(script.tokens, place, end)
        if not length or (
            length == 1 and script.word(place + 1) not in PRONOUNS and not script.is_capital(place)
        ):
            return None
        at = self._chain(script, place, place + length, end, quantified=False)
        if script.word(at) in PRONOUNS and at == place + length:
            found = Stretch(place, at + 1)
            return Body(found, script.written(found), "pronoun")
        found = Stretch(place, at)
        return Body(found, script.written(found), "common")


def _person(script: Script, at: int, end: int) -> int:
    """On through a person's name behind a title: two to four capitalised words."""
    start = at
    while at < end and at - start < 4 and script.is_capital(at) and not script.is_shouted(at):
        if HEADS.at(script.tokens, at, end) and script.word(at) not in {"đoàn", "hội", "quỹ", "tổ"}:
            break
        at += 1
    return at if at - start >= 2 else start


def _joint(script: Script, at: int, end: int) -> int:
    """The tokens that join two bodies of a row."""
    word, following = script.word(at), script.word(at + 1)
    if word in {",", ";"} and following in {"và", "cùng"}:
        return 2
    if word in {",", ";", "và", "cùng", "hoặc", "hay", "/", "&"} and at + 1 < end:
        return 1
    return 0
