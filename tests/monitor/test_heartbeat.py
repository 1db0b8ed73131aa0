"""The dead man's signal: heard while all is well, silent when it is not, and then a command speaks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import SecretStr

from monitor import heartbeat as module
from monitor.claim import Ready
from monitor.config import BUILTIN, Config, HeartbeatSettings
from monitor.heartbeat import Heartbeat
from monitor.house import House
from monitor.library import load_library
from monitor.scribe import Scribe
from monitor.store import Change, Store, StoreFault
from monitor.vitals import Vitals
from monitor.watch import Tick
from notifiers.base import Accepted
from rules.model import CLOCK
from tests.builders import local
from tests.fakes import TurnedClock
from tests.monitor.store.samples import a_case, a_stage, everything_is_wanted

pytestmark = pytest.mark.asyncio
ADDRESS = "https://hc.example.org/4f2e-secret"
COMMAND = ("/usr/bin/tell", "operator")
HOUR = 3600.0


@dataclass
class Room:
    """A heart that beats on a turned clock; what it reached outside is noted."""

    clock: TurnedClock
    store: Store
    scribe: Scribe
    house: House
    pinged: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    answer: str | None = None
    well: bool = True

    def __post_init__(self) -> None:
        self.vitals = Vitals(self.clock)
        self.revive()

    def revive(self) -> None:
        """The daemon starts again."""
        self.heart = Heartbeat(lambda: self.house, self.scribe, self.vitals, self.clock)

    def furnish(self, settings: HeartbeatSettings) -> None:
        self.house = replace(self.house, config=self.house.config.model_copy(update={"heartbeat": settings}))

    async def lives(self, seconds: float) -> None:
        """Let time pass in steps of 15 seconds, each with a look while all is well."""
        for _ in range(round(seconds / 15)):
            await self.clock.advance(15)
            if self.well:
                self.vitals.passed(0.1, Tick(self.clock.now(), 0, 0, 0, None))
            await self.heart.beat()

    def a_letter_waits(self) -> None:
        """A stage has spoken, and its notice waits."""
        case = a_case()
        with self.store.writing() as ledger:
            ledger.record([Change(case)], self.clock.now(), CLOCK)
            reached, notice = a_stage(case, moment=self.clock.now())
            stored = ledger.case(case.key)
            assert stored is not None
            ledger.record([Change(stored, (reached,), (notice,))], self.clock.now(), CLOCK)

    def it_is_accepted(self) -> None:
        """All that waits goes out."""
        now, until = self.clock.now(), self.clock.now() + timedelta(minutes=15)
        with self.store.writing() as ledger:
            claims = ledger.claim(now, 10, "test", until, everything_is_wanted, now.date())
            assert claims
            for claim in claims:
                ready = Ready("a@example.org", "b@example.org", "<x@y>", "s", b"x")
                assert ledger.hand_over(claim.number, "test", now, ready, until)
                assert ledger.settle(claim.number, "test", Accepted("250 ok"), now, None)


@pytest_asyncio.fixture
async def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Room]:
    store = Store.open(f"sqlite:///{tmp_path / 'duewatch.db'}")
    scribe = Scribe(store)
    house = House.of(Config(), load_library((BUILTIN,), None, "vi"))
    clock = TurnedClock(local("2016-06-21T08:00"))
    made = Room(clock, store, scribe, house)
    made.furnish(HeartbeatSettings(ping=SecretStr(ADDRESS), command=COMMAND))

    def ping(address: str) -> str | None:
        made.pinged.append(address)
        return made.answer

    async def tell(command: tuple[str, ...], sentence: str) -> str | None:
        assert command == COMMAND
        made.told.append(sentence)
        return made.answer

    monkeypatch.setattr(module, "called", ping)
    monkeypatch.setattr(module, "told_by", tell)
    yield made
    await scribe.close()
    store.close()


async def test_it_beats_at_its_pace_while_all_is_well(room: Room) -> None:
    await room.lives(HOUR)
    assert room.pinged == [ADDRESS] * 12
    assert room.told == []
    assert room.vitals.heartbeat is not None


async def test_before_the_first_look_nothing_is_said(room: Room) -> None:
    room.well = False
    await room.lives(300)
    assert room.pinged == []


async def test_without_an_address_and_a_command_nothing_happens(room: Room) -> None:
    room.furnish(HeartbeatSettings())
    room.a_letter_waits()
    await room.lives(2 * HOUR)
    assert (room.pinged, room.told) == ([], [])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda room: room.vitals.failed("watch"),
        lambda room: room.vitals.failed("courier"),
        lambda room: room.vitals.held(),
        lambda room: room.vitals.passed(0.1, Tick(room.clock.now(), 1, 0, 0, None, faults=("a case",))),
    ],
    ids=["a failed look", "a failed courier", "a held clock", "a faulty look"],
)
async def test_after_a_look_that_was_not_clean_it_is_silent(
    room: Room, spoil: Callable[[Room], None]
) -> None:
    room.vitals.passed(0.1, Tick(room.clock.now(), 0, 0, 0, None))
    spoil(room)
    room.well = False
    await room.lives(15)
    assert room.pinged == []


async def test_an_unheard_beat_is_tried_again_and_logged_once(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    room.answer = "the answer was 503"
    await room.lives(60)
    assert len(room.pinged) == 4
    room.answer = None
    await room.lives(60)
    assert len(room.pinged) == 5
    said = [record.getMessage() for record in caplog.records]
    assert said == ["the heartbeat is not heard", "the heartbeat is heard again"]
    assert ADDRESS not in caplog.text


async def test_letters_that_fail_for_an_hour_silence_it_and_a_command_speaks(room: Room) -> None:
    room.a_letter_waits()
    await room.lives(HOUR - 15)
    beats = len(room.pinged)
    assert (beats, room.told) == (12, [])
    await room.lives(45)
    assert room.told == []
    await room.lives(30)
    [sentence] = room.told
    assert "has been accepted since 2016-06-21 08:00, and 1 wait; see `duewatch status`" in sentence
    assert len(room.pinged) == beats
    assert ADDRESS not in sentence


async def test_the_command_speaks_once_an_hour_of_trouble(room: Room) -> None:
    room.a_letter_waits()
    await room.lives(3 * HOUR + 120)
    assert len(room.told) == 3


async def test_a_restart_does_not_make_it_speak_again(room: Room) -> None:
    room.a_letter_waits()
    await room.lives(HOUR + 120)
    room.revive()
    await room.lives(HOUR / 2)
    assert len(room.told) == 1


async def test_a_letter_that_goes_out_ends_the_trouble(room: Room) -> None:
    room.a_letter_waits()
    await room.lives(HOUR + 120)
    room.it_is_accepted()
    beats = len(room.pinged)
    await room.lives(2 * HOUR)
    assert len(room.told) == 1
    assert len(room.pinged) > beats


async def test_a_letter_that_was_accepted_meanwhile_starts_the_hour_anew(room: Room) -> None:
    room.a_letter_waits()
    room.it_is_accepted()
    case = a_case("ha-noi")
    with room.store.writing() as ledger:
        ledger.record([Change(case)], room.clock.now(), CLOCK)
    await room.lives(3 * HOUR)
    assert room.told == []


async def test_what_waited_while_the_daemon_was_down_is_given_a_minute(room: Room) -> None:
    room.a_letter_waits()
    room.clock.jump(timedelta(days=3))
    await room.lives(45)
    assert room.told == []
    room.it_is_accepted()
    await room.lives(HOUR)
    assert room.told == []


async def test_a_daemon_whose_looks_fail_for_an_hour_says_so_without_the_store(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_kwargs: object) -> None:
        raise StoreFault("the database is locked")

    monkeypatch.setattr(room.store, "reading", gone)
    monkeypatch.setattr(room.store, "writing", gone)
    room.well = False
    await room.lives(HOUR - 30)
    assert room.told == []
    await room.lives(120)
    assert len(room.told) == 1
    assert "no look of the daemon" in room.told[0]
    await room.lives(HOUR)
    assert len(room.told) == 2


async def test_a_command_that_fails_is_logged(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.answer = "/usr/bin/tell ended with 1"
    room.a_letter_waits()
    await room.lives(HOUR + 120)
    assert "the heartbeat's command failed" in [record.getMessage() for record in caplog.records]


async def test_it_beats_by_itself(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = asyncio.Event()

    def ping(_address: str) -> None:
        loop.call_soon_threadsafe(heard.set)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(module, "called", ping)
    room.vitals.passed(0.1, Tick(room.clock.now(), 0, 0, 0, None))
    async with asyncio.TaskGroup() as group:
        beating = group.create_task(room.heart.run())
        async with asyncio.timeout(20):
            await heard.wait()
        beating.cancel()
