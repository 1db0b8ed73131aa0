"""The second revision: each fact carries the hash of its case's chain, each day a seal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.store.chain import chain_all

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the chain; facts that stand already get their hashes now."""
    op.add_column("journal", sa.Column("hash", sa.Text(), server_default="", nullable=False))
    op.add_column("cases", sa.Column("head", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "seals",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("facts", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_seals")),
    )
    chain_all(op.get_bind())
