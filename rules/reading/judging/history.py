"""Times of what has been done already, or had begun or passed when the text was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rules.reading.judging.arrears import still_open
from rules.reading.judging.spans import somebody_at
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.told_spans import opens_a_count
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Day, Dues, Months, Ongoing, Span
from rules.reading.phrase.times_of_year import first_day
from rules.reading.words.bodies_lexicon import INSIDE_NAMES
from rules.reading.words.refusal_words import HAPPENED, PRAISES, STILL
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, STEERS, VERBS
from rules.term import OnDay, Within

# A letter may be published weeks after it was signed.
LONG_PAST = timedelta(days=45)
# A month, a quarter or a year that is over may be urged on for longer than a day that is.
PERIOD_LONG_PAST = timedelta(days=365)
OPEN = frozenset({"đến", "tới", "hết", "vào", "ngày"})  # what a day that has passed may stand behind
TOLD = frozenset({"đã", "vừa", "được", "bị", "có", "đang"})
CLOSES = frozenset({"hoàn thành", "hoàn tất", "dứt điểm"})
PASSED = "it had passed when the text was written"


@dataclass(frozen=True, slots=True)
class History:
    """Tells history from what lies ahead; ``said_on`` is the day of the document."""

    script: Script
    said_on: date | None

    def _strong(self, found: Spotted) -> bool:
        words = self.script.words(found.place)
        return any(
            sign in words for sign in ("trước", "chậm nhất", "muộn nhất", "hạn", "không quá", "không muộn")
        )

    def _inside_object(self, at: int, clause: Stretch) -> bool:
        """Whether "đã" belongs to a thing spoken of ("các ứng dụng đã triển khai") and not to the subject."""
        start = at
        while start > clause.first and self.script.word(start - 1) not in {",", ";", ":"}:
            start -= 1
        for place in range(start, at):
            length = VERBS.at(self.script.tokens, place, at)
            if PRAISES.at(self.script.tokens, place, at):
                continue
            named = INSIDE_NAMES.at(self.script.tokens, place) == length and place - start <= 6
            if length and not named:
                return True
        return False

    def _aside(self, at: int, place: Stretch, clause: Stretch) -> bool:
        """Whether a word stands in brackets that do not hold the time: "(nếu đã hết hạn) trước ngày …"."""
        if not self.script.has({"("}, clause.first, at):
            return False
        opened = next((p for p in range(at, clause.first - 1, -1) if self.script.word(p) in {"(", ")"}), None)
        closed = next((p for p in range(at, clause.last) if self.script.word(p) == ")"), clause.last)
        if opened is None or self.script.word(opened) != "(":
            return False
        return not opened < place.first < closed

    def _of_this_year(self, place: Stretch, day: date | None) -> bool:
        """ "6 tháng đầu năm" without a year is this year's, and not next year's where it has passed."""
        ahead = day is not None and self.said_on is not None and day.year > self.said_on.year
        return ahead and self.script.words(place).endswith(("tháng đầu năm", "nửa đầu năm"))

    def _long_past(self, found: Spotted, day: date | None) -> bool:
        """Whether a time named with its year lies so far back that no letter published late still orders it."""
        when = _when(found)
        if not isinstance(when, Day | Months) or when.year is None or when.year.value is None:
            return False
        if day is None or self.said_on is None:
            return False
        return self.said_on - day > (LONG_PAST if isinstance(when, Day) else PERIOD_LONG_PAST)

    def _history(self, found: Spotted, clause: Stretch) -> str:
        """Words that tell what has been done, or a day that had passed when they were written."""
        script, place = self.script, found.place
        if "từ nay" in script.words(place):
            return ""
        day = last_day(found)
        past = day is not None and self.said_on is not None and day < self.said_on
        strong = self._strong(found)
        if past and HAPPENED.ending(script.tokens, place.first, clause.first):
            return "it tells which things are meant, not when"
        flags = found.reading.flags if isinstance(found.reading, Reading) else ()
        as_of = isinstance(_when(found), Day) and script.word(place.first) in OPEN
        as_of = as_of or isinstance(_when(found), Span)
        if as_of and not strong and any("months ahead" in flag.en for flag in flags):
            return "a day without a year that has just passed"
        if isinstance(_when(found), Span) and not strong and self._has_begun(found, clause):
            return "it had begun when the text was written"
        if past and (not strong or (self._long_past(found, day) and not still_open(script, place))):
            return PASSED
        if self._opens_history(found, clause, day):
            return "a time without a year at the sentence's head that has passed"
        near = min(clause.last, place.last + (8 if self._heads(place, clause) else 4))
        if not script.has({"đã", "vừa", "mới"}, clause.first, near):
            return ""
        done = [
            at
            for at in range(clause.first, near)
            if (
                script.word(at) == "đã"
                or (script.word(at) == "vừa" and script.word(at - 1) not in {"và", "cỡ", "tầm"})
                or (script.word(at) == "mới" and script.word(at + 1) in {"có", "chỉ", "đạt"})
            )
            and not ORDERS.at(script.tokens, at + 1)
            and not (self._told_somebody(at + 1) and not past)
            and not self._inside_object(at, clause)
            and not self._aside(at, place, clause)
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
        if not done or self._still_ahead(done[-1], place) or self._ends_later(found):
            return ""
        return "it tells what has been done"

    def _ends_later(self, found: Spotted) -> bool:
        """ "Bộ đã được đồng ý cho các tỉnh lập quy hoạch, hoàn thành trong năm 2014": that year is not over."""
        script, first, day = self.script, found.place.first, last_day(found)
        closes = script.word(first - 3) == "," and script.words(Stretch(first - 2, first)) in CLOSES
        return closes and day is not None and self.said_on is not None and day > self.said_on

    def _told_somebody(self, at: int) -> bool:
        """ "Thủ tướng đã chỉ đạo các bộ hoàn thành …": what is behind it is ordered, and not done."""
        length = STEERS.at(self.script.tokens, at)
        return length > 0 and somebody_at(self.script, at + length)

    def _still_ahead(self, done: int, place: Stretch) -> bool:
        """Whether a word of duty or purpose stands between what is done and the time.

        "Đã xử lý 25 hồ sơ được giao" names what was given, and gives nothing.
        """
        return any(
            self.script.word(at) in STILL
            and (self.script.word(at) != "giao" or self.script.word(at - 1) not in {"được", "đã"})
            for at in range(done, place.first)
        )

    def _has_begun(self, found: Spotted, clause: Stretch) -> bool:
        """ "Từ đầu năm đến ngày 20/10, Chính phủ giao 9.831 nhiệm vụ": a span at the head that began before."""
        reading, place = found.reading, found.place
        behind = self.script.word(place.last)
        heads = place.first == clause.first and (behind == "," or somebody_at(self.script, place.last))
        counts = opens_a_count(self.script, place, clause)
        if self.said_on is None or not (heads or counts):
            return False
        term = reading.term if isinstance(reading, Reading) else None
        ordered = self._binds_behind(place, clause)
        if not isinstance(term, Within) or ordered:
            return False
        if counts and term.last > self.said_on:
            return False
        when = _when(found)
        guessed = isinstance(when, Span) and when.last.year is None
        if self._goes_on(found, term, clause):
            return False
        return term.first < self.said_on or (guessed and term.last.year > self.said_on.year)

    def _goes_on(self, found: Spotted, term: Within, clause: Stretch) -> bool:
        """ "Từ ngày 10/3 - 30/4, các xã tiêm phòng", written in mid-March: somebody is at it until its last day."""
        script, place = self.script, found.place
        at = place.last + (script.word(place.last) == ",")
        if self.said_on is None or not somebody_at(script, at) or script.has(TOLD, at, clause.last):
            return False
        lately = self.said_on - LONG_PAST <= term.first and term.last > self.said_on
        return (
            lately
            and term.last.year == self.said_on.year
            and bool(VERBS.within(script.tokens, at, clause.last))
        )

    def _binds_behind(self, place: Stretch, clause: Stretch) -> bool:
        """Whether soon behind a time at the head somebody must or will."""
        soon = range(place.last, min(clause.last, place.last + 10))
        return any(self.script.word(at) in {"sẽ", "phải", "cần", "yêu", "để", "phấn"} for at in soon)

    def _heads(self, place: Stretch, clause: Stretch) -> bool:
        """Whether a time stands at the sentence's head, with its subject behind it."""
        return place.first == clause.first or self.script.word(place.last) == ","

    def _opens_history(self, found: Spotted, clause: Stretch, day: date | None) -> bool:
        """ "Đầu tháng 4, tại phiên giải trình …", told in May: the next such day would lie in another year."""
        core, place = found.whole.core, found.place
        if not isinstance(core, Dues) or place.first != clause.first or self.script.word(place.last) != ",":
            return False
        due = core.all[0]
        if not due.bound.bare or not isinstance(due.when, Day | Months) or due.when.year is not None:
            return False
        later = day is not None and self.said_on is not None and day.year > self.said_on.year
        ordered = self._binds_behind(place, clause)
        return later and not ordered


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


def _when(found: Spotted) -> object:
    core = found.whole.core
    return core.all[0].when if isinstance(core, Dues) else None
