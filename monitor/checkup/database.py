"""What the database holds and how it is: sound, up to date, private, in step with the clock."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from monitor.checkup.finding import Finding, fault, ok, warning
from monitor.config import Config
from monitor.guard import impossible
from monitor.hold import last_seen, stored_hold
from monitor.library import Library
from monitor.pulse import read_pulse
from monitor.reaching import summary, unreached_soon
from monitor.store import Ledger, Store
from rules.setting import Setting

LATELY = timedelta(days=30)
SHOWN = 5


def database_file(config: Config) -> Path | None:
    """The database's file; None where a server keeps it."""
    scheme, _, path = config.store.url.partition(":///")
    return config.base / path.partition("?")[0] if scheme == "sqlite" else None


def soundness(store: Store) -> Finding:
    """The database's own checks, and its revision."""
    found = store.check()
    if found:
        advice = "stop the daemon; `duewatch db upgrade` mends an old revision, a backup anything else"
        return fault("database", "; ".join(found), advice)
    return ok("database", f"sound, at revision {store.revision()}")


def privacy(path: Path) -> Finding:
    """Whether the file belongs to whoever asks, and is closed to everybody else."""
    status = path.stat()
    if status.st_uid != os.geteuid():
        advice = "run Duewatch's commands as the user of its daemon: sudo -u duewatch duewatch doctor"
        return warning("database file", f"{path} belongs to user {status.st_uid}", advice)
    if status.st_mode & (stat.S_IROTH | stat.S_IWOTH):
        return warning("database file", f"others can read or write {path}", f"chmod o= {path}")
    return ok("database file", f"{path} is closed to others")


def clock(ledger: Ledger, now: datetime) -> Finding:
    """This machine's clock against the last moment that the database has seen."""
    held, last = stored_hold(ledger), last_seen(ledger)
    advice = "set the clock right; if it is right, say `duewatch clock accept`"
    if held is not None:
        return fault("clock", str(held), advice)
    if (sentence := impossible(now, last)) is not None:
        return fault("clock", sentence, advice)
    if last is None:
        return ok("clock", "nothing is written yet to compare it with")
    return ok("clock", f"in step: the last moment written lies {_ago(now - last)} back")


def daemon(store: Store, ledger: Ledger, now: datetime) -> Finding:
    """Whether a daemon runs, and when it last looked."""
    pulse = read_pulse(ledger)
    if not store.is_served():
        return warning("daemon", "none is running", "start it: systemctl start duewatch, or duewatch run")
    if pulse is None or pulse.last_pass is None:
        return ok("daemon", "it runs, and has not finished its first look")
    ago = _ago(now - datetime.fromisoformat(pulse.last_pass))
    if pulse.fault is not None:
        return fault("daemon", f"process {pulse.pid} on {pulse.host}: {pulse.fault}", "see its log")
    return ok("daemon", f"process {pulse.pid} on {pulse.host}, its last look was {ago} ago")


def recipients(ledger: Ledger, library: Library, setting: Setting, now: datetime) -> Iterator[Finding]:
    """Stages that would reach nobody, and officers whose address was refused."""
    unreached = unreached_soon(ledger, library.catalogue, setting, now)
    if unreached:
        advice = "name officers for these agencies, or a monitoring office"
        yield warning("recipients", summary(unreached, setting.zone), advice)
    else:
        yield ok("recipients", "every stage within ten working days reaches somebody")
    refused = ledger.refused_to(now - LATELY)
    if refused:
        named = ", ".join(refused[:SHOWN]) + (f" and {len(refused) - SHOWN} more" if refused[SHOWN:] else "")
        advice = "correct their addresses in the directory, then `duewatch outbox retry`"
        yield warning("addresses", f"refused within 30 days: {named}", advice)
    else:
        yield ok("addresses", "none was refused within 30 days")


def _ago(span: timedelta) -> str:
    seconds = max(0, round(span.total_seconds()))
    if seconds < 120:
        return f"{seconds} seconds"
    if seconds < 7200:
        return f"{seconds // 60} minutes"
    return f"{seconds // 3600} hours" if seconds < 172800 else f"{seconds // 86400} days"
