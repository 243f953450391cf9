"""Scenes around a hulpvraag: who lives in the town, how someone asks for a human, and how it stands."""

from datetime import date

from bot.keeping import Keeping
from bot.storage.cases import Case
from bot.storage.circle import Team
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town

TAKE, PASS, LATER, DONE = "Ik pak dit op", "Doorgeven", "Later", "Klaar"
BACK, STOP, ON = "Terug naar Opstap", "Stop dit gesprek", "Ga verder"
NOW_TOLD = "Ik stuur {} nu bericht. Zodra {} reageert, hoor je dat hier."


class Works:
    """An employee, her own coach, a second coach, and the lead."""

    def __init__(self, town: Town, people: dict[str, Neighbour]) -> None:
        self.town = town
        self.karin, self.anja = people["Karin"], people["Anja"]
        self.bert, self.sara = people["Bert"], people["Sara"]
        self.people = people

    async def case(self) -> Case | None:
        """Karin's newest hulpvraag."""
        return next(reversed(await self.town.database.read(lambda unit: unit.cases.of(self.karin.id))), None)

    async def state(self) -> tuple[str, str]:
        """(state, name of who has it)."""
        case = await self.case()
        assert case is not None, "nothing was asked"
        return case.state, next((one.name for one in self.people.values() if one.id == case.coach_id), "")

    async def quiet(self) -> None:
        """Everybody read what was said so far."""
        for one in self.people.values():
            await one.news()

    async def heard(self) -> dict[str, list[str]]:
        """What each heard since, of those who heard something."""
        found = {one.name: await one.news() for one in self.people.values()}
        return {name: texts for name, texts in found.items() if texts}


async def works(town: Town) -> Works:
    """The four of them, on Monday morning at ten."""
    anja = await town.settle("Anja", "coach")
    people = {
        "Anja": anja,
        "Bert": await town.settle("Bert", "coach"),
        "Sara": await town.settle("Sara", "lead"),
        "Karin": await town.settle("Karin", coach=anja),
    }
    return Works(town, people)


async def wants(person: Neighbour, *answers: str, asked: bool = False) -> list[str]:
    """Asks for a human (or says that it was `asked` already), and says how; gives what was said last."""
    await person.says("ik wil een mens")
    heard: list[str] = []
    for answer in (*(() if asked else ("Ja, doe maar",)), *answers):
        heard = await person.presses(answer)
    return heard


async def talks(at: Works) -> None:
    """Karin and Anja talk in the chat."""
    await wants(at.karin, "Nu chatten", "Oké")
    await at.anja.presses(TAKE)
    await at.quiet()


async def away(town: Town, coach: Neighbour, first: date, last: date) -> None:
    """A coach is not there on these days."""
    await town.database.write(lambda unit: unit.circle.be_away(coach.id, first, last))


async def open_requests(town: Town, person: Neighbour) -> list[str]:
    """What the list of `opstap requests` would show."""

    def read(unit: Unit) -> list[str]:
        return [one.kind for one in unit.requests.open_for([person.id])]

    return await town.database.read(read)


async def team(town: Town, name: str, *coaches: Neighbour) -> None:
    """Puts these coaches into a team of their own."""

    def make(unit: Unit) -> None:
        person = unit.people.by_ids([coaches[0].id])[coaches[0].id]
        unit.circle.add_team(Team(id=name.lower(), organisation_id=person.organisation_id, name=name), town.clock())
        for one in coaches:
            unit.circle.give_role(one.id, "coach", name.lower(), town.clock())

    await town.database.write(make)


async def opens_flow(town: Town, person: Neighbour, flow: str) -> None:
    """The house opens a flow for someone."""

    def work(unit: Unit) -> None:
        keeping = Keeping(unit, town.clock(), town.home.conversation)
        assert keeping.post.tell(person.id, flow, {}), f"{person.name} may not be disturbed"
        keeping.write()

    await town.database.write(work)


async def who(person: Neighbour) -> list[tuple[str, str]]:
    """What this person heard from humans: name and words."""
    return [(one.who, one.text) for one in await person.bubbles() if one.who]


async def question(person: Neighbour) -> str:
    """What is asked now."""
    return next(one.text for one in reversed(await person.bubbles()) if one.ask and one.ask.seq)


async def in_course(at: Works) -> str:
    """Karin stands at a question of a course; gives it."""
    await at.karin.says("cursussen")
    await at.karin.presses("Uitgangspunten")
    await at.quiet()
    return await question(at.karin)
