"""Turns what the models refuse into plain facts with the step in which it stands."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.content.checks.problem import Problem
from bot.content.models.steps import Step

_SLUG = "^[a-z][a-z0-9-]*$"
FEW = 8
_FACTS = {
    "missing": "{field} is missing",
    "extra_forbidden": "{field} is not a field here{near}",
    "union_tag_invalid": "kind '{tag}' is unknown{expected}{near_kind}",
    "union_tag_not_found": "'kind' is missing",
    "literal_error": "{field} is '{input}', which is unknown{expected}",
    "string_type": "{field} must be text; put it between quotes",
    "string_too_short": "{field} is empty",
    "string_pattern_mismatch": "{field} is '{input}'; use only small letters, digits and {signs}",
    "model_type": "{field} must be a block of fields",
    "model_attributes_type": "{field} must be a block of fields",
    "dict_type": "{field} must be a block of fields",
    "tuple_type": "{field} must be a list",
}
"""What pydantic calls a problem -> how we say it."""
_STEPS = get_args(get_args(Step)[0])
FIELDS = sorted({one.alias or name for step in _STEPS for name, one in step.model_fields.items()})
KINDS = sorted(get_args(step.model_fields["kind"].annotation)[0] for step in _STEPS)


def facts(file: str, raw: object, error: ValidationError) -> Iterator[Problem]:
    """One problem for each thing that the model refused."""
    for detail in error.errors(include_url=False):
        step, path = _place(raw, detail["loc"])
        yield Problem(file, step, _fact(path, detail))


def _place(raw: object, loc: tuple[int | str, ...]) -> tuple[str | None, list[str]]:
    """The id of the step that `loc` leads through, and the names of the fields below it."""
    step: str | None = None
    path: list[str] = []
    here: object = raw
    for at, part in enumerate(loc):
        of_step = loc[at - 2 : at - 1] == ("steps",)
        if isinstance(here, dict) and here.get("kind") == part and (of_step or part not in here):
            continue  # pydantic names the kind of a step as if it were a field
        below = _below(here, part)
        if isinstance(part, int) and at and loc[at - 1] == "steps":
            step, path = _name(below, part), []
        else:
            path.append(str(part + 1) if isinstance(part, int) else part)
        here = below
    return step, path


def _below(here: object, part: int | str) -> object:
    if isinstance(here, dict):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    return None


def _name(step: object, at: int) -> str:
    known = step.get("id") if isinstance(step, dict) else None
    return known if isinstance(known, str) else f"number {at + 1}"


def _fact(path: list[str], detail: ErrorDetails) -> str:
    field = " ".join(path)
    context = detail.get("ctx", {})
    known = _FACTS.get(detail["type"])
    if known is None:
        message = f"{detail['msg'][0].lower()}{detail['msg'][1:]}"
        return f"'{field}': {message}" if field else message
    expected = _choices(context.get("expected_tags", context.get("expected", "")))
    signs = "hyphens" if context.get("pattern") == _SLUG else "underscores"
    return known.format(
        field=f"'{field}'" if field else "the file",
        input=detail["input"], tag=context.get("tag"), expected=expected, signs=signs,
        near=_near(path[-1], FIELDS) if path else "", near_kind=_near(str(context.get("tag")), KINDS),
    )  # fmt: skip


def _near(word: str, known: Iterable[str]) -> str:
    """What the writer probably meant."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.75)
    return f"; did you mean '{found[0]}'?" if found and found[0] != word else ""


def _choices(expected: object) -> str:
    """What it may be instead, when that is not too much to read."""
    plain = str(expected).replace("'", "").replace(" or ", ", ")
    return f"; choose from {plain}" if plain and plain.count(", ") < FEW else ""
