"""A life among others: one person about whom there is a row in every table of the circle."""

from tests.circle.helping import DONE, TAKE, away, team, wants
from tests.circle.intakes import answered
from tests.circle.mailing import opens, sends
from tests.circle.pairing import YES, asks
from tests.circle.test_coffee import offer
from tests.circle.test_groups import comes, plan
from tests.circle.town import Neighbour, Town


class Life:
    """Karin, her coach, a colleague and a buddy."""

    def __init__(self, karin: Neighbour, anja: Neighbour, wim: Neighbour, henk: Neighbour) -> None:
        self.karin, self.anja, self.wim, self.henk = karin, anja, wim, henk


async def lived(town: Town) -> Life:
    """All that can happen between people happened to Karin, by pressing and typing."""
    anja = await town.settle("Anja", "coach")
    await team(town, "Groen", anja)
    await away(town, anja, town.clock().date().replace(day=20), town.clock().date().replace(day=21))
    one = Life(
        await town.settle("Karin", coach=anja),
        anja,
        await town.settle("Wim", "colleague"),
        await town.settle("Henk", coach=anja),
    )
    await _intake(one)
    await _hulpvragen(one)
    await _card(town, one)
    await _buddy(one)
    await _meetings(town, one)
    return one


async def _intake(one: Life) -> None:
    await one.anja.sends(f"@intake:{one.karin.id}")
    await one.anja.presses("We beginnen")
    await answered(one.anja)
    await one.anja.presses("Stuur het op")
    await one.karin.presses("Lees het")
    await one.karin.presses("Verder")
    await one.karin.presses("Ja, dit klopt")


async def _hulpvragen(one: Life) -> None:
    """One that was closed, with its log, and one that is open."""
    await wants(one.karin, "Bel mij", "In de ochtend", "Oké")
    await one.anja.presses(TAKE)
    await one.anja.presses(DONE)
    await one.anja.presses("15 minuten")
    await one.anja.says("Morgen bellen we weer")
    await one.anja.presses("Nog niet bekend")
    await wants(one.karin, "Bel mij", "In de middag", "Oké")


async def _card(town: Town, one: Life) -> None:
    """One that was brought, and one that is under way."""
    await opens(one.karin)
    await sends(one.wim)
    await town.later(days=1)
    await one.karin.presses("Bedankt")
    await sends(one.wim)


async def _buddy(one: Life) -> None:
    await asks(one.karin, 0)
    await asks(one.henk, 0)
    await one.henk.presses(YES)
    await one.karin.presses("Laat zien")
    await one.karin.presses(YES)


async def _meetings(town: Town, one: Life) -> None:
    """A group, and a coffee to which the colleague comes along."""
    await plan(one.anja)
    await comes(one.karin, "Ja, dat mag")
    await offer(town, one.anja, one.karin)
    await one.karin.presses("Kies een moment")
    await one.karin.presses((await one.karin.labels())[0])
    await one.karin.presses("Ja, leuk")
    await one.karin.presses("Wim")
    await one.wim.presses("Ja, ik kom")
