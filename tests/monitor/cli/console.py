"""A small office at a command line: its files, its store, and a clock that the test turns by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monitor.cli.root import duewatch
from monitor.clock import SystemClock

CONFIG = """
catalogue = ["catalogue"]
directory = "directory.toml"

[store]
url = "sqlite:///duewatch.db"

[folder]
path = "letters"
"""

DIRECTORY = """
[[officer]]
id = "lan"
name = "Nguyễn Thị Lan"
email = "lan@example.org"
agency = "bo-tt-tt"
role = "owner"
language = "en"
login = "ntlan"

[[officer]]
id = "huong"
name = "Vũ Thị Hương"
email = "huong@example.org"
agency = "bo-y-te"
role = "owner"
language = "vi"

[[officer]]
id = "minh"
name = "Trần Văn Minh"
email = "minh@example.org"
agency = "*"
role = "watch"
language = "vi"
"""

INSTRUMENT = """
[instrument]
id = "nq-9-2016"
number = "9/NQ-CP"
kind = "resolution"
title = "Một nghị quyết để thử"
issuer = "chinh-phu"
issued = 2016-03-30
source = "a test"

[[obligation]]
id = "1"
task = "Kết nối phần mềm quản lý văn bản."
lead = ["bo-y-te", "bo-tt-tt", "bo-noi-vu"]
deadline = "trước ngày 1/7/2016"

[[obligation]]
id = "2"
task = "Báo cáo sau khi nhận văn bản."
lead = ["bo-y-te"]
deadline = { days = 15, working = true, after = "receipt" }

[[obligation]]
id = "3"
task = "Rà soát thường xuyên."
lead = ["bo-tt-tt"]
deadline = { continuous = true }
"""

Row = Mapping[str, object]


@dataclass
class Office:
    """The files of one installation, with commands given as text."""

    folder: Path
    moment: datetime
    environ: dict[str, str] = field(default_factory=dict)

    def at(self, text: str) -> None:
        """Turns the clock, in UTC+7."""
        self.moment = datetime.fromisoformat(f"{text}+07:00").astimezone(UTC)

    def run(self, *words: str, typed: str | None = None) -> Result:
        """Gives a command with this office's configuration."""
        return self.bare(*words, "--config", str(self.folder / "config.toml"), typed=typed)

    def bare(self, *words: str, typed: str | None = None) -> Result:
        """Gives a command as it stands."""
        return CliRunner(env=self.environ).invoke(duewatch, words, input=typed, prog_name="duewatch")

    def done(self, *words: str, typed: str | None = None) -> str:
        """Gives a command that must succeed; its standard output."""
        result = self.run(*words, typed=typed)
        assert result.exit_code == 0, f"{words}: {result.output} {result.exception!r}"
        return result.stdout

    def rows(self, *words: str) -> Sequence[Row]:
        """The array that a command's --json prints."""
        found = json.loads(self.done(*words, "--json"))
        assert isinstance(found, list)
        return found

    def row(self, case: str) -> Row:
        """One case as ``list --json`` has it."""
        return next(row for row in self.rows("list") if row["case"] == case)


def an_office(folder: Path, monkeypatch: pytest.MonkeyPatch, at: str = "2016-06-01T09:00") -> Office:
    """An office whose store has not been made yet."""
    (folder / "catalogue").mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "directory.toml").write_text(DIRECTORY, encoding="utf-8")
    (folder / "catalogue" / "nq.toml").write_text(INSTRUMENT, encoding="utf-8")
    office = Office(folder, datetime(2016, 1, 1, tzinfo=UTC), {"SUDO_USER": "root"})
    office.at(at)
    monkeypatch.setattr(SystemClock, "now", lambda _clock: office.moment)
    return office
