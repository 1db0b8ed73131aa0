"""What a PostgreSQL server can suffer, said in one plain sentence with an exit code."""

from __future__ import annotations

import psycopg

from monitor.store.faults import REFUSED, TEMPORARY, StoreFault

_AGAIN = "try again in a moment"
# By SQLSTATE, the longest beginning that fits (PostgreSQL documentation, appendix A).
_WORLD: dict[str, tuple[str, int]] = {
    "08": (f"cannot be reached; look at the server and the network, then {_AGAIN}", TEMPORARY),
    "25006": ("is read-only; name the server that takes writes (a standby does not)", TEMPORARY),
    "25P03": ("ended a transaction that had stood still too long; nothing was half written", TEMPORARY),
    "25P04": ("ended a transaction that had taken too long; nothing was half written", TEMPORARY),
    "28": ("refuses this user or password; look at [store] url and the server's pg_hba.conf", REFUSED),
    "3D000": ("does not exist; make it with createdb, then run `duewatch db upgrade`", REFUSED),
    "40": (f"was changed by another program at the same moment; {_AGAIN}", TEMPORARY),
    "42501": ("may not be used so by this user; let it own the database or its tables", REFUSED),
    "53100": ("cannot grow: the disk is full; make room, nothing was half written", TEMPORARY),
    "53300": (f"has no connection left; raise max_connections, or {_AGAIN}", TEMPORARY),
    "53": (f"lacks memory or space; look at the server, then {_AGAIN}", TEMPORARY),
    "55P03": (f"is locked by another program; {_AGAIN}", TEMPORARY),
    "57": (f"is stopping, starting or has lost its connection; {_AGAIN}", TEMPORARY),
    "58": ("cannot be read or written; look at the server's disk (full or failing)", TEMPORARY),
    "XX": ("is damaged; stop, and put back a backup (the server's log shows more)", REFUSED),
}


def fault_of(error: BaseException | None, name: str) -> StoreFault | None:
    """The fault behind an error of psycopg; None where the error is no doing of the world but a bug."""
    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate
    if state is None:
        if not isinstance(error, psycopg.OperationalError):
            return None
        return StoreFault(f"the database {name} cannot be reached ({_reason(error)}); {_AGAIN}", TEMPORARY)
    for length in (5, 2):
        if (known := _WORLD.get(state[:length])) is not None:
            return StoreFault(f"the database {name} {known[0]}", known[1])
    return None


def _reason(error: psycopg.Error) -> str:
    """What libpq said first, on one line, or what the server itself said."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or ["no answer"]
    said = next((line for line in lines if "FATAL:" in line), lines[0])
    return said.rpartition("FATAL:")[2].removeprefix("connection failed: ").strip().rstrip(".")
