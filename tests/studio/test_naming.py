"""A storyboard that names something unknown gets one exact, plain sentence."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.errors import StoryboardError
from bot.studio.build import Workshop
from bot.studio.catalogue import ACTIONS, FACES, LIGHTS, PLACES, POSES, PROPS
from bot.studio.commands import names, render
from bot.studio.read import read_cast, read_film


def known(names: Iterable[str]) -> str:
    """The list of what can be named, as a message ends with it: it grows with the studio."""
    return f"(known: {', '.join(sorted(names))})"


WRONG = [
    ("place: park", "place: beach", f"scene twee: no place is called beach {known(PLACES)}"),
    ("who: tim", "who: karel", "scene twee: no person is called karel (known: bram, desi, fatma, henk, karin"),
    ("pose: sit,", "pose: fly,", f"scene een: no pose is called fly {known(POSES)}"),
    ("at: path-left", "at: roof", "scene twee: no spot in park is called roof (known: bench, bench-right,"),
    ("do: wave", "do: juggle", f"scene een: no action is called juggle {known(ACTIONS)}"),
    ("to: path-right", "to: moon", "scene twee: no goal is called moon (known: bench, bench-right,"),
    (", to: path-right", "", "scene twee: walk-to of tim does not say to what"),
    ("who: tim,", "who: tim, holds: rocket,", f"scene twee: no prop is called rocket {known(PROPS)}"),
    ("who: tim,", "who: tim, face: green,", f"scene twee: no face is called green {known(FACES)}"),
    ("who: tim,", "who: tim, wear: pyjama,", "scene twee: no outfit of tim is called pyjama (known: home, work)"),
    ("place: park", "place: park\n    light: neon", f"scene twee: no light is called neon {known(LIGHTS)}"),
    ("place: park", "place: park\n    weather: snow", "scene twee: no weather is called snow (known: clouds, dry,"),
    ("id: twee", "id: een", "two scenes are called een"),
    ("id: kort", "id: lang", "the file is called kort but its id is lang"),
    ('"Ga je mee?"', "Ga mee.", "the last caption must be a question, for the chat to go on with"),
    ("Dit is Henk.", "x" * 33, f"scenes.0.caption: caption line '{'x' * 33}' has 33 characters, at most 32"),
    ("title: Kort", "titel: Kort", "title: Field required"),
]


@pytest.mark.parametrize(("good", "bad", "message"), WRONG, ids=[message[:44] for _, _, message in WRONG])
def test_an_unusable_storyboard_says_exactly_why(shop: Workshop, good: str, bad: str, message: str) -> None:
    board = shop.content / "films" / "kort.yaml"
    text = board.read_text("utf-8")
    assert good in text
    board.write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(StoryboardError) as caught:
        read_film(board, read_cast(shop.cast))
    assert caught.value.sentence().startswith(f"The storyboard kort is not usable: {message}")


def test_two_lines_that_are_gone_too_soon_are_refused(shop: Workshop) -> None:
    board = shop.content / "films" / "kort.yaml"
    long = "Dit is een heel lange zin hoor."
    board.write_text(board.read_text("utf-8").replace("[Dit is Henk.]", f"[{long}, {long}]"), "utf-8")
    with pytest.raises(StoryboardError, match=r"scene een shows 62 characters for 2.6 s, too short to read slowly"):
        read_film(board, read_cast(shop.cast))


def test_an_unknown_garment_in_the_cast_is_named(shop: Workshop) -> None:
    shop.cast.write_text(shop.cast.read_text("utf-8").replace("kind: cardigan", "kind: toga", 1), "utf-8")
    with pytest.raises(StoryboardError, match="person karin: no garment is called toga"):
        read_cast(shop.cast)


def test_a_writer_can_ask_for_every_name() -> None:
    known = names()
    assert "wave" in known["actions"]
    assert "sit-table" in known["poses"]
    assert any(line.startswith("kitchen: ") and "chair-left" in line for line in known["places"])


def test_a_missing_storyboard_is_named(shop: Workshop) -> None:
    with pytest.raises(StoryboardError, match="there is no file"):
        read_film(Path(shop.content / "films" / "nergens.yaml"), read_cast(shop.cast))
    with pytest.raises(StoryboardError, match=r"nergens .* no storyboard .*\(known: coach, kort\)"):
        render(["nergens"], shop=shop)
