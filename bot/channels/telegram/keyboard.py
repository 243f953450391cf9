"""The keyboard under a bubble: how a question becomes buttons, how a list is ticked, how an answered one looks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.messages import Ask

TOGGLE = "~"
"""Before the data of a button that ticks a line, and answers nothing yet."""
DONE = ":="
"""At the end of the data of the button that answers a list."""
SETTLED = "-"
"""The data of a button that only shows what was chosen."""
REMOVE = "x"
"""Before the number of the message that a button takes from the chat."""
STANDS = "@"
"""Before the data of a button that stays valid, whatever else is asked."""
OPEN, TICKED, CHOSEN = "\N{BALLOT BOX} ", "\N{BALLOT BOX WITH CHECK} ", "\N{CHECK MARK} "

MANY, SHORT = 4, 7
"""More answers than that, each with no more characters than that, stand two on a row: hours of the day do."""

Button = dict[str, Any]
Rows = Sequence[Sequence[Mapping[str, Any]]]


def beside(data: str) -> bool:
    """Whether a button is ours alone: what it does is no answer to a question."""
    return data.startswith(TOGGLE) or data == SETTLED or (data[:1] == REMOVE and data[1:].isdecimal())


def stands(rows: Rows) -> bool:
    """Whether a keyboard stays valid for good."""
    return any(str(button.get("callback_data", "")).startswith(STANDS) for button in _all(rows))


def rows_of(ask: Ask) -> list[list[Button]]:
    """One button on each row; the numbers of a scale, and many short answers, stand beside each other."""
    if ask.shape == "scale":
        numbers = [_button(one.label, one.data) for one in ask.buttons if one.role == "option"]
        return [numbers, *([_button(one.label, one.data)] for one in ask.buttons if one.role != "option")]
    if ask.shape == "checklist":
        lines = [[_button(OPEN + one.label, TOGGLE + one.data)] for one in ask.buttons if one.role == "option"]
        done = [[_button(ask.done, f"{ask.seq}{DONE}")]] if ask.done else []
        return [*lines, *done, *([_button(one.label, one.data)] for one in ask.buttons if one.role != "option")]
    own = [_button(one.label, one.data) for one in ask.buttons if one.role != "skip"]
    across = 2 if len(own) > MANY and all(len(one["text"]) <= SHORT for one in own) else 1
    rest = [[_button(one.label, one.data)] for one in ask.buttons if one.role == "skip"]
    return [*(own[at : at + across] for at in range(0, len(own), across)), *rest]


def ticked(rows: Rows) -> set[int]:
    """The positions that are ticked in a keyboard."""
    marked = (str(one.get("callback_data", "")) for one in _all(rows) if str(one.get("text", "")).startswith(TICKED))
    return {at for data in marked if (at := position(data)) >= 0}


def position(data: str) -> int:
    """`~12:3` -> 3; -1 for what ticks nothing."""
    at = data.rpartition(":")[2]
    return int(at) if data.startswith(TOGGLE) and at.isascii() and at.isdecimal() and len(at) <= 3 else -1


def with_ticks(rows: Rows, ticks: Iterable[int]) -> list[list[Button]]:
    """The same keyboard with these lines ticked, and no others."""
    chosen = set(ticks)
    return [[_ticked_or_not(button, chosen) for button in row] for row in rows]


def settled(rows: Rows, data: str, ticks: Iterable[int] = ()) -> list[list[Button]]:
    """What is left when it was answered with `data`: what was chosen, and nothing that can be pressed again."""
    chosen = set(ticks)
    if data.endswith(DONE):
        labels = [_bare(one) for one in _all(rows) if position(str(one.get("callback_data", ""))) in chosen]
    else:
        labels = [_bare(one) for one in _all(rows) if one.get("callback_data") == data]
    return [[_button(CHOSEN + label, SETTLED)] for label in labels]


def _ticked_or_not(button: Mapping[str, Any], chosen: set[int]) -> Button:
    at = position(str(button.get("callback_data", "")))
    if at < 0:
        return dict(button)
    return {**button, "text": (TICKED if at in chosen else OPEN) + _bare(button)}


def _bare(button: Mapping[str, Any]) -> str:
    return str(button.get("text", "")).removeprefix(OPEN).removeprefix(TICKED)


def _all(rows: Rows) -> Iterable[Mapping[str, Any]]:
    return (button for row in rows for button in row)


def _button(label: str, data: str) -> Button:
    return {"text": label, "callback_data": data}
