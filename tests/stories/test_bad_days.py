"""Days on which something is broken: the server, the daemon, a case, a template. Nothing disappears."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

import monitor.watch
from monitor.store import Unmovable
from notifiers.base import Accepted, Deferred
from notifiers.mime import Mail, pieces
from rules.decide import Decision, decide
from rules.model import Case
from rules.setting import Setting
from rules.stage_facts import StageSkipped
from tests.stories.world import OPERATOR, World

pytestmark = pytest.mark.asyncio
OWNER, HEAD = "owner-of-bo-y-te", "head-of-bo-y-te"
HERE, THERE = "nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-noi-vu"


async def opened(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")


@pytest.mark.contract(2)
async def test_a_server_that_is_away_for_a_day_loses_nothing(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-05-31T07:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-06-01T07:30")
    assert world.outbox() == [f"waiting stage {OWNER}"]
    assert len(world.mailbox.deliveries) > 20
    world.mailbox.is_away = False
    await world.advance(to="2016-06-01T12:00")
    assert world.mailbox.stages == ["notice"]
    assert world.outbox() == []


@pytest.mark.contract(2, 10)
async def test_a_server_that_never_comes_back_leaves_the_letter_to_a_person(world: World) -> None:
    await opened(world)
    world.mailbox.answers.extend([Deferred("450 try again")] * 500)
    await world.advance(to="2016-06-08T08:00")
    tried = [delivery for delivery in world.mailbox.deliveries if delivery.kind == "stage"]
    assert 100 < len(tried) < 140
    assert tried[-1].at < "2016-06-05T10:00"
    assert world.outbox() == [f"held stage {OWNER}", "waiting failure operator"]
    world.mailbox.answers.clear()
    with world.store.writing() as ledger:
        ledger.retry([row.number for row in ledger.outbox("held")])
    await world.look()
    assert world.mailbox.stages == ["notice"]


async def test_an_address_that_is_refused_stops_its_own_letter_only(world: World) -> None:
    await opened(world)
    world.mailbox.refuses.add(f"{OWNER}@example.org")
    await world.advance(to="2016-06-29T08:00")
    staged = [letter.line for letter in world.mailbox.letters if letter.stages]
    assert staged == [f"2016-06-29T08:00 last-call to {HEAD}"]
    assert world.outbox() == [f"refused stage {OWNER}"] * 3
    told = world.mailbox.of_kind("failure")
    assert [letter.letter.recipient for letter in told] == [OPERATOR] * 3
    assert "550 no such user" in told[0].text


async def test_two_stages_passed_in_one_downtime_make_one_letter(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-06-20T10:00")
    await world.sleeps(until="2016-06-29T12:00")
    assert world.mailbox.lines[1:] == [
        f"2016-06-29T12:00 last-call to {OWNER}",
        f"2016-06-29T12:00 last-call to {HEAD}",
    ]
    skipped = [fact for fact in world.facts(StageSkipped) if isinstance(fact, StageSkipped)]
    assert [(fact.stage, fact.reason) for fact in skipped] == [("reminder", "last-call spoke instead")]


async def test_a_daemon_that_wakes_in_the_evening_of_a_working_day_speaks_at_once(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-05-30T10:00")
    await world.sleeps(until="2016-05-31T22:00")
    assert world.mailbox.lines == [f"2016-05-31T22:00 notice to {OWNER}"]


@pytest.mark.parametrize("wakes", ["2016-06-04T10:00", "2016-06-05T23:00", "2016-06-06T07:30"])
async def test_a_daemon_that_slept_into_a_weekend_or_a_night_waits_for_monday_morning(
    world: World, wakes: str
) -> None:
    await opened(world)
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-07-05", on="2016-05-25")
    await world.advance(to="2016-05-31T08:00")
    assert [letter.cases for letter in world.mailbox.letters] == [["nq-23-2016/1@bo-y-te"]]
    await world.sleeps(until=wakes)
    assert len(world.mailbox.letters) == 1
    await world.advance(to="2016-06-06T08:00")
    assert [letter.cases for letter in world.mailbox.letters][1:] == [["nq-23-2016/2@bo-y-te"]]
    assert "planned moment of this stage was 08:00 on 3 June 2016" in world.mailbox.letters[1].text


@pytest.mark.contract(3)
async def test_an_uncertain_letter_goes_again_byte_for_byte(world: World) -> None:
    await opened(world)
    world.mailbox.loses_the_next_answer()
    await world.advance(to="2016-05-31T08:00")
    assert world.outbox() == [f"uncertain stage {OWNER}"]
    await world.advance(to="2016-05-31T09:00")
    first, second = world.mailbox.deliveries
    assert isinstance(second.receipt, Accepted)
    assert first.letter == second.letter
    assert first.message["Message-ID"] == second.message["Message-ID"]
    with world.store.reading() as ledger:
        (row,) = ledger.outbox("accepted")
    assert row.was_uncertain


@pytest.mark.contract(3)
async def test_an_uncertain_letter_about_a_closed_case_does_not_go_again(world: World) -> None:
    await opened(world)
    world.mailbox.loses_the_next_answer()
    await world.advance(to="2016-05-31T08:00")
    await world.does(world.closing())
    await world.advance(to="2016-06-30T00:00")
    assert [delivery.kind for delivery in world.mailbox.deliveries] == ["stage", "closing"]


async def test_a_daemon_killed_after_handing_over_knows_that_it_does_not_know(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-05-31T07:59")
    world.mailbox.dies_at_the_next_letter()
    with pytest.raises(BaseExceptionGroup):
        await world.advance(to="2016-05-31T08:00")
    assert world.outbox() == [f"handed-over stage {OWNER}"]
    await world.sleeps(until="2016-05-31T08:05")
    first, second = world.mailbox.deliveries
    assert first.letter == second.letter
    assert world.mailbox.stages == ["notice"]


async def test_a_poisoned_case_is_set_aside_and_blocks_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(world)
    await world.opens("nq-23-2016/2", agency="bo-noi-vu", due="2016-06-30", on="2016-05-25")
    poison(monkeypatch, HERE)
    await world.advance(to="2016-05-31T08:01")
    assert world.mailbox.to("owner-of-bo-noi-vu")[0].stages == ["notice"]
    (told,) = world.mailbox.of_kind("failure")
    assert told.letter.recipient == OPERATOR
    assert HERE in told.text
    with world.store.reading() as ledger:
        assert [case.key for case, _ in ledger.set_aside_cases()] == [HERE]
    monkeypatch.setattr(monitor.watch, "decide", decide)
    with world.store.writing() as ledger:
        ledger.clear_strikes()
    await world.look()
    assert world.mailbox.to(OWNER)[0].stages == ["notice"]


def poison(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """Deciding this one case fails, as a bug would make it."""

    def broken(case: Case, moment: datetime, setting: Setting) -> Decision:
        if case.key == key:
            raise ZeroDivisionError("a bug")
        return decide(case, moment, setting)

    monkeypatch.setattr(monitor.watch, "decide", broken)


async def test_a_template_that_breaks_gives_a_plain_letter(world: World, tmp_path: Path) -> None:
    template = tmp_path / "own" / "en" / "stage" / "body.txt"
    template.parent.mkdir(parents=True)
    template.write_text("{{ page.no_such_thing }}", encoding="utf-8")
    world.config = world.config.model_copy(update={"templates": (tmp_path / "own",)})
    await opened(world)
    await world.advance(to="2016-05-31T08:00")
    (letter,) = world.mailbox.letters
    assert letter.stages == ["notice"]
    assert "Làm xong việc số 1" in letter.text
    assert "30 June 2016" in letter.text


@pytest.mark.contract(10)
async def test_a_letter_that_cannot_be_written_at_all_is_set_aside_and_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(world)
    await world.advance(to="2016-05-31T07:59")
    monkeypatch.setattr("monitor.forming.pieces", unwritable)
    await world.advance(to="2016-05-31T08:30")
    assert f"held stage {OWNER}" in world.outbox()
    monkeypatch.undo()
    await world.advance(to="2016-05-31T10:00")
    (told,) = world.mailbox.of_kind("failure")
    assert told.letter.recipient == OPERATOR
    with world.store.writing() as ledger:
        held = [row.number for row in ledger.outbox("held") if row.letter == "stage"]
        ledger.drop(held, "nobody needs it")
        with pytest.raises(Unmovable):
            ledger.retry(held)


def unwritable(mail: Mail) -> tuple[bytes, ...]:
    """Stands for ``pieces`` where every letter of a stage is beyond writing."""
    if mail.kind == "stage":
        raise ValueError("no place in a header")
    return pieces(mail)
