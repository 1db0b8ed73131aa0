"""Alert rules and dashboard speak of metrics that there are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.census import CensusTaker
from monitor.config import BUILTIN, Config
from monitor.house import House
from monitor.library import load_library
from monitor.store import Store
from monitor.vitals import Vitals
from monitor.watch import tick
from monitor.web.metrics import exposition
from tests.builders import local
from tests.fakes import TurnedClock

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
ALERTS = (PACKAGING / "alerts.yml").read_text(encoding="utf-8")
DASHBOARD = (PACKAGING / "dashboard.json").read_text(encoding="utf-8")
_METRIC = re.compile(r"\bduewatch_[a-z_]+")


@pytest.fixture(scope="module")
def metrics() -> frozenset[str]:
    """The names of all samples and of what they are samples of."""
    clock = TurnedClock(local("2016-06-21T08:00"))
    house = House.of(Config(), load_library((BUILTIN,), None, "vi"))
    store, vitals = Store.scratch(), Vitals(clock)
    vitals.passed(0.1, tick(store, house, clock.now()))
    text = exposition(vitals, CensusTaker(clock).take(store, house)).decode()
    store.close()
    # A family without a sample yet still has its head.
    return frozenset(_METRIC.findall(text)) | frozenset(re.findall(r"^# TYPE (\S+)", text, re.MULTILINE))


def expressions(text: str) -> Iterator[str]:
    """What stands behind "expr:" in the rules."""
    yield from re.findall(r"^ +expr: (.+)$", text, re.MULTILINE)


def test_every_alert_asks_for_metrics_that_there_are(metrics: frozenset[str]) -> None:
    asked = {name for expression in expressions(ALERTS) for name in _METRIC.findall(expression)}
    assert len(asked) > 12
    assert asked - metrics == set()


def test_every_panel_asks_for_metrics_that_there_are(metrics: frozenset[str]) -> None:
    dashboard = json.loads(DASHBOARD)
    asked: set[str] = set()
    for panel in dashboard["panels"]:
        assert panel["targets"], panel["title"]
        for target in panel["targets"]:
            found = _METRIC.findall(target["expr"])
            assert found, panel["title"]
            asked.update(found)
    assert len(asked) > 12
    assert asked - metrics == set()


def test_no_two_panels_lie_on_each_other() -> None:
    taken: dict[tuple[int, int], str] = {}
    for panel in json.loads(DASHBOARD)["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        for x in range(place["x"], place["x"] + place["w"]):
            for y in range(place["y"], place["y"] + place["h"]):
                assert taken.setdefault((x, y), panel["title"]) == panel["title"]


def test_every_alert_says_what_to_do() -> None:
    rules = re.split(r"^ +- alert: ", ALERTS, flags=re.MULTILINE)[1:]
    for rule in rules:
        assert re.search(r"severity: (warning|critical)\n", rule), rule
        assert re.search(r"summary: .+\n +description: .+\.\n", rule), rule


def test_promtool_has_nothing_to_say_about_the_rules() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not run: promtool is missing")
        pytest.skip("not run: promtool is missing")
    judged = subprocess.run(
        [promtool, "check", "rules", PACKAGING / "alerts.yml"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (judged.returncode, judged.stderr) == (0, "")
    assert f"SUCCESS: {ALERTS.count('- alert:')} rules found" in judged.stdout
