"""Runs the checks over a content folder and tells what they found."""

from importlib.util import find_spec
from pathlib import Path

from bot.content.checks.language import language as plain_dutch
from bot.content.checks.language import tightened
from bot.content.checks.problem import Problem
from bot.content.checks.structure import structure
from bot.content.loader import read
from bot.content.plain.lists import lists_of
from bot.errors import ProgramMissingError


def check(folder: Path, language: bool) -> list[Problem]:
    """All problems of a folder; `language` adds the checks of plain Dutch. Raises ProgramMissingError."""
    if language and find_spec("wordfreq") is None:
        raise ProgramMissingError(program="wordfreq", remedy="pip install 'opstap[dev]'")
    draft, problems, _ = read(folder)
    problems.extend(structure(draft))
    if language:
        problems.extend(plain_dutch(draft, lists_of(folder)))
        problems = tightened(problems)
    return sorted(problems, key=lambda problem: problem.file)


def render(problems: list[Problem]) -> str:
    """One line for each problem."""
    return "".join(f"{problem.line()}\n" for problem in problems)


def failing(problems: list[Problem]) -> list[Problem]:
    """The problems with which content may not reach a person."""
    return [problem for problem in problems if problem.severity == "fail"]
