"""outbox retry --held, drop --held: hundreds of rows that a restore has set aside move in one command."""

from __future__ import annotations

from collections import Counter

import pytest
from click.testing import _NamedTextIOWrapper

from tests.monitor.cli.console import Office

REASON = ("--reason", "told by telephone")
WHY = "restored: may have been sent between 2016-05-20 09:00 and 2016-06-22 10:00"


@pytest.fixture
def restored(new_office: Office) -> Office:
    """An office whose database is lost; a month fell due since its backup."""
    new_office.at("2016-05-20T09:00")
    new_office.done("tick")
    backup = str(new_office.folder / "old.db")
    new_office.done("db", "backup", backup)
    for file in new_office.folder.glob("duewatch.db*"):
        file.unlink()
    new_office.at("2016-06-22T10:00")
    new_office.done("db", "restore", backup, "--yes")
    return new_office


def held(office: Office) -> int:
    return len(office.rows("outbox", "--state", "held"))


def told(office: Office, fact: str) -> Counter[object]:
    return Counter(row["actor"] for row in office.rows("history") if row["fact"] == fact)


def test_all_that_is_held_is_dropped_at_once_and_each_row_is_journalled(restored: Office) -> None:
    many = held(restored)
    assert many > 40
    said = restored.done("outbox", "drop", "--held", "--yes", *REASON, "--as", "minh")
    assert said == f"ok: {many} letters dropped\n"
    assert restored.rows("outbox") == []
    assert told(restored, "LetterDropped") == {"minh": many}
    assert restored.done("verify").startswith("ok: ")


def test_all_that_is_held_is_tried_again_at_once_and_each_row_is_journalled(restored: Office) -> None:
    many = held(restored)
    said = restored.done("outbox", "retry", "--held", "--yes", "--as", "minh")
    assert said == f"ok: {many} letters will be tried again\n"
    assert told(restored, "LetterRetried") == {"minh": many}
    restored.done("tick")
    assert held(restored) == 0
    assert restored.done("verify").startswith("ok: ")


def test_what_waits_is_not_held(restored: Office) -> None:
    restored.done("close", "nq-9-2016/1@bo-y-te", "--evidence", "7/YT", "--as", "lan")
    waiting = restored.rows("outbox", "--state", "waiting")
    restored.done("outbox", "drop", "--held", "--yes", *REASON)
    assert restored.rows("outbox") == waiting
    assert len(waiting) == 1


def test_without_a_terminal_it_is_to_be_said_that_it_is_meant(restored: Office) -> None:
    many = held(restored)
    for words in (("retry",), ("drop", *REASON)):
        result = restored.run("outbox", words[0], "--held", *words[1:])
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines() == [
            f"{many} rows are held:",
            f"  {many}: {WHY}",
            "There is no terminal to ask on: add --yes if that is what you want.",
        ]
    assert held(restored) == many


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_at_a_terminal_it_asks(
    restored: Office, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda _self: True)
    many = held(restored)
    result = restored.run("outbox", "drop", "--held", *REASON, typed=answer)
    assert (result.exit_code, held(restored)) == (code, many * code)
    assert "Drop them all?" in result.stderr


def test_where_nothing_is_held_it_says_so_and_does_nothing(office: Office) -> None:
    before = office.rows("history")
    for words in (("retry",), ("drop", *REASON)):
        result = office.run("outbox", words[0], "--held", *words[1:])
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing is held.\n")
    assert office.rows("history") == before


@pytest.mark.parametrize("words", [("retry",), ("retry", "1", "--held"), ("drop", *REASON)])
def test_either_numbers_are_named_or_all_that_is_held(office: Office, words: tuple[str, ...]) -> None:
    result = office.run("outbox", *words)
    assert result.exit_code == 2
    assert "--held" in result.stderr
    assert result.stderr.count("\n") == 1
