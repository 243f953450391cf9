"""`opstap content`: check every word, and print everything that can be said."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import CONTENT
from bot.content.checks.run import check, failing, render
from bot.content.checks.texts import texts
from bot.content.loader import load
from bot.safety.examples import wrong_examples

app = typer.Typer(help="Check the content, and print what can be said.", no_args_is_help=True)
Folder = Annotated[Path, typer.Option("--folder", help="The content folder.")]


@app.command("check")
def check_content(
    folder: Folder = CONTENT,
    quick: Annotated[bool, typer.Option("--quick", help="Without the plain-Dutch rules.")] = False,
) -> None:
    """Print all problems, each with its file and step; exit 1 when there are any that must be mended."""
    problems = check(folder, language=not quick)
    sys.stdout.write(render(problems))
    wrong = [] if failing(problems) else wrong_examples(load(folder).signals)
    sys.stdout.write("".join(f"signals: {one}\n" for one in wrong))
    if wrong or failing(problems):
        raise typer.Exit(1)
    sys.stdout.write(f"The content is good ({len(problems)} warning(s)).\n")


@app.command("texts")
def print_texts(folder: Folder = CONTENT) -> None:
    """Print one JSON object a line (file, step, text, simpler) for everything that can be said."""
    for row in texts(load(folder)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
