"""Cards to lay on a pile: the page is told which card of how many it shows, and of nothing else."""

import msgspec
import pytest

from bot.content.models.library import Library
from bot.content.models.steps import SortStep
from bot.messages import Ask, Button, Outbound, Place
from bot.webdesk import WebDesk
from tests.webdesk.house import Desk

ASK = Ask(seq=3, buttons=(Button("Yes", "3:0"), Button("No", "3:1")))


@pytest.fixture
def reads(desk: Desk, library: Library) -> WebDesk:
    """A desk with the real courses."""
    folder = desk.home.folder
    return WebDesk(
        desk.home.database, desk.home.turns, library, hub=desk.hub, media=folder / "studio", folder=desk.media
    )


def test_each_card_of_each_pile_in_the_courses_is_counted(reads: WebDesk, library: Library) -> None:
    piles = [(flow, step) for (flow, _), step in library.graph.items() if isinstance(step, SortStep)]
    assert piles
    for course, step in piles:
        place = Place(course=course, title="", lesson=1, lessons=1, done=0, steps=1)
        shown = [Outbound(text=card.label, step=step.id, ask=ASK, place=place) for card in step.cards]
        assert [reads.pile(one) for one in shown] == [(at, len(shown)) for at in range(1, len(shown) + 1)]


def test_what_is_said_around_a_pile_is_no_card(reads: WebDesk, library: Library) -> None:
    course, step = next((flow, one) for (flow, _), one in library.graph.items() if isinstance(one, SortStep))
    place = Place(course=course, title="", lesson=1, lessons=1, done=0, steps=1)
    card = Outbound(text=step.cards[0].label, step=step.id, ask=ASK, place=place)
    assert reads.pile(card) is not None
    for more in ({"ask": None}, {"text": step.text}, {"step": library.flows[course].steps[0].id}, {"place": None}):
        assert reads.pile(msgspec.structs.replace(card, **more)) is None
