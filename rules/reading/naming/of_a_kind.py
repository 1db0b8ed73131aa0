"""Bodies by their kind only: "chủ đầu tư", "tổ chức tín dụng", "đơn vị này"."""

from __future__ import annotations

from rules.reading.naming.body import Body
from rules.reading.naming.names import Names
from rules.reading.naming.narrowing import told_apart
from rules.reading.naming.people import of_several
from rules.reading.naming.places_alone import unit_alone
from rules.reading.words.bodies_lexicon import COMMON, PRONOUNS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# "…, sở phải hướng dẫn": with one of these behind it a word alone is a body.
BOUND = Lexicon.lines("phải, có trách nhiệm, có nhiệm vụ, chịu trách nhiệm, sẽ phải, cần phải")


class OfAKind(Names):
    """Finds where such a kind ends with what narrows it."""

    def _common(self, script: Script, place: int, end: int) -> Body | None:
        """A body by its kind only: "chủ đầu tư", "tổ chức tín dụng", "đơn vị này"."""
        length = COMMON.at(script.tokens, place, end)
        unit = unit_alone(script, place, end)
        if unit:
            found = Stretch(place, place + unit)
            return Body(found, script.written(found), "common")
        alone = length == 1 and script.word(place + 1) not in PRONOUNS and not script.is_capital(place)
        if not length or (alone and not BOUND.at(script.tokens, place + 1, end)):
            return None
        at = self._chain(script, place, place + length, end, quantified=False)
        if script.word(at) in PRONOUNS and at == place + length:
            found = Stretch(place, at + 1)
            return Body(found, script.written(found), "pronoun")
        if script.word(at) not in {"đã", "đang"}:
            told = told_apart(script, at, end)
            at = told if told > at else of_several(script, at, end)
        found = Stretch(place, at)
        return Body(found, script.written(found), "common")
