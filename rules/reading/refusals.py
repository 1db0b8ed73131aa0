"""Which phrases of a text are no deadlines: days of documents, as-of dates, history, plans, conditions, figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.reading.answers import Reading
from rules.reading.lexicon import Lexicon
from rules.reading.nodes import Asked, Counted, Day, Due, Dues, InPeriod, Months, Ongoing, Recurring, Span, Tet
from rules.reading.script import Script, Stretch
from rules.reading.spotted import Spotted
from rules.reading.verbs import CONDITIONS, ORDERS, VERBS
from rules.term import OnDay, Within

Verdict = Literal["deadline", "start", "length", "no", "unread"]
PLANS = Lexicon.lines(
    """chiến lược, chương trình, đề án, kế hoạch, quy hoạch, định hướng, tầm nhìn, giai đoạn, nghị quyết, dự án, lộ trình,
    nhiệm kỳ, niên độ, niên khóa, dự toán, ngân sách, chỉ thị, phong trào, khung, đến năm"""
)
NOT_BEFORE = Lexicon.lines(
    """số liệu, số liệu tính, số liệu tính từ, chốt số liệu, kỳ báo cáo, thời gian chốt số liệu, thời điểm chốt số liệu, tính,
    tính từ, thời kỳ, phiên họp, thường kỳ, cuộc họp, hội nghị, kỳ họp, diễn ra, tổ chức vào, so với, cùng kỳ, có hiệu lực,
    có hiệu lực thi hành, hiệu lực, hiệu lực thi hành, hết hiệu lực, hiệu lực kể, số, lũy kế, lũy kế đến, tình hình, kết quả,
    số liệu báo cáo, dữ liệu, số dư, tại thời điểm, công bố ngày, được tổ chức, họp, khai mạc, sinh, thành lập, được tính,
    số liệu được tính, số liệu lấy, lấy số liệu, số liệu thống kê, phát sinh"""
)
NOUN_MODIFIERS = Lexicon.lines(
    """được cấp, ban hành, đã ban hành, được ban hành, phát sinh, đã ký, ký, nộp, đã nộp, tiếp nhận, được tiếp nhận, khởi công, có hiệu lực,
    sinh, được phê duyệt, phê duyệt, ký kết, được thành lập, xây dựng, hoạt động, tuyển dụng, trúng tuyển, đăng ký"""
)
# Verbs that a month or quarter may follow without "in" and be the time of the deed.
DONE = Lexicon.lines(
    "hoàn thành, xong, ban hành, trình, thực hiện, khởi công, khánh thành, tổ chức, triển khai, kết thúc, hoàn tất, thông qua, phê duyệt"
)
ISSUED = Lexicon.lines("ban hành, ký, ký ban hành, thông qua, phê duyệt, công bố, tổ chức, thành lập, khai mạc")
AFTER_MODIFIER = frozenset({"thì", "mà", "nhưng", "vẫn", "chưa", "đã", "được", "tiếp", "không", "còn"})
STILL = frozenset({"để", "sẽ", "phấn", "dự", "phải", "cần", "yêu", "hạn", "chậm", "muộn", "giao", "đề"})
RETURNING_NOUNS = frozenset(
    """hoạch toán sách lệ quân số trình phí nghị liệu bản cáo vốn thu chi họp học lương thưởng phép kỳ tài khóa""".split()
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A phrase, what it is, and why."""

    spotted: Spotted
    verdict: Verdict
    why: str

    @property
    def place(self) -> Stretch:
        return self.spotted.place


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells deadlines from other times; ``said_on`` is the day of the document, ``aimed`` under a heading of aims."""

    script: Script
    said_on: date | None

    def of(self, found: Spotted, clause: Stretch, *, aimed: bool = False, alone: bool = False) -> Judged:
        """The verdict on one phrase; ``alone``: in a table's cell or behind a label nothing else can be meant."""
        verdict, why = self._core(found, clause, aimed=aimed, alone=alone)
        if verdict != "no" and not alone:
            refused = self._context(found, clause)
            if refused:
                verdict, why = "no", refused
        return Judged(found, verdict, why)

    def _core(self, found: Spotted, clause: Stretch, *, aimed: bool, alone: bool) -> tuple[Verdict, str]:
        match found.whole.core:
            case Asked(length=None, since=None):
                return "no", found.whole.core.why
            case Asked(since=since) if since is not None:
                return ("start", "it says when to begin") if not alone else ("no", "it says when to begin")
            case Asked():
                return self._length(found)
            case Counted():
                return _known(found)
            case Ongoing(first, last):
                if first or last or alone or self._stands_as_time(found, clause):
                    return _known(found)
                return "no", "an adverb, no term"
            case Recurring(_, dues):
                if dues or alone or self._returns(found, clause):
                    return "deadline", ""
                return "no", "it tells what kind of thing is meant, not when"
            case Dues(dues):
                if alone:
                    return _known(found)
                return self._dues(found, dues[0], clause, aimed=aimed)
        return "no", ""

    def _length(self, found: Spotted) -> tuple[Verdict, str]:
        first = self.script.word(found.place.first)
        if first in {"trong", "không", "chậm", "muộn", "trễ", "tối", "thời", "sau"} and not (
            first == "trong" and self.script.word(found.place.first + 1) not in {"vòng", "thời"}
        ):
            return "length", "the day it counts from is not named"
        back = isinstance(found.whole.core, Asked) and found.whole.core.back
        return ("length", "the event is not dated") if back else ("no", "a length of time, no term")

    def _dues(self, found: Spotted, due: Due, clause: Stretch, *, aimed: bool) -> tuple[Verdict, str]:
        opening = self.script.word(found.place.first)
        if not isinstance(found.reading, Reading):
            strong = not due.bound.bare and opening not in {"trong", "vào", "của"}
            return ("unread", found.reading.why) if strong else ("no", found.reading.why)
        if due.bound.bare and not self._bare(found, due, clause):
            return "no", "a time that nothing calls a term"
        if isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12):
            if self._plan_year(found, due, clause, aimed=aimed):
                return "no", "the year is part of a plan's name"
        return "deadline", ""

    def _bare(self, found: Spotted, due: Due, clause: Stretch) -> bool:
        """Whether a time without "before" or "in" stands where only a term stands."""
        script, place = self.script, found.place
        before, after = script.word(place.first - 1), script.word(place.last)
        labelled = script.word(place.first) in {"hạn", "thời", "tiến", "xong", "hoàn", "phải", "cần", "kéo"}
        if labelled:
            return True
        if found.whole.aim is not None:
            return True
        match due.when:
            case Day(part="") | Tet():
                verb = VERBS.ending(script.tokens, place.first, clause.first)
                done = script.words(Stretch(max(clause.first, place.first - 2), place.first))
                return done in {"hoàn thành", "hoàn tất", "muộn nhất"} or (before == ":" and bool(verb))
            case Day() | Months():
                year = isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12)
                if before == "(" and after == ")":
                    return not year
                if after == ":" and place.first == clause.first:
                    return True
                if DONE.ending(script.tokens, place.first, clause.first) and not year:
                    return True
                if isinstance(due.when, Day):
                    return place.first == clause.first or before in {",", "("}
                return not year and before == "," and after in {"", ";", "."}
            case Span():
                return script.word(place.first) == "từ" and after not in {"đã"}
            case InPeriod():
                return True
        return False

    def _plan_year(self, found: Spotted, due: Due, clause: Stretch, *, aimed: bool) -> bool:
        script, place = self.script, found.place
        opening = script.word(place.first)
        after = script.word(place.last)
        if after in {"tầm", "định"} or (after == "," and script.word(place.last + 1) in {"tầm", "định"}):
            return True
        if opening not in {"đến", "tới", "năm", "cho"} or script.word(place.first + 1) == "hết":
            return False
        if place.first == clause.first or script.word(place.first - 1) in {",", ":", "("} or aimed:
            return False
        for at in range(place.first - 1, clause.first - 1, -1):
            if script.word(at) in {",", ";", ":"}:
                break
            if PLANS.at(script.tokens, at):
                return True
        return False

    def _stands_as_time(self, found: Spotted, clause: Stretch) -> bool:
        script, place = self.script, found.place
        before = script.word(place.first - 1) if place.first > clause.first else ""
        if len(place) >= 4:
            return True
        after = script.word(place.last) if place.last < clause.last else ""
        if before in {"(", ":", "-"} and after in {")", ".", ";", ""}:
            return True
        return script.word(place.first) == "thực" and after in {".", ";", "", ")"} and len(place) > 2

    def _returns(self, found: Spotted, clause: Stretch) -> bool:
        """Whether "every quarter" tells when, and not which plan or report is meant."""
        script, place = self.script, found.place
        words = script.words(place)
        if place.first == clause.first or script.word(place.first - 1) in {",", ":", "(", ";"}:
            return True
        before = script.word(place.first - 1)
        if words.startswith("định kỳ") or words.endswith("lần"):
            return before not in {"hoạch", "toán"}
        if before in RETURNING_NOUNS:
            return False
        return bool(VERBS.ending(script.tokens, place.first, clause.first)) or script.word(place.last) in {"", ".", ";"}

    def _context(self, found: Spotted, clause: Stretch) -> str:
        script, place = self.script, found.place
        if NOT_BEFORE.ending(script.tokens, place.first, clause.first) and not self._strong(found):
            return "an as-of date, a meeting's day, or the day something takes effect"
        if script.word(place.first - 1) == "tính" or script.words(place).startswith("tính"):
            return "an as-of date"
        if self._conditional(place, clause):
            return "it belongs to a condition"
        if NOUN_MODIFIERS.ending(script.tokens, place.first, clause.first) and (
            script.word(place.last) in AFTER_MODIFIER
        ):
            return "it tells which things are meant, not when"
        if script.word(place.first - 1) == "có" and script.word(place.first) in {"hạn", "thời"}:
            return "it tells which things are meant, not when"
        if script.word(place.last) in {"chưa", "mà", "thì"}:
            return "it belongs to a condition"
        if self._was_issued(found, clause):
            return "it tells when something was issued or held"
        return self._history(found, clause)

    def _was_issued(self, found: Spotted, clause: Stretch) -> bool:
        """ "Được Chính phủ ban hành vào ngày …": a full day of an act, with nobody told to do it."""
        script, place = self.script, found.place
        core = found.whole.core
        if not isinstance(core, Dues) or not isinstance(core.all[0].when, Day) or core.all[0].when.year is None:
            return False
        if self._strong(found) or not ISSUED.ending(script.tokens, place.first, clause.first):
            return False
        return bool({"được", "đã", "vừa"} & {script.word(at) for at in range(clause.first, place.first)})

    def _strong(self, found: Spotted) -> bool:
        words = self.script.words(found.place)
        return any(sign in words for sign in ("trước", "chậm nhất", "muộn nhất", "hạn", "không quá", "không muộn"))

    def _conditional(self, place: Stretch, clause: Stretch) -> bool:
        """Inside "trường hợp …," or "nếu … thì", up to the comma that ends the condition."""
        script = self.script
        begun = False
        for at in range(clause.first, place.first):
            if CONDITIONS.at(script.tokens, at, clause.last) and (
                at == clause.first or script.word(at - 1) in {",", ":", "và", "riêng", ";"}
            ):
                begun = True
            elif begun and script.word(at) in {",", "thì"}:
                begun = False
        if not begun:
            return False
        after = script.word(place.last)
        return after in {",", "thì", "mà", "chưa", "không", "vẫn", "còn", "và"} or self._comma_follows(place, clause)

    def _comma_follows(self, place: Stretch, clause: Stretch) -> bool:
        return any(self.script.word(at) in {",", "thì"} for at in range(place.last, clause.last))

    def _history(self, found: Spotted, clause: Stretch) -> str:
        """Words that tell what has been done, or a day that had passed when they were written."""
        script, place = self.script, found.place
        day = last_day(found)
        past = day is not None and self.said_on is not None and day < self.said_on
        strong = self._strong(found)
        if past and not strong:
            return "it had passed when the text was written"
        done = [
            at
            for at in range(clause.first, min(clause.last, place.last + 4))
            if script.word(at) in {"đã", "vừa"} and not ORDERS.at(script.tokens, at + 1) and at not in place
        ]
        if not done or (strong and not past):
            return ""
        after = [script.word(at) for at in range(done[-1], place.first)]
        if done[-1] < place.first and STILL & set(after):
            return ""
        return "it tells what has been done"


def last_day(found: Spotted) -> date | None:
    if not isinstance(found.reading, Reading):
        return None
    match found.reading.term:
        case OnDay(day):
            return day
        case Within(_, last):
            return last
    return None


def _known(found: Spotted) -> tuple[Verdict, str]:
    if isinstance(found.reading, Reading):
        return "deadline", ""
    return "unread", found.reading.why
