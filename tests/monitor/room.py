"""A room with the files of an installation, its store, and a day that goes on: loads and commands without a daemon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from monitor import permission
from monitor.config import Config
from monitor.desk import Command, carry_out
from monitor.house import House
from monitor.library import load_library
from monitor.load import LOADED, Loaded, load, preview
from monitor.settled import SETTLED
from monitor.store import Store
from monitor.watch import tick
from rules.model import Actor
from tests.builders import local
from tests.stories.papers import Office, Shelf, Task

LAN = Actor("owner-of-bo-y-te", "lan", "cli")
OURS = """[[agency]]
id = "so-moi"
name = "Sở mới"
name_en = "New office"
rosters = ["ours"]
from = {begins}
{end}
[[agency]]
id = "so-cu"
name = "Sở cũ"
name_en = "Old office"
rosters = ["ours"]
until = 2016-06-20
successor = "so-moi"
"""
QUARTERLY = 'deadline = { every = "quarter", on = ["last"] }'


class Room:
    """Files, a store, and a day that goes on."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.now = local("2016-06-01T09:00")
        self.send_at = "08:00"
        self.number = 10
        self.shelf = Shelf(self.folder / "catalogue")
        self.office = Office(self.folder / "directory.toml")
        (self.folder / "catalogue" / "agencies").mkdir(parents=True)
        self.agencies("")
        issued = date(2016, 3, 30)
        self.shelf.put("nq-1", Task("1", "bo-y-te", "2016-06-30"), issued)
        self.shelf.put("nq-1", Task("2", "@ours", "2016-08-01"), issued)
        self.shelf.put("nq-2", Task("1", "@ours", "2016-07-15", 'roster = "current"'), issued)
        self.shelf.put("nq-3", Task("1", "ha-noi", None, QUARTERLY), issued)
        self.read()

    def agencies(self, end: str, begins: str = "2016-01-01") -> None:
        (self.folder / "catalogue" / "agencies" / "ours.toml").write_text(
            OURS.format(end=end, begins=begins), "utf-8"
        )

    def read(self) -> None:
        """The files, as SIGHUP reads them."""
        self.office.write()
        config = Config.model_validate(
            {
                "catalogue": (str(self.shelf.folder),),
                "directory": self.office.file,
                "send_at": self.send_at,
            }
        )
        library = load_library(config.catalogue, config.directory)
        assert library.is_good, library.faults
        self.house = House.of(config, library)

    def goes_on(self, days: int) -> None:
        self.now += timedelta(days=days, hours=1)
        tick(self.store, self.house, self.now)

    def reloads(self, accepted: bool) -> None:
        self.read()
        with self.store.writing() as ledger:
            permission.forget(ledger)
            if accepted:
                permission.suppose(ledger, self.house.digest, self.now)
        load(self.store, self.house, self.now)

    def does(self, command: Command, at: int) -> None:
        with self.store.reading() as ledger:
            keys = sorted(case.key for case in ledger.matching("*"))
        if keys:
            carry_out(self.store, self.house.setting, self.now, LAN, [keys[at % len(keys)]], command)

    def asked_anew(self) -> Loaded:
        """What a load that has forgotten every answer would do."""
        with copied(self.store) as scratch:
            with scratch.writing() as ledger:
                ledger.set_mark(SETTLED, None)
                ledger.set_mark(LOADED, "another catalogue")
            return preview(scratch, self.house, self.now)

    def asked(self) -> Loaded:
        with copied(self.store) as scratch:
            with scratch.writing() as ledger:
                ledger.set_mark(LOADED, "another catalogue")
            return preview(scratch, self.house, self.now)


@contextmanager
def copied(store: Store) -> Iterator[Store]:
    scratch = Store.scratch()
    store.copy_into(scratch)
    yield scratch
    scratch.close()


@contextmanager
def a_room() -> Iterator[Room]:
    with TemporaryDirectory() as place:
        store = Store.open(f"sqlite:///{place}/duewatch.db")
        try:
            yield Room(Path(place), store)
        finally:
            store.close()
