"""Digests: when one is drawn, and what it holds when it is formed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from monitor.house import House
from monitor.news import News
from monitor.scopes import Scope, scopes_of
from monitor.store import CaseFilter, Ledger, Store
from rules.digest import HORIZON_WORKING_DAYS, Changed, Counts, Digest, worst_first
from rules.library import Directory
from rules.model import CLOCK, COUNTED_KINDS, Case
from rules.moments import moment_of
from rules.notices import digest_notice
from rules.people import Officer
from rules.plain_facts import DigestDrawn
from rules.setting import Setting

LISTED = 50
LISTED_FOR_ALL = 100  # whoever sees everything reads a collective as one entry; more would not fit 100 kB
ENDING_WORKING_DAYS = 2


def draw_digests(store: Store, house: House, moment: datetime) -> int:
    """Draw the digests whose hour has come today; an officer's empty one is noted and not sent."""
    today = house.setting.legal_day(moment)
    if moment < digest_moment(house, today) or not is_digest_day(house, today):
        return 0
    officers = [officer for officer in house.setting.directory.officers.values() if officer.digest]
    with store.reading() as ledger:
        waiting = [officer for officer in officers if not ledger.digest_drawn(officer.id, today)]
    if not waiting:
        return 0
    with store.writing(alone=True) as ledger:
        scopes, news = scopes_of(house.setting, today), News(ledger)
        return sum(_draw(news, house, officer, scopes[officer.id], moment) for officer in waiting)


def digest_moment(house: House, day: date) -> datetime:
    """The digest's hour on a local day."""
    return moment_of(day, house.config.digest.at, house.setting.zone)


def is_digest_day(house: House, day: date) -> bool:
    """Working days, every day, or the first working day of the ISO week (``digest.days``)."""
    workdays = house.setting.workdays
    match house.config.digest.days:
        case "daily":
            return True
        case "working":
            return workdays.includes(day)
        case "weekly":
            monday = day - timedelta(days=day.weekday())
            return day == workdays.on_or_after(monday)


def next_digests(house: House, moment: datetime) -> datetime:
    """The next digest hour after ``moment``; whether anything is due then is decided there and then."""
    day = house.setting.legal_day(moment)
    while digest_moment(house, day) <= moment or not is_digest_day(house, day):
        day += timedelta(days=1)
    return digest_moment(house, day)


def _draw(news: News, house: House, officer: Officer, scope: Scope, moment: datetime) -> int:
    ledger = news.ledger
    today = house.setting.legal_day(moment)
    if ledger.digest_drawn(officer.id, today):
        return 0
    quiet = outline(news, house, officer.id, scope, moment).is_quiet
    if quiet and not _says_nothing_to_report(ledger, house, officer, today):
        ledger.write_digest(officer.id, today, None, True, moment)
        return 0
    number = ledger.draw_number(f"digest|{officer.id}")
    ledger.write_digest(officer.id, today, number, quiet, moment)
    drawn = DigestDrawn(None, today, officer.id, number, quiet, seal_of(ledger, today))
    ledger.write_fact(drawn, moment, CLOCK)
    ledger.post([digest_notice(officer.id, today, number, moment)])
    return 1


def _says_nothing_to_report(ledger: Ledger, house: House, officer: Officer, today: date) -> bool:
    """``quiet``: daily, never, or on the last digest day of an ISO week without any digest."""
    match house.config.digest.quiet:
        case "daily":
            return True
        case "never":
            return False
        case "weekly":
            sunday = today + timedelta(days=6 - today.weekday())
            later = (today + timedelta(days=n) for n in range(1, (sunday - today).days + 1))
            if any(is_digest_day(house, day) for day in later):
                return False
            monday = today - timedelta(days=today.weekday())
            last = ledger.last_digest(officer.id, sent_only=True)
            return last is None or last[0] < monday


@dataclass(frozen=True, slots=True)
class Outline:
    """What a digest is about, before its cases are read: the whole counts, the changes, what ends soon."""

    reach: CaseFilter
    counts: Counts
    changed: tuple[Changed, ...]
    ending: tuple[Case, ...]

    @property
    def is_quiet(self) -> bool:
        counts = self.counts
        return not (
            counts.overdue or counts.due_soon or counts.unconfirmed or counts.changed or counts.ending
        )


def outline(news: News, house: House, officer: str, scope: Scope, moment: datetime) -> Outline:
    """What the officer's digest would be about at ``moment``."""
    ledger = news.ledger
    setting = house.setting
    today = setting.legal_day(moment)
    horizon = setting.workdays.shift(today, HORIZON_WORKING_DAYS)
    reach = replace(scope.filter(today, news.assignees(), setting.directory), kinds=COUNTED_KINDS)
    found = ledger.reach(reach, horizon)
    changed = _changed(news, officer, scope, today, setting.directory)
    ends = ledger.find(replace(reach, ends_by=horizon))
    ending = worst_first(case for case in ends if _ends_soon(case, moment, setting))
    counts = Counts(found.open, found.overdue, found.due_soon, found.unconfirmed, len(changed), len(ending))
    return Outline(reach, counts, changed, ending)


def gather(news: News, house: House, officer: str, scope: Scope, moment: datetime, number: int) -> Digest:
    """What the officer's digest holds at ``moment``: at most LISTED cases a section, and whole counts."""
    ledger = news.ledger
    about = outline(news, house, officer, scope, moment)
    horizon = house.setting.workdays.shift(about.reach.today, HORIZON_WORKING_DAYS)
    most = LISTED if scope.agencies is not None else LISTED_FOR_ALL
    listed = replace(about.reach, limit=most)
    overdue = replace(listed, status="open-late", unconfirmed=False)
    soon = replace(listed, status="open-in-time", due_before=horizon + timedelta(days=1))
    unconfirmed = replace(listed, status="open-late", unconfirmed=True)
    counts = about.counts
    return Digest(
        officer=officer,
        day=about.reach.today,
        number=number,
        overdue=worst_first(ledger.find(overdue)) if counts.overdue else (),
        due_soon=worst_first(ledger.find(soon)) if counts.due_soon else (),
        changed=about.changed[:most],
        ending=about.ending[:most],
        unconfirmed=worst_first(ledger.find(unconfirmed)) if counts.unconfirmed else (),
        counts=counts,
        seal=seal_of(ledger, about.reach.today),
    )


def seal_of(ledger: Ledger, day: date) -> str:
    """The journal's seal as a digest of that day tells it; empty where nothing was sealed yet."""
    seal = ledger.last_seal(day)
    return seal.hash if seal is not None else ""


def _changed(
    news: News, officer: str, scope: Scope, today: date, directory: Directory
) -> tuple[Changed, ...]:
    """The latest change of each case since the officer's last digest; the register letter tells of openings."""
    last = news.ledger.last_digest(officer, before=today)
    if last is None:
        return ()
    return scope.of_hers(news.since(last[1]), directory)


def _ends_soon(case: Case, moment: datetime, setting: Setting) -> bool:
    horizon = setting.workdays.shift(setting.legal_day(moment), ENDING_WORKING_DAYS)
    snooze = case.snooze is not None and moment < case.snooze.ends and case.snooze.until <= horizon
    return snooze or any(not promise.broken and promise.until <= horizon for promise in case.promises)
