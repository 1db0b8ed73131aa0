"""What the words around a time say of it: as-of dates, events, conditions, history."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.judging.arrears import still_open
from rules.reading.judging.circumstances import (
    as_things_stood,
    counted_once_more,
    goes_beyond,
    goes_on_until,
    has_passed,
    heads_a_figure,
    holds_good,
    in_event_bracket,
    is_an_effort,
    is_an_events_name,
    is_looked_back_on,
    measures,
    opens_a_condition,
    runs_out,
    should_have_been,
    that_day,
)
from rules.reading.judging.history import PASSED, History, last_day
from rules.reading.judging.not_bound import goes_over, need_not
from rules.reading.judging.purposes import for_a_purpose
from rules.reading.judging.side_times import is_contained, is_for_then, is_proposed, threatens, was_reached
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.told_spans import (
    compares_figures,
    from_hour_to_hour,
    is_sitting,
    of_a_gathering,
    of_a_rate,
)
from rules.reading.judging.told_times import (
    allowed,
    asks,
    for_a_later_step,
    foretold,
    had_happened,
    might,
    not_to_wait,
    paused,
    since_then,
    speaks_of_a_deed,
    told_of_before,
    was_asked,
    weathered,
)
from rules.reading.judging.which_ones import tells_which
from rules.reading.phrase.nodes import (
    Asked,
    Counted,
    Day,
    Dues,
    Recurring,
)
from rules.reading.words.examples import in_example_bracket
from rules.reading.words.refusal_words import (
    AFTER_MODIFIER,
    CUT_OFFS,
    EVENTS,
    HANDED,
    HELD,
    ISSUED,
    NOT_BEFORE,
    NOUN_MODIFIERS,
)
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import AIMS, CONDITIONS, MODALS, VERBS

# What stands behind a day at the head of a sentence that tells how things were on it.
STANDS = frozenset({"còn", "có", "đã", "mới", "cả", "toàn", "tổng", "chưa"})


@dataclass(frozen=True, slots=True)
class Surroundings(History):
    """Looks around a phrase."""

    def _context(self, found: Spotted, clause: Stretch) -> str:
        script, place = self.script, found.place
        if asks(script, place):
            return "it stands in a question"
        if need_not(script, place, clause) or goes_over(script, place, clause):
            return "nobody is bound by it, as the sentence says"
        if not self._strong(found) and speaks_of_a_deed(script, place):
            return "it tells what something is for, or how it is done"
        told = self._told(found, clause)
        if told or self._for_session(place, clause):
            return told
        behind = place.first - (script.word(place.first - 1) == "sau")
        # "Báo cáo tình hình hằng tháng" says how often; "tình hình 6 tháng" which one is meant.
        often = isinstance(found.whole.core, Recurring) and script.word(behind - 1) == "hình"
        counted = NOT_BEFORE.ending(script.tokens, behind, clause.first) and not self._are_to_come(found)
        if counted and not (self._strong(found) or often):
            return "an as-of date, a meeting's day, or the day something takes effect"
        if script.word(place.first - 1) == "tính" or script.words(place).startswith("tính"):
            return "an as-of date"
        if self._is_meeting(clause) or self._is_cut_off(place, clause):
            return "the day of a meeting or event, or of the figures"
        if self._conditional(place, clause) or threatens(script, place, clause):
            return "it belongs to a condition"
        modified = script.word(place.last) in AFTER_MODIFIER or "phải" in {
            script.word(place.last),
            script.word(place.last - 3),
        }
        if modified and NOUN_MODIFIERS.ending(script.tokens, place.first, clause.first):
            return "it tells which things are meant, not when"
        if script.word(place.first - 1) == "có" and script.word(place.first) in {"hạn", "thời"}:
            return "it tells which things are meant, not when"
        if script.word(place.last) in {"chưa", "mà", "thì"} or self._fails(place, clause):
            return "it belongs to a condition"
        if self._was_issued(found, clause):
            return "it tells when something was issued or held"
        if self._as_of(found, clause):
            return "an as-of date"
        return self._history(found, clause)

    def _are_to_come(self, found: Spotted) -> bool:
        """ "Gửi số liệu trong tuần tới": figures that are not there yet are no figures of that time."""
        script, place, day = self.script, found.place, last_day(found)
        figures = script.words(Stretch(place.first - 2, place.first)) == "số liệu"
        within = script.word(place.first) in {"trong", "ngay"}
        return figures and within and day is not None and self.said_on is not None and day >= self.said_on

    def _told(self, found: Spotted, clause: Stretch) -> str:
        """Why the sentence tells something and orders nothing by this time; empty where it may order."""
        script, place = self.script, found.place
        purposes = (for_a_later_step, for_a_purpose, is_for_then)
        if any(told(script, place, clause) for told in purposes):
            return "it tells what the duty is for"
        if opens_a_condition(script, place, clause):
            return "it belongs to a condition"
        if has_passed(script, place) or self._of_this_year(place, last_day(found)):
            return PASSED
        if counted_once_more(script, place):
            return "the day before it, counted once more"
        if in_example_bracket(script, place):
            return "it shows by an example how a rule works"
        if runs_out(script, place) or heads_a_figure(script, place, clause):
            return "it tells when something runs out, or for when a figure holds"
        if isinstance(found.whole.core, Recurring) and is_an_events_name(script, place, clause):
            return "it tells what kind of thing is meant, not when"
        if tells_which(script, place, clause):
            return "it tells which things are meant, not when"
        if goes_beyond(script, place) or measures(script, place, clause):
            return "it tells for when something is set, no term"
        if is_looked_back_on(script, place, clause):
            return "it tells which years are looked back on"
        if is_an_effort(script, place, clause):
            return "it tells of a time of effort, with nothing to be finished by its end"
        done = (should_have_been, that_day, was_reached, is_proposed)
        if any(told(script, place, clause) for told in done):
            return "it tells what has been done"
        lasting = _is_length(found) and holds_good(script, place, clause)
        if lasting or goes_on_until(script, place, clause):
            return "how long something lasts, no term"
        if in_event_bracket(script, place):
            return "the day of a meeting or event, or of the figures"
        if as_things_stood(script, place):
            return "an as-of date"
        if not self._strong(found) and (only := _only_told(script, place, clause)):
            return only
        if any(told(script, place, clause) for told in (allowed, paused, not_to_wait)):
            return "it tells how long something may go on, or nobody is to wait"
        if since_then(script, place, clause):
            return "an as-of date"
        return self._told_earlier(found, clause)

    def _told_earlier(self, found: Spotted, clause: Stretch) -> str:
        """Why a time is that of what had happened, or had been asked, before; empty where it is not."""
        script, place, day = self.script, found.place, last_day(found)
        ahead = day is not None and self.said_on is not None and day > self.said_on
        if had_happened(script, place, clause, ahead=ahead):
            return "it tells which things are meant, not when"
        if was_asked(script, place, clause, day, self.said_on) and not still_open(script, place):
            return "it tells what had been asked before"
        return ""

    def _as_of(self, found: Spotted, clause: Stretch) -> bool:
        """ "Đến 06 giờ ngày 27/10, còn 29 tàu …": how things stood, told at the head of a sentence."""
        script, place = self.script, found.place
        if place.first != clause.first or script.word(place.first) not in {"đến", "tới", "từ", "hết"}:
            return False
        after = place.last + 1 if script.word(place.last) == "," else place.last
        deed = script.word(after) == "tổng" and VERBS.at(script.tokens, after) > 1  # "tổng hợp", "tổng kết"
        if script.word(after) in STANDS and not deed:
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
        if not self.script.has({"trình"}, clause.first, place.first):
            return False
        words = [self.script.word(at) for at in range(clause.first, place.first)]
        return "phiên" in words[-5:] or "kỳ họp" in " ".join(words[-6:])

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
        if at is None or any(self.script.word(p) in {",", ";"} for p in range(at, place.first)):
            return False
        # "Chốt số liệu vào ngày 14 và gửi trước ngày 17": the second day is that of the sending.
        sent = (p for p in range(at, place.first) if self.script.word(p) == "và")
        return not any(HANDED.at(self.script.tokens, p + 1, place.first) for p in sent)

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

    def _fails(self, place: Stretch, clause: Stretch) -> bool:
        """ "Đến ngày 30/6 không làm xong thì …": what follows where it is not done."""
        if self.script.word(place.last) != "không":
            return False
        return any(self.script.word(at) in {"thì", "sẽ"} for at in range(place.last, clause.last))

    def _comma_follows(self, place: Stretch, clause: Stretch) -> bool:
        return any(self.script.word(at) in {",", "thì"} for at in range(place.last, clause.last))


def _only_told(script: Script, place: Stretch, clause: Stretch) -> str:
    """Why a time that nothing marks as a limit is only told: of an event, a rate, a figure, a paper, or a guess."""
    if from_hour_to_hour(script, place, clause) or of_a_gathering(script, place, clause):
        return "the day of a meeting or event, or of the figures"
    if is_sitting(script, place, clause):
        return "the day of a meeting or event, or of the figures"
    if of_a_rate(script, place, clause) or compares_figures(script, clause):
        return "it tells when something runs out, or for when a figure holds"
    if is_contained(script, place, clause):
        return "it tells which things are meant, not when"
    tells = (foretold, weathered, might, told_of_before)
    guess = any(told(script, place, clause) for told in tells)
    return "a forecast, an estimate, or a proposal" if guess else ""


def _is_length(found: Spotted) -> bool:
    """Whether a phrase counts months or years, or days that nothing limits."""
    core = found.whole.core
    return isinstance(core, Counted) or (
        isinstance(core, Asked) and core.length is not None and not core.back
    )
