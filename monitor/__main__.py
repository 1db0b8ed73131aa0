"""The command ``duewatch``, also ``python -m monitor``."""

from __future__ import annotations

import gc
import sys
from types import TracebackType

GARBAGE = 70_000


def main() -> None:
    """Runs the command line; a fault of the program itself ends in one sentence, with a traceback under --debug."""
    collect_rarely()
    from monitor.cli.root import duewatch

    if "--debug" not in sys.argv:
        sys.excepthook = _one_sentence
    duewatch.main(prog_name="duewatch")


def collect_rarely() -> None:
    """Looks for garbage a hundred times less often: what imports make is none, and looking slows every command."""
    gc.set_threshold(GARBAGE)


def _one_sentence(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
    words = " ".join(str(fault).split())[:200]
    print(
        f"duewatch: a fault in the program itself ({kind.__name__}: {words}); "
        "run the command again with --debug and report what it shows.",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
