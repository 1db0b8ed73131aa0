"""Each day once: which stages of the next ten working days would reach nobody, told while it can be mended."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from monitor import logs
from monitor.house import House
from monitor.store import Ledger, Store
from rules.library import Catalogue
from rules.notices import failure_notice
from rules.setting import Setting
from rules.unreached import Unreached, horizon, silent_agencies, unreached

MARK = "unreached"
LISTED = 50
log = logs.of("watch")


def unreached_soon(
    ledger: Ledger, catalogue: Catalogue, setting: Setting, moment: datetime, limit: int = LISTED + 1
) -> tuple[Unreached, ...]:
    """The first such stage of each case, at most ``limit`` of them, the soonest first."""
    silent = silent_agencies(catalogue.ladders.values(), setting.legal_day(moment), setting)
    if not silent:
        return ()
    cases = ledger.looked_at_by(horizon(moment, setting), silent)
    firsts = (stage for case in cases for stage in islice(unreached(case, moment, setting), 1))
    return tuple(sorted(islice(firsts, limit), key=lambda found: (found.moment, found.case)))


def report_unreached(store: Store, house: House, moment: datetime) -> None:
    """In the day's first look: a letter to the operator, if there is one, and a line in the log."""
    today = house.setting.legal_day(moment).isoformat()
    with store.reading() as ledger:
        if _is_told(ledger, today):
            return
        found = unreached_soon(ledger, house.library.catalogue, house.setting, moment)
    with store.writing(alone=True) as ledger:
        if _is_told(ledger, today):  # another daemon has been quicker
            return
        ledger.set_mark(MARK, f"{today}|{len(found)}")
        if not found:
            return
        if house.config.operator.email:
            text = told(found, house.setting.zone)
            ledger.post([failure_notice(f"unreached|{today}", moment, text)])
    log.warning("stages would reach nobody", cases=len(found), soonest=found[0].moment.isoformat())


def _is_told(ledger: Ledger, today: str) -> bool:
    return (ledger.mark(MARK) or "").partition("|")[0] == today


def counted(ledger: Ledger) -> int | None:
    """How many cases the last daily look found, at most one more than are listed; None before the first."""
    written = ledger.mark(MARK)
    return int(written.partition("|")[2]) if written is not None else None


def many(found: tuple[Unreached, ...]) -> str:
    """How many cases, in words."""
    if len(found) > LISTED:
        return f"more than {LISTED} cases"
    return "1 case" if len(found) == 1 else f"{len(found)} cases"


def summary(found: tuple[Unreached, ...], zone: ZoneInfo) -> str:
    """One line: how many cases, and the soonest; there must be one."""
    return f"{many(found)} within ten working days, first {line(found[0], zone)}"


def told(found: tuple[Unreached, ...], zone: ZoneInfo) -> str:
    """The letter's text: how many, what to do, and each case with its stage."""
    head = (
        f"Nobody would receive a stage within ten working days: {many(found)}. "
        "Name officers for these agencies in the directory, or somebody in the monitoring office."
    )
    return "\n".join((head, *(line(stage, zone) for stage in found[:LISTED])))


def line(found: Unreached, zone: ZoneInfo) -> str:
    """One case, its stage and whom the stage looks for."""
    local = found.moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return f"{found.case}: {found.stage} of {local} would reach nobody ({', '.join(found.roles)})"
