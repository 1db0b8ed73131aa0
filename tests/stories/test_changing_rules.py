"""The catalogue changes under a living case: nothing moves or is lost without a person's word."""

from __future__ import annotations

from datetime import time

import pytest

from monitor.verify import verify
from rules.facts import CaseVanished, DeadlineMoved, Withdrawn
from tests.stories.world import World

pytestmark = pytest.mark.asyncio
OWNER = "owner-of-bo-y-te"
OFF = """[[off]]
day = {day}
name = "Nghỉ bù"
name_en = "Day in lieu"
source = "a test"
"""


async def opened(world: World, tasks: int = 1) -> None:
    for number in range(1, tasks + 1):
        await world.opens(f"nq-23-2016/{number}", agency="bo-y-te", due="2016-06-30", on="2016-05-25")


async def test_a_moved_deadline_waits_until_it_is_accepted(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-10T09:00")
    world.shelf.change_day("nq-23-2016", "1", "2016-07-15")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is not None
    assert "1 open deadline" in seen.loaded.refused
    assert "duewatch accept" in seen.loaded.refused
    assert str(world.case().last_day) == "2016-06-30"
    await world.advance(to="2016-06-21T09:00")
    assert world.mailbox.stages == ["notice", "reminder"]
    world.accept_the_load()
    await world.look()
    assert world.mailbox.lines[-1] == f"2016-06-21T09:00 change to {OWNER}"
    assert str(world.case().last_day) == "2016-07-15"
    (moved,) = world.facts(DeadlineMoved)
    assert isinstance(moved, DeadlineMoved)
    assert str(moved.was) == "2016-06-30"
    await world.advance(to="2016-07-06T08:00")
    assert world.mailbox.lines[-1] == f"2016-07-06T08:00 reminder to {OWNER}"


async def test_an_accepted_load_is_accepted_once(world: World) -> None:
    await opened(world)
    world.shelf.change_day("nq-23-2016", "1", "2016-07-15")
    world.reload()
    world.accept_the_load()
    await world.look()
    world.shelf.change_day("nq-23-2016", "1", "2016-07-22")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is not None
    assert str(world.case().last_day) == "2016-07-15"


async def test_what_was_accepted_for_files_that_wait_for_a_reload_survives_the_night(world: World) -> None:
    await opened(world)
    old = world.house
    world.shelf.change_day("nq-23-2016", "1", "2016-07-15")
    world.reload()
    assert world.accept_the_load().refused is not None
    new, world.house = world.house, old
    await world.advance(to="2016-05-27T09:00")
    assert str(world.case().last_day) == "2016-06-30"
    world.house = new
    await world.look()
    assert str(world.case().last_day) == "2016-07-15"


async def test_a_case_whose_file_has_vanished_is_watched_on(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-10T09:00")
    world.shelf.burn("nq-23-2016")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is not None
    world.accept_the_load()
    await world.look()
    assert world.case().vanished
    await world.advance(to="2016-07-01T08:00")
    assert set(world.mailbox.stages) == {"notice", "reminder", "last-call", "overdue"}
    assert "no longer named in the catalogue" in world.mailbox.letters[-1].text


async def test_one_lost_obligation_of_six_needs_no_word_and_its_case_is_watched_on(world: World) -> None:
    await opened(world, tasks=6)
    world.shelf.tear_out("nq-23-2016", "6")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is None
    assert world.case("nq-23-2016/6@bo-y-te").vanished
    assert [fact.case for fact in world.facts(CaseVanished)] == ["nq-23-2016/6@bo-y-te"]
    await world.advance(to="2016-05-31T08:00")
    assert len(world.mailbox.letters[0].cases) == 6


async def test_two_lost_obligations_of_six_wait_for_a_word(world: World) -> None:
    await opened(world, tasks=6)
    world.shelf.tear_out("nq-23-2016", "5")
    world.shelf.tear_out("nq-23-2016", "6")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is not None
    assert "2 of 6 obligations" in seen.loaded.refused
    assert not world.case("nq-23-2016/6@bo-y-te").vanished


async def test_an_extension_stands_against_a_later_change_of_the_catalogue(world: World) -> None:
    await opened(world)
    await world.does(world.extending("2016-09-30"))
    world.shelf.change_day("nq-23-2016", "1", "2016-07-15")
    world.reload()
    world.accept_the_load()
    await world.look()
    assert str(world.case().last_day) == "2016-09-30"


async def test_a_task_added_later_opens_with_its_highest_passed_stage(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    assert world.mailbox.lines[-1] == f"2016-06-22T10:00 reminder to {OWNER}"
    assert world.mailbox.letters[-1].cases == ["nq-23-2016/2@bo-y-te"]


async def test_an_older_task_that_a_newer_instrument_continues_is_not_chased_twice(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-01T10:00")
    more = 'continues = "nq-23-2016/1"'
    await world.opens("ct-9-2016/1", agency="bo-y-te", due="2016-07-29", on="2016-06-02", more=more)
    assert world.case("nq-23-2016/1@bo-y-te").withdrawn
    assert world.mailbox.lines[-1] == f"2016-06-02T00:00 change to {OWNER}"
    await world.advance(to="2016-07-01T08:00")
    assert [letter.cases for letter in world.mailbox.letters[2:]] == [["ct-9-2016/1@bo-y-te"]]


async def test_a_folded_task_that_a_person_reopens_stays_open(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-01T10:00")
    more = 'continues = "nq-23-2016/1"'
    await world.opens("ct-9-2016/1", agency="bo-y-te", due="2016-07-29", on="2016-06-02", more=more)
    old = "nq-23-2016/1@bo-y-te"
    await world.does(world.reopening(), old)
    await world.opens("nq-7-2016/1", agency="bo-noi-vu", due="2016-12-30", on="2016-06-06")  # all files anew
    await world.advance(to="2016-06-21T08:00")
    assert world.case(old).is_open
    assert len(world.facts(Withdrawn)) == 1
    assert world.mailbox.letters[-1].cases == [old]


async def test_an_obligation_that_loses_one_of_its_agencies_is_not_lost(world: World) -> None:
    world.write("nq-23-2016", "1", 'bo-y-te", "ha-noi', "2016-06-30", "2016-05-25")
    world.reload()
    await world.begins("2016-05-25")
    world.write("nq-23-2016", "1", "bo-y-te", "2016-06-30", "2016-05-25")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is None
    assert [fact.case for fact in world.facts(CaseVanished)] == ["nq-23-2016/1@ha-noi"]


@pytest.mark.contract(1, 4)
@pytest.mark.parametrize("deed", ["extend", "snooze", "reopen"])
async def test_what_is_commanded_by_files_that_were_not_loaded_is_looked_at_by_those_that_were(
    world: World, deed: str
) -> None:
    await opened(world)
    await world.advance(to="2016-06-06T10:00")
    if deed == "reopen":
        await world.does(world.closing())
    loaded, config = world.house, world.config
    world.config = config.model_copy(update={"send_at": time(16, 30)})
    world.reload()
    done = {"extend": world.extending("2016-07-15"), "snooze": world.snoozing("2016-06-10")}
    await world.types(done.get(deed, world.reopening()))
    world.house, world.config = loaded, config
    before = len(world.mailbox.letters)
    await world.look()
    await world.advance(to="2016-09-20T12:00")
    told = [line for line in world.mailbox.lines[before:] if " change " not in line]
    assert {line[11:16] for line in told} == {"08:00"}, told
    with world.store.reading() as ledger:
        assert verify(ledger.rows, as_of=world.clock.now()).findings == ()


async def test_a_round_planned_by_a_calendar_that_was_never_loaded_is_no_finding(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-06T10:00")
    loaded = world.house
    give_a_day_off(world, "2016-07-22")
    await world.types(world.extending("2016-07-29"))
    world.house = loaded
    await world.advance(to="2016-08-20T12:00")
    assert "2016-07-20T08:00 reminder to owner-of-bo-y-te" in world.mailbox.lines
    with world.store.reading() as ledger:
        assert verify(ledger.rows, as_of=world.clock.now()).findings == ()


async def test_an_hour_that_serves_while_a_load_waits_for_a_word_is_no_finding(world: World) -> None:
    await opened(world, tasks=2)
    await world.advance(to="2016-06-06T10:00")
    world.config = world.config.model_copy(update={"send_at": time(16, 30)})
    world.shelf.change_day("nq-23-2016", "2", "2016-07-15")
    world.reload()
    seen = await world.look()
    assert seen.loaded is not None
    assert seen.loaded.refused is not None
    await world.advance(to="2016-07-05T12:00")
    assert f"2016-06-21T16:30 reminder to {OWNER}" in world.mailbox.lines
    with world.store.reading() as ledger:
        assert verify(ledger.rows, as_of=world.clock.now()).findings == ()


async def test_a_day_off_that_is_announced_late_moves_counted_periods_and_what_extensions_aim_at(
    world: World,
) -> None:
    counted = 'deadline = { days = 15, working = true, after = "receipt" }'
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.opens("nq-23-2016/2", agency="bo-y-te", due=None, on="2016-05-25", more=counted)
    extended, running = "nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-y-te"
    await world.advance(to="2016-06-06T10:00")
    await world.does(world.extending("2016-07-22"), extended)
    await world.does(world.anchoring("2016-06-06"), running)
    await world.advance(to="2016-06-16T10:00")
    give_a_day_off(world, "2016-06-20", "2016-07-22")
    seen = await world.look()
    assert seen.loaded is not None
    assert "1 open deadline" in (seen.loaded.refused or "")
    world.accept_the_load()
    await world.look()
    assert str(world.case(running).last_day) == "2016-06-28"
    assert (str(world.case(extended).last_day), str(world.case(extended).safe_day)) == (
        "2016-07-22",
        "2016-07-21",
    )
    assert world.mailbox.lines[-1] == f"2016-06-16T10:00 change to {OWNER}"
    await world.advance(to="2016-08-20T12:00")
    assert f"2016-06-27T08:00 last-call to {OWNER}" in world.mailbox.lines
    assert f"2016-07-20T08:00 last-call to {OWNER}" in world.mailbox.lines
    with world.store.reading() as ledger:
        assert verify(ledger.rows, as_of=world.clock.now()).findings == ()


def give_a_day_off(world: World, *days: str) -> None:
    """A dispatch has given these days off, and all files are read anew."""
    calendar = world.shelf.folder / "calendars" / "ours.toml"
    calendar.parent.mkdir()
    calendar.write_text("".join(OFF.format(day=day) for day in days), encoding="utf-8")
    world.reload()
