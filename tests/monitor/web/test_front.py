"""The front door on real sockets: this machine alone, and gone when it is no longer wanted."""

from __future__ import annotations

import asyncio
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from monitor.clock import SystemClock
from monitor.listening import Place, Port, SocketFile, place_of
from monitor.web.front import keep_open, opened
from tests.builders import local
from tests.fakes import TurnedClock


async def _hello(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


PAGES = Starlette(routes=[Route("/", _hello)])


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def asked(place: Place) -> str:
    """The whole answer; raises OSError where nobody listens."""
    match place:
        case Port(host, number):
            reader, writer = await asyncio.open_connection(host, number)
        case SocketFile(path):
            reader, writer = await asyncio.open_unix_connection(str(path))
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.decode()


async def answered(place: Place) -> str:
    """The answer as soon as there is one."""
    async with asyncio.timeout(20):
        while True:
            try:
                return await asked(place)
            except OSError:
                await asyncio.sleep(0.01)


class Wish:
    """Where pages are wanted."""

    def __init__(self, place: Place | None) -> None:
        self.place = place

    def __call__(self) -> Place | None:
        return self.place


@asynccontextmanager
async def serving(wish: Wish) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(keep_open(wish, PAGES, SystemClock()))
        try:
            yield
        finally:
            task.cancel()


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("127.0.0.1:8970", Port("127.0.0.1", 8970)),
        ("127.0.0.53:1", Port("127.0.0.53", 1)),
        ("localhost:8970", Port("127.0.0.1", 8970)),
        ("[::1]:65535", Port("::1", 65535)),
        ("/run/duewatch/web.sock", SocketFile(Path("/run/duewatch/web.sock"))),
        ("./web.sock", SocketFile(Path("./web.sock"))),
    ],
)
def test_a_place_is_read(written: str, place: Place) -> None:
    assert place_of(written) == place


@pytest.mark.parametrize(
    "written",
    [
        "0.0.0.0:8970",
        "192.168.1.5:8970",
        "[::]:8970",
        "::1:8970",
        "example.org:8970",
        "localhost.example.org:80",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:-1",
        "127.0.0.1:80 ",
        "8970",
        "web.sock",
        "[127.0.0.1:80",
        "/" + "x" * 101,
    ],
)
def test_a_place_that_others_could_reach_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"must|longer"):
        place_of(written)


@pytest.mark.asyncio
async def test_a_port_serves_and_tells_nothing_of_the_server() -> None:
    place = Port("127.0.0.1", free_port())
    async with serving(Wish(place)):
        answer = await answered(place)
    assert answer.startswith("HTTP/1.1 200 OK")
    assert answer.endswith("hello")
    assert "server:" not in answer.lower()
    with pytest.raises(OSError, match=r"refused|failed"):
        await asked(place)


@pytest.mark.asyncio
async def test_a_socket_file_is_for_owner_and_group_and_goes_away(tmp_path: Path) -> None:
    place = SocketFile(tmp_path / "web.sock")
    async with serving(Wish(place)):
        assert (await answered(place)).endswith("hello")
        assert stat.S_IMODE(place.path.stat().st_mode) == 0o660
    assert not place.path.exists()


@pytest.mark.asyncio
async def test_a_reload_moves_the_pages(tmp_path: Path) -> None:
    first, second = SocketFile(tmp_path / "1.sock"), SocketFile(tmp_path / "2.sock")
    wish = Wish(first)
    async with serving(wish):
        await answered(first)
        wish.place = second
        assert (await answered(second)).endswith("hello")
        assert not first.path.exists()


@pytest.mark.asyncio
async def test_a_connection_that_says_nothing_does_not_hold_up_the_end(tmp_path: Path) -> None:
    place = SocketFile(tmp_path / "web.sock")
    loop = asyncio.get_running_loop()
    async with serving(Wish(place)):
        await answered(place)
        _, writer = await asyncio.open_unix_connection(str(place.path))
        began = loop.time()
    assert loop.time() - began < 10
    writer.close()


def test_a_socket_that_a_dead_daemon_left_is_taken_over(tmp_path: Path) -> None:
    place = SocketFile(tmp_path / "web.sock")
    opened(place).close()
    assert place.path.is_socket()
    opened(place).close()


def test_a_socket_that_somebody_serves_is_left_alone(tmp_path: Path) -> None:
    place = SocketFile(tmp_path / "web.sock")
    with opened(place), pytest.raises(OSError, match="listening there already"):
        opened(place)
    assert place.path.is_socket()


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    place = SocketFile(tmp_path / "web.sock")
    place.path.write_text("mine")
    with pytest.raises(OSError, match="in use"):
        opened(place)
    assert place.path.read_text() == "mine"


@pytest.mark.asyncio
async def test_a_place_that_is_taken_is_told_once_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    clock = TurnedClock(local("2016-06-21T08:00"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        place = Port("127.0.0.1", int(other.getsockname()[1]))
        async with asyncio.TaskGroup() as group:
            task = group.create_task(keep_open(Wish(place), PAGES, clock))
            await clock.advance(46)
            task.cancel()
    told = [record for record in caplog.records if record.getMessage() == "the pages are not served"]
    assert len(told) == 1
