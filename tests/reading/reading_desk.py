"""A desk to read documents at: the built-in agencies, loaded once, and a shorter name for the reader."""

from __future__ import annotations

from datetime import date
from functools import cache

from monitor.library import load_library
from rules.library import Catalogue
from rules.reading.document import read_document
from rules.reading.draft import Draft, DraftObligation

SAID_ON = date(2020, 8, 3)


@cache
def agencies() -> Catalogue:
    return load_library(["builtin"], None).catalogue


def read(text: str, on: date | None = SAID_ON) -> Draft:
    return read_document(text, on, agencies())


def duties(text: str, on: date | None = SAID_ON) -> list[DraftObligation]:
    """The dated duties of a text, in its order."""
    return [found for found in read(text, on).obligations if found.is_dated]


def the_duty(text: str, on: date | None = SAID_ON) -> DraftObligation:
    found = duties(text, on)
    assert len(found) == 1, [(duty.quote, duty.lead, duty.deadline_phrase) for duty in found]
    return found[0]
