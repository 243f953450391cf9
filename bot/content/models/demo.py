"""The demo's fictional organisation and people: what the phones show, and how far each person is."""

from pydantic import Field

from bot.content.models.base import Frozen, Label, Slug, Text
from bot.content.models.flow import Role


class DemoPhone(Frozen):
    """A fictional person. `until` (flow/step) is where they stand; `answers` maps a step to what they said there.

    Who is open to `cards` said so before.
    """

    name: Label
    title: Label
    note: Text
    role: Role = "employee"
    until: str = ""
    answers: dict[Slug, str] = Field(default_factory=dict)
    cards: bool = False


class Act(Frozen):
    """Someone presses the newest button with this label, or types; after a wait in seconds.

    With `first` it is the first button of the newest question, whatever it says. With `later` time goes by for this
    person: what was planned comes now.
    """

    who: Label
    press: Label | None = None
    say: Text | None = None
    first: bool = False
    later: bool = False
    wait: float = Field(default=2, ge=0, le=20)


class Scene(Frozen):
    """A part of the story: what the viewer reads beside the phones, and what happens on them."""

    note: Text
    acts: tuple[Act, ...] = Field(min_length=1)


class Demo(Frozen):
    """The fictional organisation, its team, and the story that the phones can play by themselves.

    The first coach is the coach of all employees.
    """

    organisation: Label
    coach: Label
    team: Label = "Team"
    phones: tuple[DemoPhone, ...]
    story: tuple[Scene, ...] = ()
