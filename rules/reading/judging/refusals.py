"""Which phrases of a text are no deadlines: days of documents, as-of dates, history, plans, conditions, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from rules.reading.judging.arrears import CHECK_YEAR, OVERDUE, a_year_too_early, still_open
from rules.reading.judging.bare_times import BareTimes
from rules.reading.judging.brackets_of_terms import beside_a_body
from rules.reading.judging.counted_back import WORKING, counted_back, counted_back_to
from rules.reading.judging.history import PASSED, last_day, last_start
from rules.reading.judging.how_often import is_taken_away, names_a_report, tells_how_often
from rules.reading.judging.last_days import closes_taking, times_an_act
from rules.reading.judging.liability import answers_for_it
from rules.reading.judging.side_times import in_an_aside, may_be_extended, only_later
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.told_times import before_an_event, begins_a_rule, granted, lasts
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import (
    Asked,
    Counted,
    Day,
    Due,
    Dues,
    InPeriod,
    Months,
    Often,
    Ongoing,
    Recurring,
    Span,
)
from rules.reading.phrase.times_of_year import first_day
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import APPEAR, HANDED
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import ORDERS

# No sentence of the law is so long; what stands further off says nothing of a time.
FAR = 400
# "Chưa thường xuyên" tells what is amiss.
SELDOM = frozenset({"chưa", "không", "ít", "thiếu"})
# What is done within so many days or hours, and does not last so long.
ANSWERED = Lexicon.lines(
    """xử lý, trả lời, giải quyết, khắc phục, phản hồi, thông báo, báo cáo, gửi, nộp, hoàn thành, công bố, bàn giao,
    chuyển, xong"""
)
SCHOOL_YEAR = "a school year begins and ends on days that these words do not say: ask"
RUN_OUT = "it says after which term something comes about, and not by when"
LIABLE = "it says who answers for what is not done by then: the term may stand elsewhere"
Verdict = Literal["deadline", "start", "length", "no", "unread"]


WHOSE_TIME = "it says when something is done, and not who must have done it by then: ask"
# "20 năm, kể từ khi … năm 1997": how long it has been.
SINCE_A_YEAR = re.compile(r"^[0-9]+ năm\b.*\bnăm (?:19|20)[0-9]{2}$")
NO_TERM = "a time that nothing calls a term"


@dataclass(frozen=True, slots=True)
class Judged:
    """A phrase, what it is, and why."""

    spotted: Spotted
    verdict: Verdict
    why: str

    @property
    def place(self) -> Stretch:
        return self.spotted.place

    @property
    def names_a_day(self) -> bool:
        """Whether it says more than how often something returns."""
        core = self.spotted.whole.core
        return not (isinstance(core, Often) or (isinstance(core, Recurring) and not core.dues))


@dataclass(frozen=True, slots=True)
class Judge(BareTimes):
    """Tells deadlines from other times; ``said_on`` is the day of the document, ``aimed`` under a heading of aims."""

    def of(self, found: Spotted, clause: Stretch, *, aimed: bool = False, alone: bool = False) -> Judged:
        """The verdict on one phrase; ``alone``: in a table's cell or behind a label nothing else can be meant."""
        place, core = found.place, found.whole.core
        if isinstance(core, Asked) and core.since is not None and answers_for_it(self.script, place):
            return Judged(found, "unread", LIABLE)
        compared = counted_back_to(self.script, found)
        if compared is not None:
            why = WORKING.why if compared.reading is WORKING else ""
            return Judged(compared, "unread" if why else "deadline", why)
        clause = Stretch(max(clause.first, place.first - FAR), min(clause.last, place.last + FAR))
        verdict, why = self._core(found, clause, aimed=aimed, alone=alone)
        if verdict != "no" and not alone:
            refused = self._context(found, clause)
            if refused == PASSED and a_year_too_early(
                self.script, place, clause, last_day(found), self.said_on
            ):
                verdict, why = "unread", CHECK_YEAR
            elif refused:
                verdict, why = "no", refused
        if verdict == "deadline":
            found = counted_back(self.script, found)
            if found.reading is WORKING:
                return Judged(found, "unread", WORKING.why)
            found = self._doubted(found)
        return Judged(found, verdict, why)

    def _doubted(self, found: Spotted) -> Spotted:
        """The phrase, with the remark that its day had passed where the text says that nothing was done."""
        day, reading = last_day(found), found.reading
        past = day is not None and self.said_on is not None and day < self.said_on
        if not past or not isinstance(reading, Reading) or not still_open(self.script, found.place):
            return found
        return replace(found, reading=replace(reading, flags=(*reading.flags, OVERDUE)))

    def _core(self, found: Spotted, clause: Stretch, *, aimed: bool, alone: bool) -> tuple[Verdict, str]:
        if self.script.words(Stretch(found.place.last - 1, found.place.last + 1)) == "năm học":
            bounds = isinstance(found.whole.core, Dues) and not found.whole.core.all[0].bound.bare
            return ("unread", SCHOOL_YEAR) if bounds else ("no", SCHOOL_YEAR)
        match found.whole.core:
            case Asked(length=None, since=None):
                return "no", found.whole.core.why
            case Asked(since=since) if since is not None:
                return self._start(found, since, clause, alone=alone)
            case Asked() as asked:
                return self._length(found, asked, clause)
            case Counted():
                if not alone and (
                    lasts(self.script, found.place, dated=True)
                    or granted(self.script, found.place, clause)
                    or SINCE_A_YEAR.search(self.script.words(found.place))
                    or in_an_aside(self.script, found.place, clause, ANSWERED)
                ):
                    return "no", "how long something lasts, no term"
                return _known(found)
            case Ongoing(first, last):
                if (first or last) and not alone and last_start(found, self.said_on):
                    return "no", "it had begun before the text was written"
                if first or last or alone or self._stands_as_time(found, clause):
                    return _known(found)
                return "no", "an adverb, no term"
            case Often() | Recurring() if not alone and is_taken_away(self.script, found.place, clause):
                return "no", "it is not to be done, or no longer"
            case Often():
                # "Thời hạn gửi báo cáo định kỳ": of which reports a term is spoken.
                kind = self.script.words(found.place).endswith("báo cáo định kỳ")
                if (
                    self._names_an_hour(found.place)
                    or alone
                    or (self._strong(found) and not kind)
                    or tells_how_often(self.script, found, clause)
                ):
                    return "deadline", ""
                return "no", "it tells what kind of thing is meant, not when"
            case Recurring(_, dues):
                if not alone and names_a_report(self.script, found.place, dues):
                    return "no", "it tells what kind of thing is meant, not when"
                if dues or alone or tells_how_often(self.script, found, clause):
                    return "deadline", ""
                return "no", "it tells what kind of thing is meant, not when"
            case Dues(dues):
                return _known(found) if alone else self._dues(found, dues[0], clause, aimed=aimed)
            case _:
                assert_never(found.whole.core)

    def _names_an_hour(self, place: Stretch) -> bool:
        """ "Tổng hợp báo cáo vào 16 giờ 30 hằng ngày": with an hour it is no kind of report."""
        opens = self.script.word(place.first) in {"vào", "lúc", "trước"}
        return opens and self.script.has({"giờ", "h", "g"}, place.first, place.last)

    def _start(
        self, found: Spotted, since: Day | Months, clause: Stretch, *, alone: bool
    ) -> tuple[Verdict, str]:
        """A first day is a duty's only where it lies ahead and is meant to begin something."""
        if before_an_event(self.script, found.place, clause):
            return "unread", "something else begins on that day, and the term lies before it: ask which day"
        begins = first_day(since, self.said_on)
        after = self.script.words(Stretch(found.place.last, found.place.last + 2))
        if alone or begins is None or after in {"đến nay", "tới nay", "cho đến"}:
            return "no", "it says since when"
        if self.said_on is not None and begins < self.said_on:
            return "no", "it says since when"
        before = {
            self.script.word(at) for at in range(max(clause.first, found.place.first - 6), found.place.first)
        }
        if self.script.word(found.place.first) == "sau" and "không" in before:
            # "Không để gián đoạn sau ngày 31/12": nothing begins then.
            return "no", "it says since when"
        binds = {"phải", "sẽ", "cần", "cam"} & {
            self.script.word(at) for at in range(clause.first, clause.last)
        }
        if since.year is None and not binds and found.whole.aim is None:
            return "no", "it says since when"
        if only_later(self.script, found.place, clause):
            return "no", "it says since when"
        if begins_a_rule(self.script, found.place, clause):
            return "no", "it says when a rule takes effect"
        return "start", "it says when to begin"

    def _is_bound(self, clause: Stretch) -> bool:
        """Whether the clause says that somebody must: "trong 30 ngày" is a term then."""
        return any(self.script.word(at) in {"phải", "cần"} for at in range(clause.first, clause.last))

    def _beside_its_end(self, found: Spotted) -> bool:
        """ "Thời gian 1 ngày, hoàn thành trong quý I": how long it lasts, and then by when."""
        ends = self.script.words(Stretch(found.place.last, found.place.last + 3)) == ", hoàn thành"
        named = self.script.words(Stretch(found.place.first, found.place.first + 2)) == "thời gian"
        return named and ends

    def _length(self, found: Spotted, asked: Asked, clause: Stretch) -> tuple[Verdict, str]:
        first = self.script.word(found.place.first)
        if first == "thời" and self.script.word(found.place.first - 1) == "sau":
            # "… mà đơn vị không nộp": what comes about then; where somebody must act a person is asked.
            fails = "mà" in {self.script.word(at) for at in range(found.place.last, clause.last)}
            asked_of = self._is_bound(Stretch(found.place.last, clause.last)) and not fails
            return ("unread", RUN_OUT) if asked_of else ("no", RUN_OUT)
        if first == "thời" and self._beside_its_end(found):
            return "no", "how long something lasts, no term"
        if lasts(self.script, found.place, dated="từ" in self.script.words(found.place)):
            return "no", "how long something lasts, no term"
        if self.script.has({"trùng"}, clause.first, found.place.first):
            return "no", "where a term that ends on a day off goes, no term"
        aside = in_an_aside(self.script, found.place, clause, ANSWERED)
        if aside or may_be_extended(self.script, found.place):
            return "no", "a length of time, no term"
        within = self.script.words(Stretch(found.place.first, found.place.first + 2)) == "trong vòng"
        long = asked.length is not None and asked.length.unit in {"month", "year"}
        if long and not asked.back and not within and "kể từ" not in self.script.words(found.place):
            return "no", "how long something lasts, no term"
        if self.script.word(found.place.last) in {"qua", "gần", "trở", "vừa", "trước", "liền", "liên"}:
            return "no", "it tells of time gone by"
        deed = ANSWERED.within(self.script.tokens, clause.first, found.place.first) is not None
        if first == "trong" and not long and (deed or self._is_bound(clause)):
            return "length", "the day it counts from is not named"
        if first in {"trong", "không", "chậm", "muộn", "trễ", "tối", "thời", "sau", "trước"} and not (
            first == "trong" and self.script.word(found.place.first + 1) not in {"vòng", "thời"}
        ):
            return "length", "the day it counts from is not named"
        return ("length", "the event is not dated") if asked.back else ("no", "a length of time, no term")

    def _dues(self, found: Spotted, due: Due, clause: Stretch, *, aimed: bool) -> tuple[Verdict, str]:
        opening = self.script.word(found.place.first)
        if not isinstance(found.reading, Reading):
            within = opening in {"trong", "vào", "của"} and not isinstance(due.when, InPeriod)
            strong = not due.bound.bare and not within
            return ("unread", found.reading.why) if strong else ("no", found.reading.why)
        if due.clock is not None and self._must_appear(found.place, clause):
            return "deadline", ""
        if (
            due.clock is not None
            and (opening in {"vào", "lúc"} or (opening == "dự" and not self._strong(found)))
            and not self._handed_in(place=found.place, clause=clause)
        ):
            return "no", "the hour of a meeting or event"
        if due.bound.bare and not self._bare(found, due, clause):
            asked = (
                isinstance(due.when, Span) and self._ahead(found) and times_an_act(self.script, found.place)
            )
            return ("unread", WHOSE_TIME) if asked else ("no", NO_TERM)
        year = isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12)
        if year and opening == "kết" and found.place.first != clause.first:
            # "Dự án kết thúc năm 2025": what comes to its end then, and nobody's term.
            return "no", NO_TERM
        if year and self._plan_year(found, due, clause, aimed=aimed):
            return "no", "the year is part of a plan's name"
        return "deadline", ""

    def _must_appear(self, place: Stretch, clause: Stretch) -> bool:
        """ "Các đội phải có mặt tại … lúc 7 giờ ngày …": an hour that binds whoever is told to come."""
        tokens = self.script.tokens
        come = APPEAR.within(tokens, clause.first, place.first)
        ordered = ORDERS.within(tokens, clause.first, place.first) is not None
        return come is not None and (ordered or self._is_bound(Stretch(clause.first, come)))

    def _handed_in(self, place: Stretch, clause: Stretch) -> bool:
        """Whether something is to be sent or finished at that hour."""
        handed = HANDED.within(self.script.tokens, clause.first, place.first) is not None
        return handed or closes_taking(self.script, clause)

    def _stands_as_time(self, found: Spotted, clause: Stretch) -> bool:
        script, place = self.script, found.place
        before = script.word(place.first - 1) if place.first > clause.first else ""
        if len(place) >= 4:
            return True
        if before in SELDOM:
            return False
        after = script.word(place.last) if place.last < clause.last else ""
        if after == "" and place.first > clause.first:
            return True
        if (before in {"(", ":", "-"} and after in {")", ".", ";", ""}) or beside_a_body(script, place):
            return True
        return script.word(place.first) == "thực" and after in {".", ";", "", ")"} and len(place) > 2


def _known(found: Spotted) -> tuple[Verdict, str]:
    if isinstance(found.reading, Reading):
        return "deadline", ""
    return "unread", found.reading.why
