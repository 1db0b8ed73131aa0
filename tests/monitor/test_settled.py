"""A reload that asks no question twice gives what a full comparison gives, whatever happened in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.desk import Command
from monitor.settled import settled
from monitor.watch import tick
from rules import commands
from rules.model import Case
from tests.builders import local
from tests.monitor.room import LAN, Room, a_room
from tests.stories.papers import Task

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
