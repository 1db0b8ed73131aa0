"""The front door: uvicorn in the daemon's own loop, on a socket that we open and with signals that stay ours."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from monitor import logs
from monitor.clock import Clock
from monitor.listening import Place, Port, SocketFile
from monitor.ticker import SAFETY_S

GRACE_S = 5
AT_ONCE = 32
log = logs.of("web")


class _Server(uvicorn.Server):
    """uvicorn would take SIGTERM for itself and end before the letters in hand are finished."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def keep_open(wanted: Callable[[], Place | None], pages: Starlette, clock: Clock) -> None:
    """Serve where it is wanted until cancelled; after a reload somewhere else, or no more.

    A place that cannot be had is told and tried again: letters go out although nobody can look.
    """
    told: str | None = None
    while True:
        place = wanted()
        if place is None:
            await clock.sleep(SAFETY_S)
            continue
        try:
            door = opened(place)
        except OSError as fault:
            sentence = f"cannot listen on {place}: {fault.strerror or fault}"
            if sentence != told:
                log.error("the pages are not served", sentence=sentence)
            told = sentence
            await clock.sleep(SAFETY_S)
            continue
        log.info("serving pages", at=str(place))
        told = None
        try:
            await _serve(door, pages, partial(_is, wanted, place))
        finally:
            door.close()
            if isinstance(place, SocketFile):
                with suppress(OSError):
                    place.path.unlink()


def _is(wanted: Callable[[], Place | None], place: Place) -> bool:
    return wanted() == place


async def _serve(door: socket.socket, pages: Starlette, goes_on: Callable[[], bool]) -> None:
    config = uvicorn.Config(
        pages,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=AT_ONCE,
        timeout_graceful_shutdown=GRACE_S,
    )
    server = _Server(config)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(server.serve(sockets=[door]))
        try:
            while not serving.done() and goes_on():
                await asyncio.wait([serving], timeout=1)
        finally:
            server.should_exit = True
            await asyncio.wait([serving], timeout=GRACE_S + 1)


def opened(place: Place) -> socket.socket:
    """A listening socket; raises OSError where the place is taken or cannot be had."""
    match place:
        case Port(host, number):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            return socket.create_server((host, number), family=family)
        case SocketFile(path):
            return _socket_file(path)


def _socket_file(path: Path) -> socket.socket:
    """A Unix socket for owner and group; one that a dead daemon left behind is taken away first."""
    if path.is_socket():
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
            knock.settimeout(1)
            try:
                knock.connect(str(path))
            except ConnectionRefusedError:
                path.unlink()
            else:
                raise OSError(errno.EADDRINUSE, "somebody is listening there already")
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        door.bind(str(path))
        path.chmod(0o660)
        door.listen()
    except OSError:
        door.close()
        raise
    return door
