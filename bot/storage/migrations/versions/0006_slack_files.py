"""Slack: the pictures that the platform has already, for each workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "slack_files",
        sa.Column("team", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team", "name", name="pk_slack_files"),
    )


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("slack_files")
