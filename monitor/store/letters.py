"""Letters on their way: handed over, settled by a receipt, held, leased and rescued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, null, or_, select, true, update

from monitor.packing import unpack
from monitor.store.outbox import IN_HAND, rest_state
from monitor.store.part import chunks
from monitor.store.steps import Steps
from monitor.store.tables import is_accepted, is_alone, is_waiting, letters, notices

STRIKES = 3
_NO_LEASE: dict[str, object] = {"lease_until": None}


class Letters(Steps):
    """A letter from its claim to its end; every step asks whether the holder still holds it."""

    def hold(self, number: int, reason: str, holder: str | None = None) -> None:
        """Set a row aside until a person moves it; nothing happens where it is not this ``holder``'s any more."""
        at = letters.c.number == number
        mine = at if holder is None else and_(at, _claimed_by(holder))
        self.connection.execute(
            update(letters).where(mine).values(state="held", reason=reason, next_attempt=None, **_NO_LEASE)
        )
        alone = and_(notices.c.number == number, is_alone, is_waiting)
        self.connection.execute(update(notices).where(alone).values(state="held", reason=reason))

    def strike_letter(self, number: int, reason: str, holder: str | None = None) -> int:
        """Count one more failure to make the letter; it waits again, and is held at the third. Returns how many.

        0 where it is not this ``holder``'s any more.
        """
        at = letters.c.number == number
        struck = (
            update(letters)
            .where(at if holder is None else and_(at, _claimed_by(holder)))
            .values(failures=letters.c.failures + 1, last_answer=reason, state=rest_state(), **_NO_LEASE)
            .returning(letters.c.failures)
        )
        failures = int(self.connection.execute(struck).scalar() or 0)
        if failures >= STRIKES:
            self.hold(number, reason)
        return failures

    def renew(self, numbers: Sequence[int], holder: str, lease_until: datetime) -> None:
        """Hold claimed and handed-over letters longer."""
        for portion in chunks(numbers):
            mine = and_(
                letters.c.number.in_(portion), letters.c.holder == holder, letters.c.state.in_(IN_HAND)
            )
            self.connection.execute(update(letters).where(mine).values(lease_until=lease_until))

    def release(self, numbers: Sequence[int], holder: str) -> None:
        """Give back letters that were claimed and never handed over."""
        for portion in chunks(numbers):
            mine = and_(
                letters.c.number.in_(portion), letters.c.holder == holder, letters.c.state == "claimed"
            )
            self.connection.execute(update(letters).where(mine).values(state=rest_state(), **_NO_LEASE))

    def recall(self, case_keys: Sequence[str], moment: datetime) -> None:
        """Take claimed letters that speak of these cases away from their holders: they must be made anew."""
        claimed = select(letters.c.number).where(letters.c.state == "claimed").limit(1)
        if not case_keys or self.connection.execute(claimed).scalar() is None:
            return
        for portion in chunks(case_keys):
            speaking = select(notices.c.letter).where(
                notices.c.case_key.in_(portion), notices.c.state == "lettered"
            )
            self.connection.execute(
                update(letters)
                .where(letters.c.state == "claimed", letters.c.number.in_(speaking))
                .values(state=rest_state(), holder=None, next_attempt=moment, **_NO_LEASE)
            )

    def rescue(self, moment: datetime, everything: bool, holder: str | None = None) -> int:
        """Take back letters whose lease has run out, or those of one ``holder`` (all: ``everything``); how many.

        One that had been handed over is uncertain from then on; one that had not just waits.
        """
        lost: ColumnElement[bool] = true() if everything else letters.c.lease_until <= moment
        if holder is not None:
            lost = or_(lost, letters.c.holder == holder)
        # Who is gone hands nothing over any more; what it had handed over may be on its way until the lease ends.
        gone = self.turns.gone(self.connection)
        handed = self.connection.execute(
            update(letters)
            .where(letters.c.state == "handed-over", lost)
            .values(
                state="uncertain",
                was_uncertain=True,
                next_attempt=moment,
                last_answer="the daemon ended before the server's answer was written down",
                **_NO_LEASE,
            )
        )
        claimed = self.connection.execute(
            update(letters)
            .where(letters.c.state == "claimed", or_(lost, letters.c.holder.in_(gone)) if gone else lost)
            .values(state=rest_state(), next_attempt=moment, **_NO_LEASE)
        )
        return handed.rowcount + claimed.rowcount

    def next_attempt(self) -> datetime | None:
        """The next moment at which the courier has something to do.

        Stage notices that wait for a case to be looked at first do not count: that look rings.
        """
        look = self.earliest_look()
        ripe = select(notices.c.not_before).where(is_waiting).order_by(notices.c.not_before, notices.c.number)
        if look is not None:
            ripe = ripe.where(or_(notices.c.kind != "stage", notices.c.not_before < look))
        resting = select(func.min(letters.c.next_attempt)).where(
            letters.c.state.in_(("waiting", "uncertain"))
        )
        leases = select(func.min(letters.c.lease_until)).where(letters.c.state.in_(IN_HAND))
        found = [self.connection.execute(query).scalar() for query in (ripe.limit(1), resting, leases)]
        return min((moment for moment in found if moment is not None), default=None)

    def letter_content(self, number: int) -> bytes | None:
        """A letter's bytes; None where there is no such letter or its bytes are not kept."""
        kept = self.connection.execute(select(letters.c.content).where(letters.c.number == number)).scalar()
        return None if kept is None else unpack(kept)

    def forget(self, before: datetime) -> int:
        """Erase the bytes of letters accepted before that moment; returns how many."""
        old: ColumnElement[bool] = and_(
            is_accepted, letters.c.accepted_at < before, letters.c.content.is_not(None)
        )
        return self.connection.execute(update(letters).where(old).values(content=null())).rowcount


def _claimed_by(holder: str) -> ColumnElement[bool]:
    return and_(letters.c.holder == holder, letters.c.state == "claimed")
