"""Status files that agencies' own systems drop, read by a running daemon."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemon.installation import INSTRUMENT, TO_A_FOLDER, Daemon, Installation, until

SOURCE = """
[[source]]
name = "agency-reports"
path = "reports"
every = "1s"
agencies = ["bo-tt-tt", "bo-y-te"]
"""
THREE = INSTRUMENT.replace('["bo-tt-tt"]', '["bo-tt-tt", "bo-y-te", "bo-noi-vu"]')
TT, HEALTH, HOME = (f"nq-9-2016/1@{agency}" for agency in ("bo-tt-tt", "bo-y-te", "bo-noi-vu"))


@pytest.fixture
def reporting(office: Installation) -> Installation:
    office.furnish(TO_A_FOLDER + SOURCE, instrument=THREE)
    (office.folder / "reports").mkdir()
    return office


@pytest.fixture
def daemon(reporting: Installation) -> Iterator[Daemon]:
    with reporting.daemon() as running:
        running.waits_until_said("watching")
        yield running
        assert running.stopped() == 0
        assert '"exception"' not in running.said


def drop(office: Installation, name: str, text: str) -> Path:
    """As another system does: written under another name, then renamed; finished ten seconds ago."""
    path = office.write(f"reports/{name}.tmp", text)
    settled = path.stat().st_mtime - 10
    os.utime(path, (settled, settled))
    return path.rename(path.with_suffix(""))


def statuses(office: Installation) -> dict[str, str]:
    return {str(row["case"]): str(row["status"]) for row in office.rows("list")}


def test_good_rows_stand_bad_ones_are_reported_and_a_part_file_waits(
    reporting: Installation, daemon: Daemon
) -> None:
    reports = reporting.folder / "reports"
    unfinished = drop(reporting, "later.csv.part", f"case,percent\n{HEALTH},90\n")
    rows = (
        "case,percent,done_on,evidence,note",
        f"{TT},,2016-06-29,Công văn 8/BTTTT,",
        f"{HEALTH},,2016-06-29,,",
        f"{HEALTH},40,,,đang làm",
        f"{HOME},50,,,",
        "nq-9-2016/1@bo-khong-co,10,,,",
        f"{HEALTH},140,,,",
    )
    drop(reporting, "june.csv", "\n".join(rows))
    until((reports / "rejected" / "june.csv").exists, f"the file is put away: {daemon.said}")
    errors = (reports / "rejected" / "june.csv.errors.txt").read_text(encoding="utf-8").splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in errors] == [
        "row 3",
        "row 5",
        "row 6",
        "row 7",
    ]
    assert all(line.startswith("june.csv: ") for line in errors)
    reasons = ("done_on without evidence", "may not speak", "no case", "percent")
    assert all(reason in line for reason, line in zip(reasons, errors, strict=True))
    assert statuses(reporting) == {TT: "done-in-time", HEALTH: "open-late", HOME: "open-late"}
    (health,) = [row for row in reporting.rows("list") if row["case"] == HEALTH]
    assert health["progress"] == 40
    assert unfinished.exists()
    unfinished.rename(reports / "later.csv")
    until((reports / "done" / "later.csv").exists, "the finished file is read")
    (health,) = [row for row in reporting.rows("list") if row["case"] == HEALTH]
    assert health["progress"] == 90
    warnings = [event for event in daemon.events() if event["message"] == "status file has bad rows"]
    assert [(event["file"], event["bad"]) for event in warnings] == [("june.csv", 4)]


def test_the_same_file_twice_changes_nothing(reporting: Installation, daemon: Daemon) -> None:
    report = json.dumps([{"case": TT, "percent": 30}, {"case": HEALTH, "percent": 60, "note": "sắp xong"}])
    done = reporting.folder / "reports" / "done"
    drop(reporting, "one.json", report)
    until((done / "one.json").exists, "the file is read")
    before = reporting.rows("history")
    assert [fact["via"] for fact in before[-2:]] == ["source", "source"]
    drop(reporting, "again.json", report)
    until((done / "again.json").exists, "the copy is put away")
    drop(reporting, "one.json", report)
    until(lambda: not (reporting.folder / "reports" / "one.json").exists(), "the third is put away")
    assert reporting.rows("history") == before
    assert len(list(done.iterdir())) >= 2


def test_a_file_that_is_still_being_written_waits_until_it_rests(
    reporting: Installation, daemon: Daemon
) -> None:
    began = time.monotonic()
    young = reporting.write("reports/young.csv", f"case,percent\n{TT},10\n")
    old = drop(reporting, "old.csv", f"case,percent\n{HEALTH},20\n")
    until(lambda: not old.exists(), "the finished file is read")
    if time.monotonic() - began < 1.9:
        assert young.exists()
    until(lambda: not young.exists(), "the young one is read once it has rested")
    assert time.monotonic() - began >= 1.9
    assert (reporting.folder / "reports" / "done" / "young.csv").exists()


def test_a_file_that_no_program_can_read_is_rejected_whole(reporting: Installation, daemon: Daemon) -> None:
    rejected = reporting.folder / "reports" / "rejected"
    drop(reporting, "broken.json", '[{"case": "nq-9-2016/1@bo-tt-tt", "percent": 10}')
    drop(reporting, "heads.csv", "vụ việc,phần trăm\n1,10\n")
    until(lambda: len(list(rejected.glob("*.errors.txt"))) == 2, "both are put away")
    assert "not readable" in (rejected / "broken.json.errors.txt").read_text(encoding="utf-8")
    assert 'no column "case"' in (rejected / "heads.csv.errors.txt").read_text(encoding="utf-8")
    assert {row["progress"] for row in reporting.rows("list")} == {None}
