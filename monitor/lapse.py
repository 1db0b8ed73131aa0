"""A lapse: the time between an older state that was put back and the present, lived through once more without a letter.

What fell due in it is decided at its moments, as the daemon must have done, and journalled as written now. Nobody
knows which letters went out, except where the state that was replaced can still be read: what that one saw arrive is
taken over, and the rest is held until a person retries or drops it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor import permission
from monitor.digests import digest_moment, is_digest_day
from monitor.house import House
from monitor.load import LOADED, load_into
from monitor.store import Ledger, Recorded
from monitor.store.lapse import Drawn, Fate, Unfinished
from monitor.watch import BATCH, look
from rules.decide import decide
from rules.effect import effect
from rules.model import CLOCK, Actor, Case
from rules.notices import digest_notice
from rules.plain_facts import DigestDrawn, LettersForgotten, Restored

DAY = timedelta(days=1)
PERHAPS = ("handed-over", "uncertain")


class LoadRefusedError(Exception):
    """The rule files do not fit the older state, and nobody has said that they may change it."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """After ``since``, up to ``until``; ``lost``: what persons and other systems did since, as far as it is known.

    ``followed``: the replaced state is what the older one became, so it knows each letter of the lapse.
    """

    since: datetime
    until: datetime
    followed: bool = False
    lost: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class Relived:
    """What a lapse left: letters known to have arrived (``beyond``: of what is lost), and rows that are held."""

    arrived: int
    beyond: int
    held: int


def lapse_of(ledger: Ledger, replaced: Ledger | None, now: datetime) -> Lapse:
    """From the older state's last sign to now, or to the last sign of what it became."""
    since = min(ledger.last_sign() or now, now)
    if replaced is None:
        return Lapse(since, now)
    shared = replaced.shares_with(ledger)
    sign = replaced.last_sign()
    followed = (
        shared == ledger.last_number()
        and sign is not None
        and now - sign
        < 2 * DAY  # a daemon seals each day: an older one may be another copy, put there by hand
        and not replaced.was_restored_after(shared)
    )
    sign = sign if followed else None
    until = min(max(sign, since), now) if sign is not None else now
    return Lapse(since, until, followed, replaced.facts_beyond(shared))


def relive(
    ledger: Ledger,
    replaced: Ledger | None,
    lapse: Lapse,
    house: House,
    now: datetime,
    actor: Actor,
    *,
    accept: bool,
    backup: str = "",
    kept: str = "",
) -> Relived:
    """Journal the restore, decide what fell due in the lapse, and hold what may have been sent.

    ``accept``: the rule files may move open deadlines. Raises LoadRefusedError where they would and may not.
    """
    today = house.setting.legal_day(now)
    ledger.write_fact(Restored(None, today, lapse.since, lapse.until, backup, kept), now, actor)
    _decide(ledger, house, lapse, now)
    for drawn in _digests(replaced if lapse.followed else None, house, lapse):
        _draw(ledger, drawn, now)
    changed = _load(ledger, replaced if lapse.followed else None, house, now, accept)
    return _settle(ledger, replaced, lapse, house, now, changed)


def _decide(ledger: Ledger, house: House, lapse: Lapse, now: datetime) -> None:
    """Look at every case whose moment came in the lapse, moment by moment."""
    last = lapse.since - DAY
    while (due := ledger.earliest_look()) is not None:
        moment = max(due, lapse.since)
        if moment > lapse.until or moment <= last:
            return
        last = moment
        while True:
            seen = look(ledger, house, moment, now)
            if seen.read < BATCH and not seen.faults:
                break


def _digests(replaced: Ledger | None, house: House, lapse: Lapse) -> Iterator[Drawn]:
    """Those that were drawn; where nobody knows, one for each officer and day, so that no number is used twice."""
    if replaced is not None:
        yield from replaced.digests_after(lapse.since)
        return
    day = house.setting.legal_day(lapse.since)
    while day <= house.setting.legal_day(lapse.until):
        at = digest_moment(house, day)
        if at <= lapse.until and is_digest_day(house, day):
            for officer in house.setting.directory.officers.values():
                if officer.digest:
                    yield Drawn(officer.id, day, 0, False, at)
        day += DAY


def _draw(ledger: Ledger, drawn: Drawn, now: datetime) -> None:
    officer, day = drawn.officer, drawn.day
    if ledger.digest_drawn(officer, day):
        return
    number = None if drawn.number is None else ledger.draw_number(f"digest|{officer}")
    ledger.write_digest(officer, day, number, drawn.quiet, drawn.recorded)
    if number is not None:
        ledger.write_fact(DigestDrawn(None, day, officer, number, drawn.quiet), now, CLOCK)
        ledger.post([digest_notice(officer, day, number, drawn.recorded)])


def _load(
    ledger: Ledger, replaced: Ledger | None, house: House, now: datetime, accept: bool
) -> frozenset[str]:
    """Bring the catalogue in; the cases that it changed. What it opens speaks now: it may have spoken in the lapse."""
    permission.forget(ledger)  # what somebody allowed then was used in the lapse, or is forgotten
    known = replaced is not None and replaced.mark(LOADED) == house.digest
    loaded = load_into(ledger, house, now, accepted=accept or known)
    if loaded.refused is not None:
        raise LoadRefusedError(loaded.refused)
    opened = ledger.cases([case.key for case in loaded.opened])
    spoke = _last_speaking(house, now)
    spoken = [(case, decide(case, spoke, house.setting).facts) for case in opened]
    ledger.record(
        [effect(case, facts, (), now, house.setting) for case, facts in spoken if facts], now, CLOCK
    )
    changed: list[Case] = [*opened, *loaded.vanished, *(change.case for change in loaded.moved)]
    return frozenset(case.key for case in changed)


def _last_speaking(house: House, now: datetime) -> datetime:
    """The last moment at which a stage could have spoken."""
    setting = house.setting
    today = setting.legal_day(now)
    if setting.next_speaking(now) == now:
        return now
    if now < setting.speaks(today):
        today -= DAY
    return setting.speaks(setting.workdays.on_or_before(today))


def _settle(
    ledger: Ledger,
    replaced: Ledger | None,
    lapse: Lapse,
    house: House,
    now: datetime,
    changed: Collection[str],
) -> Relived:
    fates: Mapping[str, Fate] = {}
    arrived: set[int] = set()
    if replaced is not None:
        fates = replaced.fates(each.key for each in ledger.unfinished())
        arrived = {
            fate.letter for fate in fates.values() if fate.state == "accepted" and fate.letter is not None
        }
        bare = sum(not ledger.adopt(replaced, number) for number in sorted(arrived))
        _note_forgotten(ledger, replaced, bare, house, now)
    held: dict[tuple[str, bool], set[int]] = defaultdict(set)
    for each in ledger.unfinished():
        if each.is_on_the_way and not _goes_on(each, fates.get(each.key), lapse, changed):
            held[_reason(fates.get(each.key), lapse, house)].add(each.row)
    for reason, perhaps in sorted(held, key=lambda why: not why[1]):
        ledger.hold_back(sorted(held[reason, perhaps]), reason, perhaps_sent=perhaps)
    ledger.end_emptied("its notices went out in other letters")
    beyond = max(replaced.accepted_after(lapse.since) - len(arrived), 0) if replaced is not None else 0
    return Relived(len(arrived), beyond, len(set().union(*held.values())))


def _note_forgotten(ledger: Ledger, replaced: Ledger, bare: int, house: House, now: datetime) -> None:
    """Letters that were taken over without their bytes: the journal says, as the replaced one did, that they were old."""
    if bare == 0:
        return
    told = [entry.fact for entry in replaced.history(facts=[LettersForgotten.__name__])]
    until = max((fact.before for fact in told if isinstance(fact, LettersForgotten)), default=None)
    if until is not None:
        ledger.write_fact(LettersForgotten(None, house.setting.legal_day(now), until, bare), now, CLOCK)


def _goes_on(each: Unfinished, fate: Fate | None, lapse: Lapse, changed: Collection[str]) -> bool:
    """Whether it was certainly not sent, and its moment does not lie in the lapse."""
    if each.case in changed:
        return False
    if each.not_before > lapse.until:
        return True
    waits = fate is not None and fate.state in {"waiting", "claimed"} and each.state == "waiting"
    return lapse.followed and waits and each.not_before <= lapse.since


def _reason(fate: Fate | None, lapse: Lapse, house: House) -> tuple[str, bool]:
    """Why it is held, and whether it may have been sent."""
    since, until = (
        f"{moment.astimezone(house.setting.zone):%Y-%m-%d %H:%M}" for moment in (lapse.since, lapse.until)
    )
    if not lapse.followed or (fate is not None and fate.state in PERHAPS):
        return f"restored: may have been sent between {since} and {until}", True
    known = (
        "the replaced database did not have it"
        if fate is None
        else f"it was {fate.state} in the replaced database"
    )
    return f"restored: not sent between {since} and {until}, {known}", False
