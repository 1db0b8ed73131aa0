"""What status, check and doctor say of stages that nobody would receive, and of everything that letters depend on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import _NamedTextIOWrapper

from monitor import listening
from monitor.checkup import machine
from monitor.claim import Ready
from monitor.store import Store
from notifiers.base import Refused
from rules.notices import failure_notice
from tests.builders import local
from tests.monitor.cli.console import CONFIG, DIRECTORY, Office, Row
from tests.monitor.store.samples import everything_is_wanted

WITHOUT_WATCH = DIRECTORY.rpartition("[[officer]]")[0]
HEALTH = WITHOUT_WATCH.rpartition("[[officer]]")[0]  # nobody of the Ministry of Health


def without_anybody(office: Office) -> None:
    """The Ministry of Home Affairs has no officer, and there is no monitoring office."""
    (office.folder / "directory.toml").write_text(WITHOUT_WATCH, encoding="utf-8")


def doctored(office: Office) -> Mapping[str, Row]:
    """The findings by what they are about."""
    result = office.run("doctor", "--json")
    return {str(one["about"]): one for one in json.loads(result.stdout)}


def test_status_and_check_name_a_stage_that_would_reach_nobody(office: Office) -> None:
    without_anybody(office)
    office.at("2016-06-20T09:00")
    sentence = (
        "first nq-9-2016/1@bo-noi-vu: reminder of 2016-06-21 08:00 would reach nobody (owner, cooperating)"
    )
    assert sentence in office.done("status")
    assert sentence in json.loads(office.done("status", "--json"))["unreached"]
    checked = office.run("check")
    assert checked.exit_code == 0
    assert (
        f"directory.toml:1: officer: 1 case within ten working days, {sentence} (warning)" in checked.output
    )


def test_a_monitoring_office_is_enough(office: Office) -> None:
    office.at("2016-06-20T09:00")
    assert "UNREACHED" not in office.done("status")
    assert json.loads(office.done("status", "--json"))["unreached"] is None
    assert "would reach nobody" not in office.done("check")


def test_check_looks_at_the_files_even_where_the_store_is_broken(office: Office) -> None:
    without_anybody(office)
    (office.folder / "duewatch.db").write_bytes(b"no database at all, " * 100)
    assert office.run("check").exit_code == 0


def test_doctor_finds_a_new_office_fit_to_start(new_office: Office) -> None:
    result = new_office.run("doctor")
    assert result.exit_code == 0
    assert "fault" not in [line.split()[0] for line in result.stdout.splitlines()]
    assert "warning  database       there is none at" in result.stdout
    assert not (new_office.folder / "duewatch.db").exists()
    assert not (new_office.folder / "letters").exists()


def test_doctor_looks_at_everything_in_one_line_each(office: Office) -> None:
    found = doctored(office)
    assert set(found) >= {
        "packages",
        "configuration",
        "operator",
        "rules",
        "calendar",
        "directory",
        "people",
        "templates",
        "database",
        "database file",
        "clock",
        "daemon",
        "recipients",
        "addresses",
        "channel folder",
        "disk",
        "heartbeat",
        "unit",
    }
    assert {one["level"] for one in found.values()} <= {"ok", "warning"}
    assert all(one["advice"] for one in found.values() if one["level"] != "ok")
    assert found["daemon"]["level"] == "warning"
    assert str(found["clock"]["found"]).startswith("in step")


def people_of(office: Office) -> tuple[str, str]:
    """What status says of officers who do not exist, and doctor's level."""
    found = doctored(office)["people"]
    sentence, words = json.loads(office.done("status", "--json"))["invented"], office.done("status")
    assert ("SAMPLE" in words) is (sentence is not None) is (found["level"] == "warning")
    if sentence is not None:
        assert (found["found"], bool(found["advice"])) == (sentence, True)
        assert f"SAMPLE         {sentence}: {found['advice']}\n" in words
    return str(sentence), str(found["level"])


def test_status_and_doctor_say_that_the_sample_directory_is_in_use(office: Office) -> None:
    (office.folder / "directory.toml").unlink()
    config = office.folder / "config.toml"
    config.write_text(CONFIG.replace('directory = "directory.toml"\n', ""), encoding="utf-8")
    sentence, level = people_of(office)
    assert sentence.startswith("the sample directory is in use")
    assert level == "warning"


def test_status_fits_the_terminal(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = office.done("status")
    assert max(map(len, piped.splitlines())) > 80
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda _self: True)
    monkeypatch.setenv("COLUMNS", "80")
    shown = office.done("status")
    assert max(map(len, shown.splitlines())) <= 80
    assert "".join(shown.split()) == "".join(piped.split())


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        ({"lan": "lan@mic.gov.vn", "huong": "h@moh.gov.vn", "minh": "m@vpcp.vn"}, "None"),
        (
            {"lan": "lan@mic.gov.vn", "huong": "h@moh.gov.vn"},
            "1 of 3 officers has an address under example.org",
        ),
        ({"huong": "h@contest.vn"}, "2 of 3 officers have addresses under example.org"),
        ({"huong": "h@MAIL.Example.COM", "minh": "m@x.test"}, "under example.com, example.org, test,"),
    ],
)
def test_status_and_doctor_name_addresses_that_only_examples_use(
    office: Office, addresses: Mapping[str, str], said: str
) -> None:
    text = DIRECTORY
    for officer, address in addresses.items():
        text = text.replace(f"{officer}@example.org", address)
    (office.folder / "directory.toml").write_text(text, encoding="utf-8")
    sentence, level = people_of(office)
    assert said in sentence
    assert level == ("ok" if said == "None" else "warning")


@pytest.mark.parametrize("file", ["config.toml", "directory.toml", "catalogue/nq.toml"])
def test_doctor_names_a_faulty_file_and_ends_with_one(office: Office, file: str) -> None:
    with (office.folder / file).open("a", encoding="utf-8") as text:
        text.write("\n[nonsense]\nx = 1\n")
    result = office.run("doctor")
    assert result.exit_code == 1
    [line] = [line for line in result.stdout.splitlines() if line.startswith("fault")]
    assert f"{file}:" in line


def test_doctor_names_a_broken_template(office: Office) -> None:
    mine = office.folder / "mine" / "vi" / "stage"
    mine.mkdir(parents=True)
    (mine / "subject.txt").write_text("{{ nothing.like.this }}", encoding="utf-8")
    config = office.folder / "config.toml"
    config.write_text('templates = ["mine"]\n' + config.read_text("utf-8"), encoding="utf-8")
    found = doctored(office)["templates"]
    assert found["level"] == "fault"
    assert "subject.txt:1" in str(found["found"])


@pytest.mark.parametrize(
    ("day", "level"),
    [("2026-06-01", "ok"), ("2026-10-05", "warning"), ("2026-12-28", "warning"), ("2027-01-04", "fault")],
)
def test_doctor_wants_the_next_year_in_time(office: Office, day: str, level: str) -> None:
    office.at(f"{day}T09:00")
    found = doctored(office)["calendar"]
    assert found["level"] == level
    assert level == "ok" or "add 2027 to the calendar" in str(found["advice"])


def test_doctor_names_recipients_that_are_missing(office: Office) -> None:
    without_anybody(office)
    office.at("2016-06-20T09:00")
    found = doctored(office)["recipients"]
    assert found["level"] == "warning"
    assert "nq-9-2016/1@bo-noi-vu" in str(found["found"])


@pytest.mark.parametrize(("day", "level"), [("2016-06-30", "warning"), ("2016-07-30", "ok")])
def test_doctor_names_officers_whose_address_was_refused_lately(office: Office, day: str, level: str) -> None:
    moment = local("2016-06-21T08:00")
    store = Store.open("sqlite:///duewatch.db", base=office.folder)
    with store.writing() as ledger:
        ledger.post([replace(failure_notice("x", moment, "x"), officer="lan")])
        until = moment + timedelta(minutes=15)
        [mine] = ledger.claim(moment, 1, "test", until, everything_is_wanted, moment.date(), "failure")
        ready = Ready("duewatch@example.org", "lan@example.org", "<x@y>", "s", b"x")
        assert ledger.hand_over(mine.number, "test", moment, ready, until)
        refused = Refused("550 no such user", "recipient")
        assert ledger.settle(mine.number, "test", refused, moment, None)
    store.close()
    office.at(f"{day}T09:00")
    found = doctored(office)["addresses"]
    assert found["level"] == level
    assert ("lan" in str(found["found"])) == (level == "warning")


def test_doctor_sees_a_clock_that_stands_behind(office: Office) -> None:
    office.at("2016-05-20T09:00")
    found = doctored(office)["clock"]
    assert found["level"] == "fault"
    assert "duewatch clock accept" in str(found["advice"])


def test_doctor_sees_a_damaged_database(office: Office) -> None:
    (office.folder / "duewatch.db").write_bytes(b"no database at all, " * 100)
    result = office.run("doctor")
    assert result.exit_code == 1
    assert "fault    database " in result.stdout


def test_doctor_sees_a_daemon_that_runs(office: Office) -> None:
    store = Store.open("sqlite:///duewatch.db", base=office.folder)
    with store.daemon_lock():
        found = doctored(office)["daemon"]
    store.close()
    assert (found["level"], str(found["found"]).split()[0]) == ("ok", "process")


def test_doctor_sees_a_database_that_others_can_read(office: Office) -> None:
    (office.folder / "duewatch.db").chmod(0o644)
    found = doctored(office)["database file"]
    assert found["level"] == "warning"
    assert str(found["advice"]).startswith("chmod o= ")


def test_doctor_sees_a_folder_that_takes_no_letters(office: Office) -> None:
    config = office.folder / "config.toml"
    (office.folder / "taken").write_text("a file", encoding="utf-8")
    config.write_text(config.read_text("utf-8").replace('"letters"', '"taken/letters"'), encoding="utf-8")
    found = doctored(office)["channel folder"]
    assert (found["level"], str(found["found"]).endswith("taken is no folder")) == ("fault", True)


def test_doctor_wants_the_heartbeats_program(office: Office) -> None:
    with (office.folder / "config.toml").open("a", encoding="utf-8") as config:
        config.write('\n[heartbeat]\nping = "https://hc.example.org/4f2e"\ncommand = ["/no/such/program"]\n')
    result = office.run("doctor")
    assert result.exit_code == 1
    assert "/no/such/program is no program here" in result.stdout
    assert "4f2e" not in result.output


def test_doctor_and_run_want_what_serves_the_pages(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with (office.folder / "config.toml").open("a", encoding="utf-8") as config:
        config.write('\n[web]\nlisten = "web/../pages.sock"\n')
    assert doctored(office)["pages"]["level"] == "ok"
    monkeypatch.setattr(listening, "NEEDED", ("no_such_package",))
    assert doctored(office)["pages"]["level"] == "fault"
    result = office.run("run")
    assert result.exit_code == 78
    assert "pip install 'duewatch[web]'" in result.stderr
    assert office.run("tick").exit_code == 0, "a single pass serves no pages"


def test_little_room_is_told_before_none_is_left(monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
    for least, level in ((2**62, "fault"), (0, "warning")):
        monkeypatch.setattr(machine, "TIGHT", least)
        monkeypatch.setattr(machine, "LITTLE", 2**62)
        assert doctored(office)["disk"]["level"] == level
