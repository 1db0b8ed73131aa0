"""By which calendar, zone and hour the store's moments are reckoned, and what becomes of those reckoned by others.

The daemon goes by the files that it has loaded, a command by those that lie there when it is given. Where they differ,
what the command has written may stand when its files do not.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from monitor.store import Ledger
from rules.setting import Setting

LOADED_DAY = "loaded-day"
# What the stages and their moments come from: ladders, calendar, zone and hour; and of it what a command goes by.
TIMING = "timing"
MOMENTS = "moments"
# ``REPLANNED|scope|moment``: they changed then, of one instrument or ("*") of all, so the plans that the journal
# holds of older rounds may not stand any more.
REPLANNED = "replanned"


def moments_of(setting: Setting) -> str:
    """Changes when the same stages would have other moments."""
    workdays = setting.workdays
    parts = (workdays.lost, workdays.won, str(setting.zone), setting.send_at)
    return sha256(repr(parts).encode()).hexdigest()


def note_timing(
    ledger: Ledger, timing: str, setting: Setting, restated: Collection[str], moment: datetime
) -> None:
    """Remember by what the store's moments are reckoned from now on; ``restated``: instruments with other words.

    Stages may have got other moments without a new round: whoever checks must know.
    """
    before = ledger.mark(TIMING)
    if before != timing:
        ledger.set_mark(TIMING, timing, moment)
    if ledger.mark(MOMENTS) != (now := moments_of(setting)):
        ledger.set_mark(MOMENTS, now, moment)
    _note_replanned(ledger, restated if before in {None, timing} else ("*",), timing, moment)


def note_command(ledger: Ledger, setting: Setting, instruments: Collection[str], moment: datetime) -> None:
    """Where a command goes by other moments than those loaded, have the next look load all, and so put it right."""
    loaded, mine = ledger.mark(MOMENTS), moments_of(setting)
    if loaded == mine:
        return
    ledger.set_mark(LOADED_DAY, None)
    if loaded is not None:
        _note_replanned(ledger, instruments, mine, moment)


def _note_replanned(ledger: Ledger, scopes: Collection[str], by: str, moment: datetime) -> None:
    for scope in sorted(set(scopes)):
        ledger.set_mark(f"{REPLANNED}|{scope}|{moment.isoformat()}", by, moment)
