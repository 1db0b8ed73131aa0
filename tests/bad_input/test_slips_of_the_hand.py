"""What a tired officer types: each slip is answered with what to type instead, and nothing is done."""

from __future__ import annotations

import pytest
from click.testing import _NamedTextIOWrapper

from tests.monitor.cli.console import Office

KEY = "nq-9-2016/1@bo-tt-tt"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ("close", "1", "--evidence"),
            2,
            "duewatch close: option '--evidence' requires an argument; see 'duewatch close --help'.",
        ),
        (("--config",), 2, "duewatch: option '--config' requires an argument; see 'duewatch --help'."),
        (("progress", KEY, "--percent", "half"), 2, "'half' is not a whole number: write one such as 20"),
        (("progress", KEY, "--percent", "101%"), 2, "'101%' is not between 0 and 100"),
        (("progress", KEY, "--percent", "-1"), 2, "'-1' is not between 0 and 100"),
        (("list", "--limit", "0"), 2, "'0' is not between 1 and 1000000000"),
        (("list", "--limit", "9" * 30), 2, "is not a whole number"),
        (("outbox", "retry", "x"), 2, "'x' is not a whole number: write one such as 20"),
        (("outbox", "retry", "99"), 1, "There is no row 99 in the outbox"),
        (("outbox", "drop", "1", "--reason", " "), 1, "A drop needs its reason"),
        (("show", "NQ-9-2016/1@BO-TT-TT"), 1, "Near it: nq-9-2016/1@bo-tt-tt"),
        (("show", "nq-8-2016/1@bo-tt-tt"), 1, "Near it: nq-9-2016/1@bo-tt-tt"),
        (("list", "--agency", "Bộ Y tê"), 1, "did you mean Bộ Y tế"),
        (("plan", "--until", "2016-07-01", "--letters", "config.toml"), 2, "is a file"),
        (("tick", "--at", "2016-06-02T08:00"), 2, "--at lies in the future"),
        (("tick", "--at", "2016-05-01T08:00"), 2, "--at lies before the last recorded moment"),
        (
            ("close", "1", "--evidence", "x", "--on", "2016-06-02"),
            1,
            "a closing cannot be dated in the future",
        ),
        (
            ("extend", "1", "--to", "2016-06-29", "--authority", "a", "--reason", "b"),
            1,
            "2016-06-30; 2016-06-29 does not",
        ),
        (
            ("snooze", "1", "--for", "11wd", "--reason", "x"),
            1,
            "allows a snooze of 10wd at most: until 2016-06-15, not 2016-06-16",
        ),
        (
            ("snooze", "1", "--until", "2016-06-01", "--reason", "x"),
            1,
            "a snooze ends after today (2016-06-01)",
        ),
    ],
)
def test_a_slip_is_answered_with_what_to_type_instead(
    office: Office, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, sentence: str
) -> None:
    monkeypatch.chdir(office.folder)
    before = office.done("history", "--json")
    result = office.bare(*words) if words == ("--config",) else office.run(*words)
    if words[-1] == "--evidence":
        result = office.bare("--config", str(office.folder / "config.toml"), *words)
    assert result.exit_code == code
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert office.done("history", "--json") == before


def test_a_percentage_may_carry_its_sign(office: Office) -> None:
    office.done("progress", KEY, "--percent", "50 %")
    assert office.row(KEY)["progress"] == 50


def test_a_closing_dated_before_its_instrument_is_remarked_on(office: Office) -> None:
    slip = office.run("close", KEY, "--evidence", "12/TT", "--on", "2006-06-01")
    assert slip.exit_code == 0
    remark = (
        f"{KEY}: 1 June 2006 (2006-06-01) lies 9 years before its instrument was issued, on 30 March 2016."
    )
    assert remark in slip.stderr
    assert slip.output.index(remark) < slip.output.index("ok: ")
    office.done("reopen", KEY, "--reason", "nhầm năm")
    assert "lies before" not in office.run("close", KEY, "--evidence", "12/TT", "--on", "2016-06-01").stderr


def test_on_a_terminal_such_a_closing_is_asked_about(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda _self: True)
    early = ("close", KEY, "--evidence", "12/TT", "--on", "1900-01-01")
    before = office.done("history", "--json")
    asked = office.run(*early, typed="n\n")
    assert asked.exit_code == 1
    assert "1 January 1900" in asked.stderr
    assert "Close with that day all the same?" in asked.stderr
    assert office.done("history", "--json") == before
    assert "Close with" not in office.run("close", KEY, "--evidence", "12/TT", "--on", "2016-06-01").stderr
    office.done("reopen", KEY, "--reason", "nhầm")
    assert "ok: " in office.done(*early, typed="y\n")
    office.done("reopen", KEY, "--reason", "nhầm")
    assert "Close with" not in office.run(*early, "--yes").stderr


def test_a_promise_by_an_officer_of_another_agency_is_remarked_on_and_stands(office: Office) -> None:
    promise = ("ack", KEY, "--until", "2016-06-20", "--as")
    for own in ("lan", "minh"):
        assert "officer of" not in office.run(*promise, own).stderr
    strange = office.run(*promise, "huong")
    assert strange.exit_code == 0
    remark = (
        f"{KEY}: huong is an officer of bo-y-te, not of bo-tt-tt; the promise holds only letters to huong."
    )
    assert strange.stderr.strip() == remark
    assert strange.output.index(remark) < strange.output.index("ok: ")


def test_an_assignment_to_an_officer_of_another_agency_is_remarked_on_and_stands(office: Office) -> None:
    assign = ("assign", KEY, "--reason", "x", "--officer")
    assert "officer of" not in office.run(*assign, "lan").stderr
    strange = office.run(*assign, "huong")
    assert strange.exit_code == 0
    assert "huong is an officer of bo-y-te, not of bo-tt-tt" in strange.stderr
    own = office.run("ack", KEY, "--until", "2016-06-20", "--as", "huong")
    assert "officer of" not in own.stderr  # now it is hers


def test_the_history_tells_moments_as_the_clocks_here_show_them(office: Office) -> None:
    office.done("snooze", KEY, "--until", "2016-06-06", "--reason", "chờ", "--as", "lan")
    assert "ends 2016-06-06 08:00" in office.done("history")
    assert "ends 2016-06-06 08:00" in office.done("show", KEY)


def test_the_history_is_written_for_people(office: Office) -> None:
    told = office.done("history", KEY)
    assert "reminder 2016-06-21 08:00 · last-call 2016-06-29 08:00" in told
    assert "{" not in told


def test_explain_names_the_document_that_moved_the_day(office: Office) -> None:
    office.done("extend", KEY, "--to", "2016-07-29", "--authority", "5012/VPCP", "--reason", "chờ hạ tầng")
    assert "extended to 2016-07-29 by 5012/VPCP: chờ hạ tầng" in office.done("explain", KEY)


def test_several_cases_are_changed_all_or_none(office: Office) -> None:
    office.done("close", KEY, "--evidence", "12/TT", "--on", "2016-06-01")
    before = office.done("history", "--json")
    result = office.run("close", "nq-9-2016/1@*", "--yes", "--evidence", "13/TT", "--on", "2016-06-01")
    assert result.exit_code == 1
    assert "is already closed, on 2016-06-01: reopen it first. Nothing was changed." in result.stderr
    assert office.done("history", "--json") == before
