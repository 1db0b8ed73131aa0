"""Bodies in running text: agencies, titles, collectives and pronouns, each with its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.reading.naming.bare_places import with_bare_places
from rules.reading.naming.boards import with_its_matter
from rules.reading.naming.body import Body, BodyKind, Group
from rules.reading.naming.bound_kinds import Kinds, kind_at, kinds_in
from rules.reading.naming.courtesy import courtesy_at
from rules.reading.naming.joined_names import joint
from rules.reading.naming.levels import level_ends
from rules.reading.naming.members import members
from rules.reading.naming.name_rows import heads_a_sentence
from rules.reading.naming.narrowing import STRICTLY
from rules.reading.naming.open_names import UNITS, open_name
from rules.reading.naming.people import people_with_role
from rules.reading.naming.places_alone import VILLAGES, village_at
from rules.reading.naming.places_behind import counted_places
from rules.reading.naming.proper_names import GIVEN_NAMES, branch_ends, is_in_a_name
from rules.reading.naming.rows_of_fields import row_of_fields
from rules.reading.naming.rows_of_firms import kinds_of
from rules.reading.naming.seats import bound_seat_ends
from rules.reading.naming.short_names import brand_ends, is_abbreviation, is_short
from rules.reading.naming.titles import Titles
from rules.reading.naming.up_to_deed import described
from rules.reading.words.bodies_lexicon import (
    COLLECTIVES,
    COMMON,
    HEADS,
    PRONOUNS,
    QUANTIFIERS,
    TITLES,
)
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.people import PEOPLE
from rules.reading.words.quantities import IN_WORDS, kind_of_share, share_at
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ORDERS

LONGEST_BRACKET = 40
BACK = Lexicon.lines("nêu trên, nói trên, kể trên, này, trên")
__all__ = ["Body", "BodyKind", "Group", "Naming"]

TOPICS = Lexicon.lines("riêng, riêng đối với, riêng với, đối với, với, còn, còn đối với, còn với")
# What a number may count: "12 tỉnh phải …".
COUNTED = COLLECTIVES.first_words


@dataclass(slots=True)
class Met:
    """Where in one text bodies may begin, and the rows of them that have been asked for, each with its bounds."""

    script: Script
    starts: list[int]
    kinds: Kinds
    groups: dict[tuple[int, int], Group | None] = field(default_factory=dict)


class Naming(Titles):
    """Finds bodies; ``known`` are the names of the catalogue, which need no guess where they end."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(Lexicon(known))
        self._met: Met | None = None
        self.first_words = QUANTIFIERS.union(
            {"đồng", "đ", "toàn", "tất", "quý", "người"},
            *(
                words.first_words
                for words in (TITLES, HEADS, COMMON, COLLECTIVES, PEOPLE, VILLAGES, UNITS, self.known)
            ),
        )

    def group_at(self, script: Script, place: int, end: int) -> Group | None:
        """The row of bodies that begins here; None where none begins."""
        groups = self._met_in(script).groups
        if (place, end) not in groups:
            groups[place, end] = self._group(script, place, end)
        return groups[place, end]

    def _group(self, script: Script, place: int, end: int) -> Group | None:
        bodies: list[Body] = []
        at = place
        while at < end:
            body = self.body_at(script, at, end)
            if body is None:
                break
            body = with_its_matter(script, body, end)
            fields = row_of_fields(script, at, end)
            row = fields or members(script, body.place, self.known)
            places = with_bare_places(script, body, end)
            bodies += [
                Body(part, name, "agency" if fields and body.kind == "collective" else body.kind)
                for part, name in row
            ] or (places if places != (body,) else kinds_of(script, body))
            at = bodies[-1].place.last if fields or places != (body,) else body.place.last
            step = joint(script, at, end)
            # "…; Bộ B …" begins a clause of its own, unless titles stand in a row, or nobody was told anything yet.
            if not step or (
                script.word(at) == ";" and body.kind != "title" and not _is_told_first(script, place)
            ):
                break
            at += step
        if not bodies:
            return None
        return Group(Stretch(place, bodies[-1].place.last), tuple(bodies))

    def next_start(self, script: Script, place: int, end: int) -> int:
        """The first place from here on where a body may begin; ``end`` where none may."""
        starts = self._met_in(script).starts
        at = bisect_left(starts, place)
        found = starts[at] if at < len(starts) else end
        # A number begins a body only with the word that it counts.
        return end if found >= end or (found + 1 == end and script.tokens[found].is_number) else found

    def _met_in(self, script: Script) -> Met:
        """What is known of the text that is being read."""
        met = self._met
        if met is None or met.script is not script:
            starts = [at for at in range(len(script.tokens)) if self._may_begin(script, at)]
            met = self._met = Met(script, starts, kinds_in(script, starts))
        return met

    def _may_begin(self, script: Script, at: int) -> bool:
        """Whether a body may begin here, whatever ends the clause."""
        word = script.texts[at]
        if word in self.first_words:
            return True
        sign = script.text[script.tokens[at].start]
        if sign.isupper():
            return is_abbreviation(script, at) or brand_ends(script, at, len(script.tokens)) > at
        if word in IN_WORDS:
            return script.word(at + 1) in COUNTED
        shares = script.word(at + 1) == "%" or (script.word(at + 1) == "/" and script.word(at + 3) == "số")
        return "0" <= sign <= "9" and (shares or script.word(at + 1) in COUNTED)

    def body_at(self, script: Script, place: int, end: int) -> Body | None:
        """The body named from this place on, with all that tells which ones of a kind are meant; None where none is."""
        body = self._named_at(script, place, end)
        if script.word(place - 1) == "trên":
            return body  # "Trên cơ sở nhiệm vụ được giao"
        body = body or self._open(script, place, end)
        if body is None or body.kind == "pronoun":
            return body
        words = range(place + 1, body.place.last)
        bare = body.kind == "agency" and bool(words) and not any(map(script.is_capital, words))
        closed = script.word(place - 1) in {"cho", ":"}
        last = described(script, body.place.last, end, kind="open" if bare else body.kind, closed=closed)
        whole = Stretch(body.place.first, last)
        return body if last == body.place.last else Body(whole, script.written(whole), body.kind)

    def _open(self, script: Script, place: int, end: int) -> Body | None:
        found = open_name(script, place, end)
        return Body(found, script.written(found), "common") if found else None

    def _named_at(self, script: Script, place: int, end: int) -> Body | None:
        if script.word(place) in GIVEN_NAMES and is_in_a_name(script, place):
            return None
        if script.word(place) not in self.first_words:
            return self._short_or_counted(script, place, end)
        if script.word(place - 1) == "-" and script.is_glued(place) and is_short(script, place - 2):
            # The issuer's letters in a document's number: "07/CT-TTg".
            return None
        spoken_to = Stretch(place, place + courtesy_at(script, place, end))
        if spoken_to:
            return Body(spoken_to, script.written(spoken_to), "pronoun")
        bound = kind_at(script, self._met_in(script).kinds, place, end)
        if bound is not None:
            return Body(bound, script.written(bound), "common")
        of_level = Stretch(place, level_ends(script, place, end))
        if of_level:
            return Body(of_level, script.written(of_level), "common")
        people = people_with_role(script, place, end)
        if len(people) > COMMON.at(script.tokens, place, end) and not TITLES.at(script.tokens, place, end):
            return Body(people, script.written(people), "common")
        village = Stretch(place, place + village_at(script, place, end))
        if village:
            return Body(village, script.written(village), "common")
        if self._is_no_body(script, place, end):
            return None
        known = self.known.at(script.tokens, place, end)
        found = self._title(script, place, end) or self._collective(script, place, end)
        if found is None or (known and found.last - place < known):
            found = self._agency(script, place, end, known) or found
        common = COMMON.at(script.tokens, place, end)
        if found is None or (not known and common > max(len(found), 1)):
            return self._common(script, place, end)
        found = Stretch(place, bound_seat_ends(script, found.last, end))
        kind: BodyKind = "agency"
        if TITLES.at(script.tokens, place, end) or _is_comrade(script, place):
            kind = "title"
        elif script.word(place) in QUANTIFIERS:
            kind = "collective"
        elif script.word(found.last - 1) in PRONOUNS and len(found) <= 4:
            kind = "pronoun"
        return Body(found, script.written(found), kind)

    def _short_or_counted(self, script: Script, place: int, end: int) -> Body | None:
        """A brand, a name in letters, or so many of a kind."""
        if script.tokens[place].is_number or script.word(place) in IN_WORDS:
            return self._so_many(script, place, end)
        brand = brand_ends(script, place, end)
        if brand > place:
            named = Stretch(place, brand)
            return Body(named, script.written(named), "agency")
        if not is_abbreviation(script, place):
            return None
        coded = script.is_glued(place + 1) and script.tokens[place + 1].is_number  # "PC06"
        last = place + 2 if coded else branch_ends(script, place + 1, end)
        short = Stretch(place, last + (counted_places(script, last, end) if last < end else 0))
        return Body(short, script.written(short), "agency")

    def _so_many(self, script: Script, place: int, end: int) -> Body | None:
        """ "12 tỉnh phía Nam (…) phải …", "100% xã phải …": so many bodies that are bound; elsewhere a figure."""
        first = place + (share_at(script, place, end) or 1)
        length = COLLECTIVES.at(script.tokens, first, end)
        if not length:
            return None
        if script.word(first + length) == ":" and script.is_capital(first + length + 1):
            named = self._members(script, place, first + length + 1, end)
            if named is not None:
                return Body(named, script.written(named), "collective")
        at = self._chain(script, first, first + length, end, quantified=True)
        if first > place + 1:
            at = kind_of_share(script, at, end)
        if script.word(at) == "này":
            at += 1  # "hai thành phố này": those named before
        follows = at
        if script.word(at) == "(":
            follows = next((p + 1 for p in range(at, at + LONGEST_BRACKET) if script.word(p) == ")"), at)
        if script.word(follows) == "sẽ":
            follows += 1
        row = script.word(follows) in {"và", ","} and share_at(script, follows + 1, end) > 0
        if row and self._so_many(script, follows + 1, end) is not None:
            # "8% số trường đại học và 41% trường trung cấp phải …": the last of them is bound, and so are all.
            found = Stretch(place, at)
            return Body(found, script.written(found), "collective")
        told = STRICTLY.at(script.tokens, follows) or ORDERS.ending(script.tokens, place)
        pointed_at = BACK.at(script.tokens, at, end) if TOPICS.ending(script.tokens, place) else 0
        if not told and not pointed_at and script.word(at - 1) != "trên":
            return None
        found = Stretch(place, at)
        return Body(found, script.written(found), "collective")


def _is_comrade(script: Script, place: int) -> bool:
    return (
        script.words(Stretch(place, place + 2)) == "đồng chí"
        or script.words(Stretch(place, place + 3)) == "đ / c"
    )


def _is_told_first(script: Script, place: int) -> bool:
    """Whether a row stands right behind an order, or opens its sentence: with no deed in it, it goes on behind ";"."""
    topic = place - TOPICS.ending(script.tokens, place)
    return ORDERS.ending(script.tokens, place) > 0 or heads_a_sentence(script, topic)
