"""Retention: what is thrown away when its time is over, in small bites, so that the chat never waits long."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Table, delete, select, tuple_, update

from bot.storage.circle_tables import (
    cards,
    case_asks,
    cases,
    guests,
    intakes,
    meetings,
    pairs,
    profiles,
    signers,
    talks,
)
from bot.storage.repository import Repository
from bot.storage.tables import answers, inbox, media, outbox, people, quarantine, requests, sessions, shares, timers

BITE = 500


class Retention(Repository):
    """Each call takes at most one bite and says how much it took: repeat it until it says 0."""

    def lines(self, before: datetime) -> int:
        """Take the text and the person out of old messages. What came in stays known by its digest, for ever."""
        old = (
            select(inbox.c.channel, inbox.c.external_id)
            .where(inbox.c.at < before, inbox.c.body_sealed.is_not(None))
            .limit(BITE)
        )
        blank = {"person_id": None, "n": None, "body_sealed": None}
        here = tuple_(inbox.c.channel, inbox.c.external_id).in_(old)
        blanked = self._connection.execute(update(inbox).where(here).values(**blank)).rowcount
        over = outbox.c.state.in_(("sent", "failed", "unknown"))
        said = select(outbox.c.id).where(over, outbox.c.due_at < before).limit(BITE)
        return blanked + self._connection.execute(delete(outbox).where(outbox.c.id.in_(said))).rowcount

    def conversation(self, person_id: str) -> None:
        """Take both sides of one conversation away at once; what came in stays known by its digest."""
        blank = {"person_id": None, "n": None, "body_sealed": None}
        self._connection.execute(update(inbox).where(inbox.c.person_id == person_id).values(**blank))
        self._connection.execute(delete(outbox).where(outbox.c.person_id == person_id))

    def answers(self, before: datetime) -> int:
        """Throw away what people who stopped answered, shared and agreed on, not heard of since `before`."""
        ended = (
            select(sessions.c.person_id)
            .join(people, people.c.id == sessions.c.person_id)
            .where(people.c.status == "stopped", sessions.c.updated_at < before)
            .limit(BITE)
        )
        ids = self._connection.execute(ended).scalars().all()
        for table in (answers, shares, talks, intakes, profiles, sessions):
            self._connection.execute(delete(table).where(table.c.person_id.in_(ids)))
        return len(ids)

    def cards(self, before: datetime) -> int:
        """Throw away old cards, with who signed them; by now they are gone from the conversations too."""
        old = select(cards.c.id).where(cards.c.made_at < before).limit(BITE)
        return self._with_children(cards, signers.c.card_id, self._connection.execute(old).scalars().all())

    def meetings(self, before: datetime) -> int:
        """Throw away meetings that were before then, with who was asked, whether they went on or not."""
        old = select(meetings.c.id).where(meetings.c.at < before).limit(BITE)
        return self._with_children(meetings, guests.c.meeting_id, self._connection.execute(old).scalars().all())

    def cases(self, before: datetime) -> int:
        """Throw away hulpvragen that were closed before then, with who was asked."""
        over = (cases.c.state == "closed", cases.c.closed_at < before)
        old = select(cases.c.id).where(*over).limit(BITE)
        return self._with_children(cases, case_asks.c.case_id, self._connection.execute(old).scalars().all())

    def requests(self, before: datetime) -> int:
        """Throw away what people asked the house for and was done before then."""
        old = select(requests.c.id).where(requests.c.done_at < before).limit(BITE)
        return self._connection.execute(delete(requests).where(requests.c.id.in_(old))).rowcount

    def pairs(self, before: datetime) -> int:
        """Throw away pairs of buddies and proposals that ended before then. Until then they keep two people apart who
        said no to each other."""
        over = (pairs.c.state.in_(("off", "refused", "ended")), pairs.c.ended_at < before)
        old = select(pairs.c.id).where(*over).limit(BITE)
        return self._connection.execute(delete(pairs).where(pairs.c.id.in_(old))).rowcount

    def _with_children(self, parent: Table, child: Column[int], ids: Sequence[int]) -> int:
        self._connection.execute(delete(child.table).where(child.in_(ids)))
        return self._connection.execute(delete(parent).where(parent.c.id.in_(ids))).rowcount

    def old_files(self, before: datetime) -> Sequence[str]:
        """The files of old recordings: they go first, and then `files_gone` takes their rows."""
        wanted = select(media.c.file_name).where(media.c.created_at < before).order_by(media.c.id).limit(BITE)
        return self._connection.execute(wanted).scalars().all()

    def files_gone(self, file_names: Sequence[str]) -> int:
        """Throw away the rows of files that are no longer there."""
        return self._connection.execute(delete(media).where(media.c.file_name.in_(file_names))).rowcount

    def quarantine(self, before: datetime) -> int:
        """Throw away old messages that could not be handled."""
        old = select(quarantine.c.id).where(quarantine.c.at < before).limit(BITE)
        return self._connection.execute(delete(quarantine).where(quarantine.c.id.in_(old))).rowcount

    def timers(self, before: datetime) -> int:
        """Throw away timers that were due before then and ended, however they ended."""
        over = (timers.c.state.in_(("fired", "skipped", "dead")), timers.c.due_at < before)
        old = select(timers.c.person_id, timers.c.purpose).where(*over).limit(BITE)
        here = tuple_(timers.c.person_id, timers.c.purpose).in_(old)
        return self._connection.execute(delete(timers).where(here)).rowcount
