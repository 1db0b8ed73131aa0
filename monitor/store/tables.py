"""The tables: cases and their briefs, the journal, the outbox (notices and letters), marks."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
    literal_column,
)

from monitor.store.columns import Key, Moment, Number

REVISION = "0004"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

revisions = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

briefs = Table(
    "briefs",
    metadata,
    Column("id", Number, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

# ``standing`` is what can be said of a case on any day (see cases.standing_of): with ``last_day`` behind it one
# index holds the cases in the order of their urgency, whatever today is. ``head``: the hash of its last fact.
cases = Table(
    "cases",
    metadata,
    Column("number", Number, primary_key=True),
    Column("key", Key, nullable=False, unique=True),
    Column("instrument", Text, nullable=False),
    Column("obligation", Text, nullable=False),
    Column("period", Text),
    Column("agency", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("brief_id", Number, ForeignKey("briefs.id"), nullable=False),
    Column("standing", Integer, nullable=False),
    Column("last_day", Date),
    Column("safe_day", Date),
    Column("original_last_day", Date),
    Column("closed_on", Date),
    Column("withdrawn", Boolean, nullable=False),
    Column("opened", Moment),
    Column("progress", Integer),
    Column("vanished", Boolean, nullable=False),
    Column("unconfirmed", Boolean, nullable=False),
    Column("assigned", Text),
    Column("ends", Date),
    Column("round", Integer, nullable=False),
    Column("next_look", Moment),
    Column("life", Text, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("failure", Text),
    Column("set_aside", Boolean, nullable=False, default=False),
    Column("head", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
Index("ix_cases_due", cases.c.standing, cases.c.last_day, cases.c.number)
has_ends = cases.c.ends.is_not(None)
Index("ix_cases_ends", cases.c.ends, sqlite_where=has_ends)
Index("ix_cases_agency", cases.c.agency, cases.c.standing, cases.c.last_day)
Index("ix_cases_obligation", cases.c.instrument, cases.c.obligation, cases.c.period)
# Conditions of partial indexes are written out, not bound: a database uses such an index only where it sees the same.
# They are named for SQLite alone (see name_conditions).
looked_at = and_(cases.c.next_look.is_not(None), cases.c.set_aside == false())
Index("ix_cases_look", cases.c.next_look, cases.c.number, sqlite_where=looked_at)
is_assigned = cases.c.assigned.is_not(None)
Index("ix_cases_assigned", cases.c.assigned, sqlite_where=is_assigned)
is_struck = cases.c.failures > literal_column("0")
Index("ix_cases_struck", cases.c.number, sqlite_where=is_struck)

co_leads = Table(
    "co_leads",
    metadata,
    Column("agency", Key, primary_key=True),
    Column("number", Number, ForeignKey("cases.number"), primary_key=True),
)
Index("ix_co_leads_number", co_leads.c.number)

journal = Table(
    "journal",
    metadata,
    Column("number", Number, primary_key=True),
    Column("recorded", Moment, nullable=False),
    Column("effective", Date, nullable=False),
    Column("actor", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("via", Text, nullable=False),
    Column("fact", Text, nullable=False),
    Column("case_key", Key),
    Column("unique_key", Text, unique=True),
    Column("body", Text, nullable=False),
    Column("hash", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
Index("ix_journal_case", journal.c.case_key, journal.c.number)
Index("ix_journal_recorded", journal.c.recorded)

letters = Table(
    "letters",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("was_uncertain", Boolean, nullable=False),
    Column("next_attempt", Moment),
    Column("lease_until", Moment),
    Column("holder", Text),
    Column("sender", Text),
    Column("recipient", Text),
    Column("message_id", Text),
    Column("subject", Text),
    Column("formed", Moment, nullable=False),
    Column("accepted_at", Moment),
    Column("last_answer", Text),
    Column("content", LargeBinary),
)
Index("ix_letters_state", letters.c.state, letters.c.next_attempt, letters.c.number)
is_accepted = letters.c.accepted_at.is_not(None)
Index("ix_letters_accepted", letters.c.accepted_at, sqlite_where=is_accepted)

# A notice's number is never given twice, and its letter takes the number of the first: one sequence for both.
# ``perhaps_sent``: it may have gone out in what a restore took away; that stays so, whatever becomes of it.
notices = Table(
    "notices",
    metadata,
    Column("number", Number, primary_key=True),
    Column("key", Key, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("case_key", Key),
    Column("round", Integer, nullable=False),
    Column("stage", Text),
    Column("occurrence", Integer, nullable=False),
    Column("moment", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("gathering", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("letter", Number, ForeignKey("letters.number")),
    Column("snoozed", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("perhaps_sent", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)
is_waiting = notices.c.state == literal_column("'waiting'")
Index(
    "ix_notices_ripe",
    notices.c.not_before,
    notices.c.number,
    sqlite_where=is_waiting,
)
Index(
    "ix_notices_gathering",
    notices.c.officer,
    notices.c.gathering,
    sqlite_where=is_waiting,
)
Index("ix_notices_case", notices.c.case_key)
Index("ix_notices_letter", notices.c.letter)
is_alone = notices.c.letter.is_(None)
Index("ix_notices_state", notices.c.state, notices.c.number, sqlite_where=is_alone)

marks = Table(
    "marks",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
    Column("changed", Moment),
)

digests = Table(
    "digests",
    metadata,
    Column("officer", Key, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("number", Integer),
    Column("quiet", Boolean, nullable=False),
    Column("recorded", Moment, nullable=False),
    UniqueConstraint("officer", "number"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", Key, primary_key=True),
    Column("name", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
)


def name_conditions(dialect: str) -> None:
    """Give the partial indexes their conditions in another database's name too.

    Whoever opens that database asks for it: a dialect's name here would import the dialect into every command.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            condition = index.dialect_options["sqlite"]["where"]
            if condition is not None:
                index.dialect_options[dialect]["where"] = condition


# ``number``: the last fact that the seal covers; ``facts``: how many it adds to the seal before it.
seals = Table(
    "seals",
    metadata,
    Column("day", Date, primary_key=True),
    Column("number", Number, nullable=False),
    Column("facts", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
)
