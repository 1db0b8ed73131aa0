"""What the daemon shows of itself: in the store for `duewatch status`, to systemd, and on the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from monitor.house import House
from monitor.store import CaseFilter, Ledger
from rules.model import COUNTED_KINDS, OPEN

PULSE = "pulse"


@dataclass(frozen=True, slots=True)
class Pulse:
    """The last sign of one daemon's life; moments are ISO texts. ``fault``: what a person should look at."""

    pid: int
    host: str
    version: str
    started: str
    last_pass: str | None = None
    next_look: str | None = None
    fault: str | None = None
    held: str | None = None


def write_pulse(ledger: Ledger, pulse: Pulse, moment: datetime) -> None:
    ledger.set_mark(PULSE, json.dumps(asdict(pulse)), moment)


def read_pulse(ledger: Ledger) -> Pulse | None:
    """The last pulse, None before any daemon ran."""
    written = ledger.mark(PULSE)
    return Pulse(**json.loads(written)) if written is not None else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How many cases are open, how many of them late, and how many more would be if a mere count did not cover them."""

    open: int
    late: int
    unconfirmed: int = 0


def standing(ledger: Ledger, today: date) -> Standing:
    totals = ledger.totals(today)
    late = CaseFilter(today, "open-late", kinds=COUNTED_KINDS, unconfirmed=False)
    return Standing(
        sum(totals.get(status, 0) for status in OPEN),
        ledger.count(late),
        ledger.count(replace(late, unconfirmed=True)),
    )


def greeting(house: House, found: Standing, next_look: datetime | None, digests: datetime) -> str:
    """The first line on a terminal: what is watched, when cases and digests are looked at next, where letters go."""
    at = _local(house, next_look) if next_look is not None else "never"
    return (
        f"watching {found.open} open cases, {found.late} of them late; next look at cases {at}, "
        f"next digests {_local(house, digests)}; letters go to {goal(house)}"
    )


def _local(house: House, moment: datetime) -> str:
    return moment.astimezone(house.setting.zone).strftime("%Y-%m-%d %H:%M")


def goal(house: House) -> str:
    """Where the letters go, in words."""
    names = {
        "folder": f"the folder {house.config.folder.path}",
        "email": f"{house.config.email.host}:{house.config.email.port}",
    }
    return " and ".join(names[name] for name in house.config.channels)
