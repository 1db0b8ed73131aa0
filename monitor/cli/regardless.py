"""What can be told of the daemon although the configuration cannot be used: it goes on by the one that it has."""

from __future__ import annotations

import os
from contextlib import closing

from monitor.cli.paper import say
from monitor.cli.wiring import Wiring


def tell_of_the_daemon_regardless(wiring: Wiring) -> None:
    """A sentence where the configuration is faulty, nothing where it can be read."""
    from monitor.config import ConfigFaults

    try:
        _ = wiring.config
    except ConfigFaults:
        say(_standing(wiring))


def _standing(wiring: Wiring) -> str:
    from monitor.config import store_alone
    from monitor.store import StoreFault

    known = store_alone(wiring.config_file, os.environ)
    again = Wiring()
    if known is not None:
        again.config = known
        try:
            with closing(again):
                alive = again.has_store() and again.store().is_served()
        except StoreFault:
            known = None
    if known is None:
        return "Whether a daemon is alive cannot be told: with these files its database is not to be found."
    if alive:
        return "The daemon is alive, and goes on by the files that it has read; it takes mended ones over at a reload."
    return "No daemon is running, and none starts with these files."
