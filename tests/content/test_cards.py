"""The cards of the house: enough to choose from, kind, and about anything but health or coming back."""

import re
from pathlib import Path

import pytest

from bot.content.loader import load, read
from bot.content.models.cards import CardText
from bot.safety.look import Watch
from tests.content.folders import HOUSE, build

DRAFT = read(HOUSE)[0]
CARDS = DRAFT.cards
WATCH = Watch(DRAFT.signals)
KINDS = {"denken", "koffie", "nieuws", "dank", "jarig", "lach", "moed", "team"}


def test_there_is_enough_to_choose_from() -> None:
    assert len(CARDS.designs) >= 24
    assert len(CARDS.texts) >= 30
    assert {kind.id for kind in CARDS.kinds} == KINDS
    assert min(len(kind.texts) for kind in CARDS.kinds) >= 4


def test_every_card_that_is_drawn_can_be_chosen_once() -> None:
    chosen = [design.picture for design in CARDS.designs]
    assert sorted(chosen) == sorted(name for name in DRAFT.pictures if name.startswith("kaart-"))


@pytest.mark.parametrize("ready", CARDS.texts, ids=lambda text: text.id)
def test_a_ready_text_is_never_held_back_as_medical_or_taken_for_a_cry_for_help(ready: CardText) -> None:
    seen = WATCH.look(ready.text)
    assert not WATCH.is_medical(ready.text)
    assert seen.crisis is None


def test_no_ready_text_is_offered_twice() -> None:
    texts = [text.text for text in CARDS.texts]
    assert len(set(texts)) == len(texts)


def test_a_design_is_found_by_its_id_and_an_unknown_one_is_not() -> None:
    assert CARDS.design("hond") is not None
    assert CARDS.design("draak") is None


def test_no_design_speaks_of_illness_in_its_title_or_in_what_it_shows() -> None:
    for design in CARDS.designs:
        said = f"{design.title} {DRAFT.pictures[design.picture].alt}".lower()
        assert not re.search(r"\bziek", said)
        assert not WATCH.is_medical(said)


def test_the_cards_of_a_folder_are_in_its_library_and_change_its_revision(tmp_path: Path) -> None:
    folder = build(tmp_path / "content")
    before = load(folder)
    assert [design.picture for design in before.cards.designs] == ["bank"]
    assert [text.id for text in before.cards.texts] == ["dank-hulp"]
    file = folder / "cards.yaml"
    file.write_text(file.read_text("utf-8").replace("De bank in de zon", "Een bank"), "utf-8")
    assert load(folder).revision != before.revision


def test_content_without_cards_is_whole(tmp_path: Path) -> None:
    folder = build(tmp_path / "content")
    (folder / "cards.yaml").unlink()
    assert load(folder).cards.designs == ()
