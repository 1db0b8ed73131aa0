"""How a person's leave for a load is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from monitor.cli.machine_forms import Json
from monitor.cli.paper import safe

if TYPE_CHECKING:
    from monitor.permission import Permission


def accepted_words(permission: Permission, zone: ZoneInfo) -> str:
    """ "lan (ntlan, 2016-06-02 09:00)"."""
    at = permission.moment.astimezone(zone)
    return safe(f"{permission.by} ({permission.login}, {at:%Y-%m-%d %H:%M})")


def accepted_machine(permission: Permission | None, zone: ZoneInfo) -> Json:
    """The machine form; null where nothing is let happen."""
    if permission is None:
        return None
    return {
        "by": permission.by,
        "login": permission.login,
        "at": permission.moment.astimezone(zone).isoformat(),
        "moved": permission.moved,
        "lost": permission.lost,
    }
