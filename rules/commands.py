"""What an officer can do to a case: each command gives facts, or a refusal that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from rules.deadline import reckon, shifted
from rules.facts import (
    Acknowledged,
    AnchorSet,
    Assigned,
    CaseFact,
    Closed,
    Extended,
    ProgressReported,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.ladder import plan_of
from rules.life import lapsing
from rules.model import Case
from rules.rounds import begun, confirmation, confirmed, ended, next_morning
from rules.setting import Setting
from rules.term import After

PROMISE_WHEN_LATE = 10


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command cannot be done, in one sentence that says what to do."""

    sentence: str


Answer = tuple[CaseFact, ...] | Refusal


def snooze(case: Case, until: date, reason: str, officer: str, moment: datetime, setting: Setting) -> Answer:
    """Move the case's snoozable stages to the first working day on or after ``until``."""
    today = setting.legal_day(moment)
    ladder = case.brief.ladder
    if (refusal := _over(case)) is not None:
        return refusal
    if ladder is None or case.last_day is None:
        return Refusal(f"{case.key} has no stages to snooze: nothing will be sent for it")
    if not reason.strip():
        return Refusal("a snooze needs a reason: give --reason TEXT")
    if until <= today:
        return Refusal(f"a snooze ends after today ({today}); {until} is not later")
    longest = shifted(today, ladder.longest, setting.workdays)
    if until > longest:
        limit = f"{ladder.longest.count}{ladder.longest.unit}"
        return Refusal(
            f"the {ladder.name} ladder allows a snooze of {limit} at most: until {longest}, not {until}"
        )
    if case.snoozes >= ladder.times:
        return Refusal(
            f"{case.key} has been snoozed {case.snoozes} times, as often as the {ladder.name} ladder allows"
        )
    ends = setting.speaks(setting.workdays.on_or_after(until))
    return (Snoozed(case.key, today, until, ends, reason, officer),)


def unsnooze(case: Case, moment: datetime, setting: Setting, reason: str = "") -> Answer:
    """End a running snooze."""
    if (refusal := _over(case)) is not None:
        return refusal
    if case.snooze is None or case.snooze.ends <= moment:
        return Refusal(f"{case.key} is not snoozed")
    return (Unsnoozed(case.key, setting.legal_day(moment), reason),)


def acknowledge(
    case: Case, officer: str, until: date, note: str, moment: datetime, setting: Setting
) -> Answer:
    """A promise by one officer with a day: in time at most the last day, late at most ten working days ahead."""
    today = setting.legal_day(moment)
    if (refusal := _over(case)) is not None:
        return refusal
    if officer not in setting.directory.officers:
        return Refusal(f"{officer} is no officer of the directory: say who promises with --as OFFICER")
    if until < today:
        return Refusal(f"a promise lies ahead; {until} is past")
    if case.last_day is not None:
        late = today > case.last_day
        limit = setting.workdays.shift(today, PROMISE_WHEN_LATE) if late else case.last_day
        if until > limit:
            why = "ten working days ahead, as the case is late" if late else "the last day"
            return Refusal(f"a promise for {case.key} reaches at most to {limit} ({why}), not {until}")
    due = setting.speaks(setting.workdays.next_after(until))
    fact = Acknowledged(case.key, today, officer, until, due, note, confirmation(case, moment, setting))
    return confirmed(case, fact, moment, setting)


def close(
    case: Case,
    evidence: str,
    on: date | None,
    moment: datetime,
    setting: Setting,
    file_name: str | None = None,
    file_sha256: str | None = None,
) -> Answer:
    """Done, by the result document ``evidence`` of the day ``on`` (None: today), which decides in time or late."""
    today = setting.legal_day(moment)
    day = on or today
    if case.closed_on is not None:
        return Refusal(f"{case.key} is already closed, on {case.closed_on}: reopen it first")
    if case.withdrawn:
        return Refusal(f"{case.key} is withdrawn: reopen it first")
    if not evidence.strip():
        return Refusal("a closing needs its evidence: give --evidence with the result document's number")
    if day > today:
        return Refusal(f"a closing cannot be dated in the future: {day} is after today ({today})")
    return ended(case, Closed(case.key, day, evidence, file_name, file_sha256), moment, setting)


def reopen(case: Case, reason: str, moment: datetime, setting: Setting) -> Answer:
    """Undo a closing or a withdrawal: a new round; a late case speaks on the next working day."""
    today = setting.legal_day(moment)
    if case.is_open:
        return Refusal(f"{case.key} is open: there is nothing to reopen")
    if not reason.strip():
        return Refusal("a reopening needs a reason: give --reason TEXT")
    speaks = next_morning(case.last_day, moment, setting)
    return begun(case, Reopened(case.key, today, case.round + 1, reason, speaks), moment, setting)


def extend(case: Case, to: date, authority: str, reason: str, moment: datetime, setting: Setting) -> Answer:
    """A document (``authority``) grants a later last day; the original stays visible for ever."""
    if (refusal := _over(case)) is not None:
        return refusal
    if case.last_day is None:
        return Refusal(f"{case.key} has no last day to extend")
    if to <= case.last_day:
        return Refusal(f"an extension reaches beyond the present last day, {case.last_day}; {to} does not")
    if not authority.strip() or not reason.strip():
        return Refusal("an extension needs --authority (the document that grants it) and --reason")
    today = setting.legal_day(moment)
    safe = setting.workdays.on_or_before(to)
    fact = Extended(case.key, today, case.round + 1, case.last_day, to, safe, authority, reason)
    return begun(case, fact, moment, setting)


def withdraw(case: Case, authority: str, moment: datetime, setting: Setting) -> Answer:
    """The issuer took the obligation back."""
    if case.withdrawn:
        return Refusal(f"{case.key} is already withdrawn")
    if case.closed_on is not None:
        return Refusal(f"{case.key} is closed, on {case.closed_on}: reopen it first")
    if not authority.strip():
        return Refusal("a withdrawal needs --authority, the document that takes the obligation back")
    return ended(case, Withdrawn(case.key, setting.legal_day(moment), authority), moment, setting)


def progress(case: Case, percent: int | None, note: str, moment: datetime, setting: Setting) -> Answer:
    """A report of progress; anything below 100 confirms that the case is open."""
    if (refusal := _over(case)) is not None:
        return refusal
    if percent is not None and not 0 <= percent <= 100:
        return Refusal(f"progress is a percentage from 0 to 100, not {percent}")
    confirms = None if percent == 100 else confirmation(case, moment, setting)
    fact = ProgressReported(case.key, setting.legal_day(moment), percent, note, confirms)
    return confirmed(case, fact, moment, setting)


def anchor(case: Case, name: str, day: date, evidence: str, moment: datetime, setting: Setting) -> Answer:
    """The event that a counted period waits for has happened on ``day``."""
    if (refusal := _over(case)) is not None:
        return refusal
    term = case.brief.term
    if not isinstance(term, After):
        return Refusal(f"{case.key} does not count from an event: its deadline needs no anchor")
    if term.anchor != name:
        return Refusal(f"{case.key} counts from {term.anchor}, not from {name}: use --name {term.anchor}")
    today = setting.legal_day(moment)
    if day > today:
        return Refusal(f"an event that has happened is not in the future: {day} is after today ({today})")
    if not evidence.strip():
        return Refusal("an anchor needs --evidence, the document that shows the day")
    known: Mapping[str, date] = {**dict(case.anchors), name: day}
    deadline = reckon(term, known, setting.workdays, case.brief.deadline.because)
    # A day that replaces another moves the deadline: what has passed does not speak.
    waited = case.last_day is None
    fact = AnchorSet(
        case=case.key,
        effective=today,
        round=case.round + 1,
        name=name,
        day=day,
        evidence=evidence,
        last_day=deadline.last_day,
        safe_day=deadline.safe_day,
        because=deadline.because,
        quiet_until=next_morning(deadline.last_day, moment, setting) if waited else None,
    )
    if waited and fact.quiet_until is None:
        # The period begins to run, as if the case were opened now: the highest stage already passed speaks.
        plan = plan_of(case.brief.ladder, fact.last_day, fact.safe_day, setting)
        return (replace(fact, plan=plan, lapsed=lapsing(case)),)
    return begun(case, fact, moment, setting)


def assign(case: Case, officer: str, reason: str, moment: datetime, setting: Setting) -> Answer:
    """``officer`` stands for the owner of this case."""
    if (refusal := _over(case)) is not None:
        return refusal
    if officer not in setting.directory.officers:
        return Refusal(f"{officer} is no officer of the directory")
    if case.assigned == officer:
        return Refusal(f"{case.key} is already assigned to {officer}")
    if not reason.strip():
        return Refusal("an assignment needs a reason: give --reason TEXT")
    return (Assigned(case.key, setting.legal_day(moment), officer, reason, case.assigned),)


def _over(case: Case) -> Refusal | None:
    if case.closed_on is not None:
        return Refusal(f"{case.key} is already closed, on {case.closed_on}: reopen it first")
    if case.withdrawn:
        return Refusal(f"{case.key} is withdrawn: reopen it first")
    return None
