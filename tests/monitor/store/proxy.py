"""A network between a program and its PostgreSQL server, that can lose an answer."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self


class Proxy:
    """Passes everything on; ``loses_the_answer_to`` a command: it arrives, and then every connection breaks."""

    def __init__(self, server: Path, host: str = "127.0.0.1") -> None:
        self._server = str(server)
        self._listener = socket.create_server((host, 0))
        self.port: int = self._listener.getsockname()[1]
        self._fatal: bytes | None = None
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()
        self._break()

    def loses_the_answer_to(self, command: bytes) -> None:
        self._fatal = command

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._server)
                self._open += [client, server]
                threading.Thread(target=self._ask, args=(client, server), daemon=True).start()
                threading.Thread(target=self._answer, args=(server, client), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while said := client.recv(65536):
                fatal = self._fatal is not None and self._fatal in said
                if fatal:
                    self._fatal = None
                    client.shutdown(socket.SHUT_RDWR)  # before the answer can come
                server.sendall(said)
                if fatal:
                    break
        with suppress(OSError):
            server.shutdown(socket.SHUT_WR)

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while said := server.recv(65536):
                client.sendall(said)
            client.shutdown(socket.SHUT_RDWR)

    def _break(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()
