"""What surrounds the program: the channels' far ends, the disk, the unit, whoever watches from outside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from monitor.checkup.finding import Finding, fault, ok, warning
from monitor.config import Config
from monitor.listening import MISSING, can_serve
from notifiers import CHANNELS
from notifiers.base import Channel

TIGHT, LITTLE = 100 * 1024**2, 1024**3
HIGHEST_EXPOSURE = 1.5  # of ten; the unit that we ship has 1.1
UNIT = "duewatch.service"
UNIT_FOLDERS = tuple(
    Path(folder) for folder in ("/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system")
)
_EXPOSURE = re.compile(r"exposure level for \S+: ([0-9.]+)")


async def channels(config: Config) -> tuple[Finding, ...]:
    """Each channel as far as a letter's threshold: connected, encrypted, logged in; nothing is sent."""
    settings = {"folder": config.folder, "email": config.email}
    return tuple(
        [await _channel(name, CHANNELS[name].open(settings[name]), config) for name in config.channels]
    )


async def _channel(name: str, channel: Channel, config: Config) -> Finding:
    said: list[str] = []
    try:
        answer = await channel.greet(said.append)
    finally:
        await channel.close()
    if answer is not None:
        return fault(f"channel {name}", answer, f"look at [{name}] in the configuration and at the far end")
    if name == "email":
        how = {"starttls": "STARTTLS", "tls": "TLS", "none": "no encryption, on this machine"}
        login = ", login accepted" if config.email.username else ", no login"
        found = f"{config.email.host}:{config.email.port} answers: {how[config.email.security]}{login}"
        return ok(f"channel {name}", found)
    return ok(f"channel {name}", said[-1] if said else "it takes letters")


def disk(folders: Iterable[Path]) -> tuple[Finding, ...]:
    """Room where letters and journal are written; one line a file system."""
    found: dict[int, Finding] = {}
    for folder in folders:
        there = _nearest(folder)
        found.setdefault(there.stat().st_dev, _room(there))
    return tuple(found.values())


def _room(folder: Path) -> Finding:
    usage = shutil.disk_usage(folder)
    room = f"{usage.free / 1024**3:.1f} GB are free at {folder}"
    if usage.free < TIGHT:
        return fault("disk", room, "make room: without it nothing is recorded, and so nothing is sent")
    if usage.free < LITTLE:
        return warning("disk", room, "make room before it runs out")
    return ok("disk", room)


def _nearest(path: Path) -> Path:
    """The path, or the first folder above it that there is."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def watchers(config: Config) -> tuple[Finding, ...]:
    """Who would notice if this machine fell silent."""
    beat, found = config.heartbeat, []
    if config.web.listen and not can_serve():
        found.append(fault("pages", MISSING, "pip install 'duewatch[web]'"))
    elif config.web.listen:
        found.append(ok("pages", f"served at {config.web.listen} while the daemon runs"))
    if beat.command and shutil.which(beat.command[0]) is None:
        advice = "write the program's whole path in [heartbeat] command, and make it executable"
        found.append(fault("heartbeat", f"{beat.command[0]} is no program here", advice))
    elif not beat.ping:
        advice = "set [heartbeat] ping to an address that tells somebody when it is not called"
        found.append(warning("heartbeat", "nobody outside would notice that this machine is silent", advice))
    else:
        found.append(
            ok("heartbeat", f"called every {beat.every.total_seconds():.0f} seconds while all is well")
        )
    return tuple(found)


def unit(folders: Sequence[Path] = UNIT_FOLDERS) -> Finding:
    """How much the service could harm the machine, in systemd's own judgement."""
    analyze = shutil.which("systemd-analyze")
    path = next((folder / UNIT for folder in folders if (folder / UNIT).is_file()), None)
    if analyze is None or path is None:
        what = "systemd-analyze is not here" if analyze is None else f"no {UNIT} is installed"
        return ok("unit", f"{what}: not looked at")
    environ = {**os.environ, "LC_ALL": "C", "SYSTEMD_COLORS": "0"}
    try:
        judged = subprocess.run(
            (analyze, "security", "--offline=true", "--no-pager", path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env=environ,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return warning("unit", f"systemd-analyze does not answer: {type(error).__name__}", "try it by hand")
    exposure = _EXPOSURE.search(judged.stdout)
    if exposure is None:
        return warning("unit", f"systemd-analyze does not judge {path}", f"systemd-analyze security {path}")
    if float(exposure[1]) > HIGHEST_EXPOSURE:
        advice = "compare it with packaging/duewatch.service, whose hardening it lacks"
        return warning("unit", f"{path} is exposed: {exposure[1]} of 10", advice)
    return ok("unit", f"{path} is hardened: {exposure[1]} of 10")
