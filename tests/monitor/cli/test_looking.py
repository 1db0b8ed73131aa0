"""Commands that only look: their machine forms, their words, and what they say when there is nothing."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from io import StringIO

import pytest
from click.testing import _NamedTextIOWrapper

from monitor.cli import paper
from monitor.pulse import Pulse, write_pulse
from monitor.store import Store
from tests.monitor.cli.console import Office

Y_TE = "nq-9-2016/1@bo-y-te"
TT_TT = "nq-9-2016/1@bo-tt-tt"

LIST = [
    "number",
    "case",
    "instrument",
    "obligation",
    "agency",
    "period",
    "task",
    "kind",
    "last_day",
    "safe_day",
    "original_last_day",
    "status",
    "unconfirmed",
    "stage",
    "snoozed_until",
    "acknowledged_until",
    "progress",
    "closed_on",
    "next_look",
]
OUTBOX = [
    "number",
    "state",
    "letter",
    "officer",
    "to",
    "cases",
    "subject",
    "message_id",
    "attempts",
    "was_uncertain",
    "next_attempt",
    "last_answer",
]


def test_list_json_has_the_fields_of_the_interface_in_their_order(office: Office) -> None:
    row = office.row(TT_TT)
    assert list(row) == LIST
    assert row["last_day"] == "2016-06-30"
    assert row["safe_day"] == "2016-06-30"
    assert row["status"] == "open-in-time"
    assert row["stage"] == "notice"
    assert row["next_look"] == "2016-06-21T08:00:00+07:00"
    assert row["period"] is None


def test_list_puts_the_most_urgent_first_and_the_undated_after_the_dated(office: Office) -> None:
    assert [row["case"] for row in office.rows("list")][3:] == ["nq-9-2016/2@bo-y-te", "nq-9-2016/3@bo-tt-tt"]


def test_list_filters_by_status_agency_instrument_and_day(office: Office) -> None:
    assert len(office.rows("list", "--status", "not-running")) == 1
    assert {row["agency"] for row in office.rows("list", "--agency", "Bộ Y tế")} == {"bo-y-te"}
    assert len(office.rows("list", "--agency", "@ministries")) == 5
    assert len(office.rows("list", "--instrument", "nq-9-2016", "--limit", "2")) == 2
    assert office.rows("list", "--due-before", "2016-06-30") == []
    assert len(office.rows("list", "--due-before", "1/7/2016")) == 3


def test_list_says_in_words_how_late_a_case_is(office: Office) -> None:
    office.at("2016-07-05T10:00")
    said = office.done("list")
    assert "3 working days late" in said
    assert TT_TT in said


def test_the_last_day_itself_is_in_time(office: Office) -> None:
    office.at("2016-06-30T23:59")
    assert "due today" in office.done("list")
    office.at("2016-07-01T00:00")
    assert "1 working day late" in office.done("list")


def test_list_as_of_a_day_follows_the_days_on_the_documents(office: Office) -> None:
    office.at("2016-07-20T10:00")
    office.done("close", TT_TT, "--evidence", "x", "--on", "2016-06-15")
    office.done("close", Y_TE, "--evidence", "y", "--on", "2016-07-12")
    then = {row["case"]: row["status"] for row in office.rows("list", "--as-of", "2016-07-10")}
    assert then[TT_TT] == "done-in-time"
    assert then[Y_TE] == "open-late"
    assert office.rows("list", "--as-of", "2016-05-31") == []
    late = office.rows("list", "--as-of", "2016-07-10", "--status", "open-late")
    assert [row["case"] for row in late] == ["nq-9-2016/1@bo-y-te", "nq-9-2016/1@bo-noi-vu"]


@pytest.mark.contract(9)
def test_csv_has_the_same_fields_and_no_cell_is_a_formula(office: Office) -> None:
    text = (office.folder / "catalogue" / "nq.toml").read_text(encoding="utf-8")
    evil = text.replace("Kết nối phần mềm quản lý văn bản.", "=HYPERLINK(1)")
    (office.folder / "catalogue" / "nq.toml").write_text(evil, encoding="utf-8")
    office.at("2016-06-02T09:00")
    office.done("tick")
    rows = list(csv.reader(StringIO(office.done("list", "--csv"))))
    assert rows[0] == LIST
    assert rows[1][6] == "'=HYPERLINK(1)"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_json_and_csv_together_are_a_slip(office: Office) -> None:
    assert office.run("list", "--json", "--csv").exit_code == 2


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        (("list", "--agency", "bo-y-the"), "bo-y-te"),
        (("list", "--instrument", "nq-8-2016"), "nq-9-2016"),
        (("list", "--agency", "@ministers"), "@ministries"),
        (("digest", "--for", "lam"), "lan"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_near_one(
    office: Office, words: tuple[str, ...], offer: str
) -> None:
    result = office.run(*words)
    assert result.exit_code == 1
    assert offer in result.stderr
    assert result.stdout == ""


def test_before_the_first_run_lists_are_empty_and_say_why(new_office: Office) -> None:
    assert new_office.rows("list") == []
    assert new_office.rows("outbox") == []
    assert new_office.rows("history") == []
    assert "duewatch run" in new_office.run("list").stderr
    status = json.loads(new_office.done("status", "--json"))
    assert status["alive"] is False
    assert not (new_office.folder / "duewatch.db").exists()


def test_show_tells_days_history_and_letters(office: Office) -> None:
    said = office.done("show", TT_TT)
    for words in ("2016-06-30", "trước ngày 1/7/2016", "CaseOpened", "StageReached", "accepted"):
        assert words in said
    told = json.loads(office.done("show", TT_TT, "--json"))
    assert list(told)[: len(LIST)] == LIST
    assert list(told)[len(LIST) :] == ["because", "history", "letters"]
    assert [list(letter) for letter in told["letters"]] == [OUTBOX]


def test_explain_says_why_this_day_why_the_last_letter_and_what_comes_next(office: Office) -> None:
    told = json.loads(office.done("explain", TT_TT, "--json"))
    assert any("trước ngày 1/7/2016" in step for step in told["because"])
    assert told["last"]["stage"] == "notice"
    assert [person["officer"] for person in told["last"]["to"]] == ["lan"]
    assert told["next"][0]["stage"] == "reminder"
    assert told["next"][0]["at"] == "2016-06-21T08:00:00+07:00"
    assert [person["officer"] for person in told["next"][0]["to"]] == ["lan"]
    said = office.done("explain", TT_TT)
    assert "Next: reminder at 2016-06-21 08:00" in said
    assert "Nguyễn Thị Lan (lan), owner" in said


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("case", [TT_TT, "nq-9-2016/1@bo-noi-vu"])
def test_explain_fits_the_terminal_and_is_whole_elsewhere(
    office: Office, monkeypatch: pytest.MonkeyPatch, case: str, width: int
) -> None:
    office.done("ack", case, "--until", "2016-06-20", "--note", "chờ " * 30, "--as", "minh")
    piped = office.done("explain", case)
    assert max(map(len, piped.splitlines())) > 80
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda _self: True)
    monkeypatch.setenv("COLUMNS", str(width))
    shown = office.done("explain", case)
    assert max(map(len, shown.splitlines())) <= width
    assert shown.split() == piped.split()


def test_explain_names_who_is_told_instead_where_nobody_fills_the_role(office: Office) -> None:
    said = office.done("explain", "nq-9-2016/1@bo-noi-vu")
    assert "Trần Văn Minh (minh), watch for owner, which nobody fills" in said


def test_explain_tells_that_a_promise_holds_a_letter(office: Office) -> None:
    office.done("ack", TT_TT, "--until", "2016-06-24", "--as", "lan")
    told = json.loads(office.done("explain", TT_TT, "--json"))
    assert told["next"][0]["to"][0]["held"] == "held: promised to be done by 2016-06-24"


def test_explain_at_an_earlier_moment_knows_only_what_was_known_then(office: Office) -> None:
    office.at("2016-06-10T10:00")
    office.done("close", TT_TT, "--evidence", "x", "--on", "2016-06-05")
    now = json.loads(office.done("explain", TT_TT, "--json"))
    assert now["status"] == "done-in-time"
    assert "closed" in now["silent"]
    then = json.loads(office.done("explain", TT_TT, "--at", "2016-06-09T10:00", "--json"))
    assert then["status"] == "open-in-time"
    assert then["next"][0]["stage"] == "reminder"
    assert office.run("explain", TT_TT, "--at", "2016-05-01T10:00").exit_code == 1


def test_explain_at_a_later_moment_shows_what_will_have_come(office: Office) -> None:
    told = json.loads(office.done("explain", TT_TT, "--at", "2016-07-02T10:00", "--json"))
    assert told["status"] == "open-late"


@pytest.mark.parametrize(
    ("case", "words"), [("nq-9-2016/2@bo-y-te", "waits for"), ("nq-9-2016/3@bo-tt-tt", "no last day")]
)
def test_explain_says_why_a_case_is_silent(office: Office, case: str, words: str) -> None:
    assert words in office.done("explain", case)


def test_a_look_at_one_case_refuses_a_pattern_that_means_several(office: Office) -> None:
    for command in ("show", "explain", "history"):
        result = office.run(command, "nq-9-2016/1@*")
        assert result.exit_code == 2
        assert TT_TT in result.stderr


def test_history_has_the_journals_fields_and_then_the_facts_own(office: Office) -> None:
    first = office.rows("history", TT_TT)[0]
    assert list(first)[:8] == ["number", "recorded", "effective", "actor", "login", "via", "fact", "case"]
    assert first["fact"] == "CaseOpened"
    assert first["recorded"] == "2016-06-01T09:00:00+07:00"
    assert first["last_day"] == "2016-06-30"


def test_history_since_a_day_counts_by_when_it_was_written(office: Office) -> None:
    office.at("2016-06-10T10:00")
    office.done("close", TT_TT, "--evidence", "x", "--on", "2016-05-05")
    assert [row["fact"] for row in office.rows("history", "--since", "2016-06-10")] == ["Closed"]
    assert office.rows("history", "--since", "2016-06-11") == []


def test_the_outbox_shows_what_waits_and_on_demand_everything(office: Office) -> None:
    assert office.rows("outbox") == []
    rows = office.rows("outbox", "--state", "all")
    assert {row["state"] for row in rows} == {"accepted"}
    assert list(rows[0]) == OUTBOX
    assert office.rows("outbox", "--state", "held") == []
    assert office.run("outbox", "--state", "nowhere").exit_code == 2


def test_an_accepted_letter_is_neither_retried_nor_dropped(office: Office) -> None:
    number = str(office.rows("outbox", "--state", "all")[0]["number"])
    for words in (("retry", number), ("drop", number, "--reason", "r"), ("retry", "99999")):
        result = office.run("outbox", *words)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1


def test_a_waiting_letter_can_be_dropped_with_a_reason(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x", "--as", "minh")
    waiting = office.rows("outbox")
    assert [row["letter"] for row in waiting] == ["closing"]
    assert office.done("outbox", "drop", str(waiting[0]["number"]), "--reason", "told in person").startswith(
        "ok: "
    )
    assert office.rows("outbox") == []


def test_a_digests_number_does_not_hide_the_journals(office: Office) -> None:
    office.at("2016-06-21T08:00")
    office.done("tick")
    rows = office.rows("history")
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    drawn = [row for row in rows if row["fact"] == "DigestDrawn"]
    assert {row["digest_number"] for row in drawn} == {1}


def test_who_drops_a_letter_and_why_stands_in_the_journal(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x", "--as", "minh")
    (row,) = office.rows("outbox")
    office.done("outbox", "drop", str(row["number"]), "--reason", "told in person", "--as", "minh")
    told = office.rows("history")[-1]
    assert (told["fact"], told["case"], told["actor"], told["login"], told["via"]) == (
        "LetterDropped",
        None,
        "minh",
        "root",
        "cli",
    )
    assert {name: told[name] for name in ("row", "letter", "officer", "state", "reason", "cases")} == {
        "row": row["number"],
        "letter": "closing",
        "officer": "lan",
        "state": "waiting",
        "reason": "told in person",
        "cases": [TT_TT],
    }
    assert "LetterDropped, row" in office.done("history")
    assert office.done("verify").startswith("ok: ")


def test_who_lets_a_letter_be_tried_again_stands_in_the_journal(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x", "--as", "minh")
    (row,) = office.rows("outbox")
    store = Store.open("sqlite:///duewatch.db", base=office.folder)
    with store.writing() as ledger:
        ledger.hold(int(str(row["number"])), "three failures")
    store.close()
    office.done("outbox", "retry", str(row["number"]), "--as", "huong")
    told = office.rows("history")[-1]
    assert (told["fact"], told["actor"], told["login"], told["state"]) == (
        "LetterRetried",
        "huong",
        "root",
        "held",
    )
    assert office.done("verify").startswith("ok: ")


def test_what_was_not_moved_is_not_journalled(office: Office) -> None:
    office.done("close", TT_TT, "--evidence", "x", "--as", "minh")
    (row,) = office.rows("outbox")
    before = office.rows("history")
    assert office.run("outbox", "drop", str(row["number"]), "99999", "--reason", "r").exit_code == 1
    assert office.run("outbox", "retry", str(row["number"])).exit_code == 1
    assert office.rows("history") == before


def test_the_digest_is_printed_and_nothing_is_used_up(office: Office) -> None:
    office.at("2016-07-05T10:00")
    first = office.done("digest", "--for", "lan")
    assert "To: Nguyễn Thị Lan <lan@example.org>" in first
    assert office.done("digest", "--for", "lan") == first
    told = json.loads(office.done("digest", "--for", "lan", "--json"))
    assert told["overdue"] == [TT_TT]
    assert told["quiet"] is False


@pytest.mark.contract(10)
def test_status_tells_of_cases_outbox_calendar_and_a_dead_daemon(office: Office) -> None:
    told = json.loads(office.done("status", "--json"))
    assert told["alive"] is False
    assert (told["open"], told["late"]) == (5, 0)
    assert set(told["outbox"]) == {"accepted"}
    assert told["calendar"] == {"decided_until": "2026-12-31", "provisional": False}
    assert told["clock_held"] is None
    assert told["next_look"] == "2016-06-21T08:00:00+07:00"
    assert "No daemon is running" in office.done("status")


def test_status_tells_a_refused_reload_once_a_line_for_each_fault(office: Office) -> None:
    file = office.folder / "catalogue" / "nq.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("trước ngày 1/7/2016", "trước ngày 1/13/2016"), "utf-8"
    )
    with (office.folder / "directory.toml").open("a", encoding="utf-8") as directory:
        directory.write(
            '\n[[officer]]\nid = "thu"\nname = "T"\nemail = "t@example.org"\nagency = "no"\nrole = "owner"\n'
        )
    refused = office.run("tick").stderr.strip()
    with (
        closing(Store.open(f"sqlite:///{office.folder / 'duewatch.db'}")) as store,
        store.writing() as ledger,
    ):
        fault = f"reload refused: {refused}"
        write_pulse(ledger, Pulse(1, "here", "1", "2016-06-01T00:00:00+00:00", fault=fault), office.moment)
    lines = [line for line in office.run("status").stdout.splitlines() if line.startswith("FAULT")]
    assert sum("nq.toml:15:" in line for line in lines) == 1
    assert sum("directory.toml:" in line for line in lines) == 1
    assert not any("nq.toml:15:" in line and "directory.toml:" in line for line in lines)


def test_status_counts_the_rejected_status_files_of_each_source(office: Office) -> None:
    with (office.folder / "config.toml").open("a", encoding="utf-8") as config:
        for name in ("ministries", "provinces"):
            config.write(
                f'\n[[source]]\nname = "{name}"\nkind = "folder"\npath = "{name}"\nagencies = ["@provinces"]\n'
            )
    assert json.loads(office.done("status", "--json"))["rejected"] == []
    assert "REJECTED" not in office.done("status")
    folder = office.folder / "provinces" / "rejected"
    folder.mkdir(parents=True)
    for name in ("a.csv", "a.csv.errors.txt", "b.json", "b.json.errors.txt"):
        (folder / name).touch()
    (line,) = [line for line in office.done("status").splitlines() if line.startswith("REJECTED")]
    assert line == f"REJECTED       2 status files of provinces in {folder}: mend and drop them again"
    told = json.loads(office.done("status", "--json"))["rejected"]
    assert told == [{"source": "provinces", "files": 2, "folder": str(folder)}]


def test_plan_forecasts_in_a_scratch_store(office: Office) -> None:
    before = office.rows("history")
    lines = office.done("plan", "--until", "2016-07-02", "--json").splitlines()
    letters = [json.loads(line) for line in lines]
    assert [list(letter) for letter in letters[:1]] == [
        ["at", "to", "officer", "letter", "stages", "cases", "subject", "reader"]
    ]
    stages = [
        (letter["at"], letter["stages"])
        for letter in letters
        if letter["officer"] == "lan" and letter["stages"]
    ]
    assert stages == [
        ("2016-06-21T08:00:00+07:00", ["reminder"]),
        ("2016-06-29T08:00:00+07:00", ["last-call"]),
        ("2016-07-01T08:00:00+07:00", ["overdue"]),
    ]
    assert office.rows("history") == before


def test_plan_fresh_may_begin_in_the_past_and_writes_letters(new_office: Office) -> None:
    folder = new_office.folder / "demo"
    said = new_office.done(
        "plan", "--fresh", "--from", "2016-05-25", "--until", "2016-06-01", "--letters", str(folder)
    )
    assert "2016-05-31 08:00" in said
    assert len(list(folder.glob("*.eml"))) == len(said.splitlines())
    assert not (new_office.folder / "duewatch.db").exists()


def test_plan_without_fresh_begins_neither_in_the_past_nor_after_its_end(office: Office) -> None:
    assert office.run("plan", "--from", "2016-05-25", "--until", "2016-07-01").exit_code == 2
    assert office.run("plan", "--until", "2016-05-25").exit_code == 2


def test_a_reading_command_on_a_faulty_configuration_exits_1(office: Office) -> None:
    with (office.folder / "config.toml").open("a", encoding="utf-8") as text:
        text.write("\n[nonsense]\n")
    result = office.run("list")
    assert result.exit_code == 1
    assert "config.toml:" in result.stderr
    assert "nonsense" in result.stderr


def test_a_faulty_catalogue_does_not_keep_anybody_from_looking(office: Office) -> None:
    (office.folder / "catalogue" / "nq.toml").write_text("[instrument", encoding="utf-8")
    assert len(office.rows("list")) == 5
    assert json.loads(office.done("status", "--json"))["faults"] != []


def test_show_and_plan_fit_a_terminal_of_80_columns(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [office.done("show", Y_TE), office.done("plan", "--until", "2016-08-01")]
    assert max(map(len, "".join(whole).splitlines())) > 80
    monkeypatch.setattr(paper, "room", lambda: 80)
    narrow = [office.done("show", Y_TE), office.done("plan", "--until", "2016-08-01")]
    assert max(map(len, "".join(narrow).splitlines())) <= 80
    assert ["".join(text.split()) for text in narrow] == ["".join(text.split()) for text in whole]


def test_only_what_the_official_two_by_two_counts_is_late(new_office: Office) -> None:
    file = new_office.folder / "catalogue" / "nq.toml"
    aims = "".join(
        f'\n[[obligation]]\nid = "{id_}"\ntask = "Đạt {id_}."\nlead = ["bo-tt-tt"]\nkind = "{kind}"\n'
        'deadline = "trước ngày 1/7/2016"\n'
        for id_, kind in (("4", "target"), ("5", "forecast"), ("6", "report"), ("7", "milestone"))
    )
    file.write_text(file.read_text(encoding="utf-8") + aims, encoding="utf-8")
    new_office.done("tick")
    new_office.at("2016-07-05T10:00")
    said = new_office.done("list")
    by_key = {line.split()[1]: line for line in said.splitlines()[1:]}
    assert said.splitlines()[0].split()[-1] == "Kind"
    for id_, kind in (("4", "target"), ("5", "forecast")):
        assert by_key[f"nq-9-2016/{id_}@bo-tt-tt"].endswith(kind)
        assert "passed 3 working days ago" in by_key[f"nq-9-2016/{id_}@bo-tt-tt"]
    for id_, kind in (("6", "report"), ("7", "milestone")):
        assert by_key[f"nq-9-2016/{id_}@bo-tt-tt"].endswith(kind)
        assert "3 working days late" in by_key[f"nq-9-2016/{id_}@bo-tt-tt"]
    assert "9 open, 5 of them late" in new_office.done("status")


def test_a_list_of_obligations_alone_has_no_column_of_kinds(office: Office) -> None:
    assert "Kind" not in office.done("list").splitlines()[0]


def test_a_case_whose_file_has_vanished_says_so_in_show_and_explain(office: Office) -> None:
    file = office.folder / "catalogue" / "nq.toml"
    assert "vanished" not in office.done("show", Y_TE) + office.done("explain", Y_TE)
    file.unlink()
    office.done("accept")
    office.at("2016-06-02T09:00")
    office.done("tick")
    assert "has vanished" in office.done("show", Y_TE).splitlines()[1]
    assert "has vanished" in office.done("explain", Y_TE).splitlines()[-1]
    office.done("close", Y_TE, "--evidence", "1/BC")
    assert "has vanished" in office.done("explain", Y_TE).splitlines()[-1]


def test_plan_says_where_it_wrote_letters_only_when_it_wrote_some(office: Office) -> None:
    folder = str(office.folder / "mail")
    none = office.run("plan", "--until", "2016-06-01", "--letters", folder)
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr.strip().splitlines()[-1] == "0 letters from 2016-06-01 to 2016-06-01."
    some = office.run("plan", "--until", "2016-06-30", "--letters", folder)
    assert f"written into {folder}" in some.stderr
