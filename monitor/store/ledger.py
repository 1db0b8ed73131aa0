"""A ledger: everything that one transaction can read and write."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.store.claiming import Claiming
from monitor.store.gauges import Gauges
from monitor.store.lapse import Lapse
from monitor.store.marks import Marks
from monitor.store.record import Recording
from monitor.store.seals import Seals

RETRIES = "retries"


class Ledger(Recording, Claiming, Lapse, Gauges, Seals, Marks):
    """Cases, journal, outbox and marks, all inside one transaction of a store."""

    def retry(self, numbers: Sequence[int]) -> None:
        """Let these rows be tried again at once, and count the wish: a courier that rests must hear of it."""
        super().retry(numbers)
        self.draw_number(RETRIES)

    def retries(self) -> int:
        """How often somebody has asked to try again."""
        return int(self.mark(f"number:{RETRIES}") or 0)
