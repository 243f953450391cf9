"""A text is written out as it must sound, by rules that the content holds and proves with examples."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.bootstrap import CONTENT
from bot.content.models.aloud import Aloud, AloudRule
from bot.voices.wording import Wording, read_rules, wrong_examples

WORDING = Wording(read_rules(CONTENT))


def test_every_rule_does_what_its_examples_tell() -> None:
    assert list(wrong_examples(read_rules(CONTENT))) == []


def test_a_folder_without_rules_says_everything_as_it_is_written(tmp_path: Path) -> None:
    assert Wording(read_rules(tmp_path)).aloud("Bel 112.") == "Bel 112."


def test_an_example_that_does_not_hold_is_told_with_its_rule() -> None:
    rule = AloudRule(id="km", find=r"(\d) km", say=r"\1 kilometer", examples={"2 km": "2 mijl"})
    assert list(wrong_examples(Aloud(rules=(rule,)))) == ["rule 'km' says '2 km' as '2 kilometer', and not as '2 mijl'"]


@pytest.mark.parametrize(("find", "say", "spell"), [("(", "a", ()), ("a", r"\1", ()), ("(a)", "b", (2,))])
def test_a_rule_that_cannot_work_is_refused_when_it_is_read(find: str, say: str, spell: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError):
        AloudRule(id="odd", find=find, say=say, spell=spell, examples={"a": "a"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bel 0800-2000, of bij gevaar 112.", "Bel 0 8 0 0, 2 0 0 0, of bij gevaar 1 1 2."),
        ("Chat op 113.nl of bel 0800-0113.", "Chat op 1 1 3 punt n l of bel 0 8 0 0, 0 1 1 3."),
        ("Kom om 09:30 uur, het kost € 12,50.", "Kom om 9 uur 30, het kost 12 euro en 50 cent."),
        ("Dat is € 1.250,00 in een jaar.", "Dat is 1250 euro in een jaar."),
        ("Mijn plan\n✓ bellen (3 maart)\n○ wandelen", "Mijn plan. Klaar: bellen (3 maart). Nog doen: wandelen."),
        ("Neem 1 kaartje. Doe het om 10 uur.", "Neem 1 kaartje. Doe het om 10 uur."),
        ("Je werkt 2,5 uur.", "Je werkt 2,5 uur."),
    ],
)
def test_numbers_times_and_amounts_sound_as_people_say_them(text: str, said: str) -> None:
    assert WORDING.aloud(text) == said


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "[[ ]]"])
def test_what_has_no_sound_gives_nothing_to_say(text: str) -> None:
    assert WORDING.aloud(text) == ""


def test_signs_that_command_a_voice_are_taken_away() -> None:
    said = WORDING.aloud("Hoi [[a:b]] <speak>dag</speak>\x00\x1b\u202e!")
    assert not set(said) & set("[]<>\x00\x1b\u202e")
    assert said.startswith("Hoi a:b")


def test_a_plain_sentence_of_the_content_is_left_as_it_is() -> None:
    assert WORDING.aloud("Dag! Zin in koffie?") == "Dag! Zin in koffie?"
