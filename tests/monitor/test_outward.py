"""Calling an address and running a command: with a real server and real programs."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from monitor.listening import ping_address
from monitor.outward import called, told_by, without_ours


class Hearing(ThreadingHTTPServer):
    """A server that notes who calls."""

    heard: list[str]
    daemon_threads = True


class _Ear(BaseHTTPRequestHandler):
    server: Hearing

    def do_GET(self) -> None:
        self.server.heard.append(self.path)
        _, _, answer = self.path.partition("/answers/")
        if answer == "slowly":
            time.sleep(0.5)
        code = int(answer) if answer.isdigit() else 200
        self.send_response(code)
        if code in {301, 302, 307}:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's word)
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Hearing]:
    hearing = Hearing(("127.0.0.1", 0), _Ear)
    hearing.heard = []
    thread = threading.Thread(target=hearing.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield hearing
    hearing.shutdown()
    thread.join()
    hearing.server_close()


def at(server: Hearing, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


def test_an_address_that_answers_well_is_no_fault(server: Hearing) -> None:
    assert called(at(server, "/ping/4f2e")) is None
    assert server.heard == ["/ping/4f2e"]


@pytest.mark.parametrize("code", [404, 500, 503])
def test_another_answer_is_told_by_its_number(server: Hearing, code: int) -> None:
    assert called(at(server, f"/answers/{code}")) == f"the answer was {code}"


@pytest.mark.parametrize("code", [301, 302, 307])
def test_nobody_is_led_elsewhere(server: Hearing, code: int) -> None:
    assert called(at(server, f"/answers/{code}")) == f"the answer was {code}"
    assert server.heard == [f"/answers/{code}"]


def test_a_silent_server_is_given_up(server: Hearing) -> None:
    assert called(at(server, "/answers/slowly"), timeout_s=0.1) == "cannot be reached: TimeoutError"


def test_an_address_without_a_server_is_told_without_the_address(server: Hearing) -> None:
    server.shutdown()
    server.server_close()
    fault = called(at(server, "/ping/secret-4f2e"), timeout_s=2)
    assert fault == "cannot be reached: Connection refused"


@pytest.mark.parametrize(
    "address",
    ["https://hc.example.org/4f2e", "http://127.0.0.1:9/x", "http://localhost/x", "http://[::1]:9/x"],
)
def test_a_secret_address_travels_unseen(address: str) -> None:
    assert ping_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://hc.example.org/4f2e",
        "http://127.0.0.1.example.org/",
        "http://localhost.example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "hc.example.org",
        "https",
        "https://[::1/x",
    ],
)
def test_an_address_that_others_could_read_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"https|IPv6"):
        ping_address(address)


def script(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "tell.py"
    path.write_text(text, encoding="utf-8")
    return sys.executable, str(path), str(folder / "said")


SAY = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.stdin.read())"


@pytest.mark.asyncio
async def test_the_sentence_stands_on_standard_input(tmp_path: Path) -> None:
    assert await told_by(script(tmp_path, SAY), "no letter of máy-chủ goes out") is None
    assert (tmp_path / "said").read_text(encoding="utf-8") == "no letter of máy-chủ goes out\n"


@pytest.mark.asyncio
async def test_no_shell_reads_the_arguments(tmp_path: Path) -> None:
    text = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    command = (*script(tmp_path, text), "$(id); `id` > /dev/null && *")
    assert await told_by(command, "x") is None
    assert (tmp_path / "said").read_text(encoding="utf-8") == "$(id); `id` > /dev/null && *"


@pytest.mark.asyncio
async def test_a_command_that_fails_says_its_number(tmp_path: Path) -> None:
    fault = await told_by(script(tmp_path, "raise SystemExit(3)"), "x")
    assert fault == f"{sys.executable} ended with 3"


@pytest.mark.asyncio
async def test_a_command_that_reads_nothing_is_no_fault(tmp_path: Path) -> None:
    assert await told_by(script(tmp_path, "pass"), "x" * 1_000_000) is None


@pytest.mark.asyncio
async def test_a_command_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    text = (
        "import os, pathlib, sys, time\n"
        "child = os.fork()\n"
        "child and pathlib.Path(sys.argv[1]).write_text(str(child))\n"
        "time.sleep(60)\n"
    )
    fault = await told_by(script(tmp_path, text), "x", timeout_s=1.5)
    assert fault == f"{sys.executable} did not end within 2 seconds"
    child = int((tmp_path / "said").read_text())
    ends = time.monotonic() + 10
    while is_running(child):
        assert time.monotonic() < ends


def is_running(pid: int) -> bool:
    """Whether the process is there and no mere corpse."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.asyncio
async def test_a_command_that_is_not_there_is_told() -> None:
    fault = await told_by(("/no/such/program",), "x")
    assert fault == "/no/such/program cannot be started: No such file or directory"


def test_the_command_does_not_inherit_what_was_told_to_the_daemon() -> None:
    environ = {
        "PATH": "/bin",
        "DUEWATCH_EMAIL__PASSWORD": "hunter2",
        "CREDENTIALS_DIRECTORY": "/run/credentials/duewatch",
        "NOTIFY_SOCKET": "/run/systemd/notify",
        "WATCHDOG_USEC": "1",
    }
    assert without_ours(environ) == {"PATH": "/bin"}
