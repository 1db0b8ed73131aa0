"""A person's leave for one load: bound to the rule files that were looked at, and gone with the next load."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from monitor.store import Ledger
from rules.model import CLOCK, Actor
from rules.plain_facts import LoadAccepted, LoadLetHappen

MARK = "load-accepted"


@dataclass(frozen=True, slots=True)
class Permission:
    """Who lets what happen; ``digest``: with which files; ``at``: an ISO moment."""

    digest: str
    by: str
    login: str
    at: str
    moved: int
    lost: int

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)

    @property
    def deed(self) -> str:
        """What it lets a load do, in words."""
        return what_happens(self.moved, self.lost)


def what_happens(moved: int, lost: int) -> str:
    """ "move 3 open deadlines and lose 1 case"."""
    parts = [(moved, "move", "open deadline"), (lost, "lose", "case")]
    return " and ".join(f"{word} {count} {noun}{'s' * (count != 1)}" for count, word, noun in parts if count)


def standing(ledger: Ledger) -> Permission | None:
    """The permission that no load has used or overtaken yet, whatever files it is for."""
    written = ledger.mark(MARK)
    try:
        return Permission(**json.loads(written)) if written is not None else None
    except (ValueError, TypeError):
        return None  # a word from before permissions named their files


def standing_for(ledger: Ledger, digest: str) -> Permission | None:
    """The permission for these very files."""
    found = standing(ledger)
    return found if found is not None and found.digest == digest else None


def give(
    ledger: Ledger, digest: str, moved: int, lost: int, moment: datetime, today: date, actor: Actor
) -> None:
    """Let a load of these files do this, and journal who says so; an earlier permission is replaced."""
    ledger.write_fact(LoadAccepted(None, today, digest, moved, lost), moment, actor)
    _set(ledger, Permission(digest, actor.name, actor.login, moment.isoformat(), moved, lost))


def suppose(ledger: Ledger, digest: str, moment: datetime) -> None:
    """A forecast shows what would be if somebody let it happen."""
    _set(ledger, Permission(digest, CLOCK.name, CLOCK.login, moment.isoformat(), 0, 0))


def _set(ledger: Ledger, permission: Permission) -> None:
    ledger.set_mark(MARK, json.dumps(asdict(permission)), permission.moment)


def use(ledger: Ledger, permission: Permission, moved: int, lost: int, moment: datetime, today: date) -> None:
    """A load does what was let happen: the journal says on whose word."""
    fact = LoadLetHappen(None, today, permission.digest, permission.by, permission.moment, moved, lost)
    ledger.write_fact(fact, moment, CLOCK)


def forget(ledger: Ledger) -> None:
    """Whatever was let happen has happened, or is overtaken."""
    ledger.set_mark(MARK, None)
