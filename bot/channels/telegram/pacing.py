"""How fast bubbles go out here: see `bot.channels.pacing`, which every platform shares."""

from bot.channels.pacing import Pace, Rates

__all__ = ["Pace", "Rates"]
