"""The same core on a clock that jumps: every letter that would go out, in a scratch store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from monitor import permission
from monitor.claim import Claim, Ready
from monitor.digests import digest_moment, is_digest_day
from monitor.forming import cases_of, form, letter_of, recipient_of, write_surely
from monitor.house import House
from monitor.store import Store
from monitor.watch import tick
from notifiers.base import Accepted
from notifiers.folder import write_letter
from rules.moments import moment_of
from rules.notices import LetterKind

HOLDER = "plan"
DAY = timedelta(days=1)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    """One letter of the forecast, meant for ``officer`` and read by ``reader``.

    ``stages`` and ``cases`` have the same length and order for stage and bundle.
    """

    at: datetime
    to: str
    officer: str
    letter: LetterKind
    stages: tuple[str, ...]
    cases: tuple[str, ...]
    subject: str
    reader: str
    file: Path | None = None


def forecast(
    house: House, store: Store | None, first: date | None, until: date, letters: Path | None = None
) -> Iterator[PlannedLetter]:
    """Letters in order of time, from 00:00 of ``first`` to the end of ``until``.

    ``store`` is a scratch copy of the present journal, None an empty one; the catalogue is loaded as it stands.
    """
    scratch = store if store is not None else Store.scratch()
    now = _start(scratch, house, first)
    end = moment_of(until + DAY, time(0), house.setting.zone)
    with scratch.writing() as ledger:
        permission.suppose(ledger, house.digest, now)
        ledger.rescue(now, True)
    while now < end:
        tick(scratch, house, now)
        yield from _delivered(scratch, house, now, letters)
        now = _next(scratch, house, now)


def _start(store: Store, house: House, first: date | None) -> datetime:
    with store.reading() as ledger:
        last = ledger.last_recorded()
    if first is None:
        if last is None:
            raise ValueError("an empty journal has no present day: say --from DAY")
        return last
    start = moment_of(first, time(0), house.setting.zone)
    return max(start, last) if last is not None else start


def _delivered(store: Store, house: House, now: datetime, letters: Path | None) -> Iterator[PlannedLetter]:
    while True:
        with store.writing() as ledger:
            claims = form(ledger, house, now, HOLDER, AT_ONCE)
            sent: list[tuple[Claim, str, Ready]] = []
            for claim in claims:
                recipient = recipient_of(claim, house, now)
                if recipient is None:
                    ledger.hold(claim.number, "nobody in the directory can receive it")
                    continue
                ready = claim.ready or write_surely(claim, recipient, house, now)
                ledger.hand_over(claim.number, HOLDER, now, ready)
                ledger.settle(claim.number, HOLDER, Accepted("planned"), now, None)
                sent.append((claim, recipient.id, ready))
        for claim, reader, ready in sent:
            yield _planned(claim, reader, ready, now, letters)
        if not claims:
            return


def _planned(claim: Claim, reader: str, ready: Ready, now: datetime, letters: Path | None) -> PlannedLetter:
    file = write_letter(letters, letter_of(claim.number, ready)) if letters is not None else None
    staged = claim.kind in {"stage", "bundle"}
    entries = [entry for entry in claim.entries if entry.case is not None]
    return PlannedLetter(
        at=now,
        to=ready.recipient,
        officer=claim.officer,
        letter=claim.kind,
        stages=tuple(entry.notice.stage or "" for entry in entries) if staged else (),
        cases=tuple(entry.notice.case or "" for entry in entries) if staged else cases_of(claim),
        subject=ready.subject,
        reader=reader,
        file=file,
    )


def _next(store: Store, house: House, now: datetime) -> datetime:
    """The next moment at which anything can happen: a stage, a letter that waits, a new day, a digest."""
    today = house.setting.legal_day(now)
    tomorrow = moment_of(today + DAY, time(0), house.setting.zone)
    moments = [tomorrow]
    digest = digest_moment(house, today)
    if digest > now and is_digest_day(house, today):
        moments.append(digest)
    with store.reading() as ledger:
        moments += [
            moment for moment in (ledger.earliest_look(), ledger.next_attempt()) if moment is not None
        ]
    ahead = [moment for moment in moments if moment > now]
    return min(ahead)
