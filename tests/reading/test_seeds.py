"""The five sources and their labels, where they lie beside the checkout: the goals that were set are met."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from rules.reading.machine import as_json
from tests.reading.reading_desk import read

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "reading" / "score.py"
PUBLISHED = {"001": date(2018, 9, 20), "002": date(2016, 3, 30)}
GOALS = {"dated_f1": 0.95, "due": 0.98, "end_to_end": 0.90}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the sources do not lie beside this checkout")


def scorer() -> ModuleType:
    found = importlib.util.spec_from_file_location("scorer", SCORER)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def scores() -> dict[str, list[float]]:
    score: Callable[[object, object], tuple[dict[str, float | None], list[str]]] = scorer().score_document
    found: dict[str, list[float]] = {}
    for label in sorted((SHARED / "reading" / "seeds").glob("*.json")):
        text = (SHARED / "seeds" / f"{label.stem}.txt").read_bytes().decode("utf-8-sig")
        drafts = as_json(read(text, PUBLISHED.get(label.stem)))["obligations"]
        figures, _ = score(drafts, json.loads(label.read_text(encoding="utf-8")))
        for key in (*GOALS, "false_alarms"):
            value = figures[key]
            if value is not None:
                found.setdefault(key, []).append(value)
    return found


def test_the_goals_on_the_five_sources_are_met() -> None:
    found = scores()
    for key, goal in GOALS.items():
        assert sum(found[key]) / len(found[key]) >= goal, key
    assert sum(found["false_alarms"]) == 0
