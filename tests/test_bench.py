"""Every bench runs and measures what it says, at sizes that take no time; no figure is judged here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import __main__ as command
from tests.bench import delivery, latency, letters, listing, loading, memory, servers, starts, ticks, wire
from tests.bench.measure import Goal, Line, Timing
from tests.bench.world import Size
from tests.cluster import Cluster


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
    assert [line.goal for line in table.lines if line.goal is not None] == [Goal(0.7, at_most=False)] * 2


def test_a_load_opens_every_case_and_the_driver_writes_as_many_rows(tmp_path: Path) -> None:
    table = loading.bench(tmp_path, Size(5, 3), runs=1)
    assert [line.what for line in table.lines][1] == "15 cases opened"
    assert [line.goal for line in table.lines][1:4] == [Goal(3), Goal(0.3), None]


def test_commands_start(tmp_path: Path) -> None:
    store = ticks.build(tmp_path, Size(30, 1))
    table = starts.bench(tmp_path, store, 30, runs=1)
    assert [line.what for line in table.lines][-1] == "duewatch list --limit 20"


def test_the_most_urgent_are_listed_of_two_stores(tmp_path: Path) -> None:
    sizes = (Size(30, 1), Size(30, 2))
    for size in sizes:
        ticks.build(tmp_path / "ticks", size)
    table = listing.bench(tmp_path, tmp_path / "ticks", *sizes, runs=1)
    assert [line.goal for line in table.lines] == [None, Goal(1.2)] * 2


def test_letters_are_timed_from_due_to_the_sink(tmp_path: Path) -> None:
    table = latency.bench(tmp_path, singles=3, burst=5, bursts=2)
    one, slow, burst, *_ = table.lines
    assert one.goal == slow.goal == burst.goal == Goal(1.0)
    assert burst.what == "5 cases at once, the last"
    assert (one.spread[-4:], burst.spread[-4:]) == ("of 3", "of 2")


def test_a_daemons_memory_is_weighed_with_few_cases_and_with_more(tmp_path: Path) -> None:
    table = memory.bench(tmp_path, (Size(1, 4), Size(3, 4)), due=4, letters=6)
    figures = {line.what: line for line in table.lines}
    assert figures["resident over 12 cases"].ratio is not None
    assert float(figures["resident over 4 cases"].figure.removesuffix(" MB")) > 10
    assert figures["growth while 6 letters wait"].goal == Goal(1.0)


def test_the_same_is_measured_on_a_server(tmp_path: Path, cluster: Cluster) -> None:
    (tmp_path / "due").mkdir()
    ticked = servers.tick(tmp_path / "ticks", cluster, (Size(40, 1), Size(40, 3)), due=10, runs=2)
    assert [line.goal for line in ticked.lines] == [None, Goal(1.2)]
    timed = latency.bench(tmp_path / "due", cluster.database(), singles=2, burst=2, bursts=1)
    assert timed.head == "From due to the sink, on a PostgreSQL server"
    (tmp_path / "outbox").mkdir()
    posted = servers.from_the_outbox(tmp_path / "outbox", cluster, agencies=20, runs=1)
    assert [line.goal for line in posted.lines if line.goal is not None] == [Goal(0.5, at_most=False)] * 2
    carried = servers.several(tmp_path / "several", cluster, letters=6, daemons=(1, 2))
    assert [line.what for line in carried.lines] == ["6 letters, 1 daemon", "6 letters, 2 daemons"]


def test_a_bench_without_its_server_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "programs", lambda: None)
    assert servers.ABSENT in str(servers.on_a_server(servers.tick, "Ticks")(tmp_path))


SINK = """#!{python}
import socket, sys
server = socket.create_server(("127.0.0.1", int(sys.argv[-2].partition(":")[2])))
while True:
    server.accept()[0].close()
"""
SOURCE = """#!{python}
import socket, sys
assert sys.argv[sys.argv.index("-m") + 1] == "7"
socket.create_connection(("127.0.0.1", int(sys.argv[-1].partition(":")[2]))).close()
"""


def test_the_wire_is_timed_where_postfix_has_its_tools_and_said_to_be_missing_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "PLACES", str(tmp_path))
    assert wire.ABSENT in str(wire.bench(tmp_path, letters=7, runs=2))
    for name, text in (("smtp-sink", SINK), ("smtp-source", SOURCE)):
        (tmp_path / name).write_text(text.format(python=sys.executable), "utf-8")
        (tmp_path / name).chmod(0o755)
    (line,) = wire.bench(tmp_path, letters=7, runs=2).lines
    assert line.figure.endswith(" a second")
    assert line.what.startswith("7 letters of 8 kB")


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
