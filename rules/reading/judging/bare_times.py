"""Times that no "before" or "in" introduces: where they are a term all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from rules.reading.judging.brackets_of_terms import beside_a_body
from rules.reading.judging.colon_heads import heads_a_line
from rules.reading.judging.history import last_day
from rules.reading.judging.last_days import called_a_term, heads_a_term
from rules.reading.judging.listed_spans import below_a_deed
from rules.reading.judging.scheduled import is_scheduled
from rules.reading.judging.side_times import says_it_once_more
from rules.reading.judging.spans import is_span_of_a_deed
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.steps import heads_a_step
from rules.reading.judging.surroundings import Surroundings
from rules.reading.phrase.nodes import (
    Day,
    Due,
    Dues,
    InPeriod,
    Months,
    Now,
    Span,
    Tet,
)
from rules.reading.words.bodies_lexicon import COMMON, HEADS, TITLES
from rules.reading.words.duty_words import TERMS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import (
    DONE,
    HANDED,
    PLANS,
)
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import AIMS, FORECASTS, VERBS

# Behind these and a colon a period tells what is reported on.
NEAR_BRACKET = 8
LONGEST_DEED = 40  # tokens
NO_DEED = frozenset({"kỳ", "báo", "liệu", "thời", "điểm", "năm", "niên"})
LONGEST_TITLE = 30
# "Lùi thời hạn trình Nghị định từ tháng 5 sang tháng 11": the later one binds.
PUTS_OFF = Lexicon.lines("lùi, dời, hoãn, chuyển, gia hạn, điều chỉnh, kéo dài")
# What is to be opened or handed over "vào dịp 02/9/2025".
OPENS = Lexicon.lines(
    """khởi công, khánh thành, hoàn thành, hoàn tất, thông xe, thông tuyến, khai trương, vận hành, bàn giao, ra mắt, đưa vào,
    đóng điện, triển khai giải phóng mặt bằng, triển khai thi công"""
)
MAKES_SURE = Lexicon.lines("bảo đảm, đảm bảo, sao cho, bảo đảm để, đảm bảo để, cam kết, quyết tâm")
LABELLED = frozenset({"hạn", "thời", "tiến", "xong", "hoàn", "phải", "cần", "kéo"})


@dataclass(frozen=True, slots=True)
class BareTimes(Surroundings):
    """Tells a bare time that is a term from a day of a document or the year of a plan."""

    def _bare(self, found: Spotted, due: Due, clause: Stretch) -> bool:
        """Whether a time without "before" or "in" stands where only a term stands."""
        if isinstance(due.when, Span | Months) and self._of_a_project(found.place, clause):
            return False
        timed = (self.script, found, due)
        if heads_a_line(*timed, self.said_on) or is_scheduled(*timed, clause, self.said_on):
            return True
        if self._behind_a_deed(found, clause) or heads_a_step(self.script, found, due, clause, self.said_on):
            return True
        dated = isinstance(due.when, Day | Span)
        headed = dated and heads_a_term(self.script, found.place, clause.last)
        listed = dated and below_a_deed(self.script, found.place)
        if (headed or listed or called_a_term(self.script, found.place)) and self._ahead(found):
            return True
        if self.script.word(found.place.first) in LABELLED or found.whole.aim is not None:
            return True
        match due.when:
            case Day(part="") | Tet():
                return self._bare_day(found, due, clause)
            case Day() | Months():
                return self._bare_period(found, due, clause)
            case Span():
                ahead = self._ahead(found)
                bracketed = ahead and self._in_its_bracket(found.place, clause)
                return bracketed or is_span_of_a_deed(self.script, found.place, clause, ahead=ahead)
            case InPeriod():
                return True
            case Now():
                return self._opens_with_now(found, clause)
            case _:
                assert_never(due.when)

    def _in_its_bracket(self, place: Stretch, clause: Stretch) -> bool:
        """ "Đăng ký học phần trong tuần 2 (25/9 - 29/9)": the days of the time that the deed names before them."""
        if (self.script.word(place.first - 1), self.script.word(place.last)) != ("(", ")"):
            return False
        opens = range(max(clause.first, place.first - NEAR_BRACKET), place.first)
        return any(self.script.word(at) in {"trong", "vào", "tuần", "đợt"} for at in opens)

    def _behind_a_deed(self, found: Spotted, clause: Stretch) -> bool:
        """ "Tập huấn cán bộ: Tháng 9/2020 - 12/2020": behind a colon, alone, and ahead."""
        script, place = self.script, found.place
        alone = place.last >= clause.last or script.word(place.last) in {";", "."}
        if script.word(place.first - 1) != ":" or not alone:
            return False
        start = script.sentence_first(place.first)
        while start < place.first and not script.tokens[start].is_word:
            start += 1
        if place.first - start > LONGEST_DEED:
            return False
        verb = VERBS.at(script.tokens, start, place.first)
        named = {script.word(at) for at in range(start + verb, place.first)}
        return bool(verb) and not named & NO_DEED and self._ahead(found)

    def _ahead(self, found: Spotted) -> bool:
        """Whether it lies behind the day of the words."""
        day = last_day(found)
        return day is not None and self.said_on is not None and day > self.said_on

    def _of_a_project(self, place: Stretch, clause: Stretch) -> bool:
        """ "Dự án có tổng mức đầu tư …, thời gian thực hiện 2020-2024": years that describe a project."""
        words = self.script.words(place)
        described = "tổng mức" in self.script.words(clause) or "phê duyệt" in self.script.words(clause)
        return words.startswith(("thời gian thực hiện", "tiến độ thực hiện")) and described

    def _opens_with_now(self, found: Spotted, clause: Stretch) -> bool:
        """ "Tuần tới, Bộ A sẽ ban hành …": a week or month at the head, with what is to be done in it."""
        core = found.whole.core
        if isinstance(core, Dues) and core.all[0].when in (Now("day"), Now("day", 1)):
            return False  # "Sáng nay, Bộ A sẽ họp": what news tells of
        at_head = found.place.first == clause.first and self.script.word(found.place.last) == ","
        ahead = {"sẽ", "phải", "cần"} & {self.script.word(at) for at in range(found.place.last, clause.last)}
        return at_head and bool(ahead)

    def _bare_day(self, found: Spotted, due: Due, clause: Stretch) -> bool:
        """A full day ahead right behind the deed: "trình Bộ trưởng ban hành ngày …"; or behind a colon."""
        script, place = self.script, found.place
        ahead = self._ahead(found)
        bound = place.first - 1 - (script.word(place.first - 1) == "là")
        if script.word(bound) == "nhất" and script.word(bound - 1).endswith(("chậm", "muộn")):
            # The bound's first word is glued to the one before it.
            return True
        full = isinstance(due.when, Day) and due.when.year is not None
        told = {"được", "đã"} & {script.word(at) for at in range(clause.first, place.first)}
        if place.first == clause.first and script.word(place.last) == ":" and ahead and full:
            return True
        if script.word(place.first - 1) == ":" and ahead and full and self._of_a_report(place):
            return True
        if ahead and script.word(place.first - 1) == "dịp" and not told:
            return OPENS.within(script.tokens, clause.first, place.first) is not None
        ordered = {script.word(at) for at in range(place.last, place.last + 3)} & {"phải", "cần"}
        if (
            place.first == clause.first
            and script.word(place.first) in {"tuần", "thượng", "trung"}
            and ordered
        ):
            return True
        if script.word(place.first - 1) == "là" and self._names_a_term(place, clause):
            return True
        if ahead and full and (self._laid_before(place, clause) or self._for_others(place, clause)):
            return True
        if ahead and script.words(Stretch(place.first - 1, place.first + 1)) == "xong ngày":
            return True
        if ahead and full and not told and DONE.ending(script.tokens, place.first, clause.first):
            return True
        if (
            ahead
            and script.word(place.first - 1) == "sang"
            and PUTS_OFF.within(script.tokens, clause.first, place.first) is not None
        ):
            return True
        done = script.words(Stretch(max(clause.first, place.first - 2), place.first))
        verb = VERBS.ending(script.tokens, place.first, clause.first)
        return done in {"hoàn thành", "hoàn tất"} or (script.word(place.first - 1) == ":" and bool(verb))

    def _of_a_report(self, place: Stretch) -> bool:
        """ "…; báo cáo năm: 15/12/2023": the report's name alone stands before its day."""
        near = range(place.first - 2, max(-1, place.first - LONGEST_TITLE), -1)
        start = next((at + 1 for at in near if self.script.word(at) in {";", ".", ":", "-", ")"}), None)
        return start is not None and self.script.words(Stretch(start, start + 2)) == "báo cáo"

    def _for_others(self, place: Stretch, clause: Stretch) -> bool:
        """ "… trước ngày 31/5 đối với xã và ngày 15/6 đối với huyện": a second day, for others."""
        script = self.script
        if script.word(place.first - 1) not in {"và", ",", ";"} or not self._opposite(place.last):
            return False
        return any(self._opposite(at) for at in range(clause.first, place.first - 1))

    def _opposite(self, at: int) -> bool:
        return self.script.words(Stretch(at, at + 2)) == "đối với"

    def _names_a_term(self, place: Stretch, clause: Stretch) -> bool:
        """ "Hạn cuối cùng trả nợ gốc là ngày …": a term is named in this part of the clause, and then its day."""
        script = self.script
        for at in range(place.first - 1, clause.first - 1, -1):
            if script.word(at) in {";", ":", "("}:
                return False
            if TERMS.at(script.tokens, at, place.first):
                return script.word(at - 1) != "gia"
        return False

    def _bare_period(self, found: Spotted, due: Due, clause: Stretch) -> bool:
        """A month or quarter alone in brackets, before a colon, behind the deed, or at the clause's end."""
        script, place = self.script, found.place
        before, after = script.word(place.first - 1), script.word(place.last)
        year = isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12)
        if (before == "(" and after == ")") or beside_a_body(script, place):
            return not year
        if before in {"(", ";", ","} and after in {"xong", "đạt", "phải", "cần"} and self._ahead(found):
            return True
        if after == ":" and place.first == clause.first:
            return True
        if before == "sang" and PUTS_OFF.within(script.tokens, clause.first, place.first) is not None:
            return True
        expected = FORECASTS.at(script.tokens, clause.first, clause.last)
        head = clause.first + expected + 1 if expected else clause.first  # "Dự kiến, tháng 10 tới, …"
        if not year and place.first == head and self._will(place, clause):
            return True
        if self._is_reached(due, place) or self._is_made_sure(found):
            return True
        done = DONE.ending(script.tokens, place.first, clause.first) or self._for_session(place, clause)
        if done and not year:
            return True
        if year and after in {"", ",", ".", ";"} and self._aims_to_finish(place, clause):
            return True
        if self._laid_before(place, clause) and not year and after in {"", ";", "."}:
            return True
        if isinstance(due.when, Day):
            return place.first == clause.first or before in {",", "("}
        again = says_it_once_more(script, place, clause)
        return not year and not again and before == "," and after in {"", ";", "."}

    def _will(self, place: Stretch, clause: Stretch) -> bool:
        """ "Tháng 9 năm tới quận sẽ khởi công …": a month at the head, and who will do what in it."""
        tokens, named = self.script.tokens, False
        for at in range(place.last, min(clause.last - 1, place.last + 8)):
            if self.script.word(at) == "sẽ":
                return named and bool(VERBS.at(tokens, at + 1))
            named = named or bool(HEADS.at(tokens, at) or COMMON.at(tokens, at) or TITLES.at(tokens, at))
        return False

    def _is_made_sure(self, found: Spotted) -> bool:
        """ "…, bảo đảm tháng 9/2021 công bố kết quả": what must be done by then, between the word for it and its deed."""
        tokens, place = self.script.tokens, found.place
        asked = MAKES_SURE.ending(tokens, place.first) > 0
        return asked and VERBS.at(tokens, place.last) > 0 and self._ahead(found)

    def _is_reached(self, due: Due, place: Stretch) -> bool:
        """ "Thu nhập cuối năm 2030 tăng lên 1,5 lần": the end of a year by which a figure is reached."""
        ending = isinstance(due.when, Day) and due.when.part == "year" and due.when.year is not None
        return ending and self.script.word(place.last) in {"tăng", "giảm", "đạt"}

    def _laid_before(self, place: Stretch, clause: Stretch) -> bool:
        """ "…, trình Bộ trưởng đầu tháng 10": nothing but the one it is laid before stands between."""
        at = place.first
        while at > clause.first and place.first - at < 6 and self.script.tokens[at - 1].is_word:
            at -= 1
            if self.script.word(at) == "trình":
                return VERBS.within(self.script.tokens, at + 1, place.first) is None
        return False

    def _aims_to_finish(self, place: Stretch, clause: Stretch) -> bool:
        """ "Phấn đấu hoàn thành các dự án năm 2025": the year is when, though only a noun stands before it."""
        finished = Stretch(clause.first, place.first)
        return bool(AIMS.at(self.script.tokens, clause.first, clause.last)) and (
            "hoàn thành" in self.script.words(finished)
        )

    def _ends_a_title(self, place: Stretch, clause: Stretch) -> bool:
        """ "Kế hoạch bảo tồn, phát triển chè đến năm 2025": from the capital of a plan's name to its year."""
        script = self.script
        for at in range(place.first - 1, max(clause.first, place.first - LONGEST_TITLE) - 1, -1):
            if script.word(at) in {";", ":", "phải", "cần", "sẽ"}:
                return False
            named = script.is_capital(at) or script.word(place.last) in {"trong", "trước", "vào", "chậm"}
            length = PLANS.at(script.tokens, at) if named else 0
            if length:
                return HANDED.within(script.tokens, at + length, place.first) is None
        return False

    def _plan_year(self, found: Spotted, due: Due, clause: Stretch, *, aimed: bool) -> bool:
        script, place = self.script, found.place
        opening = script.word(place.first)
        after = script.word(place.last)
        if after in {"tầm", "định"} or (after == "," and script.word(place.last + 1) in {"tầm", "định"}):
            return True
        if opening not in {"đến", "tới", "năm", "cho"} or script.word(place.first + 1) == "hết":
            return False
        if after != ":" and self._ends_a_title(place, clause):
            return True
        if self._aims_to_finish(place, clause) and after in {"", ",", ".", ";"}:
            return False
        if place.first == clause.first or script.word(place.first - 1) in {",", ":", "("} or aimed:
            return False
        for at in range(place.first - 1, clause.first - 1, -1):
            if script.word(at) in {",", ";", ":"}:
                break
            if PLANS.at(script.tokens, at):
                return True
        return False
