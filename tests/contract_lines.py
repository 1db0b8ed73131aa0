"""The contract line by line, with the tests that prove it: ``python -m tests.contract_lines`` prints the table."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

TESTS = Path(__file__).parent
MARKER = "pytest.mark.contract"
LINES: Mapping[int, str] = {
    1: "Every due key has exactly one outcome, written in the transaction that decided it.",
    2: "A notice arrives in an accepted letter, or ends refused, superseded, held or dropped with a reason, "
    "or waits with a next time. Nothing disappears.",
    3: "A letter goes more than once only if the server's answer was lost: then byte for byte, "
    "with the same Message-ID, and counted.",
    4: "Nothing goes out before its moment; while the daemon runs it is written within 60 s of it.",
    5: "Closing, snoozing or re-dating a case beats letters not yet handed over.",
    6: "A bad configuration, catalogue, directory, calendar or template never replaces a good one, "
    "and says file and place.",
    7: 'A command that printed "ok" is on disk.',
    8: "No secret in a log, traceback, letter, page or command's output.",
    9: "Foreign text is data everywhere: headers, HTML, templates, logs, terminals, spreadsheets.",
    10: "When it cannot keep 1 to 5 it says so: exit code, log, status, the operator's address.",
}


def proofs() -> Mapping[int, tuple[str, ...]]:
    """For each line of the contract the tests marked for it, as ``path::name``, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(TESTS.parent).as_posix()
        for test, line in _marked(tree):
            found[line].append(f"{place}::{test}")
    return {line: tuple(names) for line, names in sorted(found.items())}


def _marked(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each marked test with each line it is marked for."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            for decorator in node.decorator_list:
                for line in _lines_of(decorator):
                    yield node.name, line


def _lines_of(decorator: ast.expr) -> Iterator[int]:
    if not isinstance(decorator, ast.Call) or ast.unparse(decorator.func) != MARKER:
        return
    for argument in decorator.args:
        line = ast.literal_eval(argument)
        if not isinstance(line, int):
            raise TypeError(f"a line of the contract is a number, not {line!r}")
        yield line


def table() -> str:
    """The contract as a table in Markdown: each line, what it promises, and where how many tests prove it."""
    marked = proofs()
    rows = ["| | Promise | Proved by (files of `tests/`, how many tests) |", "|---|---|---|"]
    for line, promise in LINES.items():
        rows.append(f"| {line} | {promise} | {_shortened(marked.get(line, ()))} |")
    return "\n".join(rows)


def _shortened(names: tuple[str, ...]) -> str:
    """Each file once, with the number of its tests that are marked for the line."""
    by_file = Counter(name.partition("::")[0].removeprefix("tests/") for name in names)
    return ", ".join(f"{place} ({many})" for place, many in by_file.items())


if __name__ == "__main__":
    print(table())
