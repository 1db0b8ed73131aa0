"""Catalogues of one instrument, for tests of what the catalogue asks of the cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.model import Case
from rules.notices import Change
from rules.peers import alone
from rules.people import Agency
from rules.reconcile import Reconciled, folded_into, reconcile
from rules.setting import Setting
from rules.term import Every, OnDay, Term
from tests.builders import AGENCIES, SETTING, builtin_ladder, local
from tests.rules.calendar_file import vietnam
from tests.watched import Watched

JUNE_30 = OnDay(date(2016, 6, 30))


def an_obligation(
    term: Term = JUNE_30,
    lead: tuple[str, ...] = ("bo-y-te",),
    *,
    ladder: str | None = "standard",
    id: str = "1",  # noqa: A002
) -> Obligation:
    name = "recurring" if isinstance(term, Every) and ladder == "standard" else ladder
    return Obligation(id, "Làm việc này", lead, term, ladder=name)


def an_instrument(*obligations: Obligation, day: str = "2016-03-30", id: str = "nq-23-2016") -> Instrument:  # noqa: A002
    issued = date.fromisoformat(day)
    return Instrument(
        id, "resolution", "Nghị quyết", "chinh-phu", "", issued, "23/NQ-CP", issued, obligations=obligations
    )


def a_catalogue(*instruments: Instrument, agencies: Iterable[Agency] = AGENCIES) -> Catalogue:
    ladders = {name: builtin_ladder(name) for name in ("standard", "collective", "recurring", "milestone")}
    return Catalogue(instruments, {agency.id: agency for agency in agencies}, ladders, vietnam())


def meet(
    instrument: Instrument | None,
    cases: Iterable[Case],
    at: str,
    *others: Instrument,
    setting: Setting = SETTING,
) -> Reconciled:
    """What this catalogue, and the calendar of this setting, ask of these cases at this moment."""
    instruments = others if instrument is None else (instrument, *others)
    catalogue = replace(a_catalogue(*instruments), workdays=setting.workdays)
    moment = local(at)
    folded = folded_into(catalogue, setting.legal_day(moment))
    return reconcile(instrument, catalogue, alone(cases), moment, setting, folded)


def opened(obligation: Obligation, at: str) -> Change:
    """The one case that the obligation opens at this moment."""
    (change,) = meet(an_instrument(obligation), (), at).opened
    return change


def watched(change: Change) -> Watched:
    return Watched(change.case, next_look=change.case.next_look)


def numbered(case: Case) -> Case:
    """As the store gives it back."""
    return replace(case, number=1)
