"""The demo's fictional organisation and people: what the phones show, and how far each person is."""

from pydantic import Field

from bot.content.models.base import Frozen, Label, Slug, Text


class DemoPhone(Frozen):
    """A fictional person. `until` (flow/step) is where they stand; `answers` maps a step to what they said there."""

    name: Label
    title: Label
    note: Text
    until: str = ""
    answers: dict[Slug, str] = Field(default_factory=dict)


class Demo(Frozen):
    """The fictional organisation."""

    organisation: Label
    coach: Label
    phones: tuple[DemoPhone, ...]
