"""Texts are cut and counted as a reader would do it."""

import pytest

from bot.content.plain.flesch import flesch
from bot.content.plain.syllables import syllables
from bot.content.plain.text import sentences, words

SPOKEN = """
    1: werk ziek moe dag jij nieuw leeuw mooi draai groei team teams coach quiz blij één z'n eeuw nieuws ruim ei
    2: bureau bedrijf gesprek coaches koffie mooie draaien groeien bouwen blauwe nieuwe opnieuw eeuwen zeeën knieën
    2: drieën tweeën naïef burn-out e-mail café privé zoals vooral buien vrijheid baby hobby yoga systeem royaal toilet
    2: online website smartphone training frequent idee ieder pauze chauffeur toerist zoiets huisarts feedback
    2: weekend software schoonmaak werkplek opdracht blijven vertel sterker dieet leider moeite bijna
    3: collega bedrijfsarts coachgesprek computer telefoon ideeën poëzie reünie terugblik patiënt vacuüm egoïst museum
    3: radio video station politie manager kwaliteit actueel sociaal speciaal iedereen natuurlijk eigenlijk collega's
    3: montage catering restaurant geopend geoefend oefenen bijeenkomst beïnvloed kantine theater
    4: januari februari informatie situatie financieel huisartsenpost misverstanden aquarium vacature eventueel
    4: beantwoorden moeilijkheden efficiënt uitgangspunten enthousiast coachgesprekken beïnvloeden jubileum
    5: organisatie mogelijkheden re-integratie individueel coördinator leidinggevende financiële
    6: verantwoordelijkheid arbeidsongeschiktheid
    1: 1 8 12 0
    2: 7 9 20 100 0800 0612345678 1000
    4: 21 52 113
"""
COUNTED = [
    (word, int(line.split(":")[0])) for line in SPOKEN.strip().splitlines() for word in line.split(":")[1].split()
]


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_enough_words_are_counted_by_hand() -> None:
    assert len(COUNTED) > 150


@pytest.mark.parametrize(("word", "count"), COUNTED)
def test_a_word_has_the_syllables_that_people_say(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hallo. Hoe gaat het?", ["Hallo.", "Hoe gaat het?"]),
        ("Om 9 uur begint het. Kom je?", ["Om 9 uur begint het.", "Kom je?"]),
        ("Bel bijv. je zus. Of app haar.", ["Bel bijv. je zus.", "Of app haar."]),
        ("Neem brood, kaas enz. mee.", ["Neem brood, kaas enz. mee."]),
        ("Het kan o.a. op maandag. Kies maar.", ["Het kan o.a. op maandag.", "Kies maar."]),
        ("1. Bel je zus.\n2. Drink koffie.", ["1. Bel je zus.", "2. Drink koffie."]),
        ("Ga naar 113.nl. Daar kun je typen.", ["Ga naar 113.nl.", "Daar kun je typen."]),
        ("Wacht... en dan ga je.", ["Wacht... en dan ga je."]),
        ("Wacht... Dan ga je.", ["Wacht...", "Dan ga je."]),
        ("Zeg: 'Kom je?' Dan hoor je het.", ["Zeg: 'Kom je?'", "Dan hoor je het."]),
        ("'Kom je?' vraag je dan.", ["'Kom je?' vraag je dan."]),
        ("\u201cKom je mee?\u201d vraagt {coach}. Ja!", ["\u201cKom je mee?\u201d vraagt {coach}.", "Ja!"]),
        ("Dit neem je mee:\n- een jas\n- thee", ["Dit neem je mee:", "- een jas", "- thee"]),
        ("Het kost 1.50 euro. Dat is niet veel.", ["Het kost 1.50 euro.", "Dat is niet veel."]),
        ("Goed zo! \U0001f600", ["Goed zo!"]),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends_and_nowhere_else(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_words_are_what_a_reader_reads() -> None:
    text = "Hallo {name}, bel 's avonds 0800-0113 (gratis) of e-mail; zie 113.nl! \U0001f600"
    found = [word.text for word in words(text)]
    assert found == ["Hallo", "{name}", "bel", "'s", "avonds", "0800-0113", "gratis", "of", "e-mail", "zie", "113.nl"]


def test_what_stands_in_for_something_else_is_no_word_to_read() -> None:
    found = {word.text: word.written for word in words("Bel {coach} op 0800-0113 of ga naar www.113.nl vandaag")}
    assert [text for text, written in found.items() if not written] == ["{coach}", "0800-0113", "www.113.nl"]


def test_a_capital_makes_a_name_only_within_a_sentence() -> None:
    found = {word.text: word.name for word in words("Vraag Fatma: 'Kom je?' Morgen belt Ali de KVB")}
    assert [text for text, name in found.items() if name] == ["Fatma", "Ali"]


def test_a_placeholder_and_an_address_weigh_as_a_word_of_two() -> None:
    assert [word.syllables for word in words("{organisation} www.opstap.nl 113.nl")] == [2, 2, 2]


def test_the_reading_ease_follows_the_formula_of_douma() -> None:
    # 6 words, 2 sentences, 9 syllables: 206.84 - 0.93 x 3 - 77 x 1.5
    assert flesch(sentences("Koffie helpt altijd. Drink samen mee.")) == pytest.approx(88.55)


def test_an_easy_text_scores_higher_than_a_hard_one() -> None:
    easy = "Je bent thuis. Je bent ziek. Dat mag. Bel je coach als je wilt."
    hard = "Arbeidsongeschiktheid vereist zorgvuldige afstemming tussen betrokken partijen gedurende trajecten."
    assert flesch(sentences(easy)) > 95
    assert flesch(sentences(hard)) < 30


def test_nothing_to_read_is_easy() -> None:
    assert flesch([]) == 100
