"""Logs: one line an event, whatever the fields hold, and never a secret."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from monitor import logs

ESCAPES = "forged\n<0>line\r\x1b[31m\u202e\u2028\x85\x00"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger(logs.ROOT)
    kept = (root.handlers[:], root.level, ours.level, logging.raiseExceptions)
    yield
    root.handlers[:], level, our_level, logging.raiseExceptions = kept
    root.setLevel(level)
    ours.setLevel(our_level)


def events(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_json_line_with_its_fields() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("courier").warning(
        "letter deferred",
        letter=3,
        answer="450 Hộp thư đầy",
        due=date(2016, 6, 30),
        next=datetime(2016, 6, 30, 1, tzinfo=UTC),
        wait=timedelta(minutes=5),
        cases=("a/1@b", "a/2@b"),
        path=Path("var/letters"),
        role=None,
    )
    [event] = events(stream)
    at = event.pop("at")
    assert isinstance(at, str)
    assert datetime.fromisoformat(at).utcoffset() == timedelta()
    assert event == {
        "level": "warning",
        "part": "courier",
        "message": "letter deferred",
        "letter": 3,
        "answer": "450 Hộp thư đầy",
        "due": "2016-06-30",
        "next": "2016-06-30T01:00:00+00:00",
        "wait": 300.0,
        "cases": ["a/1@b", "a/2@b"],
        "path": "var/letters",
        "role": None,
    }


def test_json_is_plain_ascii_on_one_line() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("watch").info("case set aside", reason=ESCAPES)
    written = stream.getvalue()
    assert written.isascii()
    assert written.count("\n") == 1
    assert events(stream)[0]["reason"] == ESCAPES


@pytest.mark.parametrize(
    ("level", "number"), [("debug", 7), ("info", 6), ("warning", 4), ("error", 3), ("exception", 3)]
)
def test_under_the_journal_each_line_begins_with_its_priority(level: str, number: int) -> None:
    stream = io.StringIO()
    logs.start({"JOURNAL_STREAM": "8:123"}, stream, debug=True)
    getattr(logs.of("watch"), level)("looked")
    assert stream.getvalue().startswith(f'<{number}>{{"at":')


def test_a_terminal_gets_one_line_of_words() -> None:
    stream = Terminal()
    logs.start({"JOURNAL_STREAM": "8:123"}, stream)
    logs.of("courier").warning("letter deferred", letter=3, answer="450 busy", cases=("a", "b"))
    [line] = stream.getvalue().splitlines()
    assert line[8:] == ' courier: WARNING: letter deferred (letter 3, answer "450 busy", cases a, b)'


@pytest.mark.contract(9)
def test_a_terminal_is_never_given_a_sign_that_it_obeys() -> None:
    stream = Terminal()
    logs.start({}, stream)
    logs.of("watch").info("case set aside", reason=ESCAPES)
    written = stream.getvalue()
    assert written.removesuffix("\n").isprintable()
    assert "⟨U+001B⟩" in written


@pytest.mark.contract(9)
@given(st.text(), st.text(), st.booleans())
def test_no_text_makes_a_second_line(message: str, field: str, terminal: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    logs.start({}, stream)
    logs.of("watch").info(message, text=field)
    assert stream.getvalue().count("\n") == 1
    assert len(stream.getvalue().splitlines()) == 1


def test_a_percent_sign_in_a_message_is_no_format() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("watch").info("100 %s done")
    assert events(stream)[0]["message"] == "100 %s done"


def test_a_field_does_not_take_the_place_of_the_event() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("watch").info("looked", level="forged", part="forged")
    [event] = events(stream)
    assert (event["level"], event["part"], event["level_"]) == ("info", "watch", "forged")


@pytest.mark.contract(8)
@pytest.mark.parametrize("terminal", [True, False])
def test_no_secret_is_written(terminal: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    logs.start({}, stream, debug=True)
    log = logs.of("courier")
    try:
        raise ConnectionError("cannot reach postgresql://due:hunter2@db/due")
    except ConnectionError:
        log.exception(
            "store gone from postgresql://due:hunter2@db/due",
            password="hunter2",
            auth_token="hunter2",
            url="postgresql://due:hunter2@db/due",
            urls=("smtp://me:hunter2@mail",),
            setting=SecretStr("hunter2"),  # type: ignore[arg-type]  # a mistake that must do no harm
            content=b"hunter2",  # type: ignore[arg-type]
        )
    assert "hunter2" not in stream.getvalue()
    assert "//due:(hidden)@db/due" in stream.getvalue()


def test_a_page_of_an_answer_is_cut() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("courier").info("letter refused", answer="x" * 100_000)
    assert len(stream.getvalue()) < 3000
    assert "(100000 characters)" in str(events(stream)[0]["answer"])


def test_a_traceback_is_a_field_and_not_lines() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    try:
        raise KeyError("nq-23\n2016")
    except KeyError:
        logs.of("watch").exception("tick failed", case="a/1@b")
    [event] = events(stream)
    assert event["exception"] == "KeyError: 'nq-23\\n2016'"
    assert "test_a_traceback_is_a_field_and_not_lines" in str(event["traceback"])
    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize(("debug", "lines"), [(False, 1), (True, 4)])
def test_a_terminal_sees_the_traceback_only_when_asked(debug: bool, lines: int) -> None:
    stream = Terminal()
    logs.start({}, stream, debug=debug)
    try:
        raise KeyError("x")
    except KeyError:
        logs.of("watch").exception("tick failed")
    assert stream.getvalue().splitlines()[0].endswith("watch: ERROR: tick failed: KeyError: 'x'")
    assert len(stream.getvalue().splitlines()) >= lines
    assert ("Traceback" in stream.getvalue()) == debug


def test_debug_events_are_written_only_when_asked() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.of("watch").debug("looked")
    assert stream.getvalue() == ""


def test_the_libraries_are_heard_only_when_they_warn() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logging.getLogger("apscheduler.scheduler").info("Added job")
    logging.getLogger("apscheduler.scheduler").warning("Run time of %s was missed", "x\ny")
    [event] = events(stream)
    assert (event["part"], event["message"]) == ("apscheduler.scheduler", "Run time of x\ny was missed")


def test_starting_again_does_not_write_twice() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    logs.start({}, stream)
    logs.of("watch").info("looked")
    assert len(events(stream)) == 1


def test_a_stream_that_is_gone_stops_nothing() -> None:
    stream = io.StringIO()
    logs.start({}, stream)
    stream.close()
    logs.of("watch").info("looked")
    assert stream.closed
