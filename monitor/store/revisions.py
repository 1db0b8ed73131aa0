"""Which revision a database is at, making a new one, and bringing an older one up."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from monitor.store import tables
from monitor.store.faults import REFUSED, StoreFault

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision by plain SQL; None for an empty database. Raises StoreFault where it is not one of ours."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if tables.revisions.name in names:
        revision: str | None = connection.execute(select(tables.revisions.c.version_num)).scalar()
        if revision is not None:
            return revision
    raise StoreFault("the database is not one of Duewatch's; name another in [store] url", REFUSED)


def refuse_newer(revision: str) -> None:
    """Raises StoreFault for a revision that this program does not know."""
    if not revision.isdigit() or int(revision) > int(tables.REVISION):
        raise StoreFault(
            f"the database is at revision {revision}, this program knows {tables.REVISION}: "
            "install the newer Duewatch, or put back an older backup",
            REFUSED,
        )


def make(connection: Connection) -> None:
    """All tables of the present revision, without Alembic: a new database must not cost its import."""
    tables.metadata.create_all(connection)
    connection.execute(insert(tables.revisions).values(version_num=tables.REVISION))


def bring_up(connection: Connection) -> None:
    """Run the migrations that are missing, all in the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, tables.REVISION)
