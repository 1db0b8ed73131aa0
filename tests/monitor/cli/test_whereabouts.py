"""A command in a wrong folder says where it looked, and never that all is well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from monitor.cli.whereabouts import database
from monitor.cli.wiring import Wiring
from tests.monitor.cli.console import Office


@pytest.mark.parametrize(
    "words", ["list", "outbox", "outbox --state all", "history", "list --json", "outbox --json"]
)
def test_without_a_database_an_empty_list_is_not_called_calm(new_office: Office, words: str) -> None:
    result = new_office.run(*words.split())
    assert result.exit_code == 0
    file = new_office.folder / "duewatch.db"
    assert (
        f"There is no database {file} yet (configuration {new_office.folder / 'config.toml'})"
        in result.stderr
    )
    assert "duewatch run" in result.stderr
    assert "Nothing waits" not in result.stderr
    assert "\n" not in result.stderr.strip()


def test_in_a_folder_without_a_configuration_it_says_where_one_was_looked_for(
    new_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    monkeypatch.setattr("monitor.origins.SYSTEM_FILE", tmp_path / "none.toml")
    said = new_office.bare("outbox").stderr
    assert str(tmp_path / "empty" / "var" / "duewatch.db") in said
    assert "$DUEWATCH_CONFIG, ./config.toml, /etc/duewatch/config.toml" in said
    assert "--config" in said
    status = new_office.bare("status").stdout
    assert "configuration  no file: the defaults serve" in status
    assert "database       var/duewatch.db, which is not there yet" in status


def test_status_names_the_configuration_and_the_database(office: Office) -> None:
    lines = office.done("status").splitlines()
    assert f"configuration  {office.folder / 'config.toml'}" in lines
    assert f"database       {office.folder / 'duewatch.db'}" in lines
    told = json.loads(office.done("status", "--json"))
    assert told["configuration"] == str(office.folder / "config.toml")
    assert told["database"] == str(office.folder / "duewatch.db")


def test_status_names_a_server_without_its_password(office: Office) -> None:
    file = office.folder / "config.toml"
    secret = "postgresql://duewatch:geheim@127.0.0.1:1/duewatch"
    file.write_text(file.read_text(encoding="utf-8").replace("sqlite:///duewatch.db", secret), "utf-8")
    file.chmod(0o600)
    wiring = Wiring()
    wiring.config_file = file
    assert database(wiring) == "postgresql://duewatch@127.0.0.1:1/duewatch"


def test_help_says_where_the_configuration_is_looked_for(office: Office) -> None:
    said = " ".join(office.bare("--help").stdout.split())
    assert "else $DUEWATCH_CONFIG, else ./config.toml, else /etc/duewatch/config.toml" in said
    assert "$DUEWATCH_CONFIG" in office.bare("list", "--help").stdout
