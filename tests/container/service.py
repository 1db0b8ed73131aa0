"""Rows 8, 9 and 40 of the fault matrix: the packaged unit under a real systemd. ``make container`` runs it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.container.machine import Machine, machine
from tests.daemon.installation import until

CONFIG = "/etc/duewatch/config.toml"
SOON = ("RestartSec=200ms", "TimeoutStopSec=5", "TimeoutAbortSec=2")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The machine with Duewatch installed, not started."""
    with machine(tmp_path_factory.mktemp("machine")) as running:
        running.install()
        yield running


@pytest.fixture
def started(whole: Machine) -> Iterator[Machine]:
    """The unit has started and restarts quickly."""
    whole.adjust(*SOON)
    whole.ctl("start")
    yield whole
    whole.ctl("stop", succeeds=False)
    whole.ctl("reset-failed", succeeds=False)


@pytest.mark.timeout(600)
def test_the_start_waits_until_it_is_ready_and_the_stop_is_polite(started: Machine) -> None:
    assert started.shows("ActiveState") == "active"
    assert started.shows("StatusText").startswith("watching ")
    until(lambda: started.letters() > 0, "letters lie in the state folder")
    owner = started.does("stat", "--format=%U %a", "/var/lib/duewatch", "/var/lib/duewatch/duewatch.db")
    assert [line.split()[0] for line in owner.splitlines()] == ["duewatch", "duewatch"]
    started.ctl("reload")
    until(lambda: started.shows("StatusText") == "reloaded", "the files are read anew")
    started.ctl("stop")
    assert (started.shows("ActiveState"), started.shows("Result")) == ("inactive", "success")


@pytest.mark.timeout(300)
def test_a_killed_daemon_is_started_anew_and_repeats_nothing(started: Machine) -> None:
    until(lambda: started.letters() > 0, "letters have been written")
    before = settled(started)
    started.ctl("kill", "--signal=KILL", "--kill-who=main")
    until(lambda: restarts(started) == 1 and is_watching(started), "it runs again")
    assert settled(started) == before


@pytest.mark.timeout(300)
def test_the_watchdog_ends_a_daemon_that_hangs_and_starts_it_anew(whole: Machine) -> None:
    whole.adjust(*SOON, "WatchdogSec=2")
    whole.ctl("start")
    before = settled(whole)
    whole.ctl("kill", "--signal=STOP", "--kill-who=main")
    until(lambda: restarts(whole) == 1 and is_watching(whole), "systemd has noticed, and it runs again", 60)
    assert "Watchdog timeout" in whole.log()
    assert settled(whole) == before
    whole.ctl("stop")


@pytest.mark.timeout(300)
def test_a_daemon_that_cannot_start_is_given_up_and_somebody_is_told(whole: Machine) -> None:
    whole.adjust(*SOON)
    holder = "exec 9>/var/lib/duewatch/duewatch.db.lock; flock 9; touch /run/held; sleep 300"
    whole.does("systemd-run", "--unit=holder", "sh", "-c", holder)
    until(
        lambda: whole.does("sh", "-c", "test -e /run/held && echo yes", succeeds=False), "the lock is taken"
    )
    whole.ctl("start", "--no-block")
    until(lambda: whole.shows("ActiveState") == "failed", "five times in vain is enough", 60)
    assert "Start request repeated too quickly" in whole.log()
    assert whole.log().count("Another daemon is running") == 5
    assert whole.shows("ExecMainStatus") == "75"
    until(
        lambda: "duewatch.service has failed" in whole.does("cat", "/var/told", succeeds=False),
        "root is told",
    )
    whole.does("systemctl", "stop", "holder")
    whole.ctl("reset-failed")


@pytest.mark.timeout(300)
def test_a_faulty_configuration_is_not_tried_again(whole: Machine) -> None:
    whole.adjust(*SOON)
    good = whole.does("cat", CONFIG)
    whole.write(CONFIG, good.replace('channels = ["folder"]', 'channels = ["pigeon"]'))
    whole.ctl("start", succeeds=False)
    assert whole.shows("ActiveState") == "failed"
    assert (whole.shows("ExecMainStatus"), restarts(whole)) == ("78", 0)
    assert "config.toml:" in whole.log()
    whole.write(CONFIG, good)
    whole.ctl("reset-failed")


def is_watching(whole: Machine) -> bool:
    return whole.shows("ActiveState") == "active" and whole.shows("StatusText").startswith("watching ")


def restarts(whole: Machine) -> int:
    return int(whole.shows("NRestarts"))


def settled(whole: Machine) -> int:
    """How many letters there are once every one has been written."""
    order = "/opt/duewatch/bin/duewatch outbox --json --config /etc/duewatch/config.toml"
    user = ("runuser", "-u", "duewatch", "--", "sh", "-c", order)
    until(lambda: whole.does(*user, succeeds=False).strip() == "[]", "nothing waits any more", 60)
    return whole.letters()
