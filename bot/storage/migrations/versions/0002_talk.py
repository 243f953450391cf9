"""What people and the house say to each other, and what is kept of it."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import BigId, Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, each after those that it refers to."""
    _inbox()
    _outbox()
    _quarantine()
    _sessions()
    _answers()
    _shares()
    _requests()
    _progress()
    _timers()


def downgrade() -> None:
    """Take the tables away again."""
    for table in ("timers", "progress", "requests", "shares", "answers", "sessions", "quarantine", "outbox", "inbox"):
        op.drop_table(table)


def _inbox() -> None:
    """What came in, once and for ever."""
    op.create_table(
        "inbox",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("external_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_inbox_person_id"),
        sa.PrimaryKeyConstraint("channel", "external_id", name="pk_inbox"),
        sa.UniqueConstraint("person_id", "n", name="uq_inbox_person_id_n"),
    )
    op.create_index(
        "ix_inbox_kept",
        "inbox",
        ["at"],
        sqlite_where=sa.text("body_sealed IS NOT NULL"),
        postgresql_where=sa.text("body_sealed IS NOT NULL"),
    )


def _outbox() -> None:
    """What must go out, in order."""
    op.create_table(
        "outbox",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("duty", sa.String(length=10), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("claimed_at", Moment(), nullable=True),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.Column("error", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("person_id", "n", name="uq_outbox_person_id_n"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])
    op.create_index(
        "ix_outbox_unsent",
        "outbox",
        ["person_id", "n"],
        sqlite_where=sa.text("state IN ('waiting', 'sending')"),
        postgresql_where=sa.text("state IN ('waiting', 'sending')"),
    )


def _quarantine() -> None:
    """What could not be handled."""
    op.create_table(
        "quarantine",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=True),
        sa.Column("error", sa.String(length=80), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_quarantine_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_person_id", "quarantine", ["person_id"])


def _sessions() -> None:
    """Where people stand."""
    op.create_table(
        "sessions",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("blob_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_sessions_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_sessions"),
    )


def _answers() -> None:
    """What people answered."""
    op.create_table(
        "answers",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_answers_person_id"),
        sa.PrimaryKeyConstraint("person_id", "flow", "key", name="pk_answers"),
    )


def _shares() -> None:
    """What people let others read."""
    op.create_table(
        "shares",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("shared_at", Moment(), nullable=False),
        sa.Column("taken_back_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_shares_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shares"),
    )
    op.create_index("ix_shares_person_id", "shares", ["person_id"])


def _requests() -> None:
    """What people asked the house for."""
    op.create_table(
        "requests",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_requests_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
    )
    op.create_index("ix_requests_person_id", "requests", ["person_id"])


def _progress() -> None:
    """What people finished."""
    op.create_table(
        "progress",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("event", sa.String(length=10), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_progress_person_id"),
        sa.PrimaryKeyConstraint("person_id", "course", "lesson", name="pk_progress"),
    )


def _timers() -> None:
    """What must happen later."""
    op.create_table(
        "timers",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=80), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("planned_at", Moment(), nullable=False),
        sa.Column("fired_at", Moment(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_timers_person_id"),
        sa.PrimaryKeyConstraint("person_id", "purpose", name="pk_timers"),
    )
    op.create_index("ix_timers_state_due_at", "timers", ["state", "due_at"])
