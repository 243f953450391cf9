"""Every table, as SQLAlchemy Core sees it; what a person typed stands only in columns named `..._sealed`."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.columns import BigId, Moment

PERSON_LENGTH = 16
KEPT = text("body_sealed IS NOT NULL")
UNSENT = text("state IN ('waiting', 'sending')")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _person(*, key: bool = False, nullable: bool = False) -> Column[str]:
    """The person whose row this is."""
    return Column("person_id", String(PERSON_LENGTH), ForeignKey("people.id"), primary_key=key, nullable=nullable)


# Facts about this database itself, such as a check of the master key.
house = Table("house", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

organisations = Table(
    "organisations",
    metadata,
    Column("id", String(PERSON_LENGTH), primary_key=True),
    Column("name", Text, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String(PERSON_LENGTH), primary_key=True),
    Column("organisation_id", String(PERSON_LENGTH), ForeignKey("organisations.id"), nullable=False),
    Column("handle", String(10), nullable=True, unique=True),
    Column("name_sealed", LargeBinary, nullable=True),
    Column("facts_sealed", LargeBinary, nullable=True),
    Column("wrapped_key", LargeBinary, nullable=True),
    Column("status", String(10), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("unreachable_at", Moment, nullable=True),
    Column("key_destroyed_at", Moment, nullable=True),
    Index(None, "organisation_id"),
)

addresses = Table(
    "addresses",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("address", Text, primary_key=True),
    _person(),
    Index(None, "person_id"),
)

invites = Table(
    "invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    _person(),
    Column("purpose", String(40), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=True),
    Column("created_at", Moment, nullable=False),
    Index(None, "person_id"),
)

web_sessions = Table(
    "web_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    _person(),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Index(None, "person_id"),
    Index(None, "expires_at"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("channel", String(20), primary_key=True),
    # A keyed digest of the id that the platform gave: the row stays for ever and may not say whose it was.
    Column("external_id", String(32), primary_key=True),
    _person(nullable=True),
    Column("n", Integer, nullable=True),
    Column("kind", String(20), nullable=False),
    Column("body_sealed", LargeBinary, nullable=True),
    Column("at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    UniqueConstraint("person_id", "n"),
    # The rows stay for ever: the purge may look only at those that still hold a text.
    Index("ix_inbox_kept", "at", sqlite_where=KEPT, postgresql_where=KEPT),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=True),
    _person(),
    Column("channel", String(20), nullable=False),
    Column("address", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("duty", String(10), nullable=False),
    Column("body_sealed", LargeBinary, nullable=True),
    Column("state", String(10), nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("due_at", Moment, nullable=False),
    Column("claimed_at", Moment, nullable=True),
    Column("sent_at", Moment, nullable=True),
    Column("error", String(80), nullable=True),
    UniqueConstraint("person_id", "n"),
    Index(None, "state", "due_at"),
    # Few rows, however long the history: whether something must go out first is asked for each bubble.
    Index("ix_outbox_unsent", "person_id", "n", sqlite_where=UNSENT, postgresql_where=UNSENT),
    # An id is never given twice, also not after the newest rows were purged: a late mark would hit a stranger.
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    _person(key=True),
    Column("flow", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("status", String(10), nullable=False),
    Column("revision", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("blob_sealed", LargeBinary, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    _person(key=True),
    Column("flow", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("step", Text, nullable=False),
    Column("value_sealed", LargeBinary, nullable=False),
    Column("marks", Text, nullable=False),
    Column("answered_at", Moment, nullable=False),
)

shares = Table(
    "shares",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=True),
    _person(),
    Column("whom", Text, nullable=False),
    Column("flow", Text, nullable=False),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("shared_at", Moment, nullable=False),
    Column("taken_back_at", Moment, nullable=True),
    Index(None, "person_id"),
)

requests = Table(
    "requests",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=True),
    _person(),
    Column("kind", String(40), nullable=False),
    Column("flow", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("done_at", Moment, nullable=True),
    Index(None, "person_id"),
)

progress = Table(
    "progress",
    metadata,
    _person(key=True),
    Column("course", Text, primary_key=True),
    Column("lesson", Text, primary_key=True),
    Column("event", String(10), nullable=False),
    Column("at", Moment, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    _person(key=True),
    Column("purpose", String(80), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("payload", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("planned_at", Moment, nullable=False),
    Column("fired_at", Moment, nullable=True),
    Column("why", Text, nullable=True),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Index(None, "state", "due_at"),
)

media = Table(
    "media",
    metadata,
    Column("id", String(40), primary_key=True),
    _person(),
    Column("content_type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "person_id"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=True),
    Column("channel", String(20), nullable=False),
    Column("external_id", Text, nullable=False),
    _person(nullable=True),
    Column("error", String(80), nullable=False),
    Column("body_sealed", LargeBinary, nullable=True),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
)

# No foreign key: the ledger outlives the person, and after a restore it names people who are not (yet) gone.
erasures = Table(
    "erasures",
    metadata,
    Column("person_id", String(PERSON_LENGTH), primary_key=True),
    Column("erased_at", Moment, nullable=False),
    Column("done_at", Moment, nullable=True),
)

# An id under which one bot can send a file again means nothing to another bot.
telegram_files = Table(
    "telegram_files",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(120), primary_key=True),
    Column("file_id", Text, nullable=False),
)

# The same for Slack: an id of one workspace means nothing in another.
slack_files = Table(
    "slack_files",
    metadata,
    Column("team", String(40), primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("file_id", Text, nullable=False),
)
