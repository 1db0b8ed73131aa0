"""The first revision: cases and their briefs, the journal, the outbox, marks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    _briefs()
    _cases()
    _co_leads()
    _journal()
    _letters()
    _notices()
    _marks()
    _digests()
    _files()


def _briefs() -> None:
    op.create_table(
        "briefs",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefs")),
        sa.UniqueConstraint("digest", name=op.f("uq_briefs_digest")),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("obligation", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("brief_id", NUMBER, nullable=False),
        sa.Column("standing", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("safe_day", sa.Date(), nullable=True),
        sa.Column("original_last_day", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("vanished", sa.Boolean(), nullable=False),
        sa.Column("unconfirmed", sa.Boolean(), nullable=False),
        sa.Column("assigned", sa.Text(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("next_look", sa.BigInteger(), nullable=True),
        sa.Column("life", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("set_aside", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_cases_brief_id_briefs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cases")),
        sa.UniqueConstraint("key", name=op.f("uq_cases_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_agency", "cases", ["agency", "standing", "last_day"])
    op.create_index(
        "ix_cases_assigned",
        "cases",
        ["assigned"],
        sqlite_where=sa.text("assigned IS NOT NULL"),
        postgresql_where=sa.text("assigned IS NOT NULL"),
    )
    op.create_index(
        "ix_cases_ends",
        "cases",
        ["ends"],
        sqlite_where=sa.text("ends IS NOT NULL"),
        postgresql_where=sa.text("ends IS NOT NULL"),
    )
    op.create_index("ix_cases_due", "cases", ["standing", "last_day", "number"])
    op.create_index(
        "ix_cases_look",
        "cases",
        ["next_look", "number"],
        sqlite_where=sa.text("next_look IS NOT NULL AND set_aside = 0"),
        postgresql_where=sa.text("next_look IS NOT NULL AND set_aside = false"),
    )
    op.create_index("ix_cases_obligation", "cases", ["instrument", "obligation", "period"])
    op.create_index(
        "ix_cases_struck",
        "cases",
        ["number"],
        sqlite_where=sa.text("failures > 0"),
        postgresql_where=sa.text("failures > 0"),
    )


def _co_leads() -> None:
    op.create_table(
        "co_leads",
        sa.Column("agency", KEY, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["number"], ["cases.number"], name=op.f("fk_co_leads_number_cases")),
        sa.PrimaryKeyConstraint("agency", "number", name=op.f("pk_co_leads")),
    )
    op.create_index("ix_co_leads_number", "co_leads", ["number"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("case_key", KEY, nullable=True),
        sa.Column("unique_key", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
        sa.UniqueConstraint("unique_key", name=op.f("uq_journal_unique_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_case", "journal", ["case_key", "number"])
    op.create_index("ix_journal_recorded", "journal", ["recorded"])


def _letters() -> None:
    op.create_table(
        "letters",
        sa.Column(
            "number",
            NUMBER,
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("was_uncertain", sa.Boolean(), nullable=False),
        sa.Column("next_attempt", sa.BigInteger(), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("sender", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("formed", sa.BigInteger(), nullable=False),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("last_answer", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_letters")),
        sa.UniqueConstraint("key", name=op.f("uq_letters_key")),
    )
    op.create_index(
        "ix_letters_accepted",
        "letters",
        ["accepted_at"],
        sqlite_where=sa.text("accepted_at IS NOT NULL"),
        postgresql_where=sa.text("accepted_at IS NOT NULL"),
    )
    op.create_index("ix_letters_state", "letters", ["state", "next_attempt", "number"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("case_key", KEY, nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("gathering", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("letter", NUMBER, nullable=True),
        sa.Column("snoozed", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letters.number"], name=op.f("fk_notices_letter_letters")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_notices")),
        sa.UniqueConstraint("key", name=op.f("uq_notices_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_case", "notices", ["case_key"])
    op.create_index(
        "ix_notices_gathering",
        "notices",
        ["officer", "gathering"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_notices_letter", "notices", ["letter"])
    op.create_index(
        "ix_notices_ripe",
        "notices",
        ["not_before", "number"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_notices_state",
        "notices",
        ["state", "number"],
        sqlite_where=sa.text("letter IS NULL"),
        postgresql_where=sa.text("letter IS NULL"),
    )


def _marks() -> None:
    op.create_table(
        "marks",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )


def _digests() -> None:
    op.create_table(
        "digests",
        sa.Column("officer", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("officer", "day", name=op.f("pk_digests")),
        sa.UniqueConstraint("officer", "number", name=op.f("uq_digests_officer_number")),
    )


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )
