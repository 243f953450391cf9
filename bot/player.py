"""Plays a person through a conversation: for the demo's fictional people, and for tests that walk everything."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from bot.messages import Ask, Button, Outbound

SOMETHING = "ok"
"""What is typed where only own words are asked and none were written for the step."""


class Act(Struct, frozen=True):
    """What the player does: a press (with the button's data) or words."""

    kind: Literal["press", "text"]
    value: str
    label: str = ""


Chooser = Callable[[Ask, str], Act]


def act_on(ask: Ask, step: str, answers: Mapping[str, str]) -> Act:
    """The next act: the answer that was written for this step, or the first that fits.

    `answers` maps a step id to a label, to words, or (a checklist) to positions such as `0,2`.
    """
    wanted = answers.get(step)
    if ask.shape == "checklist":
        return Act("press", f"{ask.seq}:={wanted or '0'}")
    button = _labelled(ask, wanted) if wanted else None
    if button is not None:
        return Act("press", button.data, button.label)
    if wanted and ask.free:
        return Act("text", wanted)
    if not ask.buttons:
        return Act("text", wanted or SOMETHING)
    first = next((one for one in ask.buttons if one.role != "skip"), ask.buttons[0])
    return Act("press", first.data, first.label)


def open_ask(bubbles: list[Outbound]) -> tuple[Ask, str] | None:
    """The last question of these bubbles, and its step."""
    return next(((one.ask, one.step) for one in reversed(bubbles) if one.ask), None)


def _labelled(ask: Ask, label: str) -> Button | None:
    return next((one for one in ask.buttons if one.label == label), None)
