"""The files of a story: instruments, the directory, status reports; written as an administrator would."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

AGENCIES = ("bo-y-te", "bo-noi-vu", "ha-noi", "vpcp")
WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Task:
    """One obligation of an instrument file."""

    id: str
    lead: str
    due: str | None
    more: str = ""

    def toml(self) -> str:
        deadline = f"deadline = {{ day = {self.due} }}\n" if self.due is not None else ""
        return (
            f'[[obligation]]\nid = "{self.id}"\ntask = "Làm xong việc số {self.id} ở nơi được giao."\n'
            f'lead = ["{self.lead}"]\n{deadline}{self.more}\n'
        )


@dataclass(slots=True)
class Shelf:
    """A catalogue folder."""

    folder: Path
    _tasks: dict[str, dict[str, Task]] = field(default_factory=dict)
    _issued: dict[str, date] = field(default_factory=dict)

    def put(self, instrument: str, task: Task, issued: date) -> None:
        self._issued.setdefault(instrument, issued)
        self._tasks.setdefault(instrument, {})[task.id] = task
        self._write(instrument)

    def change_day(self, instrument: str, task: str, due: str) -> None:
        self._tasks[instrument][task] = replace(self._tasks[instrument][task], due=due)
        self._write(instrument)

    def tear_out(self, instrument: str, task: str) -> None:
        """The obligation no longer stands in the file."""
        del self._tasks[instrument][task]
        self._write(instrument)

    def burn(self, instrument: str) -> None:
        """The file is gone."""
        (self.folder / f"{instrument}.toml").unlink()
        del self._tasks[instrument]

    def _write(self, instrument: str) -> None:
        head = (
            f'[instrument]\nid = "{instrument}"\nnumber = "23/NQ-CP"\nkind = "resolution"\ntitle = "Nghị quyết"\n'
            f'issuer = "chinh-phu"\nissued = {self._issued[instrument]}\nsource = "Công báo"\n\n'
        )
        body = "".join(task.toml() for task in self._tasks[instrument].values())
        self.folder.mkdir(exist_ok=True)
        (self.folder / f"{instrument}.toml").write_text(head + body, encoding="utf-8")


@dataclass(slots=True)
class Office:
    """The directory: an owner, a head and a leader for each agency, and the monitoring office; no digests.

    ``vacant``: agencies, roles and ids that nobody fills.
    """

    file: Path
    more: dict[str, str] = field(default_factory=dict)
    digests: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)
    vacant: set[str] = field(default_factory=set)
    speaks: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        people = [
            (f"{role}-of-{agency}", agency, role)
            for agency in AGENCIES
            for role in ("owner", "head", "leader")
        ]
        people.append((WATCH, "*", "watch"))
        there = [person for person in people if not self.vacant.intersection(person)]
        self.file.write_text("\n".join(self._officer(*person) for person in there), encoding="utf-8")

    def _officer(self, id_: str, agency: str, role: str) -> str:
        id_ = self.renamed.get(id_, id_)
        digest = "true" if id_ in self.digests else "false"
        return (
            f'[[officer]]\nid = "{id_}"\nname = "{id_.title()}"\nemail = "{id_}@example.org"\nagency = "{agency}"\n'
            f'role = "{role}"\nlanguage = "{self.speaks.get(id_, "en")}"\ndigest = {digest}\n{self.more.get(id_, "")}\n'
        )


def drop(folder: Path, name: str, text: str, moment: datetime) -> Path:
    """A status file, finished ten seconds ago."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (moment.timestamp() - 10, moment.timestamp() - 10))
    return path
