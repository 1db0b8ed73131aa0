"""Replies in whatever portions they arrive, and servers that speak out of turn."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.dialogue import LONGEST, BabbleError, Dialogue, HungUpError, Reply, on_the_wire

REPLIES = b"250-first\r\n250 second\r\n354 go on\r\n550 5.1.1 no such person\r\n"
HEARD = [Reply(250, "first\nsecond"), Reply(354, "go on"), Reply(550, "5.1.1 no such person")]


class Wire(asyncio.Transport):
    """A connection that keeps what is written, and hands on what a test says has arrived."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""
        self.ended = False

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        return

    def is_closing(self) -> bool:
        return self.ended

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def abort(self) -> None:
        self.ended = True


@asynccontextmanager
async def dialogue() -> AsyncIterator[tuple[Dialogue, Wire]]:
    wire = Wire()
    yield Dialogue(wire), wire


@given(cuts=st.lists(st.integers(0, len(REPLIES)), max_size=8))
def test_replies_are_the_same_however_the_network_cuts_them(cuts: list[int]) -> None:
    async def heard() -> list[Reply]:
        async with dialogue() as (talk, _):
            talk.say("MAIL", "RCPT", "DATA")
            edges = [0, *sorted(cuts), len(REPLIES)]
            for start, end in pairwise(edges):
                talk.data_received(REPLIES[start:end])
            return [await talk.reply(1) for _ in range(3)]

    assert asyncio.run(heard()) == HEARD


@pytest.mark.asyncio
async def test_commands_said_together_travel_together() -> None:
    async with dialogue() as (talk, wire):
        talk.say("MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA")
        assert wire.written == b"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"


@pytest.mark.asyncio
@pytest.mark.parametrize("command", ["RCPT TO:<a@b>\r\nDATA", "NOOP\n", "NOOP\rNOOP"])
async def test_a_command_never_smuggles_a_second_one(command: str) -> None:
    async with dialogue() as (talk, wire):
        with pytest.raises(ValueError, match="one line"):
            talk.say(command)
        assert wire.written == b""


@pytest.mark.asyncio
async def test_a_server_that_speaks_unasked_is_not_asked_again() -> None:
    async with dialogue() as (talk, wire):
        talk.data_received(b"421 4.4.2 idle for too long\r\n")
        assert not talk.alive
        with pytest.raises(BabbleError, match="idle for too long"):
            talk.say("MAIL FROM:<a@b>")
        assert wire.written == b""


@pytest.mark.asyncio
async def test_a_reply_that_came_before_the_end_is_still_heard() -> None:
    async with dialogue() as (talk, _):
        talk.say("MAIL", "RCPT")
        talk.data_received(b"421 4.3.2 shutting down\r\n")
        talk.connection_lost(None)
        assert (await talk.reply(1)).code == 421
        with pytest.raises(HungUpError, match="lost"):
            await talk.reply(1)


@pytest.mark.asyncio
@pytest.mark.parametrize("babble", [b"SSH-2.0-OpenSSH\r\n", b"25x ok\r\n", b"\r\n", "²⁵⁰ ok\r\n".encode()])
async def test_what_is_no_reply_ends_the_dialogue(babble: bytes) -> None:
    async with dialogue() as (talk, _):
        talk.say("MAIL")
        talk.data_received(babble)
        with pytest.raises(BabbleError):
            await talk.reply(1)
        assert not talk.alive


@pytest.mark.asyncio
async def test_a_reply_without_end_is_not_kept() -> None:
    async with dialogue() as (talk, _):
        talk.say("MAIL")
        for _ in range(LONGEST // 1000 + 2):
            talk.data_received(b"250-" + b"x" * 996 + b"\r\n")
        with pytest.raises(BabbleError, match="no end"):
            await talk.reply(1)


@pytest.mark.asyncio
async def test_silence_is_told_from_an_end() -> None:
    async with dialogue() as (talk, _):
        talk.say("MAIL")
        with pytest.raises(TimeoutError):
            await talk.reply(0)
        talk.eof_received()
        with pytest.raises(HungUpError, match="hung up"):
            await talk.reply(0)


@given(
    st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b".", b"..", b"a", b"text."]), min_size=1).map(b"".join)
)
def test_whatever_a_text_holds_it_ends_with_its_own_dot_and_no_other(text: bytes) -> None:
    """RFC 5321 sections 2.3.8 and 4.5.2, as a server undoes them."""
    wire = on_the_wire(text)
    *lines, dot, nothing = wire.split(b"\r\n")
    assert (dot, nothing) == (b".", b"")
    assert b"." not in lines
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    arrived = [line.removeprefix(b".") for line in lines]
    wanted = re.sub(rb"\r\n|\r|\n", b"\n", text).split(b"\n")
    assert arrived == (wanted[:-1] if wanted[-1] == b"" else wanted)


def test_commands_follow_a_texts_end_in_one_piece() -> None:
    assert (
        on_the_wire(b"a\r\n", ["MAIL FROM:<a@x.org>", "DATA"]) == b"a\r\n.\r\nMAIL FROM:<a@x.org>\r\nDATA\r\n"
    )
    with pytest.raises(ValueError, match="one line"):
        on_the_wire(b"a\r\n", ["RCPT TO:<a@x.org>\r\nDATA"])
