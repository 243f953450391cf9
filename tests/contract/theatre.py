"""Plays a scene on every way, and compares what each person read with what they read on the web."""

import difflib
import functools
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.contract.apart import Aside
from tests.contract.phone import Seen, same
from tests.contract.stage import WAYS, WEB, Scene, Stage, Way

Read = dict[str, list[str]]
"""Name of a person -> what they read, in order."""
HIDDEN = "[quote] (read elsewhere)"
"""Stands for a quote that this platform does not show."""


class Theatre:
    """Scenes, each played once on each way. `folder` makes a fresh folder."""

    def __init__(self, folder: Callable[[str], Path]) -> None:
        self._folder = folder
        self._seen: dict[tuple[str, Way], Read] = {}

    async def plays(self, scene: Scene, name: str, way: Way) -> Read:
        """What everybody read in it."""
        if (name, way) not in self._seen:
            async with Stage(way, self._folder("house")) as stage:
                await scene(stage)
                for one in stage.people:
                    await one.news()
                self._seen[name, way] = {one.name: _plain(one.read, stage.aside) for one in stage.people}
        return self._seen[name, way]


def _plain(read: list[Seen], aside: Aside) -> list[str]:
    """Each with its kind and what can be pressed under it."""
    return [
        HIDDEN
        if same(one.text) in aside.hidden
        else " | ".join([f"[{one.kind}] {same(one.text)}", *one.lines, *one.labels])
        for one in read
        if same(one.text) not in aside.alone
    ]


def _compare(seen: Read, web: Read) -> None:
    """Raises with the lines that differ."""
    assert seen.keys() == web.keys(), "not the same people"
    for name, read in seen.items():
        quotes = {at for at, line in enumerate(read) if line == HIDDEN}
        there = [HIDDEN if at in quotes and line.startswith("[quote]") else line for at, line in enumerate(web[name])]
        differ = list(difflib.unified_diff(there, read, "web", "here", n=1, lineterm=""))
        assert not differ, "\n".join([f"{name} reads something else:", *differ])


def on_every_way(scene: Scene) -> Callable[[Theatre, Way], Awaitable[None]]:
    """A test for each way: the scene plays, and everybody reads what they read on the web."""

    @functools.wraps(scene)
    async def play(theatre: Theatre, way: Way) -> None:
        seen = await theatre.plays(scene, scene.__name__, way)
        _compare(seen, await theatre.plays(scene, scene.__name__, WEB))

    del play.__wrapped__  # Its arguments are not those of the scene.
    return pytest.mark.parametrize("way", WAYS)(play)
