"""Where a command gets its parts: configuration, library, store, setting, the time and who acts.

Everything is imported and opened when it is first asked for, since start-up counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

import click

from monitor.cli.faults import REFUSED, Complaint, near, sentence

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from monitor.config import Config
    from monitor.house import House
    from monitor.library import Library
    from monitor.store import Ledger, Store
    from rules.model import Actor, Fault
    from rules.people import Officer
    from rules.setting import Setting


class Wiring:
    """One command's parts; ``fault_exit`` is its exit code for faulty configuration, directory or catalogue."""

    def __init__(self) -> None:
        self.config_file: Path | None = None
        self.claimed: str | None = None
        self.debug = False
        self.fault_exit = REFUSED
        self._opened: Store | None = None
        self._has_changed = False

    @cached_property
    def config(self) -> Config:
        """The configuration; ConfigFaults ends the command with ``fault_exit``."""
        from monitor.config import load_config

        return load_config(self.config_file, os.environ)

    @cached_property
    def library(self) -> Library:
        """Catalogue and directory as they lie on disk, faults and all."""
        from monitor.library import load_library

        config = self.config
        return load_library(
            config.catalogue,
            config.directory_file,
            config.language,
            languages=config.languages,
            today=self.today,
        )

    @property
    def sound_library(self) -> Library:
        """The same; raises Complaint when it holds a fault that is more than a warning."""
        faults = tuple(fault for fault in self.library.faults if not fault.warning)
        if faults:
            raise Complaint(faulty(faults), self.fault_exit)
        return self.library

    @cached_property
    def setting(self) -> Setting:
        """Calendar, agencies, directory, zone and hour, from the files."""
        from rules.setting import Setting

        library = self.sound_library
        return Setting(
            workdays=library.catalogue.workdays,
            agencies=library.catalogue.agencies,
            directory=library.directory,
            zone=self.zone,
            send_at=self.config.send_at,
        )

    @cached_property
    def calendar(self) -> Setting:
        """A setting of the calendar alone, for commands that count days but tell nobody: quick to load."""
        from monitor.cli.calendar import workdays_of
        from rules.library import Directory
        from rules.setting import Setting

        workdays = workdays_of(self.config.catalogue)
        return Setting(workdays, {}, Directory({}), self.zone, self.config.send_at)

    @cached_property
    def house(self) -> House:
        """Configuration, library, setting and templates together, as the daemon has them."""
        from monitor.house import House

        return House.of(self.config, self.sound_library)

    @property
    def zone(self) -> ZoneInfo:
        return self.config.zone

    def now(self) -> datetime:
        """The present moment, read anew each time: a person may have thought before saying yes."""
        from monitor.clock import SystemClock

        return SystemClock().now()

    @property
    def today(self) -> date:
        from rules.moments import legal_day

        return legal_day(self.now(), self.zone)

    def midnight(self, day: date) -> datetime:
        """The moment at which a local day begins."""
        from rules.moments import moment_of

        return moment_of(day, time(0), self.zone)

    def moment(self, typed: datetime | None) -> datetime:
        """A typed moment, which without an offset is local; now where none was typed."""
        if typed is None:
            return self.now()
        return typed if typed.tzinfo is not None else typed.replace(tzinfo=self.zone)

    def store(self, *, create: bool = False, upgrade: bool = False, by_hand: bool = False) -> Store:
        """The store of the configuration, opened once; ``by_hand``: a person has asked for its tables."""
        if self._opened is None:
            from monitor.store import Store

            url = self.config.store.url
            self._opened = Store.open(
                url, base=self.config.base, create=create, upgrade=upgrade, by_hand=by_hand
            )
        return self._opened

    def has_store(self) -> bool:
        """Whether there is a database to read: before the first run there is none."""
        from monitor.cli.whereabouts import database_file

        file = database_file(self)
        return file is None or file.exists()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """A consistent view of the store."""
        with self.store().reading() as ledger:
            yield ledger

    @property
    def has_changed(self) -> bool:
        """Whether this command has changed something for good, so that it must not be given again."""
        return self._has_changed or (self._opened is not None and self._opened.commits > 0)

    def changed(self) -> None:
        """Remember that it has done so elsewhere than in its store."""
        self._has_changed = True

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @cached_property
    def actor(self) -> Actor:
        """Who acts: the officer of --as, else the officer with this login, else the login name."""
        from rules.model import Actor

        login = login_name()
        officer = self._claimed_officer() if self.claimed is not None else None
        officer = officer or self.setting.directory.by_login(login)
        return Actor(officer.id if officer is not None else login, login, "cli")

    def officer(self, name: str) -> Officer:
        """The officer of this id; raises Complaint that lists near ones."""
        officers = self.setting.directory.officers
        if name not in officers:
            offer = near(name, sorted(officers)) or "; the directory lists them"
            raise Complaint(f"There is no officer {name!r}{offer}{'' if offer.endswith('?') else '.'}")
        return officers[name]

    def _claimed_officer(self) -> Officer | None:
        return self.officer(self.claimed) if self.claimed is not None else None

    def complaint(self, fault: Exception) -> Complaint:
        """A fault of the world as the sentence and exit code that this command ends with."""
        from monitor.config import ConfigFaults

        if isinstance(fault, ConfigFaults):
            return Complaint(faulty(fault.faults), self.fault_exit)
        from monitor.store import StoreFault

        if isinstance(fault, StoreFault):
            return Complaint(sentence(fault.sentence), fault.exit_code)
        return Complaint(sentence(str(fault)), REFUSED)


def faulty(faults: tuple[Fault, ...]) -> str:
    """Every fault on a line of its own, and what to do."""
    lines = "\n".join(str(fault) for fault in faults)
    return f"{lines}\nMend this in the files named; 'duewatch check' shows all that is wrong."


def wiring_of(ctx: click.Context) -> Wiring:
    """The wiring of this command line."""
    wiring = ctx.find_object(Wiring)
    if wiring is None:
        wiring = Wiring()
        ctx.find_root().obj = wiring
    return wiring


def login_name() -> str:
    """Who sits at the keyboard, also behind sudo; a user id where the system knows no name."""
    import pwd

    behind = os.environ.get("SUDO_USER")
    if behind:
        return behind
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"
