"""The outbox as people and commands see it: notices that wait, letters that stand, and how to move them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, or_, select, update

from monitor.store import codec
from monitor.store.faults import Unmovable
from monitor.store.rows import Rows
from monitor.store.tables import is_alone, is_waiting, letters, notices
from rules.notices import Notice

IN_HAND = ("claimed", "handed-over")
RESTING = ("waiting", "uncertain", "held", "refused")


def gathering_of(notice: Notice) -> str:
    """What goes into one letter with it, for one officer: stages together, others by their group, the rest alone."""
    match notice.kind:
        case "stage":
            return "stage"
        case "register" | "change" | "closing":
            return notice.group or notice.key
        case "digest" | "failure":
            return notice.key
        case _:
            assert_never(notice.kind)


def notice_row(notice: Notice) -> dict[str, object]:
    """The notice as a row that waits until its moment."""
    return {
        "key": notice.key,
        "kind": notice.kind,
        "officer": notice.officer,
        "case_key": notice.case,
        "round": notice.round,
        "stage": notice.stage,
        "occurrence": notice.occurrence,
        "moment": notice.moment,
        "not_before": notice.moment,
        "gathering": gathering_of(notice),
        "state": "waiting",
        "letter": None,
        "reason": None,
        "snoozed": notice.snoozed,
        "body": codec.dumps(codec.NOTICE.encode(notice)),
    }


class Outbox(Rows):
    """Notices posted and put off; rows retried and dropped."""

    def post(self, posted: Sequence[Notice]) -> None:
        """Let notices wait for the courier; raises IntegrityError for a key that was ever posted before."""
        if posted:
            self.connection.execute(insert(notices), [notice_row(notice) for notice in posted])

    def defer_notices(self, case_key: str, stages: Sequence[str], until: datetime) -> None:
        """Put off the stage notices of a case that have not been handed over; letters not yet sent lose them."""
        of_stages = and_(
            notices.c.case_key == case_key, notices.c.kind == "stage", notices.c.stage.in_(stages)
        )
        self._return_to_waiting(of_stages)
        self.connection.execute(
            update(notices).where(of_stages, is_waiting).values(not_before=until, snoozed=True)
        )

    def release_notices(self, case_key: str, moment: datetime) -> None:
        """Let notices that a snooze put off go at ``moment``."""
        self.connection.execute(
            update(notices)
            .where(
                notices.c.case_key == case_key, is_waiting, notices.c.snoozed, notices.c.not_before > moment
            )
            .values(not_before=moment)
        )

    def _return_to_waiting(self, chosen: ColumnElement[bool]) -> None:
        """Take notices out of letters that nobody has seen; they come back under a new number.

        The old number is the letter's, if the notice was its first: two rows of the outbox never share one.
        """
        unseen = and_(letters.c.state.in_(("waiting", "claimed")), ~letters.c.was_uncertain)
        wanted = (
            select(notices).join(letters, notices.c.letter == letters.c.number).with_for_update(of=letters)
        )
        found = (
            self.connection.execute(wanted.where(chosen, notices.c.state == "lettered", unseen))
            .mappings()
            .all()
        )
        if not found:
            return
        self.connection.execute(delete(notices).where(notices.c.number.in_([row["number"] for row in found])))
        back = [{**row, "state": "waiting", "letter": None} for row in found]
        for row in back:
            del row["number"]
        self.connection.execute(insert(notices), back)
        for number in sorted({row["letter"] for row in found}):
            left = select(func.count()).where(notices.c.letter == number, notices.c.state == "lettered")
            emptied = self.connection.execute(left).scalar_one() == 0
            values = (
                {"state": "superseded", "reason": "its notices wait again"}
                if emptied
                else {"state": "waiting"}
            )
            self.connection.execute(
                update(letters)
                .where(letters.c.number == number)
                .values(**values, holder=None, lease_until=None)
            )

    def retry(self, numbers: Sequence[int]) -> None:
        """Let held or refused rows be tried again at once; all or none, raises Unmovable with the reason."""
        for number in numbers:
            state = self._state_to_move(number, "retried")
            if state == "waiting notice":
                raise Unmovable(f"{number} waits for its moment; nothing to retry")
            if state == "held notice":
                self.connection.execute(
                    update(notices).where(notices.c.number == number).values(state="waiting", reason=None)
                )
                continue
            again = select(letters.c.formed).where(letters.c.number == number).scalar_subquery()
            self.connection.execute(
                update(letters)
                .where(letters.c.number == number)
                .values(state=rest_state(), next_attempt=again, reason=None, failures=0)
            )

    def drop(self, numbers: Sequence[int], reason: str) -> None:
        """Give rows up for good, a letter with its notices; all or none, raises Unmovable with the reason."""
        for number in numbers:
            state = self._state_to_move(number, "dropped")
            if not state.endswith("notice"):
                self.connection.execute(
                    update(letters)
                    .where(letters.c.number == number)
                    .values(state="dropped", reason=reason, next_attempt=None)
                )
            mine = and_(notices.c.number == number, is_alone)
            inside = and_(notices.c.letter == number, notices.c.state == "lettered")
            self.connection.execute(
                update(notices).where(or_(mine, inside)).values(state="dropped", reason=reason)
            )

    def _state_to_move(self, number: int, done: str) -> str:
        state = self.connection.execute(select(letters.c.state).where(letters.c.number == number)).scalar()
        if state is None:
            alone = select(notices.c.state).where(notices.c.number == number, is_alone)
            state = self.connection.execute(alone).scalar()
            if state in {"waiting", "held"}:
                return f"{state} notice"
        if state is None:
            raise Unmovable(
                f"there is no row {number} in the outbox; `duewatch outbox --state all` shows them"
            )
        if state in IN_HAND:
            raise Unmovable(f"{number} is being sent at this moment; try again when it is over")
        if state not in RESTING:
            raise Unmovable(f"{number} is {state} already and cannot be {done}")
        return str(state)


def rest_state() -> ColumnElement[str]:
    """Where a letter rests: "uncertain" while its bytes, perhaps delivered, must go again exactly so."""
    sure = or_(~letters.c.was_uncertain, letters.c.content.is_(None))
    return case((sure, "waiting"), else_="uncertain")
