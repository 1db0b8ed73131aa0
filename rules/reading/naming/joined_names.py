"""How a name goes on over a comma, a hyphen or "và"."""

from __future__ import annotations

from rules.reading.naming.deed_fields import part_at, word_at
from rules.reading.naming.name_parts import NAME_PARTS
from rules.reading.naming.name_rows import NameRows, heads_a_sentence
from rules.reading.naming.rows_of_places import place_row
from rules.reading.naming.short_names import brand_ends
from rules.reading.words.bodies_lexicon import COLLECTIVES, HEADS, STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, VERBS

EVERY_LEVEL = frozenset({"các ngành , các cấp", "các cấp , các ngành"})
LONGEST_DEED = 3
# Whom one office may serve together.
SERVED = Lexicon.lines(
    """hđnd, hội đồng nhân dân, ubnd, ủy ban nhân dân, đoàn đbqh, đoàn đại biểu quốc hội, tỉnh ủy, huyện ủy, thành ủy,
    cấp ủy, đảng ủy, đbqh"""
)

# "Sở NN và PTNT", "Nông nghiệp và PTNT": the second half of a ministry's field, in letters.
SHORT_FIELDS = frozenset({"ptnt", "mt", "đt", "xh", "cn", "tt", "dl", "hnqt", "tkdd"})


class JoinedNames(NameRows):
    """Tells a sign inside a name from one that ends it."""

    def _joined(self, script: Script, first: int, at: int, end: int) -> int:
        """On over a sign or "và" inside the name."""
        word = script.word(at)
        if word in {",", "và"} and place_row(script, first, at, end):
            return 2
        if word in {",", "và", "-"} and (office := shared_office(script, first, at, end)):
            return office
        if word == ",":
            if self._name_in_row(script, at, end):
                return 2
            if script.words(Stretch(at - 2, at + 3)) in EVERY_LEVEL:
                return 3
            lower = at - first >= 2 and not self._is_whole(script, first, at)
            return self._lower_row(script, at, end) if lower else 0
        if at + 1 >= end:
            return 0
        if word == "và":
            if script.word(at + 1) in SHORT_FIELDS and script.is_shouted(at + 1):
                return 2
            return self._and(script, at, end) or self._and_deed(script, first, at, end)
        if word == "-" and not script.is_capital(at + 1) and self._is_whole(script, first, at):
            return 0
        lower = (
            not script.is_capital(at) and self._may_name(script, at + 1) and self._may_name(script, at - 1)
        )
        if word == "-" and lower:
            return 2
        if script.is_capital(at + 1) and word == "-":
            return 1 + max(part_at(script, at + 1, end), word_at(script, at + 1, end))
        glued = script.is_glued(at) or script.is_glued(at + 1)
        return (
            2 if script.is_capital(at + 1) or (glued and script.tokens[at + 1].is_word and word != ".") else 0
        )

    def _is_whole(self, script: Script, first: int, at: int) -> bool:
        """ "Sở Tài nguyên và Môi trường, bản đồ …": a field that is written out, so that nothing more belongs to it."""
        length = NAME_PARTS.ending(script.tokens, at, first)
        return script.is_capital(at - length) and "và" in {
            script.word(place) for place in range(at - length, at)
        }

    def _is_named(self, script: Script, first: int, at: int) -> bool:
        """Whether a kind of body has a name behind it: "Sở Công Thương", and not "Sở, Ban"."""
        last = next(
            (place for place in range(at - 1, first, -1) if script.word(place) in {",", "và", "-"}), first
        )
        return any(script.is_capital(place) for place in range(last + (2 if last > first else 1), at))

    def _and_deed(self, script: Script, first: int, at: int, end: int) -> int:
        """ "Phòng Quản lý nợ và cưỡng chế nợ thuế lập …": at a sentence's head the predicate comes after the name."""
        tokens = script.tokens
        if not (script.is_capital(first) and script.is_capital(first + 1)) or not heads_a_sentence(
            script, first
        ):
            return 0
        deed = VERBS.at(tokens, at + 1, end)
        for place in range(at + 1 + deed, min(at + 2 + deed + LONGEST_DEED, end)):
            if not tokens[place].is_word or script.word(place) in STOPS or script.is_capital(place):
                return 0
            if place > at + 1 + deed and VERBS.at(tokens, place, end):
                return place - at
        return 0

    def _and(self, script: Script, at: int, end: int) -> int:
        """On over "và" where neither another body nor a verb follows."""
        begins = script.word(at + 1) not in {"thông", "tổ"} or HEADS.at(script.tokens, at + 1, end) > 1
        if begins and self.body_head(script, at + 1, end):
            return 0
        tokens = script.tokens
        kind = at + 1 + COLLECTIVES.at(tokens, at + 1, end)
        if kind > at + 1 and script.word(kind) == "," and COLLECTIVES.at(tokens, kind + 1, end):
            return 0  # "UBND huyện, thị xã và sở, ngành …": bodies of other kinds follow
        if brand_ends(script, at + 1, end) > at + 1:
            return 0
        part = part_at(script, at + 1, end)
        if script.is_capital(at + 1):
            return 1 + max(part, word_at(script, at + 1, end))
        if part > 2 and part > VERBS.at(tokens, at + 1, end):
            return 1 + part
        if not script.is_capital(at + 1) and VERBS.at(tokens, at + 1, end):
            return 0
        return 2 if tokens[at + 1].is_word and not ADVERBS.at(tokens, at + 1, end) else 0


def shared_office(script: Script, first: int, at: int, end: int) -> int:
    """ "Văn phòng HĐND và UBND huyện": one office of several bodies; how many tokens the next of them is with the sign."""
    if script.words(Stretch(first, first + 2)) != "văn phòng":
        return 0
    if not SERVED.ending(script.tokens, at, first):
        return 0
    length = SERVED.at(script.tokens, at + 1, end)
    return length and length + 1


def joint(script: Script, at: int, end: int) -> int:
    """The tokens that join two bodies of a row."""
    word, following = script.word(at), script.word(at + 1)
    if word in {",", ";"} and following in {"và", "cùng"}:
        return 2
    if word in {",", ";", "và", "cùng", "hoặc", "hay", "/", "&"} and at + 1 < end:
        return 1
    return 0
