"""The fourth revision: a notice remembers that it may have gone out in what a restore took away."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CHUNK = 500
journal = sa.table("journal", sa.column("fact", sa.Text), sa.column("body", sa.Text))
notices = sa.table(
    "notices",
    sa.column("number", sa.BigInteger),
    sa.column("state", sa.Text),
    sa.column("letter", sa.BigInteger),
    sa.column("perhaps_sent", sa.Boolean),
)


def upgrade() -> None:
    """Only restores have ever held notices without a letter; the journal says which a person has moved since."""
    op.add_column(
        "notices", sa.Column("perhaps_sent", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    connection = op.get_bind()
    alone = notices.c.letter.is_(None)
    remembered = sa.update(notices).values(perhaps_sent=True)
    connection.execute(remembered.where(alone, notices.c.state == "held"))
    moved = sa.select(journal.c.body).where(journal.c.fact.in_(("LetterDropped", "LetterRetried")))
    told = [json.loads(body) for body in connection.execute(moved).scalars()]
    rows = sorted({fact["row"] for fact in told if fact["state"] == "held"})
    for start in range(0, len(rows), CHUNK):
        connection.execute(remembered.where(alone, notices.c.number.in_(rows[start : start + CHUNK])))
