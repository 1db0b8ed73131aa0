"""What commands say is true, is about what was typed, and warns before a slip is written."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from monitor.cli.paper import of
from monitor.store import Store
from tests.monitor.cli.console import Office

README = Path(__file__).parents[3] / "README.md"
TT_TT = "nq-9-2016/1@bo-tt-tt"
WAITS = "nq-9-2016/2@bo-y-te"


def test_an_anchor_before_the_instrument_is_remarked(office: Office) -> None:
    result = office.run("anchor", WAITS, "--name", "receipt", "--day", "1/1/2010", "--evidence", "CV 3")
    assert result.exit_code == 0
    assert (
        "1 January 2010 (2010-01-01) lies 6 years before its instrument was issued, on 30 March 2016"
        in result.stderr
    )


def test_an_anchor_after_the_instrument_is_not_remarked(office: Office) -> None:
    result = office.run("anchor", WAITS, "--name", "receipt", "--day", "30/3/2016", "--evidence", "CV 3")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(("percent", "is_told"), [("100", True), ("99", False)])
def test_a_report_of_a_hundred_per_cent_says_that_it_closes_nothing(
    office: Office, percent: str, is_told: bool
) -> None:
    result = office.run("progress", TT_TT, "--percent", percent)
    assert ("duewatch close" in result.stderr) is is_told


def test_show_and_explain_quote_the_same_words_of_the_law(new_office: Office) -> None:
    file = new_office.folder / "catalogue" / "nq.toml"
    quote = "Các bộ kết nối phần mềm quản lý văn bản trước ngày 1/7/2016"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace(
            '\nlead = ["bo-y-te", "bo-tt-tt"', f'\nquote = "{quote}"\nlead = ["bo-y-te", "bo-tt-tt"'
        ),
        "utf-8",
    )
    new_office.done("tick")
    assert f"law's words  {quote}" in new_office.done("show", TT_TT)
    assert f"The law's words: {quote}" in new_office.done("explain", TT_TT)


def test_explain_at_a_moment_to_come_loses_no_letter(office: Office) -> None:
    office.at("2016-06-02T09:00")
    now = json.loads(office.done("explain", TT_TT, "--json"))
    then = json.loads(office.done("explain", TT_TT, "--at", "2016-06-30T09:00", "--json"))
    assert [stage["stage"] for stage in now["next"]] == ["reminder", "last-call", "overdue"]
    assert now["meanwhile"] == []
    assert then["meanwhile"] == now["next"][:2]
    assert [stage["stage"] for stage in then["next"]] == ["overdue", "escalated", "urged"]
    assert then["next"][0] == now["next"][2]
    said = office.done("explain", TT_TT, "--at", "2016-06-30T09:00")
    assert (
        "Between now and 2016-06-30 09:00, if nobody does anything:\nThen: reminder at 2016-06-21 08:00"
        in said
    )
    far = json.loads(office.done("explain", TT_TT, "--at", "2016-12-30T09:00", "--json"))
    assert len(far["meanwhile"]) > 20
    assert len(far["next"]) == 3


def test_a_url_that_db_copy_cannot_read_is_the_arguments_fault(office: Office, tmp_path: Path) -> None:
    for words, name in (
        ((str(tmp_path / "a.db"), "sqlite:///x.db"), "FROM"),
        (("sqlite:///duewatch.db", "x.db"), "TO"),
    ):
        result = office.run("db", "copy", *words)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{name} cannot be read; write sqlite:///path/to/file.db")
        assert "[store]" not in result.stderr


def test_a_full_target_of_db_copy_is_called_so(office: Office) -> None:
    office.done("db", "copy", "sqlite:///duewatch.db", "sqlite:///other.db")
    result = office.run("db", "copy", "sqlite:///duewatch.db", "sqlite:///other.db")
    assert result.exit_code != 0
    assert "is not empty: something was copied or written into it before" in result.stderr


def test_db_restored_beside_a_daemon_promises_nothing(office: Office) -> None:
    with closing(Store.open("sqlite:///duewatch.db", base=office.folder)) as store, store.daemon_lock():
        result = office.run("db", "restored", "--yes")
    assert result.exit_code == 75
    assert "held" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_no_database_is_called_by_its_name(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "nq.txt"
    file.write_text("one\ntwo\n" * 200, encoding="utf-8")
    said = office.run("verify", str(file)).stderr
    assert said.startswith(f"{file} is not a database")


@pytest.mark.parametrize("name", ["b.pdf", "b.docx", "b.xlsx"])
def test_a_few_bytes_that_are_named_like_a_document_are_no_document(
    office: Office, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    result = office.run("extract", str(tmp_path / name))
    assert result.exit_code == 1
    assert "though it is named so" in result.stderr
    assert result.stdout == ""


def test_a_digest_of_a_day_before_the_journal_says_that_nothing_had_begun(office: Office) -> None:
    early = office.run("digest", "--for", "lan", "--at", "2015-12-20T07:30")
    assert early.exit_code == 0
    assert "Nothing had begun by then: the journal begins at 2016-06-01 09:00." in early.stderr
    assert office.run("digest", "--for", "lan").stderr == ""


def test_one_is_counted_as_one(office: Office, tmp_path: Path) -> None:
    said = office.done("verify")
    assert said.startswith("ok: ")
    assert re.search(r"\b1 [a-z]+s\b", said) is None
    assert (of(1, "seal"), of(0, "seal"), of(2, "seal")) == ("1 seal", "0 seals", "2 seals")
    assert office.done("check").splitlines()[-1].startswith("ok: 1 instrument, 3 obligations, ")
    assert "[OPTIONS] [N...]" in office.bare("outbox", "retry", "--help").stdout


def test_a_year_is_added_as_the_doctor_and_the_readme_say(office: Office) -> None:
    office.at("2026-12-28T09:00")
    said = office.run("doctor").stdout
    assert "add 2027 to the calendar" in said
    assert "a [[year]] and its days off in calendars/NAME.toml below a folder named in catalogue" in said
    (office.folder / "catalogue" / "calendars").mkdir()
    (office.folder / "catalogue" / "calendars" / "2027.toml").write_text(
        "[[year]]\nyear = 2027\ndecided = true\ntet = 2027-02-06\n\n"
        '[[off]]\nday = 2027-01-01\nname = "Tết Dương lịch"\nname_en = "New Year"\nsource = "a test"\n',
        encoding="utf-8",
    )
    assert office.done("check") is not None
    told = json.loads(office.done("status", "--json"))
    assert told["calendar"] == {"decided_until": "2027-12-31", "provisional": False}
    readme = README.read_text(encoding="utf-8")
    assert "`[[year]]`" in readme
    assert "`calendars`" in readme
    assert "`[[agency]]`" in readme
