"""What `[store] url` may say: a file of SQLite, or a database of a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from monitor.store import sqlite_file
from monitor.store.database import Database
from monitor.store.faults import REFUSED, StoreFault


def file_of_url(url: str, base: Path | None) -> Path | None:
    """The file in which the store of this URL lies; None where it lies in no file."""
    parsed = parsed_url(url)
    return None if parsed.get_backend_name() == "postgresql" else sqlite_file.file_of(parsed, base)


def name_of_url(url: str) -> str:
    """The server's database that the URL means, without its password."""
    parsed = parsed_url(url)
    plain = URL.create("postgresql", parsed.username, None, parsed.host, parsed.port, parsed.database)
    return str(plain.update_query_dict(parsed.query))


def parsed_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreFault(
            "[store] url cannot be read; write sqlite:///path/to/file.db or postgresql://user@host/database",
            REFUSED,
        ) from None
    if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreFault(
            f"[store] url names {parsed.get_backend_name()}, which this version cannot use; "
            "write sqlite:///path/to/file.db or postgresql://user@host/database",
            REFUSED,
        )
    return parsed


def server_of(url: URL, patience_s: float) -> Database:
    try:
        from monitor.store.postgres import Server  # psycopg is an extra, and takes its time to import
    except ImportError as error:
        raise StoreFault(
            "[store] url names PostgreSQL, for which psycopg is missing; "
            "install it with: pip install 'duewatch[postgres]'",
            REFUSED,
        ) from error
    return Server(url, patience_s)
