"""A week in the life of one daemon: the clock goes from moment to moment, and people give commands beside it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from monitor.store import Ledger
from rules.workdays import Workdays
from tests.daemon.installation import Daemon, Installation, until
from tests.daemon.post import Post, read
from tests.daemon.sink import Sink
from tests.daemon.turned import HERE, ZONE, WallClock, local

A_MOMENT_BEFORE = timedelta(seconds=0.4)
DIGESTED = ("lan", "ngoc")
FIRST, LAST = "2016-06-24", "2016-07-01"
AWAY_FROM, AWAY_UNTIL = local("2016-06-28T18:00"), local("2016-06-30T00:30")


class Spoken(NamedTuple):
    """One stage notice, without its moment."""

    officer: str
    stage: str
    case: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One letter as ``plan --json`` foretells it."""

    at: datetime
    officer: str
    letter: str
    subject: str
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """One letter as the mail server got it; ``officer`` and ``spoken`` are what the outbox wrote down for it."""

    at: datetime
    post: Post
    officer: str
    letter: str
    spoken: tuple[tuple[Spoken, int], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """What was foretold, and what happened."""

    plan: tuple[Planned, ...]
    plan_after_the_commands: tuple[Planned, ...]
    commands_over: datetime
    planned_post: tuple[Post, ...]
    arrived: tuple[Arrived, ...]
    exit_codes: tuple[int, ...]
    outbox: Sequence[tuple[str, str]]
    log: str


class Life:
    """The clock's hands, the daemon and the server in one pair of hands."""

    def __init__(self, office: Installation, clock: WallClock, sink: Sink, workdays: Workdays) -> None:
        self._office = office
        self._clock = clock
        self._sink = sink
        self._workdays = workdays

    def settles(self) -> None:
        """Wait until everything that is due has been decided and, unless the server is away, sent."""
        with self._office.store() as store:

            def is_settled() -> bool:
                with store.reading() as ledger:
                    return self._has_decided(ledger) and self._has_carried(ledger)

            until(is_settled, f"all that is due at {self._clock.now().astimezone(ZONE)} is decided and sent")

    def reaches(self, *moments: str) -> None:
        """Go to each moment: the clock jumps to just before it, a commit wakes the daemon, and time goes on.

        Nothing is due at midnight, so no alarm rings then: a second later the commit shows the daemon its new day,
        which it would find by itself within fifteen.
        """
        for moment in map(local, moments):
            self._clock.turn(moment - A_MOMENT_BEFORE)
            self._office.wake()
            until(partial(self._has_come, moment), "time goes on")
            self.settles()

    def tries_in_vain(self, daemon: Daemon, *moments: str) -> None:
        """The same while the server is away: at each moment the daemon tries once more."""
        for moment in moments:
            tried = _tries(daemon)
            self.reaches(moment)
            until(partial(_has_tried_again, daemon, tried), f"another try at {moment}")
            self.settles()

    def _has_come(self, moment: datetime) -> bool:
        return self._clock.now() >= moment

    def _has_decided(self, ledger: Ledger) -> bool:
        now = self._clock.now().astimezone(ZONE)
        look = ledger.earliest_look()
        wants_digest = self._workdays.includes(now.date()) and (now.hour, now.minute) >= (7, 30)
        return (
            ledger.mark("loaded-day") == now.date().isoformat()
            and (look is None or look > now)
            and (not wants_digest or all(ledger.digest_drawn(officer, now.date()) for officer in DIGESTED))
        )

    def _has_carried(self, ledger: Ledger) -> bool:
        counts = ledger.outbox_counts()
        if counts.get("claimed", 0) + counts.get("handed-over", 0):
            return False
        attempt = ledger.next_attempt()
        return self._sink.is_away or attempt is None or attempt > self._clock.now()


def lived(office: Installation, clock: WallClock, sink: Sink, workdays: Workdays) -> Week:
    """The whole week, from its plan to what arrived."""
    life = Life(office, clock, sink, workdays)
    plan = _plan(office, "--fresh", "--from", FIRST, "--until", LAST, "--letters", "planned")
    clock.turn(local("2016-06-24T00:00:05"))
    with office.daemon() as daemon:
        _until_monday(office, life, daemon)
        codes, log = [daemon.stopped()], daemon.said
    clock.turn(local("2016-06-28T06:00"))
    with office.daemon() as daemon:
        daemon.waits_until_said("watching")
        life.reaches("2016-06-28T07:30", "2016-06-28T08:00", "2016-06-28T10:00")
        health, letter = "nq-23-2016/connect@bo-y-te", "Công văn 99/VPCP"
        office.done("extend", health, "--to", "2016-07-15", "--authority", letter, "--reason", "thiếu vốn")
        life.settles()
        over, after = clock.now(), _plan(office, "--until", LAST)
        _until_friday(life, daemon, sink)
        codes, log = [*codes, daemon.stopped()], log + daemon.said
    rows = [(str(row["state"]), str(row["letter"])) for row in office.rows("outbox", "--state", "all")]
    planned_post = tuple(read(path.read_bytes()) for path in sorted((office.folder / "planned").iterdir()))
    return Week(plan, after, over, planned_post, tuple(_arrivals(office, sink)), tuple(codes), rows, log)


def _until_monday(office: Installation, life: Life, daemon: Daemon) -> None:
    """From the first start to three commands on Monday morning."""
    daemon.waits_until_said("watching")
    life.settles()
    life.reaches("2016-06-24T07:30", "2016-06-24T08:00", "2016-06-25T00:00:01", "2016-06-26T00:00:01")
    life.reaches("2016-06-27T00:00:01", "2016-06-27T07:30", "2016-06-27T08:00", "2016-06-27T10:00")
    friday, soon = "nq-23-2016/friday@bo-noi-vu", "nq-23-2016/soon@bo-tt-tt"
    office.done("close", friday, "--evidence", "Báo cáo 12/BC-BNV", "--on", "2016-06-27", "--as", "binh")
    office.done("snooze", soon, "--until", "2016-06-30", "--reason", "chờ ý kiến", "--as", "lan")
    office.done("ack", "nq-23-2016/connect@bo-tt-tt", "--until", "2016-06-30", "--as", "lan")
    life.settles()


def _until_friday(life: Life, daemon: Daemon, sink: Sink) -> None:
    """The day without a server, and the two days after it."""
    life.reaches("2016-06-28T18:00")
    sink.away()
    life.reaches("2016-06-29T00:00:01")
    life.tries_in_vain(daemon, "2016-06-29T07:30", "2016-06-29T08:00", "2016-06-29T12:00", "2016-06-29T23:00")
    life.reaches("2016-06-30T00:30")
    sink.back()
    life.reaches("2016-06-30T01:45", "2016-06-30T07:30", "2016-06-30T08:00")
    life.reaches("2016-07-01T00:00:01", "2016-07-01T07:30", "2016-07-01T08:00", "2016-07-01T08:05")


def furnished(office: Installation, config: str) -> None:
    """The catalogue and the directory of the week."""
    shutil.copytree(HERE / "week", office.folder, dirs_exist_ok=True)
    office.write("config.toml", config)


def _tries(daemon: Daemon) -> int:
    return sum(event["message"] == "letter deferred" for event in daemon.events())


def _has_tried_again(daemon: Daemon, tried: int) -> bool:
    return _tries(daemon) > tried


def _plan(office: Installation, *words: str) -> tuple[Planned, ...]:
    lines = office.done("plan", *words, "--json").splitlines()
    return tuple(
        Planned(
            at=datetime.fromisoformat(letter["at"]),
            officer=letter["officer"],
            letter=letter["letter"],
            subject=letter["subject"],
            spoken=tuple(
                Spoken(letter["officer"], stage, case)
                for stage, case in zip(letter["stages"], letter["cases"], strict=False)
            ),
        )
        for letter in map(json.loads, lines)
    )


def _arrivals(office: Installation, sink: Sink) -> Iterable[Arrived]:
    """What arrived, with what the outbox says stood in it."""
    with closing(sqlite3.connect(office.folder / "duewatch.db")) as database:
        for arrival in sink.arrivals:
            post = read(arrival.letter.content)
            assert arrival.letter.rcpt == post.recipient
            rows = database.execute(
                "SELECT l.officer, l.kind, n.stage, n.case_key, n.occurrence"
                " FROM letters l JOIN notices n ON n.letter = l.number"
                " WHERE l.message_id = ? AND l.state = 'accepted'",
                (post.message_id,),
            ).fetchall()
            assert rows, f"the outbox knows no accepted letter {post.message_id}"
            officer, letter = rows[0][0], rows[0][1]
            spoken = tuple(
                (Spoken(officer, stage, case), occurrence) for _, _, stage, case, occurrence in rows if stage
            )
            yield Arrived(arrival.at, post, officer, letter, spoken)
