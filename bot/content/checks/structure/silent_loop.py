"""A dialogue that would talk for ever without letting the person answer."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.graph import Map, quiet_roads
from bot.content.checks.problem import Problem
from bot.content.models.step_base import END
from bot.content.models.steps import CallStep

Place = tuple[str, str]


def silent_loop(draft: Draft) -> Iterator[Problem]:
    """Every way back to an earlier step must pass a question or a button, also through other flows."""
    maps = draft.maps
    edges = {place: list(_edges(place, maps)) for place in _places(maps)}
    told: set[Place] = set()
    for flow, step in draft.steps():
        ring = _ring((flow.id, step.id), edges)
        if ring and not ring & told:
            told |= ring
            yield at(flow, step, "goes round for ever without asking anything")


def _places(maps: dict[str, Map]) -> Iterator[Place]:
    yield from ((flow, step) for flow, roads in maps.items() for step in roads.steps)


def _edges(place: Place, maps: dict[str, Map]) -> Iterator[Place]:
    flow, step = place
    roads = maps[flow]
    here = roads.steps[step]
    if isinstance(here, CallStep) and here.flow in maps:
        yield here.flow, maps[here.flow].first
    for road in quiet_roads(here, roads, flows=maps):
        if road.to != END:
            yield flow, road.to


def _ring(start: Place, edges: dict[Place, list[Place]]) -> set[Place]:
    """All places on the way when `start` leads back to itself, else nothing."""
    seen: set[Place] = set()
    ahead = list(edges[start])
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead.extend(edges[here])
    return seen if start in seen else set()
