"""How a case's round ends and the next begins: what had passed is journalled, and what still speaks, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from rules.decide import left_behind, passed_over
from rules.facts import (
    Acknowledged,
    AnchorSet,
    CaseFact,
    Closed,
    Extended,
    ProgressReported,
    Reopened,
    Withdrawn,
)
from rules.ladder import highest_passed, planned
from rules.life import evolve, lapsing
from rules.model import Case
from rules.setting import Setting


def ended(case: Case, fact: Closed | Withdrawn, moment: datetime, setting: Setting) -> tuple[CaseFact, ...]:
    """The case is over: a stage that was due at this very moment does not speak."""
    word = "closed" if isinstance(fact, Closed) else "withdrawn"
    return (*left_behind(case, moment, setting, f"the case was {word} first"), fact)


def begun(
    case: Case, fact: Extended | AnchorSet | Reopened, moment: datetime, setting: Setting
) -> tuple[CaseFact, ...]:
    """A new round under the fact's day: what had passed is skipped; with ``quiet_until`` the highest speaks then."""
    word = {Extended: "extended", AnchorSet: "counted from its anchor", Reopened: "reopened"}[type(fact)]
    left = left_behind(case, moment, setting, f"the case was {word} first")
    after = evolve(case, fact)
    fact = replace(fact, plan=planned(after, setting), lapsed=lapsing(case))
    return (*left, fact, *_passed(after, moment, setting, f"passed before the case was {word}"))


def confirmed(
    case: Case, fact: Acknowledged | ProgressReported, moment: datetime, setting: Setting
) -> tuple[CaseFact, ...]:
    """Somebody says that the case is open; what was held as unconfirmed begins a round in which the highest speaks."""
    if fact.quiet_until is None:
        return (fact,)
    left = left_behind(case, moment, setting, "the case was confirmed to be open first")
    after = evolve(case, fact)
    fact = replace(fact, plan=planned(after, setting))
    return (*left, fact, *_passed(after, moment, setting, "passed while the case was unconfirmed"))


def confirmation(case: Case, moment: datetime, setting: Setting) -> datetime | None:
    """Set when an unconfirmed case turns out to be open after its last day: its highest stage then speaks."""
    ladder = case.brief.ladder
    if not case.unconfirmed or ladder is None:
        return None
    if case.quiet_until is not None and moment < case.quiet_until:
        # Nothing has been held yet, and the quiet days after a register run on.
        return None
    top = highest_passed(case, moment, setting)
    return moment if top is not None and ladder.stages[top.index].at.after else None


def next_morning(last_day: date | None, moment: datetime, setting: Setting) -> datetime | None:
    """A case that is late when its round begins speaks at ``send_at`` of the next working day."""
    today = setting.legal_day(moment)
    if last_day is None or today <= last_day:
        return None
    return setting.speaks(setting.workdays.next_after(today))


def _passed(case: Case, moment: datetime, setting: Setting, reason: str) -> tuple[CaseFact, ...]:
    keep = highest_passed(case, case.quiet_until, setting) if case.quiet_until is not None else None
    return passed_over(case, moment, setting, reason, keep)
