"""A network of two machines: this one, and a namespace in which daemons can run and that can be cut off."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from shutil import which

from tests.daemon.turned import missing

_numbers = count(1)


class Network:
    """``before`` makes a program run over there; ``here`` is the address under which it finds this machine."""

    def __init__(self, name: str, number: int) -> None:
        self.here = f"10.213.{number}.1"
        self.there = f"10.213.{number}.2"
        self.before = ("ip", "netns", "exec", name)
        self._name = name
        self._number = number

    def lay(self) -> None:
        """Two interfaces and the cable between them."""
        outer, inner = f"dw{self._number}o", f"dw{self._number}i"
        _do("ip", "netns", "add", self._name)
        _do("ip", "link", "add", outer, "type", "veth", "peer", "name", inner, "netns", self._name)
        _do("ip", "address", "add", f"{self.here}/24", "dev", outer)
        _do("ip", "link", "set", outer, "up")
        self._inside("ip", "address", "add", f"{self.there}/24", "dev", inner)
        self._inside("ip", "link", "set", inner, "up")
        self._inside("ip", "link", "set", "lo", "up")

    def clear(self) -> None:
        """The namespace goes, and its end of the cable with it."""
        subprocess.run(["ip", "netns", "delete", self._name], check=False, capture_output=True)

    def cut(self, port: int) -> None:
        """From now on every packet to and from this port of ours disappears without a word."""
        self._inside("nft", "add", "table", "ip", "cut")
        for hook, side in (("output", "dport"), ("input", "sport")):
            self._inside(
                *("nft", "add", "chain", "ip", "cut", hook),
                *("{", "type", "filter", "hook", hook, "priority", "0", ";", "}"),
            )
            self._inside("nft", "add", "rule", "ip", "cut", hook, "tcp", side, str(port), "drop")

    def heal(self) -> None:
        self._inside("nft", "delete", "table", "ip", "cut")

    def _inside(self, *order: str) -> None:
        _do(*self.before, *order)


def _do(*order: str) -> None:
    done = subprocess.run(order, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(order)}: {done.stderr}"


@contextmanager
def network() -> Iterator[Network]:
    """A namespace that lives until the end of the block."""
    if os.geteuid() != 0:
        missing("only root may make a network namespace")
    for tool in ("ip", "nft"):
        if which(tool) is None:
            missing(f"there is no {tool} to make and cut a network with")
    # Workers of one run have different processes, so the addresses differ too.
    number = (os.getpid() + 61 * next(_numbers)) % 250 + 1
    laid = Network(f"duewatch-{os.getpid()}-{number}", number)
    try:
        laid.lay()
        yield laid
    finally:
        laid.clear()
