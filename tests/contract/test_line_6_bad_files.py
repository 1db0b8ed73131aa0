"""Line 6: a bad file never replaces a good one, and says file and place."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.daemon.installation import DIRECTORY, INSTRUMENT, TO_A_FOLDER, Installation, until
from tests.monitor.cli.console import Office

# What is broken, how, and where the sentence must point.
BROKEN = {
    "configuration": ("config.toml", 'send_at = "in the morning"\n', "config.toml:1: send_at: "),
    "an unknown key": ("config.toml", 'sent_at = "08:00"\n', "config.toml:1: sent_at: "),
    "catalogue": (
        "catalogue/nq.toml",
        INSTRUMENT.replace("trước ngày 1/7/2016", "trước ngày 31/2/2016"),
        "nq.toml:15: obligation[1].deadline: ",
    ),
    "no TOML": ("catalogue/nq.toml", "[instrument\n", "nq.toml:1: file: "),
    "agencies": (
        "catalogue/agencies/ours.toml",
        '[[agency]]\nid = "Our Office"\nname = "Ta"\nname_en = "We"\n',
        "ours.toml:2: agency[Our Office].id: ",
    ),
    "ladders": (
        "catalogue/ladders.toml",
        '[ladder.ours]\nstages = [{ name = "late", at = "+1wd", to = ["boss"] }]\n',
        "ladders.toml:2: ",
    ),
    "calendar": ("catalogue/calendars/ours.toml", "[[year]]\nyear = 2027\n", "ours.toml:1: year[1]"),
    "directory": (
        "directory.toml",
        DIRECTORY.replace('"leader"', '"laeder"'),
        "directory.toml:7: officer[lan].role: ",
    ),
    "template": ("mine/vi/stage/subject.txt", "{{ nothing.like.this }}", "subject.txt:1: "),
    "style": (
        "mine/en/failure/body.html",
        '<p class="late" style="color: red">x</p>',
        "failure/body.html:1: ",
    ),
    "words": ("mine/vi/words.toml", '[state]\n\nlate = "chậm {days}"\n', "vi/words.toml:3: "),
}


def contents(folder: Path) -> list[str]:
    """Every row of the database."""
    with closing(sqlite3.connect(folder / "duewatch.db")) as database:
        return list(database.iterdump())


@pytest.mark.contract(6)
@pytest.mark.parametrize("kind", BROKEN)
def test_no_pass_is_made_on_a_bad_file_and_it_is_named_with_its_line(office: Office, kind: str) -> None:
    name, text, place = BROKEN[kind]
    config = 'templates = ["mine"]\n' + TO_A_FOLDER
    for path, good in (
        ("config.toml", config),
        ("directory.toml", DIRECTORY),
        ("catalogue/nq.toml", INSTRUMENT),
    ):
        (office.folder / path).write_text(good, encoding="utf-8")
    (office.folder / "mine").mkdir()
    office.done("tick")
    before = contents(office.folder)
    broken = office.folder / name
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text(text + config.partition("\n")[2] if name == "config.toml" else text, encoding="utf-8")
    office.at("2016-06-21T09:00")
    result = office.run("tick")
    assert (result.exit_code, result.stdout) == (78, "")
    assert place in result.stderr
    assert contents(office.folder) == before
    checked = office.run("check")
    assert checked.exit_code == 1
    assert place in checked.stdout


@pytest.mark.contract(6)
@pytest.mark.timeout(240)
def test_a_running_daemon_keeps_what_is_good_whatever_is_broken(installation: Installation) -> None:
    config = 'templates = ["mine"]\n' + TO_A_FOLDER
    installation.furnish(config)
    (installation.folder / "mine").mkdir()
    with installation.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        for number, (name, text, place) in enumerate(BROKEN.values(), start=1):
            path = installation.folder / name
            good = path.read_text(encoding="utf-8") if path.exists() else None
            installation.write(name, text + config.partition("\n")[2] if name == "config.toml" else text)
            daemon.send(signal.SIGHUP)

            def refusals() -> list[str]:
                events = daemon.events()
                return [
                    str(event["sentence"]) for event in events if "reload refused" in str(event["message"])
                ]

            until(lambda n=number: len(refusals()) == n, f"the reload with {name} is refused")  # type: ignore[misc]
            assert place in refusals()[-1]
            path.unlink() if good is None else path.write_text(good, encoding="utf-8")
        assert not daemon.has_said("reloaded")
        daemon.send(signal.SIGHUP)
        daemon.waits_until_said("reloaded")
        assert daemon.stopped() == 0
