"""The tables of the people around an employee: roles, hulpvragen, meetings, cards, buddies."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, text

from bot.storage.columns import BigId, Moment
from bot.storage.tables import PERSON_LENGTH, metadata

OPEN_CASE = text("state IN ('open', 'claimed', 'talking')")


def _id() -> Column[int]:
    return Column("id", BigId, primary_key=True, autoincrement=True)


def _who(name: str, *, key: bool = False, nullable: bool = False) -> Column[str]:
    """Someone with a place in this row."""
    return Column(name, String(PERSON_LENGTH), ForeignKey("people.id"), primary_key=key, nullable=nullable)


teams = Table(
    "teams",
    metadata,
    Column("id", String(PERSON_LENGTH), primary_key=True),
    Column("organisation_id", String(PERSON_LENGTH), ForeignKey("organisations.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "organisation_id"),
)

# What someone is: employee, coach, colleague or lead; a person can be more. Without a team: of the whole organisation.
roles = Table(
    "roles",
    metadata,
    _who("person_id", key=True),
    Column("role", String(12), primary_key=True),
    Column("team_id", String(PERSON_LENGTH), ForeignKey("teams.id"), nullable=True),
    Column("given_at", Moment, nullable=False),
    Index(None, "team_id"),
)

# Who coaches whom.
bonds = Table(
    "bonds",
    metadata,
    _who("person_id", key=True),
    _who("coach_id"),
    Column("since", Moment, nullable=False),
    Index(None, "coach_id"),
)

# What a person said yes to, such as receiving cards; a no takes the row away.
yeses = Table(
    "yeses",
    metadata,
    _who("person_id", key=True),
    Column("what", String(20), primary_key=True),
    Column("given_at", Moment, nullable=False),
)

# When a coach is not there: from and until, both days included.
absences = Table(
    "absences",
    metadata,
    _who("person_id", key=True),
    Column("first_day", Date, primary_key=True),
    Column("last_day", Date, nullable=False),
)

# A hulpvraag: someone wants a human. `way` is chat, call, visit or any; `moment` is when, as the flow calls it.
# `stage` is how far asking went while nobody took it; `coach_id` is who took it.
cases = Table(
    "cases",
    metadata,
    _id(),
    _who("person_id"),
    _who("coach_id", nullable=True),
    Column("flow", Text, nullable=False),
    Column("way", String(12), nullable=False),
    Column("moment", String(20), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("stage", String(10), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("urgent_at", Moment, nullable=True),
    Column("claimed_at", Moment, nullable=True),
    Column("closed_at", Moment, nullable=True),
    # Opening one never fails, and one that is open is not opened twice.
    Index("uq_cases_open", "person_id", unique=True, sqlite_where=OPEN_CASE, postgresql_where=OPEN_CASE),
    Index(None, "coach_id"),
    sqlite_autoincrement=True,
)

# Who was asked to take a hulpvraag, and when last: only they may see it and take it.
case_asks = Table(
    "case_asks",
    metadata,
    Column("case_id", BigId, ForeignKey("cases.id"), primary_key=True),
    _who("person_id", key=True),
    Column("asked_at", Moment, nullable=False),
    Index(None, "person_id"),
)

# A coach talk, a group talk, or a coffee visit. The place is in the maker's words, sealed with the maker's key.
meetings = Table(
    "meetings",
    metadata,
    _id(),
    _who("maker_id"),
    Column("kind", String(10), nullable=False),
    Column("at", Moment, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("place_sealed", LargeBinary, nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", Moment, nullable=False),
    Index(None, "maker_id", "at"),
    sqlite_autoincrement=True,
)

guests = Table(
    "guests",
    metadata,
    Column("meeting_id", BigId, ForeignKey("meetings.id"), primary_key=True),
    _who("person_id", key=True),
    Column("answer", String(10), nullable=False),
    Column("answered_at", Moment, nullable=True),
    Index(None, "person_id"),
)

# The log of a talk: kept with the person whom it is about, so that it goes when that person goes.
talks = Table(
    "talks",
    metadata,
    _id(),
    _who("person_id"),
    _who("coach_id", nullable=True),
    Column("kind", String(10), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("agreed_sealed", LargeBinary, nullable=False),
    Column("next_on", Date, nullable=True),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
    Index(None, "coach_id"),
)

# What coach and employee wrote down together; it counts once the employee approved it.
intakes = Table(
    "intakes",
    metadata,
    _who("person_id", key=True),
    _who("coach_id", nullable=True),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("state", String(10), nullable=False),
    Column("changed_at", Moment, nullable=False),
)

# A kaartje; all words in it, also those of thanks, are sealed with the key of whom it is for.
cards = Table(
    "cards",
    metadata,
    _id(),
    _who("person_id"),
    _who("maker_id", nullable=True),
    Column("design", String(40), nullable=False),
    Column("text_sealed", LargeBinary, nullable=False),
    Column("names_sealed", LargeBinary, nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("delivered_at", Moment, nullable=True),
    Column("thanked_at", Moment, nullable=True),
    Column("thanks_sealed", LargeBinary, nullable=True),
    Index(None, "person_id", "state"),
    Index(None, "maker_id"),
    sqlite_autoincrement=True,
)

# Colleagues who were asked to sign a card too.
signers = Table(
    "signers",
    metadata,
    Column("card_id", BigId, ForeignKey("cards.id"), primary_key=True),
    _who("person_id", key=True),
    Column("answer", String(10), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Index(None, "person_id"),
)

# What somebody wants a buddy to know of them, in the very words that they said yes to.
profiles = Table(
    "profiles",
    metadata,
    _who("person_id", key=True),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("kept_at", Moment, nullable=False),
)

# Two buddies, or two who were proposed to each other. What they agreed on (`rhythm`, `way`, `starts`) was proposed by
# the side `deal_by`, and counts once the other agreed. `starts` and `deal_by` are a side: `person` or `other`.
pairs = Table(
    "pairs",
    metadata,
    _id(),
    _who("person_id"),
    _who("other_id"),
    Column("person_answer", String(10), nullable=False),
    Column("other_answer", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("started_at", Moment, nullable=True),
    Column("ended_at", Moment, nullable=True),
    Column("rhythm", String(10), nullable=True),
    Column("way", String(10), nullable=True),
    Column("starts", String(6), nullable=True),
    Column("deal_by", String(6), nullable=True),
    Column("agreed_at", Moment, nullable=True),
    Column("person_contact_sealed", LargeBinary, nullable=True),
    Column("other_contact_sealed", LargeBinary, nullable=True),
    Index(None, "person_id"),
    Index(None, "other_id"),
    sqlite_autoincrement=True,
)

# Who looked at whose card, also when that was refused: visible to the person whom it is about.
looks = Table(
    "looks",
    metadata,
    _id(),
    _who("person_id"),
    _who("by_id"),
    Column("what", String(20), nullable=False),
    Column("allowed", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "person_id", "at"),
    Index(None, "by_id"),
)
