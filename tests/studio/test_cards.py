"""A card is printed on its own paper, keeps room for words, and stands apart from films."""

import ast
import shutil
from pathlib import Path

import pytest

from bot.errors import StoryboardError
from bot.studio.brush import Brush
from bot.studio.build import CARD_TOOLS, CONTENT, STUDIO, Workshop, studio_version
from bot.studio.cards.paper import FIELD, SHEET, SIZE, Motif, image
from bot.studio.catalogue import CARDS
from bot.studio.commands import make_sheet, names, problems, render
from bot.studio.read import read_cast, read_still

SCALE = 0.25
WORDS_FROM = 722
"""The text of a card stands below this line."""


def nothing(brush: Brush) -> None:
    """A motif without ink."""


def pixels(motif: Motif) -> list[list[tuple[int, ...]]]:
    rows = image(motif, SCALE).toarray()
    return [[tuple(map(int, cell)) for cell in row] for row in rows]


@pytest.fixture
def card_shop(shop: Workshop) -> Workshop:
    """The workshop with one card beside its film and its picture."""
    shutil.copy(CONTENT / "pictures" / "kaart-koffie.yaml", shop.content / "pictures" / "kaart-koffie.yaml")
    return shop


@pytest.mark.parametrize("name", sorted(CARDS))
def test_a_motif_is_printed_above_the_words_and_never_beside_the_paper(name: str) -> None:
    motif = CARDS[name]
    seen, bare = pixels(motif), pixels(Motif(nothing, motif.table))
    left, top, wide, _ = (side * SCALE for side in SHEET)
    inked = [
        (x, y) for y, row in enumerate(seen) for x, cell in enumerate(row)
        if max(abs(a - b) for a, b in zip(cell, bare[y][x], strict=True)) > 24
    ]  # fmt: skip
    assert len(inked) > 0.25 * (FIELD[2] * SCALE) * (FIELD[3] * SCALE)
    assert min(x for x, _ in inked) > left + 1
    assert max(x for x, _ in inked) < left + wide - 1
    assert min(y for _, y in inked) > top + 1
    assert max(y for _, y in inked) <= WORDS_FROM * SCALE


def test_no_two_cards_lie_on_the_same_picture() -> None:
    assert len({bytes(image(motif, 0.1).tobytes()) for motif in CARDS.values()}) == len(CARDS) >= 24


def test_a_card_is_the_same_every_time_it_is_drawn() -> None:
    assert image(CARDS["tree"], 0.2).tobytes() == image(CARDS["tree"], 0.2).tobytes()


def test_a_card_is_rendered_with_its_paper_and_holds_together(card_shop: Workshop) -> None:
    assert render(["kaart-koffie"], shop=card_shop) == ["kaart-koffie"]
    assert (card_shop.media / "pictures" / "kaart-koffie.webp").stat().st_size < 80_000
    assert not [problem for problem in problems(shop=card_shop) if "kaart-koffie" in problem]


def test_a_new_pose_asks_for_no_new_card_and_a_new_motif_for_no_new_film(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    for file in ("pose.py", "cards/soup.py", "brush.py"):
        (tmp_path / file).write_text("a = 1\n", "utf-8")
    films, cards = studio_version(tmp_path), studio_version(tmp_path, cards=True)
    (tmp_path / "pose.py").write_text("a = 2\n", "utf-8")
    assert studio_version(tmp_path) != films
    assert studio_version(tmp_path, cards=True) == cards
    films = studio_version(tmp_path)
    (tmp_path / "cards" / "soup.py").write_text("a = 2\n", "utf-8")
    assert studio_version(tmp_path) == films
    assert studio_version(tmp_path, cards=True) != cards
    cards = studio_version(tmp_path, cards=True)
    (tmp_path / "brush.py").write_text("a = 2\n", "utf-8")
    assert studio_version(tmp_path) != films
    assert studio_version(tmp_path, cards=True) != cards


def test_cards_are_drawn_with_nothing_but_what_their_version_counts() -> None:
    for path in (STUDIO / "cards").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot."):
                modules = (
                    [node.module] if node.module != "bot.studio" else [f"bot.studio.{one.name}" for one in node.names]
                )
                for module in modules:
                    tail = str(module).removeprefix("bot.studio.")
                    assert tail.startswith("cards.") or f"{tail}.py" in CARD_TOOLS, f"{path.name} imports {module}"


@pytest.mark.parametrize(
    ("name", "board", "why"),
    [
        ("kaart-maan", "card: moon", "picture: no card is called moon (known: bench, "),
        ("koffie", "card: coffee", "a card, and nothing else, is called kaart-something"),
        ("kaart-coach", "mark: coach", "a card, and nothing else, is called kaart-something"),
        (
            "kaart-twee",
            "card: coffee\nmark: coach",
            "picture kaart-twee needs exactly one of stage, panels, mark or card",
        ),
    ],
)
def test_an_unusable_card_says_exactly_why(shop: Workshop, name: str, board: str, why: str) -> None:
    path = shop.content / "pictures" / f"{name}.yaml"
    path.write_text(f"id: {name}\nalt: Een beker koffie.\n{board}\n", "utf-8")
    with pytest.raises(StoryboardError) as caught:
        read_still(path, read_cast(shop.cast))
    assert why in caught.value.sentence()


def test_a_writer_can_ask_for_every_card() -> None:
    assert {"coffee", "dog", "bridge", "soup", "football"} <= set(names()["cards"])


def test_a_contact_sheet_shows_all_cards_and_another_all_other_pictures(card_shop: Workshop, tmp_path: Path) -> None:
    sizes = {
        name: make_sheet(name, tmp_path / f"{name}.png", shop=card_shop).stat().st_size
        for name in ("cards", "pictures")
    }
    assert sizes["cards"] > 5_000
    assert sizes["pictures"] > 5_000
    assert sizes["cards"] != sizes["pictures"]


def test_every_card_in_the_house_has_the_size_that_words_are_set_for() -> None:
    cast = read_cast(CONTENT / "cast.yaml")
    boards = sorted((CONTENT / "pictures").glob("kaart-*.yaml"))
    assert len(boards) >= 24
    assert {read_still(board, cast).size for board in boards} == {SIZE}
    assert {read_still(board, cast).card for board in boards} == set(CARDS)
