"""What every channel promises. A new line in CHANNELS is walked through here without a further word."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import BaseModel, ValidationError

from notifiers import CHANNELS
from notifiers.base import Accepted, Channel, Deferred, Letter, Refused, Uncertain
from tests.smtp_server import SmtpServer

LETTER = Letter(
    number=7,
    message_id="<0123456789abcdef0123456789abcdef@example.org>",
    sender="duewatch@example.org",
    recipient="lan@example.org",
    content=b"Subject: x\r\n\r\nbody\r\n",
)


async def working_settings(name: str, stack: AsyncExitStack, folder: Path) -> BaseModel:
    """Settings with which the channel works here; a new channel needs a line."""
    match name:
        case "folder":
            return CHANNELS["folder"].settings.model_validate({"path": folder / "letters"})
        case "email":
            server = await stack.enter_async_context(SmtpServer())
            given = {"host": "127.0.0.1", "port": server.port, "security": "none"}
            return CHANNELS["email"].settings.model_validate(given)
        case _:
            pytest.fail(f"say here how the channel {name!r} is set up for the contract")


async def broken_settings(name: str, stack: AsyncExitStack, folder: Path) -> BaseModel:
    """Settings behind which the world does not work."""
    match name:
        case "folder":
            (folder / "a-file").write_text("in the way")
            return CHANNELS["folder"].settings.model_validate({"path": folder / "a-file"})
        case "email":
            async with SmtpServer() as gone:
                port = gone.port
            return CHANNELS["email"].settings.model_validate(
                {"host": "127.0.0.1", "port": port, "security": "none"}
            )
        case _:
            pytest.fail(f"say here how the channel {name!r} breaks")


@pytest_asyncio.fixture(params=sorted(CHANNELS))
async def channel(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Channel]:
    name = str(request.param)
    async with AsyncExitStack() as stack:
        opened = CHANNELS[name].open(await working_settings(name, stack, tmp_path))
        yield opened
        await opened.close()


@pytest_asyncio.fixture(params=sorted(CHANNELS))
async def broken(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Channel]:
    name = str(request.param)
    async with AsyncExitStack() as stack:
        opened = CHANNELS[name].open(await broken_settings(name, stack, tmp_path))
        yield opened
        await opened.close()


@pytest.mark.asyncio
async def test_a_good_letter_is_accepted(channel: Channel) -> None:
    receipt = await channel.deliver(LETTER)
    assert isinstance(receipt, Accepted)
    assert receipt.answer


@pytest.mark.asyncio
async def test_the_same_letter_may_come_again(channel: Channel) -> None:
    assert isinstance(await channel.deliver(LETTER), Accepted)
    assert isinstance(await channel.deliver(LETTER), Accepted)


@pytest.mark.asyncio
async def test_a_trial_tells_its_steps_and_ends_like_a_delivery(channel: Channel) -> None:
    told: list[str] = []
    assert isinstance(await channel.probe(LETTER, told.append), Accepted)
    assert told


@pytest.mark.asyncio
async def test_a_greeting_finds_a_world_that_works(channel: Channel) -> None:
    assert await channel.greet(lambda _line: None) is None


@pytest.mark.asyncio
async def test_a_greeting_says_what_does_not_work(broken: Channel) -> None:
    told = await broken.greet(lambda _line: None)
    assert told


@pytest.mark.asyncio
async def test_a_world_that_does_not_work_defers_the_letter_and_raises_nothing(broken: Channel) -> None:
    receipt = await broken.deliver(LETTER)
    assert isinstance(receipt, Deferred)
    assert receipt.scope == "host"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "recipient", ["", "nobody", "a@b\r\nRCPT TO:<evil@example.org>", "lan@\u202eexample.org"]
)
async def test_no_recipient_however_odd_makes_a_channel_raise(channel: Channel, recipient: str) -> None:
    letter = Letter(8, LETTER.message_id, LETTER.sender, recipient, LETTER.content)
    assert isinstance(await channel.deliver(letter), Accepted | Deferred | Refused | Uncertain)


@pytest.mark.asyncio
async def test_closing_twice_is_no_fault(channel: Channel) -> None:
    await channel.deliver(LETTER)
    await channel.close()
    await channel.close()


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_an_unknown_key_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="surprise"):
        CHANNELS[name].settings.model_validate({"surprise": 1})


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_a_fault_never_repeats_what_was_given(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CHANNELS[name].settings.model_validate({"path": ["canary-7f3a"], "password": ["canary-7f3a"]})
    assert "canary-7f3a" not in str(caught.value)


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_a_channel_is_not_opened_with_the_settings_of_another(name: str) -> None:
    class Foreign(BaseModel):
        pass

    with pytest.raises(TypeError):
        CHANNELS[name].open(Foreign())


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_the_settings_of_a_channel_have_a_default_for_every_key(name: str) -> None:
    assert CHANNELS[name].settings.model_validate({}) == CHANNELS[name].settings()
