"""Pages and heartbeat of a real daemon: they tell the truth, and its signals stay its own."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.daemon.installation import TO_A_FOLDER, TO_A_SERVER, Installation, until
from tests.daemon.sink import Sink
from tests.smtp_server import HOLD

CANARY = "canary-51c0ffee"
WEB = '\n[web]\nlisten = "./web.sock"\n'


class _Connection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=10)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(10)
        self.sock.connect(str(self._path))


def page(office: Installation, path: str) -> tuple[int, str]:
    """Status and text; 0 while nobody listens."""
    connection = _Connection(office.folder / "web.sock")
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()


class Hearing(ThreadingHTTPServer):
    """A server that notes who calls."""

    daemon_threads = True
    heard: list[str]


class _Ear(BaseHTTPRequestHandler):
    server: Hearing

    def do_GET(self) -> None:
        self.server.heard.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's word)
        """Say nothing."""


@pytest.fixture
def hearing() -> Iterator[Hearing]:
    server = Hearing(("127.0.0.1", 0), _Ear)
    server.heard = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_pages_of_a_daemon_tell_how_it_is(office: Installation) -> None:
    office.furnish(TO_A_FOLDER + WEB)
    with office.daemon() as daemon:
        until(lambda: page(office, "/readyz") == (200, "ready\n"), "the daemon is ready")
        assert page(office, "/livez") == (200, "alive\n")
        until(lambda: 'duewatch_attempts_total{outcome="accepted"' in page(office, "/metrics")[1], "a letter")
        daemon.waits_until_said("letter accepted")
        status, text = page(office, "/metrics")
        assert status == 200
        assert "duewatch_ready 1.0\n" in text
        assert 'duewatch_cases{status="open-late"} 1.0\n' in text
        assert page(office, "/secret")[0] == 404
        assert daemon.stopped() == 0
    assert not (office.folder / "web.sock").exists()


def test_pages_do_not_keep_a_letter_in_hand_from_finishing(office: Installation, sink: Sink) -> None:
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none") + WEB)
    sink.behave({"DATA": HOLD})
    with office.daemon() as daemon:
        until(lambda: page(office, "/livez")[0] == 200, "the pages are served")
        until(lambda: sink.saw("DATA"), "the daemon wants to send the text")
        daemon.send(signal.SIGTERM)
        daemon.waits_until_said("stopping")
        until(lambda: page(office, "/livez")[0] == 0, "the pages are gone first")
        assert sink.arrivals == []
        sink.release()
        assert daemon.ended() == 0
    assert len(sink.arrivals) == 1


def test_no_secret_is_on_a_page_in_the_log_or_in_doctor(office: Installation, hearing: Hearing) -> None:
    config = (
        TO_A_FOLDER
        + WEB
        + f'\n[heartbeat]\nping = "http://127.0.0.1:{hearing.server_port}/{CANARY}"\n'
        + f'\n[email]\nusername = "duewatch"\npassword = "{CANARY}"\n'
    )
    office.furnish(config)
    (office.folder / "config.toml").chmod(0o600)
    with office.daemon() as daemon:
        until(lambda: hearing.heard, "the heartbeat is heard")
        assert hearing.heard[0] == f"/{CANARY}"
        shown = [page(office, path)[1] for path in ("/livez", "/readyz", "/metrics")]
        assert "duewatch_last_heartbeat_timestamp_seconds " in shown[2]
        commands = [office.run(*words) for words in (("doctor",), ("status",), ("doctor", "--json"))]
        said = "".join((*shown, *(ended.out + ended.err for ended in commands), daemon.said))
        assert daemon.stopped() == 0
    assert CANARY not in said
    assert "lan@example.org" not in "".join(shown)


def test_a_port_that_is_taken_does_not_keep_letters_back(office: Installation) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        office.furnish(TO_A_FOLDER + f'\n[web]\nlisten = "127.0.0.1:{port}"\n')
        with office.daemon() as daemon:
            daemon.waits_until_said("the pages are not served")
            daemon.waits_until_said("letter accepted")
            assert daemon.stopped() == 0


def test_a_reload_opens_the_pages(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        assert page(office, "/livez")[0] == 0
        office.write("config.toml", TO_A_FOLDER + WEB)
        daemon.send(signal.SIGHUP)
        until(lambda: page(office, "/readyz")[0] == 200, "the pages are served")
        assert daemon.stopped() == 0


def test_descriptors_and_threads_stay_as_they_are_however_often_somebody_looks(office: Installation) -> None:
    office.furnish(TO_A_FOLDER + WEB)
    with office.daemon() as daemon:
        until(lambda: page(office, "/readyz")[0] == 200, "the daemon is ready")
        for _ in range(20):
            page(office, "/metrics")
        before = entries(daemon.pid, "fd"), entries(daemon.pid, "task")
        for _ in range(100):
            assert page(office, "/metrics")[0] == 200
        until(lambda: entries(daemon.pid, "fd") <= before[0], "no descriptor is left open")
        until(lambda: entries(daemon.pid, "task") <= before[1], "no thread is left")
        assert daemon.stopped() == 0


def entries(pid: int, folder: str) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/{folder}").iterdir())


def test_without_pages_nothing_of_them_is_imported(office: Installation) -> None:
    """Start-up and memory: who wants no pages need not have what serves them."""
    office.furnish(TO_A_FOLDER)
    office.write("sitecustomize.py", "import sys\nsys.modules['uvicorn'] = sys.modules['starlette'] = None\n")
    with office.daemon(PYTHONPATH=os.pathsep.join((str(office.folder), *filter(None, sys.path)))) as daemon:
        daemon.waits_until_said("letter accepted")
        assert daemon.stopped() == 0
