"""The people around an employee: roles, hulpvragen, meetings, cards."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import BigId, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "teams",
    "roles",
    "bonds",
    "yeses",
    "absences",
    "cases",
    "case_asks",
    "meetings",
    "guests",
    "talks",
    "intakes",
    "cards",
    "signers",
    "looks",
)
"""In the order in which they refer to each other."""


def upgrade() -> None:
    """Make the tables."""
    _teams()
    _roles()
    _bonds()
    _yeses()
    _absences()
    _cases()
    _case_asks()
    _meetings()
    _guests()
    _talks()
    _intakes()
    _cards()
    _signers()
    _looks()


def downgrade() -> None:
    """Take the tables away again."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _teams() -> None:
    """Parts of an organisation."""
    op.create_table(
        "teams",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_teams_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
    )
    op.create_index("ix_teams_organisation_id", "teams", ["organisation_id"])


def _roles() -> None:
    """What someone is."""
    op.create_table(
        "roles",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("team_id", sa.String(length=16), nullable=True),
        sa.Column("given_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_roles_person_id"),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_roles_team_id"),
        sa.PrimaryKeyConstraint("person_id", "role", name="pk_roles"),
    )
    op.create_index("ix_roles_team_id", "roles", ["team_id"])


def _bonds() -> None:
    """Who coaches whom."""
    op.create_table(
        "bonds",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("coach_id", sa.String(length=16), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["people.id"], name="fk_bonds_coach_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_bonds_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_bonds"),
    )
    op.create_index("ix_bonds_coach_id", "bonds", ["coach_id"])


def _yeses() -> None:
    """What a person said yes to."""
    op.create_table(
        "yeses",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("given_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_yeses_person_id"),
        sa.PrimaryKeyConstraint("person_id", "what", name="pk_yeses"),
    )


def _absences() -> None:
    """When a coach is not there."""
    op.create_table(
        "absences",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_absences_person_id"),
        sa.PrimaryKeyConstraint("person_id", "first_day", name="pk_absences"),
    )


def _cases() -> None:
    """Someone wants a human."""
    op.create_table(
        "cases",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("coach_id", sa.String(length=16), nullable=True),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("way", sa.String(length=12), nullable=False),
        sa.Column("moment", sa.String(length=20), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("urgent_at", Moment(), nullable=True),
        sa.Column("claimed_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["coach_id"], ["people.id"], name="fk_cases_coach_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_cases_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_coach_id", "cases", ["coach_id"])
    op.create_index(
        "uq_cases_open",
        "cases",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('open', 'claimed', 'talking')"),
        postgresql_where=sa.text("state IN ('open', 'claimed', 'talking')"),
    )


def _case_asks() -> None:
    """Who was asked to take it."""
    op.create_table(
        "case_asks",
        sa.Column("case_id", BigId, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_asks_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_case_asks_person_id"),
        sa.PrimaryKeyConstraint("case_id", "person_id", name="pk_case_asks"),
    )
    op.create_index("ix_case_asks_person_id", "case_asks", ["person_id"])


def _meetings() -> None:
    """Talks and coffee visits."""
    op.create_table(
        "meetings",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("maker_id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["maker_id"], ["people.id"], name="fk_meetings_maker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meetings_maker_id_at", "meetings", ["maker_id", "at"])


def _guests() -> None:
    """Who comes to a meeting."""
    op.create_table(
        "guests",
        sa.Column("meeting_id", BigId, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="fk_guests_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_guests_person_id"),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name="pk_guests"),
    )
    op.create_index("ix_guests_person_id", "guests", ["person_id"])


def _talks() -> None:
    """The log of a talk."""
    op.create_table(
        "talks",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("coach_id", sa.String(length=16), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("agreed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["people.id"], name="fk_talks_coach_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_talks_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_talks"),
    )
    op.create_index("ix_talks_coach_id", "talks", ["coach_id"])
    op.create_index("ix_talks_person_id", "talks", ["person_id"])


def _intakes() -> None:
    """What coach and employee wrote down together."""
    op.create_table(
        "intakes",
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("coach_id", sa.String(length=16), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["people.id"], name="fk_intakes_coach_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_intakes_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_intakes"),
    )


def _cards() -> None:
    """Kaartjes."""
    op.create_table(
        "cards",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("maker_id", sa.String(length=16), nullable=True),
        sa.Column("design", sa.String(length=40), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("names_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("delivered_at", Moment(), nullable=True),
        sa.Column("thanked_at", Moment(), nullable=True),
        sa.Column("thanks_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["maker_id"], ["people.id"], name="fk_cards_maker_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_cards_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cards"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cards_maker_id", "cards", ["maker_id"])
    op.create_index("ix_cards_person_id_state", "cards", ["person_id", "state"])


def _signers() -> None:
    """Who signs a card too."""
    op.create_table(
        "signers",
        sa.Column("card_id", BigId, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["cards.id"], name="fk_signers_card_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_signers_person_id"),
        sa.PrimaryKeyConstraint("card_id", "person_id", name="pk_signers"),
    )
    op.create_index("ix_signers_person_id", "signers", ["person_id"])


def _looks() -> None:
    """Who looked at whose card."""
    op.create_table(
        "looks",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=16), nullable=False),
        sa.Column("by_id", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_looks_by_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_looks_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_looks"),
    )
    op.create_index("ix_looks_by_id", "looks", ["by_id"])
    op.create_index("ix_looks_person_id_at", "looks", ["person_id", "at"])
