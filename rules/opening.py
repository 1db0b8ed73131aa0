"""How cases begin: what the catalogue calls for and nobody watches yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial

from rules.audience import audience
from rules.decide import looking_ahead, passed_over
from rules.expected import Expected
from rules.facts import CaseFact, CaseOpened, Closed, Fact
from rules.ladder import highest_passed, plan_of
from rules.life import born, evolve
from rules.model import Case
from rules.notices import Change, Notice, register_notice
from rules.setting import Setting

QUIET_AFTER_REGISTER = 5
FIRST_SEEN_LATE = "passed before the case was first seen, late"
DONE_BY = "known to be done by this day"
_case: Callable[..., Case] = Case
_fact: Callable[..., CaseOpened] = CaseOpened


def openings(wanted: Iterable[Expected], moment: datetime, setting: Setting) -> Iterator[Change]:
    """Each case that is wanted begins; where agencies begin alike, the first is worked out and the others follow it."""
    opening = _Opening(moment, setting.legal_day(moment), setting)
    before: Expected | None = None
    follow: Callable[[Expected], Change] | None = None
    for item in wanted:
        if before is None or follow is None or not _begins_like(item, before):
            before, follow = item, None
            change = opening.open(item)
            if _is_plain(change):
                follow = _following(change)
        else:
            change = follow(item)
        yield change


def _begins_like(item: Expected, other: Expected) -> bool:
    """Nothing but their agencies tells them apart."""
    return item.brief is other.brief and item.figure == other.figure and item.state == other.state


def _is_plain(change: Change) -> bool:
    """It names nobody: who is told, and for whom a stage is skipped, is each agency's own."""
    return not change.notices and all(isinstance(fact, CaseOpened) and not fact.late for fact in change.facts)


def _following(change: Change) -> Callable[[Expected], Change]:
    """Openings of other agencies, like this one; dataclasses.replace does the same, several times slower."""
    (fact,) = change.facts
    make_fact = partial(_fact, **_all_but(fact, "case", "agency"))
    make_case = partial(_case, **_all_but(change.case, "key", "agency"))

    def follow(item: Expected) -> Change:
        key, agency = item.key, item.agency
        return Change(make_case(key=key, agency=agency), (make_fact(case=key, agency=agency),))

    return follow


def _all_but(record: Case | Fact, *names: str) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in names}


@dataclass(frozen=True, slots=True)
class _Opening:
    """The moment at which cases begin."""

    moment: datetime
    today: date
    setting: Setting

    def open(self, item: Expected) -> Change:
        brief, state = item.brief, item.state
        deadline = brief.deadline
        done = (state.done or state.done_by) if state is not None else None
        late = deadline.last_day is not None and self.today > deadline.last_day and brief.ladder is not None
        waits = late and done is None
        quiet = self.setting.workdays.shift(self.today, QUIET_AFTER_REGISTER) if waits else None
        fact = CaseOpened(
            case=item.key,
            effective=self.today,
            agency=item.agency,
            last_day=deadline.last_day,
            safe_day=deadline.safe_day,
            original_last_day=brief.original.last_day if brief.original is not None else None,
            late=waits,
            quiet_until=self.setting.speaks(quiet) if quiet is not None else None,
            figure=item.figure,
            waits_for=deadline.waits_for,
            plan=()
            if done is not None
            else plan_of(brief.ladder, deadline.last_day, deadline.safe_day, self.setting),
        )
        case = born(brief, fact, self.moment)
        if done is not None and state is not None:
            return self._change(case, (fact, Closed(item.key, done, state.evidence or DONE_BY)))
        if not waits or case.quiet_until is None:
            return self._change(case, (fact,))
        keep = highest_passed(case, case.quiet_until, self.setting)
        skipped = passed_over(case, self.moment, self.setting, FIRST_SEEN_LATE, keep)
        return self._change(case, (fact, *skipped), self._register(case))

    def _register(self, case: Case) -> tuple[Notice, ...]:
        owners = audience(case, ("owner",), self.today, self.setting)
        return tuple(register_notice(case, person.officer, person.role, self.moment) for person in owners)

    def _change(self, case: Case, facts: tuple[CaseFact, ...], notices: tuple[Notice, ...] = ()) -> Change:
        for fact in facts:
            case = evolve(case, fact)
        return Change(looking_ahead(case, self.moment, self.setting), facts, notices)
