"""Only what changed is rendered again, and every change without a render is noticed."""

from pathlib import Path

import pytest

from bot.errors import ProgramMissingError
from bot.studio.build import Workshop, studio_version
from bot.studio.commands import make_sheet, problems, render
from bot.studio.encode import program


@pytest.fixture
def rendered(shop: Workshop) -> Workshop:
    """The small film and picture, rendered."""
    assert render(["kort", "coach"], shop=shop) == ["kort", "coach"]
    return shop


def test_what_was_just_rendered_holds_together_and_is_not_rendered_again(rendered: Workshop) -> None:
    assert problems(shop=rendered) == []
    film = rendered.media / "films" / "kort.mp4"
    before = film.stat().st_mtime_ns
    assert render(shop=rendered) == []
    assert film.stat().st_mtime_ns == before
    assert (rendered.media / "icon" / "icon-512.png").exists()


@pytest.mark.long
def test_progress_is_told_up_to_the_end(shop: Workshop) -> None:
    told: list[tuple[str, float]] = []
    render(["kort"], progress=lambda name, share: told.append((name, share)), shop=shop)
    assert told == [("kort", 0.5), ("kort", 1.0)]


@pytest.mark.long
def test_force_renders_what_did_not_change(rendered: Workshop) -> None:
    assert render(["coach"], True, shop=rendered) == ["coach"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("films/kort.yaml", "kort was rendered before the storyboard changed; run `opstap studio render kort`."),
        ("cast.yaml", "kort was rendered before the cast changed; run `opstap studio render kort`."),
        ("media/films/kort.mp4", "kort: kort.mp4 was changed by hand after it was rendered."),
        ("media/films/kort.vtt", "kort: kort.vtt was changed by hand after it was rendered."),
        ("media/pictures/coach.webp", "coach: coach.webp was changed by hand after it was rendered."),
    ],
)
def test_a_change_without_a_new_render_is_noticed(rendered: Workshop, file: str, message: str) -> None:
    path = rendered.content / file
    path.write_bytes(path.read_bytes() + b"\n")
    assert message in problems(shop=rendered)


def test_a_result_that_is_gone_is_noticed(rendered: Workshop) -> None:
    (rendered.media / "films" / "kort.webp").unlink()
    assert problems(shop=rendered) == ["kort: kort.webp is missing."]


def test_a_film_that_was_never_rendered_is_noticed(shop: Workshop) -> None:
    assert "kort was never rendered; run `opstap studio render kort`." in problems(shop=shop)


def test_an_unusable_storyboard_is_a_problem_beside_the_others(shop: Workshop) -> None:
    board = shop.content / "films" / "kort.yaml"
    board.write_text(board.read_text("utf-8").replace("place: park", "place: beach"), "utf-8")
    found = problems(shop=shop)
    assert any(one.startswith("The storyboard kort is not usable: scene twee: no place") for one in found)
    assert "coach was never rendered; run `opstap studio render coach`." in found


def test_a_change_in_drawing_changes_the_version_and_a_change_in_tools_does_not(tmp_path: Path) -> None:
    (tmp_path / "pose.py").write_text("a = 1\n", "utf-8")
    (tmp_path / "build.py").write_text("b = 1\n", "utf-8")
    first = studio_version(tmp_path)
    (tmp_path / "build.py").write_text("b = 2\n", "utf-8")
    assert studio_version(tmp_path) == first
    (tmp_path / "pose.py").write_text("a = 2\n", "utf-8")
    assert studio_version(tmp_path) != first


def test_a_missing_program_says_how_to_get_it() -> None:
    with pytest.raises(ProgramMissingError, match="The program no-such-program is missing; install it with: apt-get x"):
        program("no-such-program", "apt-get x")


@pytest.mark.long
def test_a_contact_sheet_shows_a_film_or_all_pictures(shop: Workshop, tmp_path: Path) -> None:
    for name in ("kort", "pictures"):
        out = make_sheet(name, tmp_path / f"{name}.png", shop=shop)
        assert out.stat().st_size > 5_000
