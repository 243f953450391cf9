"""Heavy sentences are recognised, and plain ones that look like them are left alone."""

import pytest

from bot.content.plain.grammar import clauses, nominals, passives, piled_negations, tongs
from bot.content.plain.lists import HOUSE, lists_of, read_lists
from bot.content.plain.rare import Reader, zipf
from bot.content.plain.text import Sentence

LISTS = read_lists()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Je drinkt koffie.", 0),
        ("Je drinkt koffie, want dat is lekker.", 0),
        ("Je drinkt koffie omdat je moe bent.", 1),
        ("Als je moe bent, drink je koffie.", 1),
        ("Je bent net als je zus.", 0),
        ("Zeg dat je moe bent.", 1),
        ("Dat is goed.", 0),
        ("Ik vind dat goed.", 0),
        ("Weet je wat het is?", 1),
        ("Wat is het?", 0),
        ("Vraag of ze komt.", 1),
        ("Koffie of thee?", 0),
        ("Bel iemand die je vertrouwt.", 1),
        ("Bel die man.", 0),
        ("Bel als je kunt, omdat het fijn is, zodat je het weet.", 3),
        ("Vertel waarom je belt en hoe het gaat.", 2),
    ],
)
def test_subordinate_clauses_are_counted(text: str, count: int) -> None:
    assert clauses(Sentence(text), LISTS) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De brief wordt geschreven.", ["geschreven"]),
        ("Je wordt gebeld en uitgenodigd.", ["gebeld", "uitgenodigd"]),
        ("Het werd verteld.", ["verteld"]),
        ("Je wordt gezond.", []),
        ("Het wordt geen feest.", []),
        ("Het wordt beter.", []),
        ("Je hebt gebeld.", []),
        ("Ik word moe van gesprekken.", []),
    ],
)
def test_a_passive_needs_a_participle(text: str, found: list[str]) -> None:
    assert passives(Sentence(text), LISTS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je kunt vandaag met je coach praten.", None),
        ("Je wilt dan die ene mooie rode trui van je zus uit Breda dragen.", "wilt"),
        ("De door jou gekozen les begint.", "de door jou"),
        ("Geef het door aan je coach.", None),
        ("Je moet nu gaan en dan heel snel en vrolijk met de bus weer terug komen.", None),
    ],
)
def test_what_belongs_together_must_stand_together(text: str, found: str | None) -> None:
    assert tongs(Sentence(text), LISTS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het maken van een plan helpt.", ["het maken"]),
        ("De verbetering van je conditie telt.", ["verbetering"]),
        ("Dit is de mening van je zus.", []),
        ("Een plan maken helpt.", []),
    ],
)
def test_a_verb_that_became_a_noun_is_found(text: str, found: list[str]) -> None:
    assert nominals(Sentence(text), LISTS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niemand doet niets.", "niemand ... niets"),
        ("Ga nooit weg zonder jas.", "nooit ... zonder"),
        ("Dat is niet ongewoon.", "niet ongewoon"),
        ("Ik weet het niet, en dat is niet erg.", None),
        ("Doe niets als je niet wilt.", None),
        ("Het ligt niet onder de bank.", None),
        ("Het is niet ons plan.", None),
        ("Ik weet niet of er niets is.", None),
    ],
)
def test_negations_on_top_of_each_other_are_found(text: str, found: str | None) -> None:
    assert piled_negations(Sentence(text), LISTS) == found


@pytest.mark.parametrize(
    "word",
    ["werk", "koffie", "kopje", "wandelingetje", "huisartsenpost", "schoonmaakkar", "inpaktafel", "werkplek", "getypt",
     "koffieautomaat", "bedrijfsarts", "thuiszitten", "rustdag", "collega's", "re-integratie"],
)  # fmt: skip
def test_common_words_their_forms_and_their_compounds_are_known(word: str) -> None:
    assert Reader(LISTS.glossary | {"integratie"}, LISTS).knows(word)


@pytest.mark.parametrize("word", ["reikhalzend", "hersenspinsel", "ozig", "lethargisch", "bemoedigen", "kvoba"])
def test_rare_words_are_not(word: str) -> None:
    assert not Reader(LISTS.glossary, LISTS).knows(word)


def test_a_glossary_word_is_known_also_within_another() -> None:
    assert not Reader(frozenset(), LISTS).knows("kvobatafel")
    assert Reader(frozenset({"kvoba"}), LISTS).knows("kvobatafel")


def test_zipf_is_a_scale_from_never_to_always() -> None:
    assert zipf("de") > 7
    assert zipf("kvoba") == 0


def test_the_names_of_the_cast_are_known_words() -> None:
    cast = HOUSE.parent / "cast.yaml"
    names = {line.split(":")[1].strip().lower() for line in cast.read_text("utf-8").splitlines() if "  name:" in line}
    assert len(names) >= 8
    assert names <= lists_of(HOUSE.parent).glossary


def test_no_word_that_we_use_is_one_that_we_avoid() -> None:
    avoided = {word for words in LISTS.synonyms.values() for word in words} | LISTS.formal.keys() | LISTS.never.keys()
    assert not avoided & (LISTS.glossary | LISTS.synonyms.keys())
