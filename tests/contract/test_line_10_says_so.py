"""Line 10: what cannot be kept is said: to the operator, by the exit code, in the log, in the status."""

from __future__ import annotations

import json

import pytest

from notifiers.base import Deferred
from rules.decide import Decision
from tests.monitor.cli.console import Office
from tests.stories.world import OPERATOR, World

KEY = "nq-23-2016/1@bo-y-te"
OWNER = "owner-of-bo-y-te"


@pytest.mark.contract(10)
@pytest.mark.asyncio
async def test_the_operator_is_told_of_a_letter_that_its_server_refuses_for_good(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    world.mailbox.refuses.add(f"{OWNER}@example.org")
    await world.advance(to="2016-05-31T08:30")
    (told,) = world.mailbox.of_kind("failure")
    assert told.letter.recipient == OPERATOR
    assert OWNER in told.text
    assert "550 no such user" in told.text
    assert f"refused stage {OWNER}" in world.outbox()


@pytest.mark.contract(10)
@pytest.mark.asyncio
async def test_the_operator_is_told_when_a_server_has_been_away_for_five_days(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-05-31T07:59")
    world.mailbox.answers.extend([Deferred("451 not now", scope="recipient")] * 400)
    await world.advance(to="2016-06-06T12:00")
    world.mailbox.answers.clear()
    await world.advance(to="2016-06-06T14:00")
    assert f"held stage {OWNER}" in world.outbox()
    told = world.mailbox.of_kind("failure")
    assert any("451 not now" in letter.text for letter in told)
    assert {letter.letter.recipient for letter in told} == {OPERATOR}


def undecidable(*_words: object) -> Decision:
    raise ZeroDivisionError("a poisoned case")


@pytest.mark.contract(10)
def test_a_case_that_cannot_be_decided_stands_in_the_status_with_its_reason(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.done("tick")
    office.at("2016-06-21T09:00")
    monkeypatch.setattr("monitor.watch.decide", undecidable)
    for _ in range(3):
        office.run("tick")
    assert "SET ASIDE      nq-9-2016/1@bo-y-te: " in office.done("status")
    said = json.loads(office.done("status", "--json"))["set_aside"]
    assert len(said) == 3
    assert all("ZeroDivisionError: a poisoned case" in sentence for sentence in said)


@pytest.mark.contract(10)
def test_a_pass_that_could_not_do_its_work_does_not_end_with_0(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.done("tick")
    (office.folder / "letters").mkdir(exist_ok=True)
    text = (office.folder / "catalogue" / "nq.toml").read_text("utf-8")
    (office.folder / "catalogue" / "nq.toml").write_text(text.replace("1/7/2016", "1/8/2016"), "utf-8")
    moved = office.run("tick")
    assert moved.exit_code == 1
    assert "duewatch accept" in moved.stderr
    monkeypatch.setattr("monitor.cli.wiring.Wiring.now", lambda _self: _a_dead_battery())
    impossible = office.run("tick")
    assert impossible.exit_code == 75
    assert "set it" in impossible.stderr


def _a_dead_battery() -> object:
    from tests.builders import local

    return local("1970-01-01T07:00")
