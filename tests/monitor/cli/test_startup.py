"""Start-up, exit codes and completion in real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from monitor import __version__
from tests.monitor.cli.console import Office

ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    "sqlalchemy",
    "alembic",
    "pydantic",
    "jinja2",
    "aiosmtplib",
    "apscheduler",
    "rich",
    "asyncio",
    "css_inline",
)


def process(
    *words: str, folder: Path, environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """``python -m monitor`` in a folder of its own, with a home that is empty."""
    base = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "monitor", *words],
        cwd=folder,
        env={**base, **(environ or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(words: str) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['duewatch', {words!r}]\n"
        "from monitor.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_listing_imports_neither_alembic_nor_templates(office: Office) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['duewatch', 'list', '--config', {str(office.folder / 'config.toml')!r}]\n"
        "from monitor.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([n for n in ('alembic', 'pydantic_settings', 'jinja2', 'aiosmtplib', 'apscheduler', 'rich')"
        " if n in sys.modules])\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "nq-9-2016" in said.stdout
    assert said.stdout.splitlines()[-1] == "[]"


@pytest.mark.contract(10)
def test_exit_codes_of_real_processes(tmp_path: Path) -> None:
    assert process("--version", folder=tmp_path).stdout == f"duewatch {__version__}\n"
    assert process("list", folder=tmp_path).returncode == 0
    assert process("clsoe", folder=tmp_path).returncode == 2
    assert process("show", "1", folder=tmp_path).returncode == 75
    assert process("list", "--config", "none.toml", folder=tmp_path).returncode == 1
    refused = process("tick", "--config", "none.toml", folder=tmp_path)
    assert refused.returncode == 78
    assert refused.stdout == ""
    assert "Traceback" not in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_program_is_one_sentence_and_a_traceback_only_on_demand(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import monitor.cli.listing as listing\n"
        "def broken(*words):\n    raise ZeroDivisionError('by\\nzero')\n"
        "listing._view = broken\n",
        encoding="utf-8",
    )
    environ = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    short = process("list", folder=tmp_path, environ=environ)
    assert short.returncode == 1
    assert short.stderr.count("\n") == 1
    assert "ZeroDivisionError: by zero" in short.stderr
    assert "--debug" in short.stderr
    assert "Traceback" in process("--debug", "list", folder=tmp_path, environ=environ).stderr


def piped(office: Office, words: str) -> subprocess.CompletedProcess[str]:
    """A command of this office, with what the shell makes of its output; the exit code is the command's own."""
    file = office.folder / "config.toml"
    command = f"'{sys.executable}' -m monitor --config '{file}' {words}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "words", [["history", "--json"], ["list"], ["list", "--csv"], ["--help"]], ids=" ".join
)
def test_a_reader_that_goes_away_is_no_fault(office: Office, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        said = subprocess.run(
            [sys.executable, "-m", "monitor", "--config", str(office.folder / "config.toml"), *words],
            cwd=ROOT,
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert said.returncode == 141
    assert said.stderr == ""


@pytest.mark.contract(7)
@pytest.mark.parametrize(
    "words",
    ["close nq-9-2016/1@bo-tt-tt --evidence 'VB 1'", "db backup copy.db", "db restore copy.db --yes", "tick"],
)
def test_a_change_stands_although_its_words_cannot_be_written(office: Office, words: str) -> None:
    words = words.replace("copy.db", f"'{office.folder / 'copy.db'}'")
    if "restore" in words:
        office.done("db", "backup", str(office.folder / "copy.db"))
    said = piped(office, f"{words} > /dev/full")
    assert said.returncode == 1
    assert said.stderr.splitlines()[-1] == (
        "The change is done and stands; only its words could not be written (no space left on device)."
    )
    assert "try again" not in said.stderr
    if "close" in words:
        assert office.row("nq-9-2016/1@bo-tt-tt")["status"] == "done-late"


@pytest.mark.parametrize("words", ["list", "list --csv", "show 1"])
def test_a_look_whose_words_cannot_be_written_can_be_taken_again(office: Office, words: str) -> None:
    said = piped(office, f"{words} > /dev/full")
    assert said.returncode == 75
    assert (
        said.stderr == "The output could not be written (no space left on device); mend that and try again.\n"
    )


def test_a_command_that_can_say_nothing_at_all_still_has_its_exit_code(office: Office) -> None:
    assert piped(office, "clsoe > /dev/full 2> /dev/full").returncode == 2
    assert piped(office, "tick --config none.toml > /dev/full 2> /dev/full").returncode == 78
    assert piped(office, "list >&- 2>&-").returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion(tmp_path: Path, shell: str) -> None:
    said = process(folder=tmp_path, environ={"_DUEWATCH_COMPLETE": f"{shell}_source"})
    assert said.returncode == 0
    assert "_DUEWATCH_COMPLETE" in said.stdout


def completed(office: Office, words: str, place: int) -> list[str]:
    environ = {
        "_DUEWATCH_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(place),
        "DUEWATCH_CONFIG": str(office.folder / "config.toml"),
    }
    said = process(folder=office.folder, environ=environ)
    assert said.stderr == ""
    return [line.partition(",")[2] for line in said.stdout.splitlines() if line]


def test_case_keys_are_completed(office: Office) -> None:
    assert completed(office, "duewatch show nq-9", 2)[0] == "nq-9-2016/1@bo-noi-vu"
    assert len(completed(office, "duewatch show nq-9", 2)) == 5
    assert completed(office, "duewatch show zz", 2) == []


def test_bash_which_breaks_words_at_the_at_sign_gets_what_follows_it(office: Office) -> None:
    assert completed(office, "duewatch show nq-9-2016/1 @", 3) == ["bo-noi-vu", "bo-tt-tt", "bo-y-te"]
    assert completed(office, "duewatch show nq-9-2016/1 @ bo-t", 4) == ["bo-tt-tt"]
    assert completed(office, "duewatch close nq-9-2016/1@bo-tt-tt nq-9-2016/3", 3) == ["nq-9-2016/3@bo-tt-tt"]


def test_officers_and_commands_are_completed(office: Office) -> None:
    assert completed(office, "duewatch digest --for l", 3) == ["lan"]
    assert completed(office, "duewatch sn", 1) == ["snooze"]


def test_what_list_filters_by_is_completed(office: Office) -> None:
    assert completed(office, "duewatch list --agency bo-y-t", 3) == ["bo-y-te"]
    assert completed(office, "duewatch list --agency zz", 3) == []
    assert completed(office, "duewatch list --agency @ mini", 4) == ["ministries"]
    assert completed(office, "duewatch list --instrument nq", 3) == ["nq-9-2016"]
    assert completed(office, "duewatch list --status open-l", 3) == ["open-late"]


def test_completion_without_a_store_offers_nothing_and_is_quiet(new_office: Office) -> None:
    assert completed(new_office, "duewatch show n", 2) == []
    assert completed(new_office, "duewatch list --instrument n", 3) == []
    assert completed(new_office, "duewatch list --agency bo-y-t", 3) == ["bo-y-te"]
    assert not (new_office.folder / "duewatch.db").exists()


def test_json_is_json_on_a_terminal_that_knows_only_ascii(office: Office) -> None:
    words = ("list", "--json", "--config", str(office.folder / "config.toml"))
    plain = process(*words, folder=office.folder, environ={"PYTHONIOENCODING": "ascii"})
    assert json.loads(plain.stdout) == json.loads(process(*words, folder=office.folder).stdout)
    assert plain.stdout.isascii()


def on_a_terminal(office: Office, answer: str, *words: str) -> tuple[int, str]:
    """Runs a command on a terminal of its own and types an answer; its exit code and all it said."""
    ours, theirs = os.openpty()
    os.write(ours, f"{answer}\n".encode())
    said = subprocess.run(
        [sys.executable, "-m", "monitor", *words, "--config", str(office.folder / "config.toml")],
        cwd=ROOT,
        stdin=theirs,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    return said.returncode, said.stdout + said.stderr


def test_on_a_terminal_a_pattern_asks_first(office: Office) -> None:
    words = ("close", "nq-9-2016/1@*", "--evidence", "x")
    code, said = on_a_terminal(office, "n", *words)
    assert code == 1
    assert "3 cases: nq-9-2016/1@bo-noi-vu, nq-9-2016/1@bo-tt-tt, nq-9-2016/1@bo-y-te" in said
    assert "nothing was changed" in said
    assert office.row("nq-9-2016/1@bo-y-te")["closed_on"] is None
    code, said = on_a_terminal(office, "y", *words)
    assert code == 0
    assert said.count("ok: ") == 3
    assert office.row("nq-9-2016/1@bo-y-te")["closed_on"] is not None


def test_the_daemon_starts_refuses_a_second_one_and_ends_with_0(new_office: Office) -> None:
    config = str(new_office.folder / "config.toml")
    daemon = subprocess.Popen(
        [sys.executable, "-m", "monitor", "run", "--config", config],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert daemon.stderr is not None
        heard = next(line for line in daemon.stderr if "watching" in line)
        assert "5 open cases" in heard
        second = process("run", "--config", config, folder=new_office.folder)
        assert second.returncode == 75
        status = json.loads(process("status", "--json", "--config", config, folder=new_office.folder).stdout)
        assert (status["alive"], status["pid"]) == (True, daemon.pid)
    finally:
        daemon.terminate()
        _, rest = daemon.communicate(timeout=60)
    assert daemon.returncode == 0, rest


def test_closed_streams_and_a_full_disk_are_no_fault_of_the_program(office: Office) -> None:
    run = f"'{sys.executable}' -m monitor"
    end = f"--config '{office.folder / 'config.toml'}'"
    for command, code in (
        (f"{run} list {end} >&-", 0),
        (f"{run} close '*' --evidence x {end} <&-", 2),
        (f"{run} list {end} >/dev/full", 75),
    ):
        said = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
        assert said.returncode == code, said.stderr
        assert "fault in the program" not in said.stderr
