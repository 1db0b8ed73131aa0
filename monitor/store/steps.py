"""The steps of every letter, which many take at once: handed over before it goes, and settled by its receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlalchemy import Update, bindparam, case, func, null, or_, update

from monitor.claim import Ready
from monitor.packing import pack
from monitor.store.columns import Moment
from monitor.store.faults import Torn
from monitor.store.outbox import IN_HAND, Outbox, rest_state
from monitor.store.tables import letters
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain

_hand_over = (
    update(letters)
    .where(
        letters.c.number == bindparam("at"),
        letters.c.holder == bindparam("by"),
        letters.c.state == "claimed",
        letters.c.lease_until > bindparam("now"),
    )
    .values(
        state="handed-over",
        attempts=letters.c.attempts + 1,
        sender=bindparam("new_sender"),
        recipient=bindparam("new_recipient"),
        message_id=bindparam("new_message_id"),
        subject=bindparam("new_subject"),
        content=bindparam("new_content"),
        lease_until=func.coalesce(bindparam("until", type_=Moment), letters.c.lease_until),
    )
)

# Built once and not for each letter: building one costs as much as executing it.
_answered = (
    update(letters)
    .where(letters.c.number == bindparam("at"), letters.c.holder == bindparam("by"))
    .values(last_answer=bindparam("answer"), lease_until=None)
)
_in_hand = _answered.where(letters.c.state.in_(IN_HAND))
# Two comparisons and no IN: SQLAlchemy writes the text of an IN anew for each letter.
_accepted = _answered.where(or_(letters.c.state == "handed-over", letters.c.state == "uncertain")).values(
    state="accepted", accepted_at=bindparam("now"), next_attempt=None
)
# Bytes that were perhaps delivered are kept, whatever is answered later: they may go again only exactly so.
_resting = _in_hand.values(content=case((letters.c.was_uncertain, letters.c.content), else_=null()))
_deferred = _resting.values(state=rest_state(), next_attempt=bindparam("again"))
_refused = _resting.values(state="refused", next_attempt=None)
_given_up = _resting.values(state="held", next_attempt=None)
_uncertain = _answered.where(letters.c.state == "handed-over").values(
    state=bindparam("rest"), next_attempt=bindparam("again"), was_uncertain=True
)


@dataclass(frozen=True, slots=True)
class HandingOver:
    """A letter's bytes go out next; ``lease_until``: how long it is held from now on, None: as long as before."""

    number: int
    holder: str
    moment: datetime
    ready: Ready
    lease_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a letter; ``next_attempt`` None: one that is not at its end is held."""

    number: int
    holder: str
    receipt: Receipt
    moment: datetime
    next_attempt: datetime | None


class Steps(Outbox):
    """Every step asks whether the holder still holds the letter. Many at once cost hardly more than one."""

    def hand_over(
        self,
        number: int,
        holder: str,
        moment: datetime,
        ready: Ready,
        lease_until: datetime | None = None,
    ) -> bool:
        """Store the bytes that go out next; False where the lease is lost and nothing may be sent."""
        return self.hand_over_each([HandingOver(number, holder, moment, ready, lease_until)])[0]

    def hand_over_each(self, steps: Sequence[HandingOver]) -> Sequence[bool]:
        """The same for several letters; raises Torn where it cannot be said of which of them it is so."""
        return self._each(_hand_over, [_bytes_of(step) for step in steps])

    def settle(
        self, number: int, holder: str, receipt: Receipt, moment: datetime, next_attempt: datetime | None
    ) -> bool:
        """Write what became of it; False where another holder has it by now.

        Bytes that were perhaps delivered are kept whatever is answered later: they may go again only exactly so. An
        acceptance counts even if the lease has run out meanwhile, as long as nobody else has claimed the letter.
        """
        return self.settle_each([Settled(number, holder, receipt, moment, next_attempt)])[0]

    def settle_each(self, steps: Sequence[Settled]) -> Sequence[bool]:
        """The same for several letters; raises Torn where it cannot be said of which of them it is so."""
        rows: dict[Update, dict[int, Mapping[str, object]]] = {}
        for place, step in enumerate(steps):
            statement, values = _settled(step)
            mine = {"at": step.number, "by": step.holder, "answer": step.receipt.answer}
            rows.setdefault(statement, {})[place] = {**mine, **values}
        done = {
            place: took
            for statement, alike in rows.items()
            for place, took in zip(alike, self._each(statement, list(alike.values())), strict=True)
        }
        return [done[place] for place in range(len(steps))]

    def _each(self, statement: Update, rows: Sequence[Mapping[str, object]]) -> Sequence[bool]:
        """Whether the statement found the letter of each row."""
        if not rows:
            return []
        found = self.connection.execute(statement, rows if len(rows) > 1 else rows[0]).rowcount
        if found not in (0, len(rows)):
            raise Torn(f"{found} of {len(rows)} letters were still held")
        return [found > 0] * len(rows)


def _bytes_of(step: HandingOver) -> Mapping[str, object]:
    return {
        "at": step.number,
        "by": step.holder,
        "now": step.moment,
        "new_sender": step.ready.sender,
        "new_recipient": step.ready.recipient,
        "new_message_id": step.ready.message_id,
        "new_subject": step.ready.subject,
        "new_content": step.ready.packed or pack((step.ready.content,)),
        "until": step.lease_until,
    }


def _settled(step: Settled) -> tuple[Update, Mapping[str, object]]:
    """The statement that writes the receipt down, and its own values."""
    match step.receipt:
        case Accepted():
            return _accepted, {"now": step.moment}
        case Refused():
            return _refused, {}
        case Deferred():
            return (_given_up, {}) if step.next_attempt is None else (_deferred, {"again": step.next_attempt})
        case Uncertain():
            return _uncertain, {
                "again": step.next_attempt,
                "rest": "held" if step.next_attempt is None else "uncertain",
            }
        case _:
            assert_never(step.receipt)
