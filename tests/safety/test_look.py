"""A look sees through hurried spelling and hidden letters and over several messages."""

import pytest

from bot.content.models.signals import Signal
from bot.safety.look import Seen, Watch
from tests.safety.rules import watch

LONG = (
    "Ik ben de hele week thuis geweest en ik voel me niet zo goed. De dokter zei dat ik rust moet nemen, maar dat "
    "lukt niet echt met de kinderen thuis. Morgen bel ik met mijn collega van de inpakhal."
)


@pytest.mark.parametrize(
    "text",
    [
        "IK WIL NIET MEER LEVEN",
        "ik wil nie meer leve",
        "Ik  wil\u00a0niet meer\tleven",
        "ik wil niet me\u200ber le\u200bven",
        "\u202eik wil niet meer leven",
        "ik w\u0131l niet meer leven",
        "\uff49\uff4b \uff57\uff49\uff4c niet meer leven",
        "ik wil n\u00edet m\u00e9\u00e9r leven",
        "ik wiiiil niet meeeeer leeeeven",
        "ik wil n1et meer l3ven",
        "ik w\u2019il niet meer leven",
    ],
)
def test_the_same_words_in_another_spelling_are_the_same_words(text: str) -> None:
    assert watch().look(text).crisis == "certain"


def test_a_phrase_does_not_reach_over_a_full_stop() -> None:
    assert watch().look("Ik wil niet meer. Leven we nog lang zo samen?").crisis == "doubtful"
    assert watch().look("Ik wil soep. Dood is de plant.").crisis is None


def test_a_sentence_spread_over_three_messages_is_seen() -> None:
    for text in ("ik wil", "niet meer", "leven"):
        assert watch().look(text).crisis is None
    assert watch().look_back(["ik wil", "niet meer"]) == "doubtful"
    assert watch().look_back(["ik wil", "niet meer", "leven"]) == "certain"


def test_what_was_said_before_the_last_message_does_not_count_again() -> None:
    assert watch().look_back(["ik wil dood", "ja", "koffie graag"]) is None


def test_only_the_last_three_messages_are_read_together() -> None:
    assert watch().look_back(["ik wil", "niet", "meer", "leven"]) is None


def test_looking_back_at_one_message_is_looking_at_it() -> None:
    assert watch().look_back(["ik wil dood"]) == "certain"
    assert watch().look_back([]) is None


def test_one_text_can_show_everything_at_once() -> None:
    seen = watch().look("Ik wil dood, ik slik sertraline, mijn bsn is 123456782")
    assert seen == Seen(crisis="certain", medical=True, number=True)


def test_an_empty_text_shows_nothing() -> None:
    for text in ("", " ", "\u200b", "...", "\U0001f622", "?!"):
        assert watch().look(text) == Seen()


def test_without_rules_nothing_but_numbers_is_seen() -> None:
    assert Watch(()).look("ik wil dood, 123456782") == Seen(number=True)


def test_an_unless_takes_back_only_the_phrase_that_it_touches() -> None:
    rule = Signal(
        id="proef", kind="crisis-certain", phrases=("wil weg",), unless=("wil weg van hier",), yes=("ik wil weg",)
    )
    own = Watch((rule,))
    assert own.look("ik wil weg van hier").crisis is None
    assert own.look("ik wil weg van hier, ik wil weg").crisis == "certain"


def test_a_star_stands_for_one_to_three_words_of_the_same_clause() -> None:
    rule = Signal(id="proef", kind="medical", phrases=("last van * rug",), yes=("last van mijn rug",))
    own = Watch((rule,))
    assert own.look("last van mijn rug").medical
    assert own.look("last van die oude slechte rug").medical
    assert not own.look("last van rug").medical
    assert not own.look("last van die oude en zwakke rug").medical
    assert not own.look("last van kou. rug recht").medical


def test_a_word_with_any_ending_is_met_with_and_without_one() -> None:
    rule = Signal(id="proef", kind="medical", phrases=("allergie~", "moord~"), yes=("allergie",))
    own = Watch((rule,))
    for text in ("allergie", "allergieën", "moord", "moordenaar"):
        assert own.look(text).medical, text
    assert not own.look("all risk").medical


@pytest.mark.parametrize("text", ["depresssie", "antideprsesiva", "psycholog", "fysioterapie", "migrianeaanval"])
def test_a_long_word_may_hold_a_typing_error(text: str) -> None:
    assert watch().look(f"ik heb {text}").medical


@pytest.mark.parametrize("text", ["overleven", "groepje", "betaling", "concert", "chips", "Groningen", "zelfportret"])
def test_a_word_that_looks_like_another_is_itself(text: str) -> None:
    assert watch().look(text) == Seen()


def test_a_look_at_a_very_long_text_comes_to_its_end() -> None:
    assert watch().look(f"{LONG} " * 200).crisis is None
    assert watch().look(f"{LONG} " * 20 + "Ik wil dood.").crisis == "certain"


@pytest.mark.parametrize(
    "text",
    ["Dan maak ik er een einde aan", "Dan spring ik van de brug", "Soms wil ik gewoon dood", "Nu hang ik mezelf op"],
)
def test_the_order_of_ik_and_its_verb_does_not_matter(text: str) -> None:
    assert watch().look(text).crisis == "certain"


def test_when_something_is_to_happen_does_not_hide_what_is_certain() -> None:
    for when in ("", "vandaag ", "morgen ", "vanavond "):
        assert watch().look(f"ik maak er {when}een einde aan").crisis == "certain"


def test_a_day_that_ends_a_wish_for_rest_makes_no_crisis_of_it() -> None:
    assert watch().look("ik wil niet meer vandaag").crisis is None
    assert watch().look("ik kan niet meer morgen").crisis is None
