"""What can be said of a case on any day: the order in which cases are listed, stored beside each."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from rules.model import Case
from rules.term import Continuous


class Standing(IntEnum):
    """What can be said of a case on any day, in the order in which cases are listed.

    CHASED and AIMED both have a day. Nobody is ever told of a target or a forecast that is late, so however old it
    is, it stands behind everything that somebody must still do.
    """

    CHASED = 0
    AIMED = 1
    UNDATED = 2
    NOT_RUNNING = 3
    CONTINUOUS = 4
    DONE = 5
    DONE_UNDATED = 6
    WITHDRAWN = 7


DATED = (Standing.CHASED, Standing.AIMED)


def standing_of(case: Case) -> Standing:
    """The part of rules.status.status_of that does not depend on today."""
    if case.withdrawn:
        return Standing.WITHDRAWN
    if case.closed_on is not None:
        return Standing.DONE_UNDATED if case.last_day is None else Standing.DONE
    if case.last_day is not None:
        return Standing.AIMED if case.brief.ladder is None else Standing.CHASED
    if case.waits_for is not None:
        return Standing.NOT_RUNNING
    return Standing.CONTINUOUS if isinstance(case.brief.term, Continuous) else Standing.UNDATED


def ends_of(case: Case) -> date | None:
    """The first day on which a snooze or a promise of the case ends; of an open case only."""
    days = [promise.until for promise in case.promises if not promise.broken]
    if case.snooze is not None:
        days.append(case.snooze.until)
    return min(days) if days and case.is_open else None
