"""A thread that hears the other programs of a PostgreSQL database, and shows them that this one lives."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg
from sqlalchemy.exc import DBAPIError

CHANNEL = "duewatch"
STIRS_EVERY_S = 0.5
PROBES_EVERY = 60
RECONNECTS_AFTER_S = 1.0


class Listener:
    """Counts what others announce; a connection that was lost, or made, counts too: something may have been missed.

    As long as it is connected it holds the lock of its ``mark``.
    """

    def __init__(self, connect: Callable[[], psycopg.Connection], mark: int, lock: int) -> None:
        self.heard = 0
        self._connect = connect
        self._mark = mark
        self._lock = lock
        self._listening = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="listener", daemon=True)
        self._thread.start()

    def wait_until_heard(self, seconds: float) -> None:
        """Come back when it listens, at the latest after ``seconds``."""
        self._listening.wait(seconds)

    def close(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._connect() as connection:
                    connection.execute("SELECT pg_advisory_lock(%s, %s)", (self._lock, self._mark))
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._ring()
                    self._listening.set()
                    self._listen(connection)
            except (psycopg.Error, DBAPIError):  # the loops meet the same fault, and tell it
                self._ring()
                self._stopping.wait(RECONNECTS_AFTER_S)

    def _listen(self, connection: psycopg.Connection) -> None:
        silences = 0
        while not self._stopping.is_set():
            heard = [note.payload for note in connection.notifies(timeout=STIRS_EVERY_S)]
            if any(payload != str(self._mark) for payload in heard):
                self._ring()
            silences = 0 if heard else silences + 1
            if silences >= PROBES_EVERY:
                connection.execute("SELECT 1")  # a server that vanished without a word is noticed so
                silences = 0

    def _ring(self) -> None:
        self.heard += 1
