"""Titles with the body or the person behind them: "Giám đốc Sở Y tế", "đồng chí Trần Văn Long, Bộ trưởng …"."""

from __future__ import annotations

from rules.reading.naming.of_a_kind import OfAKind
from rules.reading.naming.proper_names import person_ends
from rules.reading.naming.rows_of_places import office_level_ends
from rules.reading.words.bodies_lexicon import QUANTIFIERS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ORDERS

# What a deputy is there for, between his title and his office: "Phó Chủ tịch Văn xã UBND quận".
FIELDS = Lexicon.lines(
    """văn xã, kinh tế, nội chính, phụ trách, phụ trách kinh tế, phụ trách văn xã, phụ trách văn hóa - xã hội,
    chuyên trách"""
)


class Titles(OfAKind):
    """Finds where a title ends that begins at a place."""

    def _title(self, script: Script, place: int, end: int) -> Stretch | None:
        """A title with its body, or with a person's name."""
        at = place + (1 if script.word(place) in QUANTIFIERS else 0)
        short = script.words(Stretch(at, at + 3)) == "đ / c"
        comrade = short or script.words(Stretch(at, at + 2)) == "đồng chí"
        at += (2 + short) if comrade else 0
        length = TITLES.at(script.tokens, at, end)
        if not length:
            return self._comrade(script, place, at, end) if comrade else None
        at += length
        if at >= end:
            return Stretch(place, at)
        level = office_level_ends(script, at, end)
        if level > at:
            return Stretch(place, level)
        at += FIELDS.at(script.tokens, at, end)
        inner = self._collective(script, at, end) or self._agency(
            script, at, end, self.known.at(script.tokens, at, end)
        )
        if (
            inner is None
            and script.word(at - 1) in {"ban", "phòng", "khoa", "trạm"}
            and script.is_capital(at)
        ):
            # "Trưởng Ban Tín dụng", "Trưởng phòng Nội vụ": the head of the name stands in the title.
            inner = self._agency(script, at - 1, end, 0, headed=True)
        if inner is None and script.word(at) in {"khoa", "trạm", "đội", "tổ"} and script.is_capital(at + 1):
            inner = self._agency(script, at, end, 0, headed=True)
        if inner is None and script.word(at) in {"chi", "đơn", "cơ", "tổ", "doanh", "địa"}:
            body = self._common(script, at, end)
            inner = body.place if body else None
        at = inner.last if inner else at
        return Stretch(place, person_ends(script, at, end))

    def _comrade(self, script: Script, place: int, at: int, end: int) -> Stretch | None:
        """ "Đồng chí Trần Văn Long, Bộ trưởng Bộ Y tế, Trưởng ban …": a person, with the first office named."""
        named = person_ends(script, at, end)
        told = ORDERS.ending(script.tokens, place) > 0
        if named == at and told and script.is_capital(at) and not script.is_shouted(at):
            named = at + 1  # "Giao đ/c Tuấn - Phó Giám đốc": one name is enough among comrades
        if named == at:
            return None
        apart = script.word(named) == "," or (script.word(named) == "-" and not script.is_glued(named))
        office = self._title(script, named + 1, end) if apart else None
        if office is None:
            return Stretch(place, named)
        at = office.last
        while script.word(at) == "," and TITLES.at(script.tokens, at + 1, end) and script.is_capital(at + 1):
            other = self._title(script, at + 1, end)
            if other is None:
                break
            at = other.last
        return Stretch(place, at)
