"""Line 7: a command that printed "ok" is on disk, even if the machine loses its power at the next instruction."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitor.clock import SystemClock
from tests.daemon.installation import DIRECTORY, INSTRUMENT, TO_A_FOLDER, Installation

# The first word "ok" that the program prints is its last: it is killed with the word barely written.
KILLED_AT_OK = """
import os, signal
import click
plain = click.echo
def echo(message=None, *rest, **named):
    plain(message, *rest, **named)
    if str(message).startswith("ok"):
        import sys
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)
click.echo = echo
"""
CASE = "nq-9-2016/1@bo-tt-tt"
EVENT = "nq-9-2016/2@bo-tt-tt"
SECOND = """
[[obligation]]
id = "2"
task = "Báo cáo sau khi nhận văn bản."
lead = ["bo-tt-tt"]
deadline = { days = 15, working = true, after = "receipt" }
"""
COMMANDS = {
    "Closed": ("close", CASE, "--evidence", "12/TT"),
    "Withdrawn": ("withdraw", CASE, "--authority", "77/VPCP"),
    "Extended": ("extend", CASE, "--to", "2150-01-01", "--authority", "78/VPCP", "--reason", "chờ"),
    "Acknowledged": ("ack", CASE, "--until", "{soon}", "--as", "lan"),
    "Assigned": ("assign", CASE, "--officer", "lan", "--reason", "thay"),
    "ProgressReported": ("progress", CASE, "--percent", "40"),
    "AnchorSet": ("anchor", EVENT, "--name", "receipt", "--day", "2016-04-01", "--evidence", "sổ công văn"),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    office = Installation(tmp_path_factory.mktemp("ok"))
    office.furnish(TO_A_FOLDER, DIRECTORY, INSTRUMENT + SECOND)
    office.done("tick")
    office.write("killer/sitecustomize.py", KILLED_AT_OK)
    return office


@pytest.mark.contract(7)
@pytest.mark.parametrize("fact", COMMANDS)
def test_what_said_ok_and_was_killed_at_that_word_is_in_the_journal(opened: Installation, fact: str) -> None:
    soon = (SystemClock().now() + timedelta(days=1)).date()
    words = [word.format(soon=soon) for word in COMMANDS[fact]]
    before = [row["fact"] for row in opened.rows("history")]
    opened.environ["PYTHONPATH"] = str(opened.folder / "killer")
    try:
        ended = opened.run(*words)
    finally:
        del opened.environ["PYTHONPATH"]
    assert ended.code == -9, (ended.out, ended.err)
    assert ended.out.startswith("ok: ")
    after = [row["fact"] for row in opened.rows("history")]
    assert after[: len(before)] == before
    assert fact in after[len(before) :]
    if fact in {"Closed", "Withdrawn"}:
        opened.done("reopen", CASE, "--reason", "cho phép thử")
