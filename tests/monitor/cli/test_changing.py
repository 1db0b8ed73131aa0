"""Commands that change cases: what they write, and what they refuse."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from tests.monitor.cli.console import Office

Y_TE = "nq-9-2016/1@bo-y-te"
TT_TT = "nq-9-2016/1@bo-tt-tt"
COUNTED = "nq-9-2016/2@bo-y-te"


def test_a_closing_is_judged_by_its_documents_day(office: Office) -> None:
    office.at("2016-07-05T10:00")
    said = office.done("close", TT_TT, "--evidence", "12/BC-BTTTT", "--on", "30/6/2016", "--as", "lan")
    assert said.startswith("ok: ")
    row = office.row(TT_TT)
    assert (row["status"], row["closed_on"]) == ("done-in-time", "2016-06-30")


def test_the_closing_keeps_the_files_name_and_sha256(office: Office) -> None:
    paper = office.folder / "báo cáo.pdf"
    paper.write_bytes(b"done")
    office.done("close", TT_TT, "--evidence", "12/BC", "--file", str(paper))
    fact = office.rows("history", TT_TT)[-1]
    assert fact["fact"] == "Closed"
    assert fact["file_name"] == "báo cáo.pdf"
    assert fact["file_sha256"] == sha256(b"done").hexdigest()


def test_a_missing_file_closes_nothing(office: Office) -> None:
    result = office.run("close", TT_TT, "--evidence", "12/BC", "--file", str(office.folder / "none.pdf"))
    assert result.exit_code == 1
    assert "cannot be read" in result.stderr
    assert office.row(TT_TT)["closed_on"] is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("close", TT_TT, "--evidence", "x", "--on", "2016-06-02"), "future"),
        (
            ("extend", TT_TT, "--to", "2016-06-15", "--authority", "a", "--reason", "b"),
            "beyond the present last day",
        ),
        (("snooze", TT_TT, "--until", "2016-06-29", "--reason", "r"), "at most"),
        (("snooze", TT_TT, "--for", "11wd", "--reason", "r"), "at most"),
        (("unsnooze", TT_TT), "not snoozed"),
        (("reopen", TT_TT, "--reason", "r"), "nothing to reopen"),
        (("ack", TT_TT, "--until", "2016-07-01", "--as", "lan"), "at most"),
        (("ack", TT_TT, "--until", "2016-06-20"), "--as OFFICER"),
        (("anchor", TT_TT, "--name", "receipt", "--day", "2016-06-01", "--evidence", "x"), "needs no anchor"),
        (("close", TT_TT, "--evidence", " "), "needs its evidence"),
    ],
)
def test_what_the_rules_refuse_ends_in_one_sentence_and_changes_nothing(
    office: Office, words: tuple[str, ...], reason: str
) -> None:
    before = office.rows("history")
    result = office.run(*words)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert office.rows("history") == before


def test_a_closed_case_cannot_be_closed_again(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x")
    result = office.run("close", TT_TT, "--evidence", "x")
    assert result.exit_code == 1
    assert "already closed" in result.stderr


def test_several_cases_are_changed_all_or_none(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x")
    result = office.run("close", Y_TE, TT_TT, "--evidence", "y")
    assert result.exit_code == 1
    assert "Nothing was changed" in result.stderr
    assert office.row(Y_TE)["closed_on"] is None


def test_a_pattern_without_a_terminal_needs_yes(office: Office) -> None:
    result = office.run("close", "nq-9-2016/1@*", "--evidence", "x")
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert office.row(Y_TE)["status"] == "open-in-time"
    said = office.done("close", "nq-9-2016/1@*", "--evidence", "x", "--yes")
    assert said.count("ok: ") == 3


def test_a_pattern_that_means_one_case_does_not_ask(office: Office) -> None:
    assert "ok: " in office.done("close", "*/1@bo-y-*", "--evidence", "x")


def test_a_case_may_be_named_by_its_number_and_named_twice(office: Office) -> None:
    number = str(office.row(TT_TT)["number"])
    assert office.done("progress", number, TT_TT, "--percent", "40").count("ok: ") == 1
    assert office.row(TT_TT)["progress"] == 40


def test_a_snooze_for_five_working_days_counts_from_tomorrow(office: Office) -> None:
    office.at("2016-06-17T10:00")  # a Friday
    office.done("snooze", TT_TT, "--for", "5wd", "--reason", "the minister signs on Friday", "--as", "lan")
    assert office.row(TT_TT)["snoozed_until"] == "2016-06-24"
    office.done("unsnooze", TT_TT)
    assert office.row(TT_TT)["snoozed_until"] is None


def test_a_snooze_needs_either_a_day_or_a_length(office: Office) -> None:
    for given in ((), ("--until", "2016-06-10", "--for", "5wd")):
        result = office.run("snooze", TT_TT, "--reason", "r", *given)
        assert result.exit_code == 2
        assert "either --until DAY or --for 5wd" in result.stderr


def test_a_promise_is_made_by_an_officer(office: Office) -> None:
    office.done("ack", TT_TT, "--until", "2016-06-24", "--note", "waits for the ministry", "--as", "lan")
    assert office.row(TT_TT)["acknowledged_until"] == "2016-06-24"
    fact = office.rows("history", TT_TT)[-1]
    assert (fact["actor"], fact["login"], fact["via"], fact["officer"]) == ("lan", "root", "cli", "lan")


def test_the_officer_with_this_login_acts_without_as_and_behind_sudo(office: Office) -> None:
    office.environ["SUDO_USER"] = "ntlan"
    office.done("ack", TT_TT, "--until", "2016-06-24")
    fact = office.rows("history", TT_TT)[-1]
    assert (fact["actor"], fact["login"]) == ("lan", "ntlan")


def test_an_unknown_officer_is_answered_with_near_ones(office: Office) -> None:
    result = office.run("close", TT_TT, "--evidence", "x", "--as", "lann")
    assert result.exit_code == 1
    assert "did you mean lan?" in result.stderr


def test_an_extension_keeps_the_original_day(office: Office) -> None:
    office.done("extend", TT_TT, "--to", "31/8/2016", "--authority", "15/NQ-CP", "--reason", "the budget")
    row = office.row(TT_TT)
    assert (row["last_day"], row["original_last_day"]) == ("2016-08-31", "2016-06-30")


def test_withdrawing_and_reopening(office: Office) -> None:
    office.done("withdraw", TT_TT, "--authority", "16/NQ-CP")
    assert office.row(TT_TT)["status"] == "withdrawn"
    office.done("reopen", TT_TT, "--reason", "by mistake")
    assert office.row(TT_TT)["status"] == "open-in-time"


def test_an_anchor_sets_the_counted_period_going(office: Office) -> None:
    assert office.row(COUNTED)["status"] == "not-running"
    office.done(
        "anchor", COUNTED, "--name", "receipt", "--day", "2016-05-31", "--evidence", "the registry's stamp"
    )
    assert office.row(COUNTED)["last_day"] == "2016-06-21"


def test_an_assignment_names_a_known_officer(office: Office) -> None:
    assert office.run("assign", TT_TT, "--officer", "nobody", "--reason", "r").exit_code == 1
    office.done("assign", TT_TT, "--officer", "minh", "--reason", "lan is away")
    assert office.rows("history", TT_TT)[-1]["officer"] == "minh"


def test_an_unknown_case_says_how_to_find_it_and_what_is_near(office: Office) -> None:
    result = office.run("close", "nq-9-2016/1@bo-yte", "--evidence", "x")
    assert result.exit_code == 1
    assert "duewatch list" in result.stderr
    assert Y_TE in result.stderr


def test_before_the_first_run_there_is_nothing_to_change(new_office: Office) -> None:
    result = new_office.run("close", "1", "--evidence", "x")
    assert result.exit_code == 75
    assert "duewatch run" in result.stderr
    assert not (new_office.folder / "duewatch.db").exists()


@pytest.mark.parametrize("file", ["config.toml", "directory.toml", "catalogue/nq.toml"])
def test_a_changing_command_on_a_faulty_file_exits_78_and_names_the_place(office: Office, file: str) -> None:
    with (office.folder / file).open("a", encoding="utf-8") as text:
        text.write("\n[nonsense]\nx = 1\n")
    result = office.run("close", TT_TT, "--evidence", "x")
    assert result.exit_code == 78
    assert f"{file}:" in result.stderr
    assert "Traceback" not in result.output


def test_accept_is_refused_where_nothing_waits_for_it(office: Office) -> None:
    before = office.rows("history")
    refused = office.run("accept")
    assert refused.exit_code == 1
    assert refused.stderr == "Nothing waits for it: the next load would not be refused.\n"
    assert office.rows("history") == before
    assert json.loads(office.done("status", "--json"))["accepted"] is None
