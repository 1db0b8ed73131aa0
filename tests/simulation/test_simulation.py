"""The daemon under every power cut and hundreds of seeds of bad luck; the checker and the mail server judge it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest

from tests.simulation.run import Told, at_random, run
from tests.simulation.scenarios import BY_NAME

SEEDS = range(1, 161)
PORTION = 20
# Runs that once found something, and must not again; one of a seed alone is partial(at_random, seed).
FOUND: tuple[Callable[[], Told], ...] = (
    partial(run, "closing", 1, (14,)),
    partial(run, "late", 1, (15,)),
)


def told(runs: list[Told]) -> str:
    """Each run that found something: how to replay it, and what it found."""
    bad = [found for found in runs if found.findings]
    return "\n".join("\n    ".join((found.command, *found.findings)) for found in bad)


@pytest.mark.contract(1, 2, 3, 4, 5, 7)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", BY_NAME)
def test_a_power_cut_at_any_point_loses_nothing_and_doubles_nothing_in_secret(name: str) -> None:
    quiet = run(name, 1)
    assert quiet.points > 15
    assert quiet.mails
    assert told([quiet, *(run(name, 1, (cut,)) for cut in range(1, quiet.points + 1))]) == ""


@pytest.mark.contract(1, 2, 3, 4, 5, 7)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(SEEDS.start, SEEDS.stop, PORTION))
def test_whatever_the_world_does_the_contract_holds_once_it_has_calmed_down(first: int) -> None:
    assert told([at_random(seed) for seed in range(first, first + PORTION)]) == ""


@pytest.mark.parametrize("lived", FOUND)
def test_what_was_found_once_stays_mended(lived: Callable[[], Told]) -> None:
    assert told([lived()]) == ""


@pytest.mark.parametrize("name", ["bundle", "officers"])
def test_the_same_seed_gives_the_same_life(name: str) -> None:
    one, other = run(name, 7, (9,), 0.3), run(name, 7, (9,), 0.3)
    assert (one.trace, one.mails, one.met) == (other.trace, other.mails, other.met)
    assert run(name, 8, (9,), 0.3).trace != one.trace


def test_the_seeds_meet_every_kind_of_misfortune() -> None:
    met = {kind for seed in range(1, 41) for kind, _ in at_random(seed).met}
    assert met >= {"locked", "full", "slow", "connect", "rcpt", "data", "250"}


def test_a_failure_names_the_command_that_replays_it_and_the_command_runs() -> None:
    found = run("stage", 3, (4,))
    command = found.command.split()
    assert command[0] == "python"
    ended = subprocess.run([sys.executable, *command[1:]], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "ok: 0 of 1 runs found something\n")
