"""What a turn keeps, as the rows of the store."""

from datetime import datetime

import msgspec

from bot.flows.effects import Saved, Shared
from bot.flows.session import Session, dump
from bot.storage.answers import NewAnswer
from bot.storage.sessions import SessionDraft
from bot.storage.shares import NewShare

_encode = msgspec.json.Encoder().encode


def answer_row(person: str, saved: Saved) -> NewAnswer:
    """An answer of this person."""
    answer = saved.answer
    return NewAnswer(
        person_id=person,
        flow=saved.flow,
        key=saved.key,
        step=answer.step,
        value=_encode(answer),
        answered_at=answer.at,
        marks=answer.marks,
    )


def share_row(person: str, shared: Shared, now: datetime) -> NewShare:
    """A text that this person lets somebody read."""
    return NewShare(person_id=person, whom=shared.whom, flow=shared.flow, text=shared.text, shared_at=now)


def session_row(session: Session, version: int, now: datetime) -> SessionDraft:
    """Where a person stands. `version` is the one that was loaded."""
    flow, step = session.stands
    return SessionDraft(
        person_id=session.person,
        flow=flow,
        step=step,
        status=session.state,
        revision=session.revision,
        version=version,
        blob=dump(session),
        updated_at=now,
    )
