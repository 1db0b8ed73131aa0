"""db on PostgreSQL: tables by hand, the server's own backup, and the move from a file and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster import Cluster
from tests.monitor.cli.console import CONFIG, Office, an_office


def on_a_server(office: Office, url: str) -> None:
    text = CONFIG.replace("sqlite:///duewatch.db", url)
    (office.folder / "config.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office without any store."""
    return an_office(tmp_path / "office", monkeypatch)


def test_a_new_server_waits_for_upgrade_and_then_serves(beginning: Office, cluster: Cluster) -> None:
    on_a_server(beginning, cluster.empty_database())
    for words in (("tick",), ("run",), ("list",)):
        refused = beginning.run(*words)
        assert refused.exit_code == 78, words
        assert "`duewatch db upgrade`" in refused.stderr
        assert len(refused.stderr.splitlines()) == 1
    beginning.done("db", "upgrade")
    assert "ok: opened 5 cases; looked at" in beginning.done("tick")
    assert len(beginning.rows("list")) == 5
    key = "nq-9-2016/1@bo-tt-tt"
    beginning.done("close", key, "--evidence", "CV 12", "--on", "2016-06-01", "--as", "lan")
    assert beginning.row(key)["status"] == "done-in-time"
    assert beginning.done("plan", "--until", "2016-06-30", "--json").splitlines()
    beginning.done("explain", key)
    assert '"alive": false' in beginning.done("status", "--json")


def test_a_backup_of_a_server_is_its_own_tools_business(
    beginning: Office, server_url: str, tmp_path: Path
) -> None:
    on_a_server(beginning, server_url)
    refused = beginning.run("db", "backup", str(tmp_path / "copy"))
    assert refused.exit_code == 1
    assert "pg_dump" in refused.stderr


def test_everything_moves_to_a_server_and_back(beginning: Office, cluster: Cluster) -> None:
    beginning.done("tick")
    before = beginning.rows("history"), beginning.rows("list"), beginning.rows("outbox", "--state", "all")
    server = cluster.empty_database()
    said = beginning.done("db", "copy", "sqlite:///duewatch.db", server)
    assert said.startswith("ok: ")
    assert beginning.run("db", "copy", "sqlite:///duewatch.db", server).exit_code == 1
    on_a_server(beginning, server)
    assert before == (
        beginning.rows("history"),
        beginning.rows("list"),
        beginning.rows("outbox", "--state", "all"),
    )
    beginning.done("db", "copy", server, "sqlite:///back.db")
    text = CONFIG.replace("duewatch.db", "back.db")
    (beginning.folder / "config.toml").write_text(text, encoding="utf-8")
    assert before[0] == beginning.rows("history")
    assert beginning.done("db", "check").startswith("ok")


def test_a_store_that_is_not_there_is_not_copied(beginning: Office) -> None:
    refused = beginning.run("db", "copy", "sqlite:///nowhere.db", "sqlite:///new.db")
    assert refused.exit_code == 75
    assert not (beginning.folder / "new.db").exists()
