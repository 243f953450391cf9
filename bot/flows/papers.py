"""Papers that a person keeps, made anew from the answers each time: a changed answer changes the paper."""

import re

from bot.content.models.step_base import PaperLine, When
from bot.content.models.steps import KeepStep
from bot.flows.effects import Kept
from bot.flows.session import Answer
from bot.flows.walk import Walk, holds

_KEYS = re.compile(r"\{([a-z][a-z0-9_]*)\}")
DONE, OPEN = "✓", "○"


def flow_of(walk: Walk, paper: str | None) -> str | None:
    """The flow in which this paper is made."""
    found = walk.library.papers.get(paper or "")
    return found[0] if found else None


def text(walk: Walk, paper: str) -> str:
    """The paper as it reads: title, lines, and the tasks with their day and whether they are done."""
    flow, step = walk.library.papers[paper]
    tasks = [
        f"{DONE if f'{paper}/{key}' in walk.session.ticked else OPEN} {_told(walk, flow, key, day)}"
        for key, day in _tasks(walk, flow, step)
    ]
    return "\n".join([step.title, *lines(walk, paper), *tasks])


def lines(walk: Walk, paper: str) -> list[str]:
    """The lines of which everything is known."""
    flow, step = walk.library.papers[paper]
    return [_filled(walk, flow, line.text) for line in step.lines if _shown(walk, flow, line)]


def answers(walk: Walk, paper: str) -> list[Answer]:
    """Every answer that stands on the paper."""
    flow, step = walk.library.papers[paper]
    shown = [line for line in step.lines if _shown(walk, flow, line)]
    keys = [key for line in shown for key in _KEYS.findall(line.text)]
    keys += [line.when.key for line in shown if line.when]
    keys += [key for task in step.tasks for key in (task.what, task.day) if key]
    found = (walk.session.answers.get(f"{flow}/{key}") for key in dict.fromkeys(keys))
    return [one for one in found if one is not None and one.media is None]


def open_tasks(walk: Walk, paper: str | None) -> list[tuple[str, str]]:
    """(paper/key, what) of each task that is not ticked off."""
    found = walk.library.papers.get(paper or "")
    if found is None or paper not in walk.session.papers:
        return []
    flow, step = found
    return [
        (f"{paper}/{key}", walk.session.answers[f"{flow}/{key}"].shown)
        for key, _ in _tasks(walk, flow, step)
        if f"{paper}/{key}" not in walk.session.ticked
    ]


def days(walk: Walk, paper: str) -> tuple[tuple[str, str], ...]:
    """(key, day) of each open task that has a day."""
    flow, step = walk.library.papers[paper]
    found = []
    for key, day in _tasks(walk, flow, step):
        when = walk.session.answers.get(f"{flow}/{day}") if day else None
        if when is not None and isinstance(when.value, str) and f"{paper}/{key}" not in walk.session.ticked:
            found.append((key, when.value))
    return tuple(found)


def drop(walk: Walk, task: str) -> None:
    """Takes a task (`paper/key`) and its day off the paper; what is left is asked about as before."""
    paper, _, key = task.partition("/")
    flow, step = walk.library.papers[paper]
    for one in step.tasks:
        if one.what == key:
            for gone in filter(None, (one.what, one.day)):
                walk.unsay(flow, gone)
    walk.effects.append(Kept(paper, days(walk, paper)))


def renew(walk: Walk) -> None:
    """After a changed day: the papers of this flow that were kept are asked about on the new day."""
    for paper in walk.session.papers:
        if flow_of(walk, paper) == walk.frame().flow:
            walk.effects.append(Kept(paper, days(walk, paper)))


def _tasks(walk: Walk, flow: str, step: KeepStep) -> list[tuple[str, str | None]]:
    return [(task.what, task.day) for task in step.tasks if f"{flow}/{task.what}" in walk.session.answers]


def _told(walk: Walk, flow: str, key: str, day: str | None) -> str:
    what = walk.session.answers[f"{flow}/{key}"].shown
    when = walk.session.answers.get(f"{flow}/{day}") if day else None
    return f"{what} ({when.shown})" if when else what


def _shown(walk: Walk, flow: str, line: PaperLine) -> bool:
    keys = _KEYS.findall(line.text)
    known = all(f"{flow}/{key}" in walk.session.answers or key in walk.session.facts for key in keys)
    return known and _fits(walk, flow, line.when)


def _fits(walk: Walk, flow: str, when: When | None) -> bool:
    if when is None:
        return True
    found = walk.session.answers.get(f"{flow}/{when.key}")
    return holds(when, {found.value} if found and isinstance(found.value, str) else set(found.value if found else ()))


def _filled(walk: Walk, flow: str, words: str) -> str:
    def known(key: str) -> str:
        found = walk.session.answers.get(f"{flow}/{key}")
        return found.shown if found else walk.session.facts.get(key, "")

    return _KEYS.sub(lambda found: known(found[1]), words)
