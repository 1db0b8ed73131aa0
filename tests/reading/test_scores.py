"""The reader on every labelled document: the table is shown, and no figure falls below its floor."""

from __future__ import annotations

import pytest

from tests.reading.corpus import documents
from tests.reading.score import Score, measure, table

FLOORS = {"dated_f1": 0.97, "due": 0.98, "end_to_end": 0.93}
MOST_FALSE_ALARMS = 0.01


def test_the_reader_keeps_its_score_on_the_labelled_documents(capsys: pytest.CaptureFixture[str]) -> None:
    scores = measure(documents())
    with capsys.disabled():
        print()
        for line in table(scores):
            print(line)
    total = sum(scores.values(), Score())
    for figure, floor in FLOORS.items():
        assert getattr(total, figure) >= floor, figure
    assert total.false_alarms <= MOST_FALSE_ALARMS
