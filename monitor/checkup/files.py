"""What people write: rules, calendar, directory and templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from monitor.checkup.finding import Finding, fault, ok, warning
from monitor.config import Config
from monitor.invented import invented
from monitor.library import Library
from monitor.ownership import foreign_owners
from monitor.render import Renderer
from rules.digest import HORIZON_WORKING_DAYS
from rules.model import Fault
from rules.workdays import Workdays

# From then on the next year's swaps are decided and announced.
ANNOUNCED_FROM_MONTH = 10
SEE_CHECK = "see `duewatch check` for file and line, and mend it there"


def packages() -> Finding:
    """Whether `monitor`, `rules` and `notifiers` are this program's."""
    owners = foreign_owners()
    if owners:
        return fault("packages", "; ".join(owners), "install Duewatch into a virtual environment of its own")
    return ok("packages", "they are our own")


def configuration(config: Config) -> Finding:
    """The configuration, which has been read without a fault."""
    where = f"read from {config.file}" if config.file is not None else "no file: the defaults serve"
    return ok("configuration", f"{where}; letters go to {' and '.join(config.channels)}")


def operator(config: Config) -> Finding:
    """Who hears of failures."""
    if config.operator.email:
        return ok("operator", "failures are told by letter")
    return warning("operator", "nobody hears of failures by letter", "set [operator] email")


def rules(library: Library) -> Iterator[Finding]:
    """Catalogue and directory."""
    wrong = [one for one in library.faults if not one.warning]
    doubts = [one for one in library.faults if one.warning]
    catalogue = library.catalogue
    if wrong:
        yield fault("rules", _first(wrong), SEE_CHECK)
    else:
        yield ok("rules", f"{len(catalogue.instruments)} instruments, {len(catalogue.agencies)} agencies")
    # The loader doubts two things: dates, which stand in instruments, and roles that nobody fills.
    unfilled = [one for one in doubts if one.text.startswith("nobody is ")]
    if unfilled:
        advice = "name officers in the directory; whoever is next in line reads their letters until then"
        yield warning("directory", _first(unfilled), advice)
    else:
        yield ok("directory", f"{len(library.directory.officers)} officers, every role is filled")
    others = [one for one in doubts if one not in unfilled]
    if others:
        yield warning("doubts", _first(others), "see `duewatch check`, and settle them with a ruling")


def people(config: Config, library: Library) -> Finding:
    """Whether those who are told exist."""
    found = invented(config, library.directory)
    if found is not None:
        return warning("people", found.found, found.advice)
    return ok("people", "no officer's address is one of an example")


def calendar(workdays: Workdays, today: date) -> Finding:
    """Whether the calendar reaches far enough."""
    until = workdays.known_until
    advice = (
        f"add {max(until.year + 1, today.year)} to the calendar, with the dispatch that decides its swaps: "
        "a [[year]] and its days off in calendars/NAME.toml below a folder named in catalogue"
    )
    if today > until:
        return fault("calendar", f"it ends on {until}: every day that is reckoned now is provisional", advice)
    if workdays.is_provisional(workdays.shift(today, HORIZON_WORKING_DAYS)):
        return warning("calendar", f"it ends on {until}, within ten working days", advice)
    if today.year == until.year and today.month >= ANNOUNCED_FROM_MONTH:
        return warning("calendar", f"it ends on {until}, and the next year is announced about now", advice)
    return ok("calendar", f"decided until {until}")


def templates(renderer: Renderer) -> Finding:
    """Whether each letter of each language can be written, tried with sample cases."""
    wrong = [one for one in renderer.faults() if not one.warning]
    if wrong:
        return fault("templates", _first(wrong), SEE_CHECK)
    return ok("templates", f"every letter can be written in {', '.join(renderer.languages)}")


def _first(faults: Sequence[Fault]) -> str:
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return f"{faults[0]}{more}"
