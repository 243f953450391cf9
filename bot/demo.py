"""The demo: fictional people, brought to where the content says by really playing the conversation."""

import asyncio
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog
import yaml

from bot.batch import Result
from bot.channels.web.desk import Phone, Scene
from bot.circle.card_rights import CARDS
from bot.content.models.demo import Demo, DemoPhone
from bot.flows.hearing import OPENED
from bot.messages import Inbound, InboundKind
from bot.newcomers import Newcomer, add_organisation, add_person, random_signs
from bot.player import act_on, open_ask
from bot.storage.circle import Team
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.story import Now, Story
from bot.turns import Turns
from bot.webdesk import LASTS

log = structlog.get_logger(__name__)

STALE = timedelta(days=1)
"""After this the phones log in anew, long before their logins end."""
FAR = 300
"""Acts after which a fictional person who did not arrive stays where they are."""


def read_demo(folder: Path) -> Demo:
    """The demo's people, from the content folder."""
    return Demo.model_validate(yaml.safe_load((folder / "demo.yaml").read_text("utf-8")))


class DemoHouse:
    """Implements the demo desk of the web chat."""

    def __init__(
        self,
        demo: Demo,
        database: Database,
        eraser: Eraser,
        turns: Turns,
        *,
        clock: Callable[[], datetime],
        story: Story | None = None,
    ) -> None:
        self._demo = demo
        self._database = database
        self._eraser = eraser
        self._turns = turns
        self._clock = clock
        self._story = story
        self._phones: list[Phone] = []
        self._logged_in: datetime | None = None
        self._busy = asyncio.Lock()

    async def prepare(self) -> None:
        """Makes the people; begins again when they are not (all) the ones that the content tells of."""
        async with self._busy:
            names = await self._database.read(lambda unit: sorted(self._named(unit)))
            if names != sorted(one.name for one in self._demo.phones):
                await self._begin()

    async def demo_phones(self) -> list[Phone]:
        """The phones, each with a login of its own."""
        async with self._busy:
            now = self._clock()
            if self._logged_in is None or now - self._logged_in > STALE:
                self._phones = await self._database.write(self._log_in)
                self._logged_in = now
            return self._phones

    async def demo_reset(self) -> None:
        """Erases everybody and begins again."""
        if self._story is not None:
            await self._story.stop()
        async with self._busy:
            await self._begin()

    async def demo_tell(self) -> None:
        """Begins again, and lets the phones play the story."""
        if self._story is None:
            return
        await self.demo_reset()
        people = await self._database.read(self._named)
        self._story.begin({name: (row.id, row.handle) for name, row in people.items()})

    def demo_scene(self) -> Scene:
        """Where the story is."""
        now = self._story.now if self._story is not None else Now()
        return Scene(at=now.scene, of=now.scenes, note=now.note, who=now.who, running=now.running, stuck=now.stuck)

    async def _begin(self) -> None:
        self._logged_in = None
        for person in await self._database.read(self._people):
            await self._eraser.erase(person.id, self._clock())
        await self._make()

    def _people(self, unit: Unit) -> list[PersonRow]:
        own = [one for one in unit.organisations.all() if one.demo]
        return [person for one in own for person in unit.people.of(one.id)]

    def _named(self, unit: Unit) -> dict[str, PersonRow]:
        people = {person.id: person for person in self._people(unit)}
        return {name: people[id] for id, name in unit.people.names(people).items()}

    async def _make(self) -> None:
        now = self._clock()

        def add(unit: Unit) -> list[tuple[str, str]]:
            organisation = add_organisation(unit, self._demo.organisation, now, demo=True)
            team = Team(id=random_signs(16), organisation_id=organisation, name=self._demo.team)
            unit.circle.add_team(team, now)
            made: dict[str, tuple[str, str]] = {}
            coaches = [phone.name for phone in self._demo.phones if phone.role == "coach"]
            # Those who coach first: the others are their people.
            for one in sorted(self._demo.phones, key=lambda phone: phone.role != "coach"):
                coach = next((made[name][0] for name in coaches if name in made), None)
                made[one.name] = add_person(unit, self._newcomer(one, organisation, team.id, coach), now)
                if one.cards:
                    unit.circle.allow(made[one.name][0], CARDS, now)
            return [made[one.name] for one in self._demo.phones]

        made = await self._database.write(add)
        for phone, (_, handle) in zip(self._demo.phones, made, strict=True):
            if phone.until:
                await self._play(phone, handle)

    def _newcomer(self, phone: DemoPhone, organisation: str, team: str, coach: str | None) -> Newcomer:
        facts = {"organisation": self._demo.organisation, "coach": self._demo.coach}
        own = coach if phone.role == "employee" else None
        return Newcomer(
            organisation_id=organisation, name=phone.name, facts=facts, role=phone.role, team=team, coach=own
        )

    def _log_in(self, unit: Unit) -> list[Phone]:
        now = self._clock()
        by_name = self._named(unit)
        phones = []
        for one in self._demo.phones:
            person = by_name[one.name]
            token = secrets.token_urlsafe(32)
            unit.web_sessions.open(token, person.id, now=now, lasts=LASTS)
            phones.append(Phone(handle=person.handle, token=token, title=one.title, note=one.note, name=one.name))
        return phones

    async def _play(self, phone: DemoPhone, handle: str) -> None:
        """Opens the chat and answers until the wanted step asks something."""
        result = await self._say(handle, OPENED, kind="command", data=OPENED)
        for count in range(1, FAR):
            asked = open_ask([parcel.outbound for parcel in result.parcels])
            if result.standing == phone.until:
                return
            if asked is None:
                break
            act = act_on(asked[0], asked[1], phone.answers)
            field = "data" if act.kind == "press" else "text"
            result = await self._say(handle, f"demo-{count}", kind=act.kind, **{field: act.value})
        log.warning("demo.not_reached", until=phone.until)

    async def _say(self, handle: str, id: str, *, kind: InboundKind, text: str = "", data: str = "") -> Result:
        inbound = Inbound(
            channel="web",
            address=handle,
            external_id=f"{handle}:{id}",
            kind=kind,
            at=self._clock(),
            text=text,
            data=data,
        )
        return await self._turns.submit(inbound)
