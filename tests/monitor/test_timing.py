"""A command goes by the files on disk, the daemon by those it has loaded: the daemon's moments stand in the end."""

from __future__ import annotations

from datetime import datetime

import pytest

from monitor import permission
from monitor.desk import Command
from monitor.watch import tick
from rules import commands
from tests.builders import local
from tests.monitor.room import Room, a_room

KEY = "nq-1/1@bo-y-te"


@pytest.mark.contract(1, 4)
def test_a_command_by_an_hour_that_is_not_loaded_leaves_no_trace_in_when_it_looks_next() -> None:
    with a_room() as room:
        tick(room.store, room.house, room.now)
        commanded_elsewhere(room, "16:30", reporting(room))
        assert next_look(room) == local("2016-06-21T16:30")
        tick(room.store, room.house, room.now)
        assert next_look(room) == local("2016-06-21T08:00")


def test_a_case_that_no_file_names_any_more_is_looked_at_by_the_loaded_hour_too() -> None:
    with a_room() as room:
        tick(room.store, room.house, room.now)
        room.shelf.tear_out("nq-1", "1")
        room.reloads(accepted=True)
        commanded_elsewhere(room, "16:30", reporting(room))
        tick(room.store, room.house, room.now)
        assert next_look(room) == local("2016-06-21T08:00")


def test_a_command_by_the_loaded_hour_loads_nothing_anew() -> None:
    with a_room() as room:
        assert tick(room.store, room.house, room.now).loaded is not None
        room.read()
        room.does(reporting(room), 0)
        assert tick(room.store, room.house, room.now).loaded is None


def test_what_was_accepted_for_files_that_wait_for_a_reload_outlives_a_command() -> None:
    with a_room() as room:
        tick(room.store, room.house, room.now)
        with room.store.writing() as ledger:
            permission.suppose(ledger, "files that wait", room.now)
        commanded_elsewhere(room, "16:30", reporting(room))
        assert tick(room.store, room.house, room.now).loaded is not None
        with room.store.reading() as ledger:
            assert permission.standing_for(ledger, "files that wait") is not None


def commanded_elsewhere(room: Room, send_at: str, command: Command) -> None:
    """A command is given while the files on disk name another hour than the daemon's, and then they are put back."""
    loaded, room.send_at = room.house, send_at
    room.read()
    room.does(command, 0)
    room.house = loaded


def reporting(room: Room) -> Command:
    return lambda case: commands.progress(case, 40, "", room.now, room.house.setting)


def next_look(room: Room) -> datetime | None:
    with room.store.reading() as ledger:
        case = ledger.case(KEY)
    assert case is not None
    return case.next_look
