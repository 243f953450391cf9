"""`opstap studio`: draw the films and pictures whose storyboard changed, and look at them."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from bot.errors import ProgramMissingError

app = typer.Typer(help="Draw the films and pictures, and look at them.", no_args_is_help=True)


@app.command()
def render(
    names: Annotated[list[str] | None, typer.Argument(help="Films or pictures; all that changed without it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also what did not change.")] = False,
) -> None:
    """Render films and pictures; only what changed."""
    studio = _studio()
    made = studio.render(names or (), force, _show)
    sys.stderr.write("\n" if made else "")
    sys.stdout.write(f"Made {len(made)}: {', '.join(made)}\n" if made else "Nothing changed.\n")


@app.command()
def sheet(
    name: Annotated[str, typer.Argument(help="A film, a picture, 'pictures' for all, or 'cards' for all cards.")],
    out: Annotated[Path, typer.Option(help="The PNG to write.")] = Path("sheet.png"),
) -> None:
    """Write a contact sheet, to look at."""
    sys.stdout.write(f"Wrote {_studio().make_sheet(name, out)}.\n")


@app.command()
def check() -> None:
    """Say what does not hold together: a storyboard that changed without a new render, an edited film."""
    found = _studio().problems()
    sys.stdout.write("".join(f"{one}\n" for one in found) or "Films and pictures are as their storyboards say.\n")
    if found:
        raise typer.Exit(1)


@app.command()
def names() -> None:
    """Print every name that a storyboard may use."""
    for kind, known in _studio().names().items():
        sys.stdout.write(f"{kind}:\n" + "".join(f"  {one}\n" for one in known))


def _studio() -> ModuleType:
    """The drawing code needs packages that a running coach does not."""
    try:
        from bot.studio import commands
    except ImportError as error:
        raise ProgramMissingError(program=error.name, remedy="sh deploy/prepare.sh test") from error
    return commands


def _show(name: str, share: float) -> None:
    width = 30
    done = round(share * width)
    sys.stderr.write(f"\r{name:28} [{'#' * done}{' ' * (width - done)}] {share:4.0%}")
    sys.stderr.flush()
