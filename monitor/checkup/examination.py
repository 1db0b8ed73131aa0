"""All looks in their order; what cannot be looked at because of an earlier fault is left out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime

from monitor.checkup import database, files, machine
from monitor.checkup.finding import Finding, fault, warning
from monitor.config import Config
from monitor.house import House
from monitor.library import Library, load_library
from monitor.store import Store, StoreFault
from rules.moments import legal_day


def examine(config: Config, now: datetime) -> Iterator[Finding]:
    """Everything that a letter on its way depends on; sends nothing and changes nothing."""
    library = load_library(
        config.catalogue,
        config.directory_file,
        config.language,
        languages=config.languages,
        today=legal_day(now, config.zone),
    )
    house = House.of(config, library)
    yield files.packages()
    yield files.configuration(config)
    yield files.operator(config)
    yield from files.rules(library)
    yield files.people(config, library)
    yield files.calendar(house.setting.workdays, house.setting.legal_day(now))
    yield files.templates(house.renderer)
    yield from _of_the_database(config, library, house, now)
    yield from asyncio.run(machine.channels(config))
    folders = [path.parent for path in (database.database_file(config),) if path is not None]
    if "folder" in config.channels:
        folders.append(config.folder.path)
    yield from machine.disk(folders)
    yield from machine.watchers(config)
    yield machine.unit()


def _of_the_database(config: Config, library: Library, house: House, now: datetime) -> Iterator[Finding]:
    path = database.database_file(config)
    if path is not None and not path.exists():
        yield warning(
            "database", f"there is none at {path} yet", "`duewatch run` or `duewatch tick` makes it"
        )
        return
    try:
        store = Store.open(config.store.url, base=config.base, create=False, upgrade=False)
    except StoreFault as error:
        yield fault("database", error.sentence, "mend that; nothing is recorded or sent without it")
        return
    try:
        yield database.soundness(store)
        if path is not None:
            yield database.privacy(path)
        with store.reading() as ledger:
            yield database.clock(ledger, now)
            yield database.daemon(store, ledger, now)
            yield from database.recipients(ledger, library, house.setting, now)
    except StoreFault as error:
        yield fault("database", error.sentence, "mend that; nothing is recorded or sent without it")
    finally:
        store.close()
