"""Every bench runs and measures what it says, at sizes that take no time; no figure is judged here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import __main__ as command
from tests.bench import delivery, letters, loading, starts, ticks
from tests.bench.measure import Goal, Line, Timing
from tests.bench.world import Size


def test_ticks_of_two_sizes_find_exactly_what_is_due(tmp_path: Path) -> None:
    sizes = (Size(40, 1), Size(40, 3))
    table = ticks.bench(tmp_path, sizes, due=10, runs=4)
    assert [line.what for line in table.lines] == ["tick, 10 due of 40", "tick, 10 due of 120"]
    assert table.lines[0].ratio == 1.0
    assert table.lines[0].goal is None
    assert table.lines[1].goal == Goal(1.4)
    assert ticks.store_path(tmp_path, sizes[-1]).is_file()


def test_letters_are_built_of_one_row_and_of_twenty(tmp_path: Path) -> None:
    table = letters.bench(tmp_path, letters=20, runs=1)
    assert sum(line.what.startswith("rendered and composed") for line in table.lines) == 2
    assert all(line.ratio is None or line.ratio > 0 for line in table.lines)


@pytest.mark.timeout(60)
def test_every_letter_of_the_outbox_reaches_the_sink(tmp_path: Path) -> None:
    with delivery.sink() as port:
        assert delivery.taken(port) == 0
        table = delivery.bench(tmp_path, port, agencies=20, runs=1)
        # Two runs of 20 letters and two of 1, each sent by the courier and again by the bare client.
        assert delivery.taken(port) == 2 * 2 * (20 + 1)
    assert [line.goal for line in table.lines if line.goal is not None] == [Goal(0.5, at_most=False)] * 2


def test_a_load_opens_every_case_and_the_driver_writes_as_many_rows(tmp_path: Path) -> None:
    table = loading.bench(tmp_path, Size(5, 3), runs=1)
    assert [line.what for line in table.lines][1] == "15 cases opened"


def test_commands_start(tmp_path: Path) -> None:
    store = ticks.build(tmp_path, Size(30, 1))
    table = starts.bench(tmp_path, store, 30, runs=1)
    assert [line.what for line in table.lines][-1] == "duewatch list --limit 20"


def test_a_ratio_is_held_against_its_goal() -> None:
    timing = Timing((1.0, 4.0, 2.0))
    missed = Line("tick", "2 s", timing.spread, 2.0, "another", Goal(1.4))
    assert timing.median == 2.0
    assert timing.spread == "0.50 to 2.00 of 3"
    assert "2.00 x another" in str(missed)
    assert "goal at most 1.4: MISSED" in str(missed)
    assert Goal(0.5, at_most=False).met_by(0.6)
    assert not Goal(0.5, at_most=False).met_by(0.4)


def test_an_unknown_bench_is_refused_by_name() -> None:
    with pytest.raises(SystemExit, match="there is no bench tikcs; there are ticks"):
        command.main(["tikcs"])
