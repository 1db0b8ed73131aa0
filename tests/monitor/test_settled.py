"""A reload that asks no question twice gives what a full comparison gives, whatever happened in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import permission
from monitor.config import Config
from monitor.desk import Command, carry_out
from monitor.house import House
from monitor.library import load_library
from monitor.load import LOADED, Loaded, load, preview
from monitor.settled import SETTLED, settled
from monitor.store import Store
from monitor.watch import tick
from rules import commands
from rules.model import Actor, Case
from tests.builders import local
from tests.stories.papers import Office, Shelf, Task

LAN = Actor("owner-of-bo-y-te", "lan", "cli")
OURS = """[[agency]]
id = "so-moi"
name = "Sở mới"
name_en = "New office"
rosters = ["ours"]
from = {begins}
{end}
[[agency]]
id = "so-cu"
name = "Sở cũ"
name_en = "Old office"
rosters = ["ours"]
until = 2016-06-20
successor = "so-moi"
"""
QUARTERLY = 'deadline = { every = "quarter", on = ["last"] }'


class Room:
    """Files, a store, and a day that goes on."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.now = local("2016-06-01T09:00")
        self.send_at = "08:00"
        self.number = 10
        self.shelf = Shelf(self.folder / "catalogue")
        self.office = Office(self.folder / "directory.toml")
        (self.folder / "catalogue" / "agencies").mkdir(parents=True)
        self.agencies("")
        issued = date(2016, 3, 30)
        self.shelf.put("nq-1", Task("1", "bo-y-te", "2016-06-30"), issued)
        self.shelf.put("nq-1", Task("2", "@ours", "2016-08-01"), issued)
        self.shelf.put("nq-2", Task("1", "@ours", "2016-07-15", 'roster = "current"'), issued)
        self.shelf.put("nq-3", Task("1", "ha-noi", None, QUARTERLY), issued)
        self.read()

    def agencies(self, end: str, begins: str = "2016-01-01") -> None:
        (self.folder / "catalogue" / "agencies" / "ours.toml").write_text(
            OURS.format(end=end, begins=begins), "utf-8"
        )

    def read(self) -> None:
        """The files, as SIGHUP reads them."""
        self.office.write()
        config = Config.model_validate(
            {
                "catalogue": (str(self.shelf.folder),),
                "directory": self.office.file,
                "send_at": self.send_at,
            }
        )
        library = load_library(config.catalogue, config.directory)
        assert library.is_good, library.faults
        self.house = House.of(config, library)

    def goes_on(self, days: int) -> None:
        self.now += timedelta(days=days, hours=1)
        tick(self.store, self.house, self.now)

    def reloads(self, accepted: bool) -> None:
        self.read()
        with self.store.writing() as ledger:
            permission.forget(ledger)
            if accepted:
                permission.suppose(ledger, self.house.digest, self.now)
        load(self.store, self.house, self.now)

    def does(self, command: Command, at: int) -> None:
        with self.store.reading() as ledger:
            keys = sorted(case.key for case in ledger.matching("*"))
        if keys:
            carry_out(self.store, self.house.setting, self.now, LAN, [keys[at % len(keys)]], command)

    def asked_anew(self) -> Loaded:
        """What a load that has forgotten every answer would do."""
        with copied(self.store) as scratch:
            with scratch.writing() as ledger:
                ledger.set_mark(SETTLED, None)
                ledger.set_mark(LOADED, "another catalogue")
            return preview(scratch, self.house, self.now)

    def asked(self) -> Loaded:
        with copied(self.store) as scratch:
            with scratch.writing() as ledger:
                ledger.set_mark(LOADED, "another catalogue")
            return preview(scratch, self.house, self.now)


@contextmanager
def copied(store: Store) -> Iterator[Store]:
    scratch = Store.scratch()
    store.copy_into(scratch)
    yield scratch
    scratch.close()


@contextmanager
def a_room() -> Iterator[Room]:
    with TemporaryDirectory() as place:
        store = Store.open(f"sqlite:///{place}/duewatch.db")
        try:
            yield Room(Path(place), store)
        finally:
            store.close()


Step = Callable[[Room, int], None]


def _commanded(room: Room, number: int) -> None:
    setting, now = room.house.setting, room.now
    day = setting.legal_day(now) + timedelta(days=number % 9 + 1)
    some: tuple[Command, ...] = (
        lambda case: commands.close(case, "1/BC", None, now, setting),
        lambda case: commands.reopen(case, "chưa xong", now, setting),
        lambda case: commands.snooze(case, day, "chờ", LAN.name, now, setting),
        lambda case: commands.withdraw(case, "2/QĐ", now, setting),
        lambda case: commands.extend(case, _later(case, number), "3/QĐ", "chờ", now, setting),
        lambda case: commands.acknowledge(case, LAN.name, day, "", now, setting),
    )
    room.does(some[number % len(some)], number // len(some))


def _later(case: Case, number: int) -> date:
    return (case.last_day or date(2016, 7, 1)) + timedelta(days=number % 20 + 1)


def _moved(room: Room, number: int) -> None:
    room.shelf.change_day("nq-1", str(number % 2 + 1), f"2016-08-{number % 20 + 1:02}")


def _torn_or_put(room: Room, number: int) -> None:
    if number % 2:
        room.shelf.put("nq-1", Task(str(3 + number % 3), "bo-noi-vu", "2016-09-30"), date(2016, 3, 30))
    else:
        for name in ("3", "4", "5"):
            room.shelf.put("nq-1", Task(name, "vpcp", None), date(2016, 3, 30))
            room.shelf.tear_out("nq-1", name)


def _folded(room: Room, number: int) -> None:
    room.number += 1
    task = Task("1", "bo-y-te", "2016-12-31", f'continues = "nq-1/{number % 2 + 1}"')
    room.shelf.put(f"nq-{room.number}", task, date(2016, 6, 1 + number % 28))


def _rearranged(room: Room, number: int) -> None:
    room.send_at = ("08:00", "09:30")[number % 2]
    room.agencies(("", "until = 2016-07-05")[number // 2 % 2])
    room.office.vacant = ({"owner-of-bo-y-te"}, set())[number // 4 % 2]


STEPS: dict[str, Step] = {
    "a day or more": lambda room, number: room.goes_on(number % 20),
    "a command": _commanded,
    "another command": _commanded,
    "a moved day": _moved,
    "a task more or less": _torn_or_put,
    "a later instrument": _folded,
    "hour, agencies, officers": _rearranged,
    "a reload, refused where it is dangerous": lambda room, number: room.reloads(accepted=False),
    "a reload, accepted": lambda room, number: room.reloads(accepted=True),
}
steps = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 63)), min_size=3, max_size=9)


@pytest.mark.timeout(600)
@settings(max_examples=15, deadline=None)
@given(steps)
def test_what_is_settled_is_what_a_full_comparison_finds_nothing_new_about(
    drawn: list[tuple[str, int]],
) -> None:
    with a_room() as room:
        room.reloads(accepted=False)
        for name, number in drawn:
            STEPS[name](room, number)
            room.read()
            assert room.asked() == room.asked_anew(), (name, number)


def _reopened_after_its_task_was_torn_out(room: Room) -> None:
    room.does(lambda case: commands.close(case, "1/BC", None, room.now, room.house.setting), 0)
    room.shelf.tear_out("nq-1", "1")
    for _ in range(2):
        room.reloads(accepted=True)
    assert known(room) == {"nq-1", "nq-2", "nq-3"}
    room.does(lambda case: commands.reopen(case, "chưa xong", room.now, room.house.setting), 0)


def _another_hour(room: Room) -> None:
    room.send_at = "09:30"


def _an_agency_that_did_not_exist_then(room: Room) -> None:
    room.agencies("", begins="2016-05-01")


def _an_agency_that_ends(room: Room) -> None:
    room.now = local("2016-06-25T09:00")


def _a_period_that_ends(room: Room) -> None:
    room.now = local("2016-07-01T09:00")


def _a_later_instrument(room: Room) -> None:
    room.shelf.put("nq-9", Task("9", "bo-y-te", "2016-12-31", 'continues = "nq-1/1"'), date(2016, 6, 1))


def _folded_and_worded_anew_at_once(room: Room) -> None:
    _a_later_instrument(room)
    room.shelf.put("nq-1", Task("1", "bo-y-te", "2016-06-30", 'clause = "II.3"'), date(2016, 3, 30))
    room.reloads(accepted=True)


def _an_instrument_whose_day_has_come(room: Room) -> None:
    room.shelf.put("nq-9", Task("9", "bo-y-te", "2016-12-31"), date(2016, 6, 10))
    room.reloads(accepted=True)
    room.now = local("2016-06-10T09:00")


def _a_file_that_vanished(room: Room) -> None:
    room.shelf.burn("nq-1")


@pytest.mark.parametrize(
    "arrange",
    [
        _reopened_after_its_task_was_torn_out,
        _another_hour,
        _an_agency_that_did_not_exist_then,
        _an_agency_that_ends,
        _a_period_that_ends,
        _a_later_instrument,
        _folded_and_worded_anew_at_once,
        _an_instrument_whose_day_has_come,
        _a_file_that_vanished,
    ],
)
def test_what_changes_an_answer_has_the_question_put_again(arrange: Callable[[Room], None]) -> None:
    with a_room() as room:
        room.reloads(accepted=False)
        arrange(room)
        room.read()
        found = room.asked_anew()
        assert not found.is_empty
        assert room.asked() == found


def test_an_answer_stands_until_somebody_touches_a_case_or_the_question_changes() -> None:
    with a_room() as room:
        room.reloads(accepted=False)
        assert known(room) == {"nq-1", "nq-2", "nq-3"}
        room.does(lambda case: commands.withdraw(case, "2/QĐ", room.now, room.house.setting), 0)
        assert known(room) == {"nq-2", "nq-3"}
        _moved(room, 0)
        room.reloads(accepted=True)
        assert known(room) == {"nq-2", "nq-3"}  # what moved is looked at once more
        room.shelf.put("nq-2", Task("2", "vpcp", None), date(2016, 3, 30))
        room.reloads(accepted=True)
        assert known(room) == {"nq-1", "nq-2", "nq-3"}


def test_a_refused_load_leaves_no_answer() -> None:
    with a_room() as room:
        room.reloads(accepted=False)
        _moved(room, 0)
        room.reloads(accepted=False)
        assert known(room) == set()


def known(room: Room) -> set[str]:
    with room.store.reading() as ledger:
        return set(settled(ledger))


@pytest.mark.contract(1, 4)
def test_files_that_were_refused_and_put_back_leave_no_trace_in_when_it_looks_next() -> None:
    with a_room() as room:
        tick(room.store, room.house, room.now)
        room.send_at = "16:30"
        room.shelf.change_day("nq-1", "2", "2016-08-20")
        room.read()
        room.now = local("2016-06-21T16:30")
        refused = tick(room.store, room.house, room.now).loaded
        room.send_at = "08:00"
        room.shelf.change_day("nq-1", "2", "2016-08-01")
        room.read()
        room.now = local("2016-06-21T17:00")
        tick(room.store, room.house, room.now)
        with room.store.reading() as ledger:
            case = ledger.case("nq-1/1@bo-y-te")
        assert refused is not None
        assert refused.refused is not None
        assert case is not None
        assert case.next_look == local("2016-06-29T08:00")
