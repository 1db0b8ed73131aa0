"""The road of a deadline: from the notice to the urging, and what beats a letter on its way."""

from __future__ import annotations

import pytest

from rules.commands import assign
from rules.facts import PromiseBroken
from rules.stage_facts import StageHeld, StageSkipped
from tests.stories.world import World, refusal_of

pytestmark = pytest.mark.asyncio
OWNER, HEAD, LEADER = "owner-of-bo-y-te", "head-of-bo-y-te", "leader-of-bo-y-te"


async def opened(world: World, due: str = "2016-06-30", on: str = "2016-05-25", more: str = "") -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due=due, on=on, more=more)


@pytest.mark.contract(4)
async def test_a_notice_thirty_days_before_then_silence_until_seven_working_days_before(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-05-31T07:59")
    assert world.mailbox.letters == []
    await world.advance(to="2016-05-31T08:00")
    assert world.mailbox.stages == ["notice"]
    await world.advance(to="2016-06-21T07:59")
    assert world.mailbox.stages == ["notice"]
    await world.advance(to="2016-06-21T08:00")
    assert world.mailbox.stages == ["notice", "reminder"]


async def test_nobody_answers_and_the_letters_climb(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-07-28T23:59")
    assert world.mailbox.lines == [
        f"2016-05-31T08:00 notice to {OWNER}",
        f"2016-06-21T08:00 reminder to {OWNER}",
        f"2016-06-29T08:00 last-call to {OWNER}",
        f"2016-06-29T08:00 last-call to {HEAD}",
        f"2016-07-01T08:00 overdue to {OWNER}",
        f"2016-07-01T08:00 overdue to {HEAD}",
        f"2016-07-07T08:00 escalated to {HEAD}",
        f"2016-07-07T08:00 escalated to {LEADER}",
        f"2016-07-14T08:00 urged to {LEADER}",
        "2016-07-14T08:00 urged to watch",
        f"2016-07-21T08:00 urged to {LEADER}",
        "2016-07-21T08:00 urged to watch",
        f"2016-07-28T08:00 urged to {LEADER}",
        "2016-07-28T08:00 urged to watch",
    ]


async def test_a_saturday_that_is_worked_is_a_day_for_letters(world: World) -> None:
    await opened(world, due="2019-01-04", on="2018-12-20")
    await world.advance(to="2019-01-05T08:00")
    assert world.mailbox.lines[-2:] == [
        f"2019-01-05T08:00 overdue to {OWNER}",
        f"2019-01-05T08:00 overdue to {HEAD}",
    ]


async def test_a_closed_case_stays_silent(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.closing())
    await world.advance(to="2016-09-30T00:00")
    assert [letter.kind for letter in world.mailbox.letters] == ["stage", "stage", "closing"]
    assert world.mailbox.lines[-1] == f"2016-06-22T10:00 closing to {OWNER}"
    assert world.case().next_look is None


@pytest.mark.contract(5)
async def test_closing_beats_a_letter_that_waits_for_the_server(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-28T12:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-06-29T09:00")
    assert world.outbox() == [f"waiting stage {OWNER}", f"waiting stage {HEAD}"]
    await world.types(world.closing())
    world.mailbox.is_away = False
    await world.advance(to="2016-06-30T09:00")
    after = [line for line in world.mailbox.lines if line > "2016-06-29"]
    assert len(after) == 1
    assert after[0].endswith(f"closing to {OWNER}")
    assert world.outbox() == []


@pytest.mark.contract(5)
async def test_a_command_typed_between_the_look_and_the_courier_beats_the_notice(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-05-31T07:59")
    world.mailbox.is_away = True
    await world.advance(to="2016-05-31T08:00")
    await world.types(world.extending("2016-08-31"))
    world.mailbox.is_away = False
    await world.advance(to="2016-06-30T23:59")
    assert world.mailbox.letters == []


async def test_an_extension_is_told_at_once_and_begins_a_new_road(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-24T09:00")
    await world.does(world.extending("2016-07-15"))
    await world.advance(to="2016-07-06T08:00")
    assert world.mailbox.lines[2:] == [
        f"2016-06-24T09:00 change to {OWNER}",
        f"2016-07-06T08:00 reminder to {OWNER}",
    ]
    change = world.mailbox.letters[2]
    assert "5012/VPCP" in change.text
    assert "15 July 2016" in change.text


@pytest.mark.contract(5)
async def test_a_snooze_moves_a_notice_that_waits(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-05-31T07:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-05-31T08:00")
    assert await world.types(world.snoozing("2016-06-04")) is not None
    world.mailbox.is_away = False
    await world.advance(to="2016-06-06T07:59")
    assert world.mailbox.letters == []
    await world.advance(to="2016-06-06T08:00")
    assert world.mailbox.lines == [f"2016-06-06T08:00 notice to {OWNER}"]


async def test_a_snooze_holds_no_stage_that_cannot_be_snoozed(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T09:00")
    await world.does(world.snoozing("2016-07-01"))
    await world.advance(to="2016-07-01T08:00")
    assert world.mailbox.stages == ["notice", "last-call", "last-call", "overdue", "overdue"]
    held = [fact for fact in world.facts(StageHeld) if isinstance(fact, StageHeld)]
    assert [(fact.stage, fact.reason) for fact in held] == [("reminder", "snoozed until 2016-07-01")]


async def test_a_snooze_past_the_limit_is_refused_and_changes_nothing(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T09:00")
    before = world.case()
    assert "10wd at most" in refusal_of(await world.does(world.snoozing("2016-07-05")))
    assert world.case() == before


async def test_a_promise_holds_the_owners_letters_only_and_broken_it_is_told(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-22T09:00")
    await world.does(world.promising("2016-06-30"))
    await world.advance(to="2016-06-30T23:59")
    assert world.mailbox.lines[2:] == [f"2016-06-29T08:00 last-call to {HEAD}"]
    assert "promise" in world.mailbox.letters[2].text.lower()
    await world.advance(to="2016-07-01T08:00")
    told = sorted(world.mailbox.lines[3:])
    assert told == [
        f"2016-07-01T08:00 change to {HEAD}",
        f"2016-07-01T08:00 change to {OWNER}",
        f"2016-07-01T08:00 overdue to {HEAD}",
        f"2016-07-01T08:00 overdue to {OWNER}",
    ]
    (broken,) = world.facts(PromiseBroken)
    assert isinstance(broken, PromiseBroken)
    assert broken.held == "last-call"


async def test_an_officer_who_is_away_is_read_by_the_deputy(world: World) -> None:
    world.office.more[OWNER] = f'deputy = "{HEAD}"\naway = [{{ from = 2016-06-20, until = 2016-06-24 }}]\n'
    await opened(world)
    await world.advance(to="2016-06-21T08:00")
    notice, reminder = world.mailbox.letters
    assert notice.letter.recipient == f"{OWNER}@example.org"
    assert reminder.letter.recipient == f"{HEAD}@example.org"
    assert reminder.officer == OWNER
    assert "who is away" in reminder.text


async def test_a_case_assigned_to_somebody_else_goes_there(world: World) -> None:
    await opened(world)
    setting = world.house.setting
    await world.advance(to="2016-06-01T09:00")
    await world.does(
        lambda case: assign(case, "owner-of-vpcp", "thay người nghỉ sinh", world.clock.now(), setting)
    )
    await world.advance(to="2016-06-21T08:00")
    assert world.mailbox.lines[-1] == "2016-06-21T08:00 reminder to owner-of-vpcp"


async def test_two_cases_of_one_moment_make_one_letter_the_worse_first(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-07-08", on="2016-05-25")
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-28", on="2016-05-25")
    await world.advance(to="2016-06-29T08:00")
    last = world.mailbox.to(OWNER)[-1]
    assert last.kind == "bundle"
    assert last.stages == ["overdue", "reminder"]
    assert last.cases == ["nq-23-2016/2@bo-y-te", "nq-23-2016/1@bo-y-te"]


async def test_the_monitoring_office_sees_a_collective_as_one_entry(world: World) -> None:
    more = 'ladder = "collective"'
    await world.opens("nq-23-2016/1", agency="@provinces", due="2016-06-30", on="2016-06-29", more=more)
    await world.advance(to="2016-06-30T15:00")
    await world.does(world.closing("Báo cáo 9/BC-UBND", on="2016-06-30"), "nq-23-2016/1@ha-noi")
    await world.advance(to="2016-07-01T08:00")
    letter = world.mailbox.to("watch")[-1]
    assert "62 of 63" in letter.subject
    assert "62 of 63 provinces have not" in letter.text
    assert "Hải Phòng" in letter.text or "Hai Phong" in letter.text
    assert len(letter.cases) == 62


async def test_an_unconfirmed_case_is_confirmed_and_the_highest_stage_speaks(world: World) -> None:
    figure = '\n[[obligation.figure]]\nroster = "ministries"\ndone = 22\nof = 30\nas_of = 2016-03-24\nsource = "báo cáo"\n'
    await opened(world, more='ladder = "standard"\n' + figure)
    await world.advance(to="2016-07-08T10:00")
    assert world.case().unconfirmed
    assert set(world.mailbox.stages) == {"notice", "reminder", "last-call"}
    held = [fact for fact in world.facts(StageHeld) if isinstance(fact, StageHeld)]
    assert {(fact.stage, "unconfirmed" in fact.reason) for fact in held} == {
        ("overdue", True),
        ("escalated", True),
    }
    await world.does(world.reporting(40))
    assert sorted(world.mailbox.lines[-2:]) == [
        f"2016-07-08T10:00 escalated to {HEAD}",
        f"2016-07-08T10:00 escalated to {LEADER}",
    ]


async def test_first_seen_late_goes_on_the_register_and_is_quiet_for_five_working_days(world: World) -> None:
    await opened(world, on="2016-07-11")
    await world.advance(to="2016-07-18T07:59")
    assert world.mailbox.lines == [f"2016-07-11T00:00 register to {OWNER}"]
    await world.advance(to="2016-07-18T08:00")
    assert sorted(world.mailbox.lines[1:]) == [
        f"2016-07-18T08:00 urged to {LEADER}",
        "2016-07-18T08:00 urged to watch",
    ]
    skipped = [fact for fact in world.facts(StageSkipped) if isinstance(fact, StageSkipped)]
    assert {fact.stage for fact in skipped} == {"notice", "reminder", "last-call", "overdue", "escalated"}


async def test_the_bytes_of_a_letter_are_forgotten_after_keep_and_not_before(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-05-31T08:00")
    await world.does(world.closing(), "nq-23-2016/1@bo-y-te")
    with world.store.reading() as ledger:
        (number, *_) = (row.number for row in ledger.outbox("all"))
    await world.sleeps(until="2021-05-30T09:00")
    with world.store.reading() as ledger:
        assert ledger.letter_content(number) is not None
    await world.sleeps(until="2021-06-01T09:00")
    with world.store.reading() as ledger:
        assert ledger.letter_content(number) is None
        assert ledger.outbox("all")[0].state == "accepted"
