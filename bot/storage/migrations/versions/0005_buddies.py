"""Buddies: what somebody wants a buddy to know, and who is whose buddy."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import BigId, Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _profiles()
    _pairs()


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("pairs")
    op.drop_table("profiles")


def _profiles() -> None:
    """What a buddy may know."""
    op.create_table(
        "profiles",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_profiles_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_profiles"),
    )


def _pairs() -> None:
    """Buddies."""
    op.create_table(
        "pairs",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.String(length=16), nullable=False),
        sa.Column("person_answer", sa.String(length=10), nullable=False),
        sa.Column("other_answer", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_at", Moment(), nullable=False),
        sa.Column("started_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("rhythm", sa.String(length=10), nullable=True),
        sa.Column("way", sa.String(length=10), nullable=True),
        sa.Column("starts", sa.String(length=6), nullable=True),
        sa.Column("deal_by", sa.String(length=6), nullable=True),
        sa.Column("agreed_at", Moment(), nullable=True),
        sa.Column("person_contact_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("other_contact_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["other_id"], ["people.id"], name="fk_pairs_other_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_pairs_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pairs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pairs_other_id", "pairs", ["other_id"])
    op.create_index("ix_pairs_person_id", "pairs", ["person_id"])
