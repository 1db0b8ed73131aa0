"""How a PostgreSQL server is reached: what each connection is told, and what its errors may tell."""

from __future__ import annotations

import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext

# Whoever stops in the middle of a transaction (a paused machine) may not keep the others waiting for ever.
LONGEST_SILENCE_S = 60


def server_engine(url: URL, patience_s: float) -> Engine:
    """An engine that notices at once when the server has gone; ``patience_s``: how long it waits for a lock."""
    wanted: dict[str, object] = {
        "connect_timeout": 5,
        "application_name": "duewatch",
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "tcp_user_timeout": 30_000,  # milliseconds until a server that vanished counts as gone
    }
    hosts = url.query.get("host", ())
    if isinstance(hosts, tuple) and len(hosts) > 1:
        wanted["target_session_attrs"] = "read-write"
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        connect_args={name: value for name, value in wanted.items() if name not in url.query},
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: psycopg.Connection, _record: object) -> None:
        connection.autocommit = True
        connection.execute(
            "SELECT set_config('lock_timeout', %s, false),"
            " set_config('idle_in_transaction_session_timeout', %s, false)",
            (f"{int(patience_s * 1000)}ms", f"{LONGEST_SILENCE_S}s"),
        )
        # Whoever says "ok" has it on the disk, whatever the server's default is; stricter settings stay.
        connection.execute(
            "SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') IN ('off', 'local')"
        )
        connection.autocommit = False

    event.listen(engine, "handle_error", _without_values)
    return engine


def _without_values(context: ExceptionContext) -> None:
    """The server repeats the row in its details: a log must not."""
    told, wrapped = context.original_exception, context.sqlalchemy_exception
    if isinstance(told, psycopg.Error) and told.diag.message_primary is not None:
        whole, told.args = str(told), (told.diag.message_primary,)
        if wrapped is not None:
            wrapped.args = tuple(str(part).replace(whole, told.diag.message_primary) for part in wrapped.args)
