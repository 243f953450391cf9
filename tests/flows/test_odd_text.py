"""Which own words are doubted once: rather too few than too many, for who is doubted may feel corrected."""

import pytest

from bot.bootstrap import CONTENT
from bot.content.models.words import OddWords
from bot.content.reading import read_yaml
from bot.flows.odd_text import odd, said

_found = read_yaml((CONTENT / "flows/words.yaml").read_text("utf-8"))
assert isinstance(_found, dict)
WORDS = OddWords.model_validate(_found["odd"])


@pytest.mark.parametrize(
    "text",
    [
        "ja", "Nee", "ok", "oké", "5", "10", "ik", "niks", "fiets", "mijn zus", "weer vissen", "rustig aan", "ga weg",
        "3 keer per week", "de was", "Mohammed", "Koffie met Ali", "naar de Action", "met de e-bike", "sorry zeggen",
        "the voice kijken", "lekker pizza eten met the boys", "mam is dom", "in het park met mam en pap", "das mooi",
        "Ik liep met de hond naar het park", "ik voel me klote", "het is kut", "kutdag gehad", "stel je niet aan",
        "een shit dag met mijn broer", "hij noemde mij een klootzak", "zij zei: rot op, en dat deed pijn",
        "wil je mij helpen?", "Heb je even?", "hoe gaat het met je", "wanneer kom je terug?", "Mag ik iets vragen?",
        "Waar kan ik hulp krijgen?", "wat ik moet doen is rusten", "waarom ik thuis ben weet niemand",
        "ik bin net sa bliid", "Ik spreek Turks en Nederlands", "een beetje English leren", "de and in de tuin",
    ],
)  # fmt: skip
def test_an_answer_is_an_answer(text: str) -> None:
    assert odd(text, WORDS) is None


@pytest.mark.parametrize("text", ["k", "X", " q ", "é", "z.", "(a)"])
def test_one_letter_is_a_slip_of_the_finger(text: str) -> None:
    assert odd(text, WORDS) == "too_short"


@pytest.mark.parametrize(
    "text",
    ["?", "??", "wat bedoel je hiermee?", "WAT BEDOELT U", "Wat moet ik hier zeggen", "huh", "hè?", "waarom", "hoezo?",
     "wie leest dit?", "Is dit verplicht?", "ik snap de vraag niet", "waarom vraag je dat", "ben je een robot?"],
)  # fmt: skip
def test_a_question_about_what_is_asked_is_a_question(text: str) -> None:
    assert odd(text, WORDS) == "is_question"


@pytest.mark.parametrize(
    "text", ["kut", "Kut!!", "kut bot", "rot op", "rot toch op", "fuck you", "hou je bek", "KLOTE app"]
)
def test_nothing_but_swearing_is_anger_at_me(text: str) -> None:
    assert odd(text, WORDS) == "rude"


@pytest.mark.parametrize(
    "text",
    ["I don't know what to say", "I feel tired today", "my boss is not good", "bugün çok yorgunum",
     "ANLAMIYORUM bir şey", "bilmiyorum, Türkçe konuşuyorum", "nie wiem co powiedzieć", "jestem bardzo zmęczony",
     "nie rozumiem", "я не понимаю", "لا أفهم", "ኣይተረድኣንን", "我不明白", "ich weiß nicht"],
)  # fmt: skip
def test_another_language_or_script_is_seen(text: str) -> None:
    assert odd(text, WORDS) == "other_language"


@pytest.mark.parametrize("name", ["J", "Q.", "The", "Ayşe", "محمد", "Ewa Nowak", "Jan-Piet", "I and my dog"])
def test_a_name_may_be_short_or_foreign(name: str) -> None:
    assert odd(name, WORDS, name=True) is None


def test_in_the_field_for_a_name_a_question_is_still_a_question() -> None:
    assert odd("waarom wil je dat weten?", WORDS, name=True) == "is_question"
    assert odd("fuck you", WORDS, name=True) == "rude"


def test_the_words_are_written_as_they_are_compared() -> None:
    lines = [
        *WORDS.question_starts,
        *WORDS.question_whole,
        *WORDS.swearing,
        *WORDS.around_swearing,
        *WORDS.own_language,
    ]
    lines += [word for known in WORDS.languages.values() for word in known]
    assert [line for line in lines if " ".join(said(line)) != line] == []


def test_no_word_of_another_language_is_one_of_our_own() -> None:
    assert [word for known in WORDS.languages.values() for word in known if word in WORDS.own_language] == []
