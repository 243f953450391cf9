"""How people type in a hurry, or by ear."""

from bot.content.models.base import Frozen, Label


class Spelling(Frozen):
    """`same` maps a form to what people type for it; the rest are words that are left out, turned, or tell when."""

    same: dict[Label, tuple[Label, ...]]
    filling: tuple[Label, ...]
    turned: tuple[Label, ...]
    times: tuple[Label, ...]
