"""Commands of the operator: tick, check, the database, the clock, a test letter, the first files."""

from __future__ import annotations

import json
import re
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from monitor.cli.passing import Passed
from monitor.settling import Round
from monitor.store import Store
from monitor.watch import Tick
from tests.monitor.cli.console import Office

TT_TT = "nq-9-2016/1@bo-tt-tt"


def opened(office: Office) -> Store:
    return Store.open("sqlite:///duewatch.db", base=office.folder)


def test_tick_opens_cases_and_delivers_and_a_second_one_repeats_nothing(new_office: Office) -> None:
    assert new_office.done("tick").startswith("ok: ")
    letters = sorted(file.name for file in (new_office.folder / "letters").glob("*.eml"))
    assert letters
    new_office.done("tick")
    assert sorted(file.name for file in (new_office.folder / "letters").glob("*.eml")) == letters


def test_tick_says_what_the_catalogue_brought(new_office: Office) -> None:
    assert new_office.done("tick").startswith("ok: opened 5 cases; looked at ")
    file = new_office.folder / "catalogue" / "nq.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("trước ngày 1/7/2016", "trước ngày 1/8/2016"), "utf-8")
    assert new_office.run("tick").stdout.startswith("ok: looked at ")  # refused until somebody accepts it
    new_office.done("accept")
    assert new_office.done("tick").startswith("ok: moved 3 deadlines; looked at ")
    assert new_office.done("tick").startswith("ok: looked at ")


def test_tick_counts_one_as_one() -> None:
    seen = Tick(datetime(2016, 6, 1, tzinfo=UTC), 1, 1, 1, None)
    carried = Round(accepted=1)
    said = Passed(seen, carried).sentence
    assert said.startswith("ok: looked at 1 case, wrote 1 notice and 1 digest; letters: 1 accepted")


@pytest.mark.parametrize("alive", [True, False])
def test_status_on_a_faulty_configuration_still_tells_of_the_daemon(office: Office, alive: bool) -> None:
    with (office.folder / "config.toml").open("a", encoding="utf-8") as text:
        text.write('\n[email]\nport = "x"\n')
    with closing(opened(office)) as store, store.daemon_lock() if alive else nullcontext():
        result = office.run("status")
    assert result.exit_code == 1
    assert "config.toml:" in result.stderr
    assert ("The daemon is alive, and goes on by the files that it has read" in result.stdout) is alive
    assert ("No daemon is running" in result.stdout) is not alive


def test_status_on_a_file_that_is_no_toml_does_not_guess(office: Office) -> None:
    (office.folder / "config.toml").write_text("not so\n", encoding="utf-8")
    result = office.run("status")
    assert result.exit_code == 1
    assert "cannot be told" in result.stdout


def test_status_tells_when_digests_are_looked_at_too(office: Office) -> None:
    office.at("2016-06-03T09:00")  # a Friday
    lines = office.done("status").splitlines()
    assert "next look      2016-06-21 08:00 (cases)" in lines
    assert "next digests   2016-06-06 07:30" in lines
    told = json.loads(office.done("status", "--json"))
    assert told["next_look"] == "2016-06-21T08:00:00+07:00"
    assert told["next_digests"] == "2016-06-06T07:30:00+07:00"


def test_tick_at_a_past_moment_is_allowed_only_after_the_last_recorded_one(office: Office) -> None:
    office.at("2016-06-25T09:00")
    early = office.run("tick", "--at", "2016-05-30T08:00")
    late = office.run("tick", "--at", "2016-06-25T09:01")
    assert (early.exit_code, late.exit_code) == (2, 2)
    assert "2016-06-01T09:00" in early.stderr
    assert "future" in late.stderr
    office.done("tick", "--at", "2016-06-21T08:00")
    reached = [row for row in office.rows("history", TT_TT) if row["fact"] == "StageReached"]
    assert [row["stage"] for row in reached] == ["notice", "reminder"]
    assert reached[-1]["recorded"] == "2016-06-21T08:00:00+07:00"


@pytest.mark.contract(10)
def test_tick_is_refused_while_a_daemon_has_the_store(office: Office) -> None:
    store = opened(office)
    with store.daemon_lock():
        result = office.run("tick")
        assert json.loads(office.done("status", "--json"))["alive"] is True
    store.close()
    assert result.exit_code == 75
    assert "Another daemon" in result.stderr


@pytest.mark.contract(6)
@pytest.mark.parametrize("file", ["config.toml", "directory.toml", "catalogue/nq.toml"])
@pytest.mark.parametrize("command", ["tick", "run"])
def test_nothing_runs_on_faulty_files(new_office: Office, file: str, command: str) -> None:
    with (new_office.folder / file).open("a", encoding="utf-8") as text:
        text.write("\n[nonsense]\nx = 1\n")
    result = new_office.run(command)
    assert result.exit_code == 78
    assert f"{file}:" in result.stderr
    assert not (new_office.folder / "duewatch.db").exists()


@pytest.mark.contract(10)
@pytest.mark.parametrize(
    "words", ["tick", "run", "list", "status", "verify", "db check", "db upgrade", "check --changes"]
)
def test_an_emptied_database_is_refused_and_no_letter_goes_out_again(office: Office, words: str) -> None:
    (office.folder / "duewatch.db").write_bytes(b"")
    before = sorted((office.folder / "letters").iterdir())
    result = office.run(*words.split())
    assert result.exit_code == 78
    assert "is empty, and only a missing one is made anew; put back a backup" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert sorted((office.folder / "letters").iterdir()) == before
    assert (office.folder / "duewatch.db").stat().st_size == 0


@pytest.mark.contract(10)
def test_a_load_that_moves_open_deadlines_waits_for_a_person(office: Office) -> None:
    file = office.folder / "catalogue" / "nq.toml"
    text = file.read_text(encoding="utf-8").replace("trước ngày 1/7/2016", "trước ngày 1/8/2016")
    file.write_text(text, encoding="utf-8")
    office.at("2016-06-02T09:00")
    refused = office.run("tick")
    assert refused.exit_code == 1
    assert "duewatch accept" in refused.stderr
    assert office.row(TT_TT)["last_day"] == "2016-06-30"
    told = json.loads(office.done("check", "--changes", "--json"))
    assert [change["last_day"] for change in told["moved"]] == ["2016-07-31"] * 3
    assert told["refused"] is not None
    office.done("accept")
    office.done("tick")
    assert office.row(TT_TT)["last_day"] == "2016-07-31"


def moved_to(office: Office, day: str) -> None:
    """Somebody writes another day into the instrument's file."""
    file = office.folder / "catalogue" / "nq.toml"
    text = re.sub(r"trước ngày 1/\d/2016", f"trước ngày {day}", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")


def test_what_is_accepted_is_said_shown_and_journalled_with_who_said_so(office: Office) -> None:
    moved_to(office, "1/8/2016")
    office.at("2016-06-02T09:00")
    said = office.done("accept", "--as", "lan")
    assert "may move: nq-9-2016/1@bo-noi-vu, last day 2016-07-31" in said.splitlines()
    assert "ok: the next load of these files may move 3 open deadlines" in said
    (given,) = [row for row in office.rows("history") if row["fact"] == "LoadAccepted"]
    assert (given["actor"], given["login"], given["via"], given["moved"], given["lost"]) == (
        "lan",
        "root",
        "cli",
        3,
        0,
    )
    told = json.loads(office.done("status", "--json"))["accepted"]
    assert told == {"by": "lan", "login": "root", "at": "2016-06-02T09:00:00+07:00", "moved": 3, "lost": 0}
    assert (
        "ACCEPTED       lan (root, 2016-06-02 09:00) lets the next load move 3 open deadlines\n"
        in office.done("status")
    )
    changes = json.loads(office.done("check", "--changes", "--json"))
    assert (changes["refused"], changes["accepted"]) == (None, told)
    shown = office.run("check", "--changes")
    assert "It will not be refused: lan (root, 2016-06-02 09:00) lets it happen." in shown.stderr
    again = office.run("accept", "--as", "minh")
    assert again.exit_code == 1
    assert (
        again.stderr
        == "lan (root, 2016-06-02 09:00) has let this happen already: nothing else waits for it.\n"
    )
    office.done("tick")
    (used,) = [row for row in office.rows("history") if row["fact"] == "LoadLetHappen"]
    assert (used["actor"], used["accepted_by"], used["accepted_at"]) == (
        "duewatch",
        "lan",
        "2016-06-02T09:00:00+07:00",
    )
    assert (used["digest"], used["moved"]) == (given["digest"], 3)
    assert json.loads(office.done("status", "--json"))["accepted"] is None
    assert office.done("verify").startswith("ok: ")


def test_another_change_than_the_accepted_one_waits_for_another_word(office: Office) -> None:
    moved_to(office, "1/8/2016")
    office.at("2016-06-02T09:00")
    office.done("accept")
    moved_to(office, "1/9/2016")
    assert "the files have changed since" in office.done("status")
    assert json.loads(office.done("check", "--changes", "--json"))["refused"] is not None
    assert office.run("tick").exit_code == 1
    assert office.row(TT_TT)["last_day"] == "2016-06-30"
    moved_to(office, "1/8/2016")
    office.done("tick")
    assert office.row(TT_TT)["last_day"] == "2016-07-31"


def test_an_accepted_change_that_was_overtaken_by_a_harmless_one_waits_for_another_word(
    office: Office,
) -> None:
    moved_to(office, "1/8/2016")
    office.at("2016-06-02T09:00")
    office.done("accept")
    moved_to(office, "1/7/2016")
    file = office.folder / "catalogue" / "nq.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("thường xuyên", "đều đặn"), encoding="utf-8")
    office.done("tick")
    file.write_text(file.read_text(encoding="utf-8").replace("đều đặn", "thường xuyên"), encoding="utf-8")
    moved_to(office, "1/8/2016")
    assert office.run("tick").exit_code == 1
    assert office.row(TT_TT)["last_day"] == "2016-06-30"


def test_check_names_every_fault_with_file_and_line_and_exits_1(new_office: Office) -> None:
    with (new_office.folder / "directory.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[officer]]\nid = "thu"\nname = "Thu"\nemail = "thu@example.org"\nagency = "nowhere"\nrole = "owner"\n'
        )
    catalogue = new_office.folder / "catalogue" / "nq.toml"
    text = catalogue.read_text(encoding="utf-8").replace("trước ngày 1/7/2016", "trước ngày 1/13/2016")
    catalogue.write_text(text, encoding="utf-8")
    result = new_office.run("check")
    assert result.exit_code == 1
    lines = [line for line in result.stdout.splitlines() if not line.endswith("(warning)")]
    assert any("directory.toml:31: " in line and "nowhere" in line for line in lines), lines
    assert any("nq.toml:15: " in line and "1/13/2016" in line for line in lines), lines
    told = new_office.run("check", "--json")
    assert told.exit_code == 1
    assert list(json.loads(told.stdout)[0]) == ["file", "line", "key", "text", "warning"]


def test_check_with_warnings_alone_exits_0(new_office: Office) -> None:
    said = new_office.done("check")
    assert "(warning)" in said
    assert said.splitlines()[-1].startswith("ok: 1 instrument, 3 obligations")


def test_check_on_a_broken_template_names_it(new_office: Office) -> None:
    folder = new_office.folder / "templates" / "vi" / "stage"
    folder.mkdir(parents=True)
    (folder / "subject.txt").write_text("{{ nothing.like.this }}", encoding="utf-8")
    text = (new_office.folder / "config.toml").read_text(encoding="utf-8")
    (new_office.folder / "config.toml").write_text(f'templates = ["templates"]\n{text}', encoding="utf-8")
    result = new_office.run("check")
    assert result.exit_code == 1
    assert "subject.txt:" in result.stdout
    assert new_office.run("tick").exit_code == 78


def test_check_dates_gives_each_obligation_its_days_and_why(new_office: Office) -> None:
    rows = new_office.rows("check", "--dates")
    assert list(rows[0]) == [
        "instrument",
        "obligation",
        "deadline",
        "last_day",
        "safe_day",
        "earliest",
        "recurrence",
        "kind",
        "because",
        "provisional",
    ]
    assert rows[0]["deadline"] == "trước ngày 1/7/2016"
    assert rows[0]["last_day"] == "2016-06-30"
    assert [row["last_day"] for row in rows[1:]] == [None, None]
    said = new_office.done("check", "--dates")
    assert "nq-9-2016/1  2016-06-30" in said
    assert "why: " in said


def test_a_recurring_obligation_shows_the_next_period_on_or_after_today(new_office: Office) -> None:
    with (new_office.folder / "catalogue" / "nq.toml").open("a", encoding="utf-8") as text:
        text.write(
            '\n[[obligation]]\nid = "4"\ntask = "Báo cáo quý."\nlead = ["bo-y-te"]\nkind = "report"\n'
            'deadline = { every = "quarter", on = ["25"] }\n'
        )
    new_office.at("2016-06-25T09:00")
    assert new_office.rows("check", "--dates")[3]["last_day"] == "2016-06-25"
    new_office.at("2016-06-26T09:00")
    row = new_office.rows("check", "--dates")[3]
    assert (row["last_day"], row["recurrence"]) == ("2016-09-25", "quarter")


def test_check_changes_before_the_first_run_says_what_would_open(new_office: Office) -> None:
    assert "would open: nq-9-2016/1@bo-y-te, last day 2016-06-30" in new_office.done("check", "--changes")
    assert not (new_office.folder / "duewatch.db").exists()


def test_the_clock_is_accepted_only_when_it_holds_sending(office: Office) -> None:
    from datetime import timedelta

    from monitor.guard import Held
    from monitor.hold import store_hold

    assert office.run("clock", "accept").exit_code == 1
    store = opened(office)
    with store.writing() as ledger:
        store_hold(ledger, Held("forward", office.moment, timedelta(days=3)))
    store.close()
    assert json.loads(office.done("status", "--json"))["clock_held"].startswith("the clock jumped")
    assert "clock accept" in office.run("tick").stderr
    assert office.done("clock", "accept").startswith("ok: ")


def test_the_database_is_checked_and_backed_up_but_nothing_is_written_over(office: Office) -> None:
    assert office.done("db", "check").startswith("ok: ")
    assert office.done("db", "upgrade").startswith("ok: ")
    copy = office.folder / "copy.db"
    assert office.done("db", "backup", str(copy)).startswith("ok: ")
    assert copy.stat().st_size > 0
    again = office.run("db", "backup", str(copy))
    assert again.exit_code == 1
    assert "not written over" in again.stderr
    assert office.run("db", "backup", str(office.folder / "no" / "where.db")).exit_code == 1


def test_what_is_no_database_is_said_plainly(new_office: Office) -> None:
    (new_office.folder / "duewatch.db").write_text("not a database at all, but long enough to be read" * 9)
    for words in (("list",), ("tick",), ("db", "check")):
        result = new_office.run(*words)
        assert result.exit_code in {1, 78}
        assert "not a database" in result.output
        assert "Traceback" not in result.output


def test_a_test_letter_shows_its_steps_and_arrives(new_office: Office) -> None:
    said = new_office.done("test-mail", "lan@example.org")
    assert "writing" in said
    assert "ok: accepted" in said
    (file,) = (new_office.folder / "letters").glob("*.eml")
    letter = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert letter["To"] == "lan@example.org"
    body = letter.get_body(("plain",))
    assert body is not None
    assert "thư kiểm tra" in body.get_content()


@pytest.mark.parametrize("address", ["nobody", "a@b\nBcc: x@example.org", "ă@example.org"])
def test_a_test_letter_to_what_is_no_address_is_refused(new_office: Office, address: str) -> None:
    result = new_office.run("test-mail", address)
    assert result.exit_code == 1
    assert "give one plain address" in result.stderr
    assert not (new_office.folder / "letters").exists()


def test_init_writes_files_that_pass_check_and_never_writes_over(new_office: Office, tmp_path: Path) -> None:
    start = tmp_path / "start"
    first = new_office.bare("init", str(start))
    assert first.exit_code == 0
    assert {"config.toml", "directory.toml", "catalogue"} <= {path.name for path in start.iterdir()}
    assert new_office.bare("check", "--config", str(start / "config.toml")).exit_code == 0
    (start / "directory.toml").write_text("# mine\n", encoding="utf-8")
    second = new_office.bare("init", str(start))
    assert second.exit_code == 0
    assert "left alone" in second.stdout
    assert (start / "directory.toml").read_text(encoding="utf-8") == "# mine\n"
