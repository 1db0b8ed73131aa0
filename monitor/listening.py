"""Where watchers may look: an address of this machine alone or a socket; and what address hears the heartbeat."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

NEEDED: Final = ("starlette", "uvicorn", "prometheus_client")
MISSING = "[web] listen wants packages that are not installed; install them with: pip install 'duewatch[web]'"
_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<plain>[^\[\]:/]+)):(?P<port>[0-9]{1,5})", re.ASCII)
_LONGEST_PATH = 100  # the kernel's limit is 108 bytes


@dataclass(frozen=True, slots=True)
class Port:
    """A port of a loopback address."""

    host: str
    number: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.number}" if ":" in self.host else f"{self.host}:{self.number}"


@dataclass(frozen=True, slots=True)
class SocketFile:
    """A Unix socket."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


Place = Port | SocketFile


def place_of(written: str) -> Place:
    """Read "127.0.0.1:8970", "[::1]:8970", "localhost:8970" or a path with a "/"; raises ValueError."""
    if "/" in written:
        if len(written.encode()) > _LONGEST_PATH:
            raise ValueError(f"the socket's path is longer than {_LONGEST_PATH} bytes")
        return SocketFile(Path(written))
    found = _ADDRESS.fullmatch(written)
    if found is None:
        raise ValueError('must be an address with a port, like "127.0.0.1:8970", or a socket\'s path')
    host = "127.0.0.1" if found["plain"] == "localhost" else found["six"] or found["plain"]
    if not _is_loopback(host):
        raise ValueError("must be this machine alone (127.0.0.1, ::1, localhost) or a socket's path")
    if not 1 <= int(found["port"]) <= 65535:
        raise ValueError("the port must lie between 1 and 65535")
    return Port(host, int(found["port"]))


def ping_address(written: str) -> str:
    """The address, if a secret in it travels unseen: https, or http on this machine; raises ValueError."""
    parts = urlsplit(written)
    if parts.scheme == "https" and parts.hostname:
        return written
    if parts.scheme == "http" and (parts.hostname == "localhost" or _is_loopback(parts.hostname or "")):
        return written
    raise ValueError("must begin with https:// (http:// only for this machine)")


def can_serve() -> bool:
    """Whether the packages of the extra "web" are installed."""
    return all(find_spec(name) is not None for name in NEEDED)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
