"""A ledger: everything that one transaction can read and write."""

from __future__ import annotations

from monitor.store.claiming import Claiming
from monitor.store.marks import Marks
from monitor.store.record import Recording


class Ledger(Recording, Claiming, Marks):
    """Cases, journal, outbox and marks, all inside one transaction of a store."""
