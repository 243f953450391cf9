"""`opstap content`: check every word, and print everything that can be said."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import CONTENT
from bot.commands.house import once
from bot.content.checks.run import check, failing, render
from bot.content.checks.texts import texts
from bot.content.loader import load
from bot.content.models.library import Library
from bot.safety.examples import wrong_examples
from bot.settings import read_settings
from bot.storage.sessions import Place
from bot.voices.checking import wrong_rules

app = typer.Typer(help="Check the content, and print what can be said.", no_args_is_help=True)
Folder = Annotated[Path, typer.Option("--folder", help="The content folder.")]


@app.command("check")
def check_content(
    folder: Folder = CONTENT,
    quick: Annotated[bool, typer.Option("--quick", help="Without the plain-Dutch rules.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Also compare with where people stand in the database.")] = False,
) -> None:
    """Print all problems, each with its file and step; exit 1 when there are any that must be mended."""
    problems = check(folder, language=not quick)
    sys.stdout.write(render(problems))
    wrong = [] if failing(problems) else [f"signals: {one}" for one in wrong_examples(load(folder).signals)]
    wrong += wrong_rules(folder)
    if live and not failing(problems):
        wrong += stranded(load(folder), once(read_settings(), lambda unit: unit.sessions.places()))
    sys.stdout.write("".join(f"{one}\n" for one in wrong))
    if wrong or failing(problems):
        raise typer.Exit(1)
    sys.stdout.write(f"The content is good ({len(problems)} warning(s)).\n")


def stranded(library: Library, places: Sequence[Place]) -> list[str]:
    """One line for each step that people stand on and that this content no longer has."""
    gone: dict[tuple[str, str], int] = {}
    for place in places:
        if place.flow and (place.flow, place.step) not in library.graph:
            gone[place.flow, place.step] = gone.get((place.flow, place.step), 0) + place.people
    return [
        f"{flow}: step '{step}' is gone, and {_counted(people)} on it; let its successor name it in 'replaces'"
        for (flow, step), people in gone.items()
    ]


def _counted(people: int) -> str:
    return "1 person stands" if people == 1 else f"{people} people stand"


@app.command("texts")
def print_texts(folder: Folder = CONTENT) -> None:
    """Print one JSON object a line (file, step, text, simpler) for everything that can be said."""
    for row in texts(load(folder)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
