"""Digests: numbered without a gap, quiet when there is nothing, the day's own and no other."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest

from monitor.config import DigestSettings
from monitor.digests import draw_digests
from tests.stories.world import World

pytestmark = pytest.mark.asyncio
OWNER, HEAD = "owner-of-bo-y-te", "head-of-bo-y-te"


async def opened(world: World, due: str = "2016-06-30") -> None:
    world.office.digests.add(OWNER)
    await world.opens("nq-23-2016/1", agency="bo-y-te", due=due, on="2016-05-25")


async def test_nothing_is_sent_when_there_is_nothing(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-15T23:00")
    assert world.mailbox.of_kind("digest") == []


async def test_ten_working_days_before_the_digest_begins_and_numbers_run_on(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T23:00")
    digests = world.mailbox.of_kind("digest")
    assert [digest.at for digest in digests] == ["2016-06-16T07:30", "2016-06-17T07:30", "2016-06-20T07:30"]
    assert [
        "No. 1," in digests[0].subject,
        "No. 2," in digests[1].subject,
        "No. 3," in digests[2].subject,
    ] == [True] * 3
    assert digests[0].cases == ["nq-23-2016/1@bo-y-te"]


async def test_a_closing_shows_once_in_the_next_digest(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T09:00")
    await world.does(world.closing())
    await world.advance(to="2016-06-24T23:00")
    digests = world.mailbox.of_kind("digest")
    assert [digest.at for digest in digests[2:]] == ["2016-06-20T07:30", "2016-06-21T07:30"]
    assert "12/TT-BYT" in digests[-1].text


async def test_a_quiet_week_says_so_once_on_its_last_working_day(world: World) -> None:
    world.config = world.config.model_copy(update={"digest": DigestSettings(quiet="weekly")})
    await opened(world)
    await world.advance(to="2016-06-12T23:00")
    digests = world.mailbox.of_kind("digest")
    assert [digest.at for digest in digests] == ["2016-05-27T07:30", "2016-06-03T07:30", "2016-06-10T07:30"]
    assert all("nothing to report" in digest.subject for digest in digests)


async def test_a_weekly_digest_comes_on_the_first_working_day(world: World) -> None:
    world.config = world.config.model_copy(update={"digest": DigestSettings(days="weekly", quiet="never")})
    await opened(world)
    await world.advance(to="2016-07-06T23:00")
    assert [d.at for d in world.mailbox.of_kind("digest")] == [
        "2016-06-20T07:30",
        "2016-06-27T07:30",
        "2016-07-04T07:30",
    ]


async def test_a_digest_missed_at_its_hour_comes_later_the_same_day(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-16T12:00")
    await world.sleeps(until="2016-06-21T15:00")
    assert [digest.at for digest in world.mailbox.of_kind("digest")] == [
        "2016-06-16T07:30",
        "2016-06-21T15:00",
    ]
    assert "No. 2," in world.mailbox.of_kind("digest")[-1].subject


async def test_a_digest_that_waits_is_superseded_by_the_next_days(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-16T07:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-06-17T07:00")
    world.mailbox.is_away = False
    await world.advance(to="2016-06-17T12:00")
    digests = world.mailbox.of_kind("digest")
    assert ["No. 2," in digest.subject for digest in digests] == [True]
    with world.store.reading() as ledger:
        assert [row.letter for row in ledger.outbox("superseded")] == ["digest"]


async def test_an_absent_officers_digest_goes_to_the_deputy_under_the_officers_name(world: World) -> None:
    world.office.more[OWNER] = f'deputy = "{HEAD}"\naway = [{{ from = 2016-06-16, until = 2016-06-17 }}]\n'
    await opened(world)
    await world.advance(to="2016-06-16T08:00")
    (digest,) = world.mailbox.of_kind("digest")
    assert digest.letter.recipient == f"{HEAD}@example.org"
    assert digest.officer == OWNER
    assert "Owner-Of-Bo-Y-Te" in digest.text


async def test_a_snoozed_case_stays_in_the_digest(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T09:00")
    await world.does(world.snoozing("2016-06-28"))
    await world.advance(to="2016-06-22T09:00")
    assert world.mailbox.of_kind("digest")[-1].at == "2016-06-22T07:30"
    assert world.mailbox.of_kind("digest")[-1].cases == ["nq-23-2016/1@bo-y-te"]


async def test_the_register_and_late_cases_stand_first(world: World) -> None:
    world.office.digests.add(OWNER)
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-07-04", on="2016-06-27")
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-24", on="2016-06-27")
    await world.advance(to="2016-06-28T08:00")
    digest = world.mailbox.of_kind("digest")[-1]
    assert digest.cases == ["nq-23-2016/2@bo-y-te", "nq-23-2016/1@bo-y-te"]
    assert digest.text.index("số 2") < digest.text.index("số 1")


@pytest.mark.contract(1)
@pytest.mark.parametrize(("month", "dates"), [(3, (26, 27, 28)), (10, (29, 30, 31))])
async def test_one_digest_a_local_date_where_clocks_are_put_forward_and_back(
    world: World, month: int, dates: tuple[int, ...]
) -> None:
    settings = DigestSettings(at=time(2, 30), days="daily", quiet="daily")
    world.config = world.config.model_copy(update={"digest": settings, "timezone": "Europe/Berlin"})
    await opened(world, due="2016-12-30")
    house = world.house
    at = datetime(2016, month, dates[0], tzinfo=UTC)
    for _ in range(3 * 24 * 4):
        draw_digests(world.store, house, at)
        at += timedelta(minutes=15)
    with world.store.reading() as ledger:
        drawn = Counter(
            entry.fact.effective.day
            for entry in ledger.history(None)
            if type(entry.fact).__name__ == "DigestDrawn" and entry.fact.effective.month == month
        )
    assert {day: drawn[day] for day in dates} == dict.fromkeys(dates, 1)
