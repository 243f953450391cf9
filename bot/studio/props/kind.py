"""What every prop tells: how it is drawn, where a hand holds it, and whether it stays upright there."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.studio.brush import Brush


@dataclass(frozen=True)
class Look:
    """How a prop is at this moment: the second, its colour if not the usual, how far it tips (degrees) and pours."""

    now: float = 0
    colour: str | None = None
    stream: float = 0
    tilt: float = 0
    buzz: float = 0


@dataclass(frozen=True)
class Kind:
    """A prop. `grip` is where the hand holds it; `two` hands carry it together; `shade` is its half width."""

    draw: Callable[[Brush, Look], None]
    grip: tuple[float, float] = (0, -18)
    upright: bool = True
    two: bool = False
    shade: float = 0
    moves: bool = False
