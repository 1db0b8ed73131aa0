"""Standard output whose failures are told apart from those of the files and databases that a command writes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

# What a shell reports of a program that SIGPIPE has ended, as most programs are whose reader goes away.
READER_GONE = 141


class UnwrittenError(Exception):
    """Standard output takes no more words; no ``OSError``, so that nobody takes it for a fault of what was done."""

    def __init__(self, fault: OSError) -> None:
        super().__init__((fault.strerror or str(fault)).lower())
        self.errno = fault.errno

    @property
    def reader_is_gone(self) -> bool:
        return self.errno == errno.EPIPE


class Outlet:
    """A stream like the one that it stands for, but for its failures."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with _told_apart():
            return self._stream.write(text)

    def flush(self) -> None:
        with _told_apart():
            self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def _told_apart() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise UnwrittenError(fault) from fault


@contextmanager
def outlet() -> Iterator[None]:
    """Standard output is an ``Outlet`` meanwhile; there may be none at all."""
    stream = sys.stdout
    if stream is not None:
        sys.stdout = cast(TextIO, Outlet(stream))
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except UnwrittenError:
        _let_go(stream)
        raise
    finally:
        sys.stdout = stream


def _let_go(stream: TextIO) -> None:
    """What is still in the stream's memory goes nowhere: the interpreter would try again at its end."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
