"""The third revision: dated cases that nobody is ever chased for stand behind all that are."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CHUNK = 500
cases = sa.table("cases", sa.column("standing", sa.Integer), sa.column("brief_id", sa.BigInteger))
briefs = sa.table("briefs", sa.column("id", sa.BigInteger), sa.column("body", sa.Text))


def upgrade() -> None:
    """A new standing, 1, for open dated cases without a ladder; all from the old 1 on move up by one."""
    connection = op.get_bind()
    connection.execute(sa.update(cases).where(cases.c.standing >= 1).values(standing=cases.c.standing + 1))
    bodies = connection.execute(sa.select(briefs.c.id, briefs.c.body)).all()
    quiet = [number for number, body in bodies if "ladder" not in json.loads(body)]
    for start in range(0, len(quiet), CHUNK):
        portion = quiet[start : start + CHUNK]
        connection.execute(
            sa.update(cases).where(cases.c.standing == 0, cases.c.brief_id.in_(portion)).values(standing=1)
        )
