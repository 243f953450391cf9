"""Whatever people write, a card shows it within its box, and tells what it could not draw."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from bot.content.loader import read
from bot.content.models.cards import CardDesign
from bot.drawing.card import BOX, MOST_CHARACTERS, MOST_NAMES, PENS, SIZE, compose, draw, left_out
from bot.drawing.letters import PRINTED, tidy
from bot.drawing.names import sign
from bot.drawing.setting import Ruler, fit
from tests.content.folders import HOUSE

CONTENT = read(HOUSE)[0]
DESIGNS = CONTENT.cards.designs
FRONT = HOUSE / "media" / CONTENT.pictures[DESIGNS[0].picture].file
CAST = ["Fatma", "Bram", "Karin", "Youssef", "Sunita", "Desi", "Tim", "Henk", "Ma\u0142gorzata", "\u015e\u00fckr\u00fc"]
PAPER = (251, 247, 240)


def changed(card: Image.Image, front: Path = FRONT) -> Image.Image:
    """Where a card differs from its design, in grey."""
    with Image.open(front) as design:
        return ImageChops.difference(card, design.convert("RGB")).convert("L").point(lambda value: 255 * (value > 0))


def ink(text: str, names: list[str] | None = None) -> tuple[int, int, int, int] | None:
    """The smallest rectangle around everything that was written on a card."""
    box = changed(compose(FRONT, text=text, names=names or [])).getbbox()
    return None if box is None else (box[0], box[1], box[2], box[3])


anything = st.text(min_size=1, max_size=MOST_CHARACTERS)
people = st.lists(st.text(min_size=1, max_size=40), max_size=MOST_NAMES)


@settings(max_examples=60, deadline=None)
@given(text=anything, names=people)
def test_any_text_gives_a_card_of_one_size_with_all_ink_inside_the_box(text: str, names: list[str]) -> None:
    card = compose(FRONT, text=text, names=names)
    assert card.size == SIZE
    around = changed(card)
    around.paste(0, BOX)
    assert around.getbbox() is None


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \n,.!?\u00eb\u20ac\u2615\u0645", min_size=1, max_size=300
    )
)
def test_nothing_is_cut_off_at_the_edge_of_the_box(text: str) -> None:
    seen = ink(text, CAST)
    assert seen is not None
    assert seen[0] > BOX[0]
    assert seen[1] > BOX[1]
    assert seen[2] < BOX[2]
    assert seen[3] < BOX[3]


@settings(max_examples=60, deadline=None)
@given(text=anything)
def test_every_word_stands_on_the_card(text: str) -> None:
    clean = tidy(text).text
    if clean:
        lines = fit(clean, Ruler(PRINTED), (700, 300)).lines
        joined = "".join("".join(lines).split())
        assert joined.replace("-", "") == "".join(clean.split()).replace("-", "")


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.id)
def test_every_design_leaves_plain_paper_where_the_words_come(design: CardDesign) -> None:
    with Image.open(HOUSE / "media" / CONTENT.pictures[design.picture].file) as front:
        assert front.size == SIZE
        words = front.convert("RGB").crop(BOX)
    assert ImageStat.Stat(words).mean == pytest.approx(PAPER, abs=2.5)
    assert max(ImageStat.Stat(words).stddev) < 4


@pytest.mark.parametrize("ready", CONTENT.cards.texts, ids=lambda text: text.id)
def test_every_ready_text_stands_large_on_a_card_that_the_whole_team_signs(ready: object) -> None:
    text = str(getattr(ready, "text", ""))
    assert left_out(text) == ()
    assert fit(tidy(text).text, Ruler(PRINTED), (704, 230)).size >= 34


def test_a_card_is_a_jpeg_that_is_small_enough_for_every_channel() -> None:
    packed = draw(FRONT, text="Zomaar een kaartje. " * 14, names=CAST)
    with Image.open(io.BytesIO(packed)) as card:
        assert (card.format, card.size) == ("JPEG", SIZE)
    assert len(packed) < 300_000


def test_the_same_words_give_the_same_bytes_and_other_words_do_not() -> None:
    one, again, other = (draw(FRONT, text=text, names=["Tim"]) for text in ("Dag!", "Dag!", "Hoi!"))
    assert one == again
    assert one != other


def test_a_longer_text_takes_more_room_in_smaller_letters() -> None:
    short, long = (
        fit(text, Ruler(PRINTED), (704, 400)) for text in ("Fijn dat jij er bent.", "Fijn dat jij er bent. " * 13)
    )
    assert short.size > long.size
    assert short.high < long.high


def test_a_short_text_has_a_line_for_each_sentence() -> None:
    assert (
        fit("Je hoort bij ons. Ook als je er even niet bent.", Ruler(PRINTED), (704, 400)).lines[0]
        == "Je hoort bij ons."
    )


def test_a_word_that_is_wider_than_a_card_is_broken_at_a_syllable() -> None:
    word = "arbeidsongeschiktheidsverzekeringsmaatschappij"
    lines = fit(word, Ruler(PRINTED), (704, 400)).lines
    assert lines[0] == "arbeidsongeschiktheidsverzekerings-"
    assert lines[0].removesuffix("-") + lines[1] == word


def test_no_word_is_left_alone_on_the_last_line() -> None:
    lines = fit(
        "De koffie is hier nog steeds veel te sterk en wij drinken er samen een op jou", Ruler(PRINTED), (704, 400)
    ).lines
    assert len(lines) > 1
    assert min(map(len, lines)) > 0.6 * max(map(len, lines))


@pytest.mark.parametrize("sign_", ["\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\x07", "\u2060"])
def test_signs_that_nobody_sees_change_nothing(sign_: str) -> None:
    plain = compose(FRONT, text="Dag Tim", names=["Bram"])
    marked = compose(FRONT, text=f"{sign_}Dag{sign_} T{sign_}im{sign_}", names=[f"B{sign_}ram"])
    assert ImageChops.difference(plain, marked).getbbox() is None
    assert left_out(f"Dag{sign_}") == ()


FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WRITTEN = ["caf\u00e9", "\u20ac 5", "\u2019t is wat", "\u015e\u00fckr\u00fc", "\u017b\u00f3\u0142w",
           "\u0645\u0631\u062d\u0628\u0627", "\u1230\u120b\u121d", "\u0434\u043e\u0431\u0440\u043e", "\u2615",
           "\u2764\ufe0f", "\U0001f600", "\U0001f44d\U0001f3fd", FAMILY]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_accents_other_scripts_and_emoji_are_drawn(text: str) -> None:
    assert left_out(text) == ()
    seen = ink(text)
    assert seen is not None
    assert seen[2] - seen[0] > 20
    nothing_there = compose(FRONT, text="\ue000", names=[])
    assert ImageChops.difference(compose(FRONT, text=text, names=[]), nothing_there).getbbox() == seen


def test_letters_in_disguise_are_written_plainly() -> None:
    assert tidy("\U0001d4d7\U0001d4f8\U0001d4f2").text == "Hoi"


def test_the_caller_is_told_which_signs_no_face_has() -> None:
    assert left_out("Dag \ue000 en \uffff en \ue000", ["Tim\ue001"]) == ("\ue000", "\uffff", "\ue001")
    assert tidy("Dag \ue000 Tim").text == "Dag Tim"


def test_a_text_of_right_to_left_letters_starts_at_the_right() -> None:
    seen = ink("\u0645\u0631\u062d\u0628\u0627 " * 40)
    assert seen is not None
    assert BOX[2] - seen[2] < 20


def test_twelve_people_stand_beside_each_other() -> None:
    signed = sign([*CAST, "Jan-Willem van der Heuvel", "\u00d6mer"], (704, 168))
    assert len(signed.names) == MOST_NAMES
    for one in signed.names:
        assert one.x - one.wide / 2 >= 0
        assert one.x + one.wide / 2 <= 704
        assert one.y + signed.size * 0.6 <= signed.high + 1
        for other in signed.names:
            if other is not one and other.y == one.y:
                assert abs(other.x - one.x) > (one.wide + other.wide) / 2


def test_a_name_without_end_is_cut_short() -> None:
    assert sign(["W" * 300], (704, 168)).names[0].text.endswith("\u2026")


def test_a_name_of_nothing_but_unseen_signs_takes_no_room() -> None:
    assert sign([tidy("\u200b").text, "Tim"], (704, 168)) == sign(["Tim"], (704, 168))


@pytest.mark.parametrize(("text", "names"), [("x" * 301, []), ("Dag", ["Tim"] * 13)])
def test_more_than_a_card_can_hold_is_refused(text: str, names: list[str]) -> None:
    with pytest.raises(ValueError, match="at most 300 characters and 12 names"):
        compose(FRONT, text=text, names=names)


@pytest.mark.parametrize("pen", PENS)
def test_every_pen_can_be_read_on_paper(pen: str) -> None:
    def light(colour: tuple[int, ...]) -> float:
        parts = [value / 255 / 12.92 if value < 11 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark = light(tuple(int(pen[at : at + 2], 16) for at in (1, 3, 5)))
    assert (light(PAPER) + 0.05) / (dark + 0.05) > 4.5
