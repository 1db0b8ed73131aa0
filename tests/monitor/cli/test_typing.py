"""What may be typed, and what is said of what may not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from monitor.cli.root import duewatch
from monitor.cli.types import DAY, DURATION, MOMENT, WORDS
from rules.model import Offset
from tests.monitor.cli.console import Office

COMMANDS = [
    "accept",
    "ack",
    "anchor",
    "assign",
    "check",
    "clock",
    "close",
    "db",
    "diff",
    "digest",
    "doctor",
    "explain",
    "extend",
    "extract",
    "history",
    "init",
    "list",
    "outbox",
    "plan",
    "progress",
    "reopen",
    "review",
    "run",
    "show",
    "snooze",
    "status",
    "test-mail",
    "tick",
    "unsnooze",
    "verify",
    "withdraw",
]


def given_up(words: list[str]) -> tuple[int, str]:
    result = CliRunner().invoke(duewatch, words, prog_name="duewatch")
    return result.exit_code, result.stderr


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_any_day_is_read_in_both_spellings(day: date) -> None:
    assert DAY.convert(day.isoformat(), None, None) == day
    assert DAY.convert(f"{day.day}/{day.month}/{day.year:04}", None, None) == day
    assert DAY.convert(f"{day.day:02}/{day.month:02}/{day.year:04}", None, None) == day


@pytest.mark.parametrize(
    "text", ["tomorrow", "1/7", "1/7/16", "2016/07/01", "30-06-2016", "", "١/٧/٢٠١٦ x", "2016-06-30T08:00"]
)
def test_a_wrong_day_says_which_forms_are_allowed(text: str) -> None:
    with pytest.raises(click.BadParameter, match="2016-06-30 or 30/6/2016"):
        DAY.convert(text, None, None)


@pytest.mark.parametrize("text", ["31/6/2016", "2015-02-29", "2016-13-01", "0000-01-01"])
def test_an_impossible_day_is_no_other_day(text: str) -> None:
    with pytest.raises(click.BadParameter, match="not in the calendar"):
        DAY.convert(text, None, None)


@pytest.mark.parametrize("text", ["1899-12-31", "2200-01-01", "9999-12-31", "1/1/0001"])
def test_a_day_that_no_calendar_counts_in_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="too far away"):
        DAY.convert(text, None, None)
    with pytest.raises(click.BadParameter, match="too far away"):
        MOMENT.convert("9999-12-31T23:59", None, None)


def test_words_are_composed() -> None:
    assert WORDS.convert("Ha\u0300 No\u0323\u0302i", None, None) == "Hà Nội"


@pytest.mark.parametrize("text", ["two\nlines", "\x1b[31mred", "\u202eright to left", "\udcff", "a\x00b"])
def test_words_with_signs_that_something_would_obey_are_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="control sign"):
        WORDS.convert(text, None, None)


def test_moments_are_local_unless_they_say_otherwise() -> None:
    assert MOMENT.convert("2016-06-21T08:00", None, None).tzinfo is None
    eight = datetime(2016, 6, 21, 1, 0, tzinfo=UTC)
    assert MOMENT.convert("2016-06-21T08:00+07:00", None, None) == eight
    assert MOMENT.convert("2016-06-21T01:00Z", None, None).utcoffset() == timedelta(0)


@pytest.mark.parametrize("text", ["08:00", "2016-06-21T25:00", "21/6/2016 08:00", "2016-06-21T8", "now"])
def test_a_wrong_moment_shows_a_right_one(text: str) -> None:
    with pytest.raises(click.BadParameter, match="2016-06-21T08:00"):
        MOMENT.convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("5wd", Offset(5, "wd", True)),
        ("10d", Offset(10, "d", True)),
        ("2w", Offset(2, "w", True)),
        ("1m", Offset(1, "m", True)),
    ],
)
def test_lengths_of_time(text: str, offset: Offset) -> None:
    assert DURATION.convert(text, None, None) == offset


@pytest.mark.parametrize("text", ["5", "wd", "0d", "-1d", "5 wd", "1h", "99999d", "5wd3d"])
def test_a_wrong_length_of_time_shows_the_right_ones(text: str) -> None:
    with pytest.raises(click.BadParameter, match="5wd"):
        DURATION.convert(text, None, None)


def test_every_command_of_the_interface_is_there_and_helps() -> None:
    runner = CliRunner()
    assert sorted(duewatch.list_commands(click.Context(duewatch))) == COMMANDS
    page = runner.invoke(duewatch, ["--help"], prog_name="duewatch").stdout
    for name in COMMANDS:
        assert f"  {name} " in page
        result = runner.invoke(duewatch, [name, "--help"], prog_name="duewatch")
        assert result.exit_code == 0
        assert "--config" in result.stdout


@pytest.mark.parametrize(
    "words", [["outbox", "retry"], ["outbox", "drop"], ["clock", "accept"], ["db", "check"]]
)
def test_commands_of_commands_help_too(words: list[str]) -> None:
    assert CliRunner().invoke(duewatch, [*words, "--help"], prog_name="duewatch").exit_code == 0


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        (["clsoe"], "close"),
        (["lst"], "list"),
        (["snoze"], "snooze"),
        (["outbox", "retri"], "retry"),
        (["db", "bakup"], "backup"),
        (["xyzzy"], "list"),
        (["list", "--statsu", "x"], "--status"),
    ],
)
def test_a_mistyped_command_or_option_is_answered_with_the_near_one(words: list[str], offer: str) -> None:
    code, said = given_up(words)
    assert code == 2
    assert offer in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--status", "late"],
        ["list", "--limit", "0"],
        ["list", "extra"],
        ["close", "1"],
        ["close", "--evidence", "x"],
        ["snooze", "1", "--until", "2016-07-01"],
        ["extend", "1", "--to", "2016-07-01", "--authority", "x"],
        ["withdraw", "1"],
        ["reopen", "1"],
        ["progress", "1", "--percent", "101"],
        ["progress", "1", "--percent", "many"],
        ["anchor", "1", "--name", "receipt", "--evidence", "x"],
        ["assign", "1", "--officer", "lan"],
        ["plan"],
        ["plan", "--until", "never"],
        ["digest"],
        ["outbox", "drop", "1"],
        ["outbox", "retry", "0"],
        ["test-mail"],
        ["db"],
        ["clock"],
        [],
    ],
)
def test_what_is_missing_or_wrong_is_a_usage_error(words: list[str]) -> None:
    code, said = given_up(words)
    assert code == 2
    assert said
    assert "Traceback" not in said


def test_the_configuration_may_be_named_before_or_after_the_command(new_office: Office) -> None:
    file = str(new_office.folder / "config.toml")
    before = new_office.bare("--config", file, "check", "--dates", "--json")
    after = new_office.bare("check", "--dates", "--json", "--config", file)
    assert (before.exit_code, after.exit_code) == (0, 0)
    assert before.stdout == after.stdout
    assert "nq-9-2016" in before.stdout


def test_the_configuration_may_be_named_within_a_command_of_commands(office: Office) -> None:
    file = str(office.folder / "config.toml")
    assert office.bare("db", "check", "--config", file).exit_code == 0
    assert office.bare("--config", file, "db", "check").exit_code == 0


def test_the_environment_names_the_configuration(office: Office) -> None:
    office.environ["DUEWATCH_CONFIG"] = str(office.folder / "config.toml")
    assert "nq-9-2016" in office.bare("list").stdout


def test_a_missing_configuration_file_is_said_plainly(new_office: Office) -> None:
    result = new_office.bare("list", "--config", str(new_office.folder / "none.toml"))
    assert result.exit_code == 1
    assert "none.toml" in result.stderr
    assert new_office.bare("tick", "--config", str(new_office.folder / "none.toml")).exit_code == 78
