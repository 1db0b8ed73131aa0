"""What of our records has no column of its own, as JSON text and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache

from monitor.store.shape import ENCODER, Shape, an_object
from rules.facts import KINDS, Fact
from rules.kept import MOST
from rules.model import Brief, Case
from rules.notices import Notice

_DECODE = json.JSONDecoder().raw_decode
LIFE_FIELDS = (
    "quiet_until",
    "decided",
    "spoken",
    "evidence",
    "snooze",
    "snoozes",
    "promises",
    "figure",
    "waits_for",
    "anchors",
    "folded_by",
)
BRIEF: Shape[Brief] = Shape(Brief)
NOTICE: Shape[Notice] = Shape(Notice)
LIFE: Shape[Case] = Shape(Case, LIFE_FIELDS)
_OWN_LIFE: Shape[Case] = Shape(Case, [name for name in LIFE_FIELDS if name != "anchors"])
_ANCHORS: Shape[Case] = Shape(Case, ("anchors",))
REASONS: Shape[Case] = Shape(Case, ("because",))
FACTS: dict[str, Shape[Fact]] = {kind.__name__: Shape(kind) for kind in KINDS}
_COLUMNS_OF_FACTS = ("case", "effective")
_BODIES: dict[type[Fact], Shape[Fact]] = {
    kind: Shape(kind, [field.name for field in fields(kind) if field.name not in _COLUMNS_OF_FACTS])
    for kind in KINDS
}


def dumps(written: dict[str, object]) -> str:
    """Compact JSON text, Vietnamese left readable."""
    return ENCODER.encode(written)


def loads(text: str) -> dict[str, object]:
    """The JSON object in ``text``; raises ValueError where that holds anything else."""
    value, end = _DECODE(text)
    if end != len(text):
        raise ValueError("there is more than one JSON object")
    return an_object(value)


def notice_of(text: str, snoozed: bool) -> Notice:
    """The notice that lies in the outbox."""
    return NOTICE.build(NOTICE.values(loads(text)) | {"snoozed": snoozed})


def life_text(case: Case) -> str:
    """What of a case has no column of its own; reasons and anchors only where they differ from the brief's."""
    written = _OWN_LIFE.encode(case)
    if case.anchors != case.brief.anchors:
        written.update({"anchors": []} if not case.anchors else _ANCHORS.encode(case))
    if case.because != case.brief.deadline.because:
        written.update({"because": []} if not case.because else REASONS.encode(case))
    return dumps(written) if written else "{}"


def life_values(text: str, brief: Brief) -> dict[str, object]:
    """The case's fields that ``life_text`` wrote."""
    if text == "{}":
        return {"because": brief.deadline.because, "anchors": brief.anchors}
    values = {"anchors": brief.anchors, **_life(text)}
    if "because" in values:
        return REASONS.values(values)
    values["because"] = brief.deadline.because
    return values


@lru_cache(maxsize=MOST)
def _life(text: str) -> Mapping[str, object]:
    """Most cases have lived like many others. What is kept is never changed."""
    return LIFE.values(loads(text))


def fact_text(fact: Fact) -> str:
    """The fact's own fields (those without a column of their own in the journal), as JSON text.

    Raises ValueError where a day is a moment, or a moment has no offset.
    """
    if isinstance(fact.effective, datetime):  # the column would take it, and cut it
        raise ValueError("a day is wanted, not a moment")
    return _BODIES[type(fact)].text(fact)


def fact_of(name: str, case: str | None, effective: date, written: dict[str, object]) -> Fact:
    """The fact that the journal's row tells of."""
    values = FACTS[name].values(written)
    return FACTS[name].build(values, case=case, effective=effective)
