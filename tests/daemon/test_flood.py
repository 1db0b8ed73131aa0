"""Row 37 of the fault matrix: ten thousand cases are due at once; memory stays bounded, each officer gets one letter."""

from __future__ import annotations

import os
import subprocess
from typing import NamedTuple

import pytest

from monitor.config import BUILTIN
from monitor.library import load_library
from tests.daemon.installation import INSTRUMENT, TO_A_FOLDER, Installation
from tests.daemon.turned import Turned, local

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy

OBLIGATIONS = 160  # of each of 63 provinces
# A tick with nothing to do peaks at 78 MB, this one was measured at 123 MB; all at once in memory they would take more.
ROOM_MB = 90
TASK = (
    '\n[[obligation]]\nid = "{0}"\ntask = "Việc thứ {0}."\nlead = ["@provinces"]\nladder = "standard"\n'
    'deadline = "trước ngày 1/7/2016"\n'
)
OFFICER = (
    '[[officer]]\nid = "o-{0}"\nname = "Nguyễn Thị Lan"\nemail = "{0}@example.org"\nagency = "{0}"\nrole = "owner"\n'
    'language = "vi"\ndigest = false\n\n'
)


class Passed(NamedTuple):
    """One pass in a process of its own: what it said, and how much memory it has ever had."""

    said: str
    peak_mb: float


def tick(office: Installation) -> Passed:
    with subprocess.Popen(
        office.order("tick"),
        env=office.env(),
        cwd=office.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return Passed(said, used.ru_maxrss / 1024)


@pytest.mark.contract(2, 4)
def test_ten_thousand_cases_due_at_once_make_one_letter_an_officer_in_bounded_memory(
    office: Installation, turned: Turned
) -> None:
    provinces = load_library((BUILTIN,), None, "vi").catalogue.expand(
        ("@provinces",), local("2016-05-25").date()
    )
    head = INSTRUMENT.partition("[[obligation]]")[0].replace("2016-03-30", "2016-05-25")
    tasks = "".join(TASK.format(number) for number in range(OBLIGATIONS))
    office.furnish(TO_A_FOLDER, "".join(OFFICER.format(province) for province in provinces), head + tasks)
    clock = turned(local("2016-05-30T09:00"))
    office.done("tick")  # the load
    clock.turn(local("2016-05-30T10:00"))
    idle = tick(office)
    assert "looked at 0 cases" in idle.said
    clock.turn(local("2016-05-31T08:00:01"))
    busy = tick(office)
    cases = OBLIGATIONS * len(provinces)
    assert cases > 10_000
    assert f"looked at {cases} cases, wrote {cases} notices" in busy.said
    assert f"letters: {len(provinces)} accepted" in busy.said
    assert busy.peak_mb - idle.peak_mb < ROOM_MB
    assert len(list((office.folder / "letters").glob("*.eml"))) == len(provinces)
