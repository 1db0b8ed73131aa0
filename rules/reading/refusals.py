"""Which phrases of a text are no deadlines: days of documents, as-of dates, history, plans, conditions, figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.reading.answers import Reading
from rules.reading.bodies_lexicon import INSIDE_NAMES
from rules.reading.lexicon import Lexicon
from rules.reading.nodes import (
    Asked,
    Counted,
    Day,
    Due,
    Dues,
    InPeriod,
    Months,
    Now,
    Often,
    Ongoing,
    Recurring,
    Span,
    Tet,
)
from rules.reading.script import Script, Stretch
from rules.reading.spotted import Spotted
from rules.reading.times_of_year import first_day
from rules.reading.verbs import AIMS, CONDITIONS, MODALS, ORDERS, VERBS
from rules.term import OnDay, Within

Verdict = Literal["deadline", "start", "length", "no", "unread"]
PLANS = Lexicon.lines(
    """chiến lược, chương trình, đề án, kế hoạch, quy hoạch, định hướng, tầm nhìn, giai đoạn, nghị quyết, dự
    án, lộ trình, nhiệm kỳ, niên độ, niên khóa, dự toán, ngân sách, chỉ thị, phong trào, khung, đến năm"""
)
NOT_BEFORE = Lexicon.lines(
    """số liệu, số liệu tính, số liệu tính từ, chốt số liệu, kỳ báo cáo, thời gian chốt số liệu, thời điểm
    chốt số liệu, tính, tính từ, thời kỳ, phiên họp, thường kỳ, cuộc họp, hội nghị, kỳ họp, diễn ra, tổ
    chức vào, so với, cùng kỳ, có hiệu lực, có hiệu lực thi hành, hiệu lực, hiệu lực thi hành, hết hiệu
    lực, hiệu lực kể, lũy kế, lũy kế đến, tình hình, số liệu báo cáo, số dư, tại thời điểm, công
    bố ngày, được tổ chức, họp, khai mạc, sinh, được tính, chốt, chốt đến, số liệu chốt, được
    chốt, số liệu được tính, số liệu lấy, lấy số liệu, số liệu thống kê, phát sinh"""
)
NOUN_MODIFIERS = Lexicon.lines(
    """được cấp, ban hành, đã ban hành, được ban hành, phát sinh, đã ký, ký, nộp, đã nộp, tiếp nhận, được
    tiếp nhận, khởi công, có hiệu lực, sinh, được phê duyệt, phê duyệt, ký kết, được thành lập, xây dựng,
    hoạt động, tuyển dụng, trúng tuyển, đăng ký"""
)
# Verbs that a month or quarter may follow without "in" and be the time of the deed.
DONE = Lexicon.lines(
    "hoàn thành, xong, ban hành, trình, thực hiện, khởi công, khánh thành, tổ chức, triển khai, kết thúc, hoàn tất, thông qua, phê duyệt"
)
ISSUED = Lexicon.lines(
    "ban hành, ký, ký ban hành, thông qua, phê duyệt, công bố, tổ chức, thành lập, khai mạc"
)
HANDED = Lexicon.lines("báo cáo, gửi, nộp, hoàn thành, xong, công bố, trình, kết thúc, bàn giao")
EVENTS = Lexicon.lines(
    """cuộc họp, hội nghị, kỳ họp, phiên họp, lễ, buổi lễ, kỳ thi, hội thảo, giải, lễ hội, sự kiện, đại hội,
    diễn đàn, hội chợ, chương trình, phiên thảo luận, buổi làm việc, triển lãm, lễ khai giảng"""
)
HELD = Lexicon.lines(
    "diễn ra, tổ chức vào, được tổ chức, khai mạc, bế mạc, bắt đầu vào, sẽ diễn ra, dự kiến tổ chức, tổ chức ngày"
)
CUT_OFFS = Lexicon.lines(
    "chốt số liệu, lấy số liệu, số liệu tính, số liệu được tính, thời điểm lấy số liệu, kỳ số liệu, số liệu chốt"
)
AFTER_MODIFIER = frozenset({"thì", "mà", "nhưng", "vẫn", "chưa", "đã", "được", "tiếp", "không", "còn"})
STILL = frozenset({"để", "sẽ", "phấn", "dự", "phải", "cần", "yêu", "hạn", "chậm", "muộn", "giao", "đề"})
RETURNING_NOUNS = frozenset(
    [
        "hoạch",
        "toán",
        "sách",
        "lệ",
        "quân",
        "số",
        "trình",
        "phí",
        "nghị",
        "liệu",
        "bản",
        "cáo",
        "vốn",
        "thu",
        "chi",
        "họp",
        "học",
        "lương",
        "thưởng",
        "phép",
        "kỳ",
        "tài",
        "khóa",
    ]
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
                return self._start(found, since, alone=alone)
            case Asked():
                return self._length(found)
            case Counted():
                return _known(found)
            case Ongoing(first, last):
                if (first or last) and not alone and last_start(found, self.said_on):
                    return "no", "it had begun before the text was written"
                if first or last or alone or self._stands_as_time(found, clause):
                    return _known(found)
                return "no", "an adverb, no term"
            case Often():
                if alone or self._strong(found) or self._returns(found, clause):
                    return "deadline", ""
                return "no", "it tells what kind of thing is meant, not when"
            case Recurring(_, dues):
                if dues or alone or self._returns(found, clause):
                    return "deadline", ""
                return "no", "it tells what kind of thing is meant, not when"
            case Dues(dues):
                if alone:
                    return _known(found)
                return self._dues(found, dues[0], clause, aimed=aimed)
        return "no", ""

    def _start(self, found: Spotted, since: Day | Months, *, alone: bool) -> tuple[Verdict, str]:
        """A first day is a duty's only where it lies ahead and is meant to begin something."""
        begins = first_day(since)
        after = self.script.words(Stretch(found.place.last, found.place.last + 2))
        if alone or begins is None or after in {"đến nay", "tới nay", "cho đến"}:
            return "no", "it says since when"
        if self.said_on is not None and begins < self.said_on:
            return "no", "it says since when"
        return "start", "it says when to begin"

    def _length(self, found: Spotted) -> tuple[Verdict, str]:
        core = found.whole.core
        first = self.script.word(found.place.first)
        if (
            isinstance(core, Asked)
            and core.length is not None
            and core.length.unit in {"month", "year"}
            and not core.back
        ):
            if "kể từ" not in self.script.words(found.place):
                return "no", "how long something lasts, no term"
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
        if (
            due.clock is not None
            and opening in {"vào", "lúc"}
            and not self._handed_in(place=found.place, clause=clause)
        ):
            return "no", "the hour of a meeting or event"
        if due.bound.bare and not self._bare(found, due, clause):
            return "no", "a time that nothing calls a term"
        if isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12):
            if self._plan_year(found, due, clause, aimed=aimed):
                return "no", "the year is part of a plan's name"
        return "deadline", ""

    def _handed_in(self, place: Stretch, clause: Stretch) -> bool:
        """Whether something is to be sent or finished at that hour."""
        return HANDED.within(self.script.tokens, clause.first, place.first) is not None

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
                day = last_day(found)
                ahead = day is not None and self.said_on is not None and day > self.said_on
                full = isinstance(due.when, Day) and due.when.year is not None
                told = {"được", "đã"} & {script.word(at) for at in range(clause.first, place.first)}
                if ahead and full and not told and DONE.ending(script.tokens, place.first, clause.first):
                    return True
                return done in {"hoàn thành", "hoàn tất", "muộn nhất"} or (before == ":" and bool(verb))
            case Day() | Months():
                year = isinstance(due.when, Months) and (due.when.first, due.when.last) == (1, 12)
                if before == "(" and after == ")":
                    return not year
                if after == ":" and place.first == clause.first:
                    return True
                if (DONE.ending(script.tokens, place.first, clause.first) or self._for_session(place, clause)) and not year:
                    return True
                if isinstance(due.when, Day):
                    return place.first == clause.first or before in {",", "("}
                return not year and before == "," and after in {"", ";", "."}
            case Span():
                if script.word(place.first) == "từ" and (
                    after == ":"
                    or (after == "," and VERBS.within(script.tokens, place.last, clause.last) is not None)
                ):
                    return True
                return (
                    script.word(place.first) == "từ"
                    and before != ":"
                    and after not in {"đã"}
                    and VERBS.within(script.tokens, clause.first, place.first) is not None
                )
            case InPeriod():
                return True
            case Now():
                return False
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
        if after == "" and place.first > clause.first:
            return True
        if before in {"(", ":", "-"} and after in {")", ".", ";", ""}:
            return True
        return script.word(place.first) == "thực" and after in {".", ";", "", ")"} and len(place) > 2

    def _returns(self, found: Spotted, clause: Stretch) -> bool:
        """Whether "every quarter" tells when, and not which plan or report is meant."""
        script, place = self.script, found.place
        words = script.words(place)
        if words in {"6 tháng", "06 tháng", "sáu tháng"}:
            return False
        if place.first == clause.first or script.word(place.first - 1) in {",", ":", "(", ";"}:
            return True
        before = script.word(place.first - 1)
        if words.startswith("định kỳ") or words.endswith("lần"):
            return before not in {"hoạch", "toán"}
        if before in RETURNING_NOUNS:
            return False
        if "báo cáo" in script.words(Stretch(clause.first, place.first)):
            return True
        return bool(VERBS.ending(script.tokens, place.first, clause.first)) or script.word(place.last) in {
            "",
            ".",
            ";",
        }

    def _context(self, found: Spotted, clause: Stretch) -> str:
        script, place = self.script, found.place
        if self._for_session(place, clause):
            return ""
        if NOT_BEFORE.ending(script.tokens, place.first, clause.first) and not self._strong(found):
            return "an as-of date, a meeting's day, or the day something takes effect"
        if script.word(place.first - 1) == "tính" or script.words(place).startswith("tính"):
            return "an as-of date"
        if self._is_meeting(clause) or self._is_cut_off(place, clause):
            return "the day of a meeting or event, or of the figures"
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
        if self._as_of(found, clause):
            return "an as-of date"
        return self._history(found, clause)

    def _as_of(self, found: Spotted, clause: Stretch) -> bool:
        """ "Đến 06 giờ ngày 27/10, còn 29 tàu …": how things stood, told at the head of a sentence."""
        script, place = self.script, found.place
        if place.first != clause.first or script.word(place.first) not in {"đến", "tới", "từ", "hết"}:
            return False
        after = place.last + 1 if script.word(place.last) == "," else place.last
        if script.word(after) in {"còn", "có", "đã", "mới", "cả", "toàn", "tổng", "chưa"}:
            return script.word(after) != "có" or not AIMS.within(script.tokens, clause.first, clause.last)
        day = last_day(found)
        told = self.said_on is not None and day is not None and day <= self.said_on
        return told and MODALS.within(script.tokens, after, clause.last) is None

    def _was_issued(self, found: Spotted, clause: Stretch) -> bool:
        """ "Được Chính phủ ban hành vào ngày …": a full day of an act, with nobody told to do it."""
        script, place = self.script, found.place
        core = found.whole.core
        if (
            not isinstance(core, Dues)
            or not isinstance(core.all[0].when, Day)
            or core.all[0].when.year is None
        ):
            return False
        if self._strong(found) or not ISSUED.ending(script.tokens, place.first, clause.first):
            return False
        return bool({"được", "đã", "vừa"} & {script.word(at) for at in range(clause.first, place.first)})

    def _for_session(self, place: Stretch, clause: Stretch) -> bool:
        """Something to be laid before a session: "trình Chính phủ tại phiên họp tháng 8/2020"."""
        words = [self.script.word(at) for at in range(clause.first, place.first)]
        return "phiên" in words[-5:] and "trình" in words

    def _is_meeting(self, clause: Stretch) -> bool:
        """Whether the clause tells when a meeting or ceremony takes place."""
        tokens = self.script.tokens
        first = clause.first + (1 if self.script.word(clause.first) in {"các", "theo"} else 0)
        return (
            bool(EVENTS.at(tokens, first, clause.last))
            and HELD.within(tokens, first, clause.last) is not None
        )

    def _is_cut_off(self, place: Stretch, clause: Stretch) -> bool:
        start = clause.first
        while start > 0 and clause.first - start < 12 and self.script.word(start - 1) not in {".", ";"}:
            start -= 1
        at = CUT_OFFS.within(self.script.tokens, start, place.first)
        return at is not None and not any(self.script.word(p) in {",", ";"} for p in range(at, place.first))

    def _strong(self, found: Spotted) -> bool:
        words = self.script.words(found.place)
        return any(
            sign in words for sign in ("trước", "chậm nhất", "muộn nhất", "hạn", "không quá", "không muộn")
        )

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
        if any(script.word(at) == "nếu" for at in range(max(clause.first, place.first - 3), place.first)):
            return True
        if not begun:
            return False
        after = script.word(place.last)
        return after in {",", "thì", "mà", "chưa", "không", "vẫn", "còn", "và"} or self._comma_follows(
            place, clause
        )

    def _comma_follows(self, place: Stretch, clause: Stretch) -> bool:
        return any(self.script.word(at) in {",", "thì"} for at in range(place.last, clause.last))

    def _inside_object(self, at: int, clause: Stretch) -> bool:
        """Whether "đã" belongs to a thing spoken of ("các ứng dụng đã triển khai") and not to the subject."""
        start = at
        while start > clause.first and self.script.word(start - 1) not in {",", ";", ":"}:
            start -= 1
        for place in range(start, at):
            length = VERBS.at(self.script.tokens, place, at)
            named = INSIDE_NAMES.at(self.script.tokens, place) == length and place - start <= 6
            if length and not named:
                return True
        return False

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
            for at in range(
                clause.first, min(clause.last, place.last + (8 if place.first == clause.first else 4))
            )
            if (
                script.word(at) in {"đã", "vừa"}
                or script.words(Stretch(at, at + 2)) in {"mới có", "mới chỉ", "mới đạt"}
            )
            and not ORDERS.at(script.tokens, at + 1)
            and not self._inside_object(at, clause)
            and at not in place
        ]
        if done and strong and not past:
            # "Đã được cấp phép trước ngày … phải …": the time belongs to what had been done.
            between = {script.word(at) for at in range(done[-1], place.first)}
            main = VERBS.at(script.tokens, place.last, clause.last) or MODALS.at(
                script.tokens, place.last, clause.last
            )
            if done[-1] < place.first and not STILL & between and main and "," not in between:
                return "it tells which things are meant, not when"
            return ""
        if not done:
            return ""
        after = [script.word(at) for at in range(done[-1], place.first)]
        if done[-1] < place.first and STILL & set(after):
            return ""
        return "it tells what has been done"


def last_start(found: Spotted, said_on: date | None) -> bool:
    """Whether an ongoing time began before the text was written and has no end: history, told as such."""
    core = found.whole.core
    if not isinstance(core, Ongoing) or core.last is not None or core.first is None or said_on is None:
        return False
    begins = first_day(core.first)
    return begins is not None and begins.year < said_on.year


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
