"""Telegram: the files that the platform has already, for each bot."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "telegram_files",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "name", name="pk_telegram_files"),
    )


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("telegram_files")
