"""The official two-by-two (done or not, in time or late), derived, never stored."""

from __future__ import annotations

from datetime import date

from rules.model import Case, Status
from rules.term import Continuous


def status_of(case: Case, today: date) -> Status:
    """Where the case stands on ``today``; a closing's document day decides in time or late."""
    return status_by(case.last_day, case, today)


def status_by(last_day: date | None, case: Case, today: date) -> Status:
    """The same, judged by another last day than the case's own."""
    if case.withdrawn:
        return "withdrawn"
    if case.closed_on is not None:
        return _done(case.closed_on, last_day)
    if last_day is not None:
        return "open-in-time" if today <= last_day else "open-late"
    if case.waits_for is not None:
        return "not-running"
    return "continuous" if isinstance(case.brief.term, Continuous) else "undated"


def _done(on: date, last_day: date | None) -> Status:
    if last_day is None:
        return "done-undated"
    return "done-in-time" if on <= last_day else "done-late"


def judged_by_original(case: Case, today: date) -> Status | None:
    """The same judgement against the day before any extension; None where there is no such day."""
    if case.original_last_day is None or case.withdrawn:
        return None
    return status_by(case.original_last_day, case, today)
