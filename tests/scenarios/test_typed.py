"""Typed in the place of a button, with the real words: not knowing, a plain no, and who reads along."""

import pytest

from bot.content.models.library import Library
from tests.scenarios.walking import entered

UNKNOWN = ["weet ik niet", "wete ik niet", "Ik weet het niet.", "geen idee", "weet niet"]


@pytest.mark.parametrize("typed", UNKNOWN)
def test_who_does_not_know_has_made_no_wish(library: Library, typed: str) -> None:
    chat = entered(library, "doelen").until("doelen/d1-doel-meer").says(typed)
    assert "doelen/doel_2" not in chat.session.answers
    assert chat.step != "doelen/d1-doel-meer"


def test_a_plain_no_shares_nothing_and_a_plain_yes_does(library: Library) -> None:
    chat = entered(library, "doelen").until("doelen/d4-delen")
    refused = chat.aside().says("nee")
    assert refused.shares == []
    assert refused.step != "doelen/d4-delen"
    assert len(chat.aside().says("ja").shares) == 1
    for typed in ("misschien", "ok", "goed", "prima", "moet ik dit delen?", "wat ga je dan delen", "delen met wie"):
        assert chat.aside().says(typed).shares == []


@pytest.mark.parametrize("typed", ["wie leest dit?", "leest mijn baas mee", "Wie kan dit lezen"])
def test_who_asks_who_reads_along_is_told_and_comes_back_to_the_question(library: Library, typed: str) -> None:
    for place in ("d1-succes", "d1-film", "d4-beer", "d4-delen"):
        chat = entered(library, "doelen").until(f"doelen/{place}")
        asked = chat.ask
        chat.says(typed)
        assert chat.heard[0].startswith("Wat je hier typt, lees jij alleen.")
        assert "leest Anja die ene tekst" in chat.heard[1]
        assert chat.step == f"doelen/{place}"
        assert [one.label for one in chat.ask.buttons] == [one.label for one in asked.buttons]
        assert chat.shares == []
