"""The store: cases, journal, outbox and marks in one database, one transaction at a time."""

from __future__ import annotations

from monitor.store.faults import StoreFault, Unmovable
from monitor.store.journal import Recorded
from monitor.store.ledger import Ledger
from monitor.store.queries import CaseFilter
from monitor.store.rows import OutboxRow
from monitor.store.steps import HandingOver, Settled
from monitor.store.store import Store
from rules.notices import Change

__all__ = [
    "CaseFilter",
    "Change",
    "HandingOver",
    "Ledger",
    "OutboxRow",
    "Recorded",
    "Settled",
    "Store",
    "StoreFault",
    "Unmovable",
]
