"""``python -m tests.simulation``: replay one run, try every power cut of a scenario, or many seeds (the soak)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from tests.simulation.run import Told, at_random, run
from tests.simulation.scenarios import BY_NAME


def main() -> int:
    """Exits 1 when a run found something; each is printed with the command that replays it."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument(
        "--scenario", choices=[*BY_NAME, "random"], default="random", help="default: by the seed"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--crash-at", type=int, action="append", default=[], metavar="M", help="the power goes at point M"
    )
    parser.add_argument("--every-point", action="store_true", help="one run for each point of the scenario")
    parser.add_argument("--seeds", type=int, metavar="N", help="N random runs, from --seed on")
    parser.add_argument("--trace", action="store_true", help="print the points and the mails")
    asked = parser.parse_args()
    bad = 0
    for told in _runs(asked):
        if asked.trace:
            print(*(f"{n:4} {name}" for n, name in enumerate(told.trace, start=1)), *told.mails, sep="\n")
            print(dict(told.met))
        if told.findings:
            bad += 1
            print(told.command, *(f"    {finding}" for finding in told.findings), sep="\n", flush=True)
    print(f"{'failed' if bad else 'ok'}: {bad} of {_runs.counted} runs found something")
    return 1 if bad else 0


class _Runs:
    """The runs that were asked for, counted."""

    counted = 0

    def __call__(self, asked: argparse.Namespace) -> Iterator[Told]:
        for told in self._asked(asked):
            self.counted += 1
            yield told

    def _asked(self, asked: argparse.Namespace) -> Iterator[Told]:
        if asked.seeds is not None:
            for seed in range(asked.seed, asked.seed + asked.seeds):
                yield at_random(seed)
        elif asked.every_point:
            names = list(BY_NAME) if asked.scenario == "random" else [asked.scenario]
            for name in names:
                for cut in range(1, run(name, asked.seed).points + 1):
                    yield run(name, asked.seed, (cut,))
        elif asked.scenario == "random":
            yield at_random(asked.seed)
        else:
            yield run(asked.scenario, asked.seed, tuple(asked.crash_at))


_runs = _Runs()

if __name__ == "__main__":
    sys.exit(main())
