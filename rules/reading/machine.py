"""The machine form of a draft: plain values for JSON, as ``extract --json`` prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias, assert_never

from rules.reading.draft import (
    Draft,
    DraftInstrument,
    DraftObligation,
    MonthDay,
    PassedTask,
    QuarterDay,
    Relative,
    RuleDay,
    UnreadPhrase,
    WeekDay,
    YearDay,
)

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None


def as_json(draft: Draft) -> dict[str, Plain]:
    """The draft as plain values; days are ISO, absent values None."""
    return {
        "instrument": _instrument(draft.instrument),
        "obligations": [_obligation(obligation) for obligation in draft.obligations],
        "unread": [_left(phrase) for phrase in draft.unread],
        "passed_over": [_left(task) for task in draft.passed],
    }


def _instrument(instrument: DraftInstrument) -> dict[str, Plain]:
    return {
        "kind": instrument.kind,
        "number": instrument.number,
        "issued": _day(instrument.issued),
        "issuer": instrument.issuer.name,
        "title": instrument.title,
        "signer": instrument.signer,
        "published": _day(instrument.published),
        "continues": [cited.text for cited in instrument.links.continues],
        "amends": [cited.text for cited in instrument.links.amends],
        "replaces": [cited.text for cited in instrument.links.replaces],
    }


def _obligation(found: DraftObligation) -> dict[str, Plain]:
    return {
        "quote": found.quote,
        "start": found.start,
        "end": found.end,
        "task": found.task,
        "clause": found.clause,
        "lead": list(found.lead),
        "cooperating": list(found.cooperating),
        "deliverable": found.deliverable,
        "lead_ids": list(found.lead_ids),
        "cooperating_ids": list(found.cooperating_ids),
        "deadline_phrase": found.deadline_phrase,
        "due": _day(found.due),
        "earliest": _day(found.earliest),
        "recurrence": found.recurrence,
        "rule": [_rule(day) for day in found.rule] or None,
        "relative": _relative(found.relative),
        "kind": found.kind,
        "confidence": found.confidence,
        "notes": list(found.notes),
    }


def _rule(day: RuleDay) -> dict[str, Plain]:
    match day:
        case YearDay(month, number, offset):
            return {"month": month, "day": number, "offset_years": offset}
        case QuarterDay(month, number, offset):
            return {"month_of_quarter": month, "day": number, "offset_quarters": offset}
        case MonthDay(number, offset):
            return {"day": number, "offset_months": offset}
        case WeekDay(weekday):
            return {"weekday": weekday}
        case _:
            assert_never(day)


def _relative(relative: Relative | None) -> dict[str, Plain] | None:
    if relative is None:
        return None
    return {"n": relative.n, "unit": relative.unit, "before" if relative.back else "after": relative.after}


def _left(words: UnreadPhrase | PassedTask) -> dict[str, Plain]:
    return {"start": words.start, "end": words.end, "text": words.text, "why": words.why}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
