"""The shape of the program, checked: who may import whom, one door a library, and files that one can read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("monitor", "rules", "notifiers")
ALLOWED = {"monitor": {"monitor", "rules", "notifiers"}, "rules": {"rules"}, "notifiers": {"notifiers"}}
DOORS = {
    "apscheduler": ("monitor/ticker.py",),
    "sqlalchemy": ("monitor/store/",),
    "alembic": ("monitor/store/",),
    "psycopg": ("monitor/store/",),
    "jinja2": ("monitor/render.py", "monitor/render/"),
    "css_inline": ("monitor/render.py", "monitor/render/"),
    "aiosmtplib": ("notifiers/smtp.py",),
    "pydantic": (
        "rules/schema.py",
        "rules/schema/",
        "monitor/config.py",
        "monitor/sections.py",
        "monitor/settings.py",
        "notifiers/",
    ),
    "docx": ("monitor/documents/", "monitor/exports/"),
    "pdfplumber": ("monitor/documents/",),
    "pdfminer": ("monitor/documents/",),
    "selectolax": ("monitor/documents/",),
    "python_calamine": ("monitor/documents/",),
    "starlette": ("monitor/web/",),
    "uvicorn": ("monitor/web/",),
    "prometheus_client": ("monitor/web/",),
    "xlsxwriter": ("monitor/exports/",),
    "icalendar": ("monitor/exports/",),
    "click": ("monitor/cli/", "monitor/__main__.py"),
    "rich": ("monitor/cli/",),
    "smtplib": (),
}
PURE = (
    "asyncio",
    "logging",
    "os",
    "random",
    "secrets",
    "socket",
    "sqlite3",
    "subprocess",
    "threading",
    "time",
    "uuid",
)
TWO_LOOPS = ("monitor/watch.py", "monitor/courier.py", "monitor/service.py")
BANNED_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|stuff)(_|$)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
MIGRATIONS = "monitor/store/migrations/versions/"  # a migration is a list of columns, not a thought
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
ONE_PIECE = {"monitor/verify.py": 780}  # an inspector carries it off alone: it may not lean on other files
FILES = sorted(path for package in OURS for path in (ROOT / package).rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]


def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"), filename=name)


def imports(name: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module imported anywhere in the file, late imports too."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def top(module: str) -> str:
    return module.partition(".")[0]


def test_there_is_something_to_check() -> None:
    assert {top(name.replace("/", ".")) for name in NAMES} == set(OURS)


@pytest.mark.parametrize("name", NAMES)
def test_imports_point_only_inwards(name: str) -> None:
    package = name.partition("/")[0]
    foreign = (set(OURS) | {"tests"}) - ALLOWED[package]
    assert [f"{name}:{line}: {module}" for line, module in imports(name) if top(module) in foreign] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_library_comes_in_by_its_own_door(name: str) -> None:
    through_a_wall = [
        f"{name}:{line}: {module}"
        for line, module in imports(name)
        if top(module) in DOORS and not name.startswith(DOORS[top(module)])
    ]
    assert through_a_wall == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("rules/")])
def test_the_rules_touch_no_clock_no_chance_and_no_loop(name: str) -> None:
    assert [f"{name}:{line}: {module}" for line, module in imports(name) if top(module) in PURE] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_file_can_be_read_in_one_go(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= ONE_PIECE.get(name, LONGEST_FILE)


def test_the_checker_leans_on_nothing_of_ours() -> None:
    assert [module for _, module in imports("monitor/verify.py") if top(module) in (*OURS, *DOORS)] == []


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(MIGRATIONS)])
def test_a_function_can_be_read_on_one_screen(name: str) -> None:
    long = [
        f"{name}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def passes_it_on(handler: ast.ExceptHandler) -> bool:
    """Whether the fault is raised again, or given to whoever waits for the answer."""
    for node in ast.walk(handler):
        if isinstance(node, ast.Raise) and node.exc is None:
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            given = {argument.id for argument in node.args if isinstance(argument, ast.Name)}
            if node.func.attr in {"fail", "set_exception"} and handler.name in given:
                return True
    return False


def catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = handler.type
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    names = {kind.id for kind in kinds if isinstance(kind, ast.Name)}
    return (caught is None or bool(names & {"Exception", "BaseException"})) and not passes_it_on(handler)


@pytest.mark.parametrize("name", NAMES)
def test_only_the_two_loops_catch_everything(name: str) -> None:
    caught = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not caught or name in TWO_LOOPS, caught
    assert len(caught) <= 2, caught


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_named_for_what_it_holds(name: str) -> None:
    assert not any(BANNED_NAMES.search(part) for part in Path(name).with_suffix("").parts)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_typed_as_anything(name: str) -> None:
    found = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom)
        and node.module == "typing"
        and any(alias.name == "Any" for alias in node.names)
    ]
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_unfinished(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [match[0] for match in UNFINISHED.finditer(text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_task_is_started_without_a_group(name: str) -> None:
    """A bare task is dropped by the collector in the middle of its work, and its fault is never seen."""
    bare = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"create_task", "ensure_future"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"asyncio", "loop"}
    ]
    assert bare == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert " @ " not in text
    pins = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert pins
    assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []


def test_everything_that_runs_is_locked_the_same_for_tests() -> None:
    def pins(lock: str) -> set[str]:
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if line[:1].isalnum()}

    assert pins("requirements.txt") <= pins("requirements-dev.txt")
