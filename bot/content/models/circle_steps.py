"""The steps that know of others: lists, views, single facts, and messages with standing buttons."""

from typing import Literal

from pydantic import Field

from bot.content.models.base import Frozen, Key, Label, Slug, Text
from bot.content.models.step_base import AskingStep, BaseStep, PaperLine, SpokenStep


class ListStep(AskingStep):
    """A question whose options are people or things outside this conversation, such as the colleagues of a coach.

    `of` names the list (`bot/circle`), `about` is the answer that it is about. What is chosen is saved as an id.
    With `sheet` there is a picture of each page of the list, numbered as the buttons are: `SHEET-0` is the first.
    """

    kind: Literal["list"]
    of: Slug
    about: Key | None = None
    sheet: Slug | None = None
    empty: Text
    empty_to: Slug | None = None


class LookStep(SpokenStep):
    """Says what is known of something outside this conversation: {key} in the text is a fact of the view `of`.

    A line whose facts are not there is left out. Nothing of it is kept in the session. Says `empty` (and goes to
    `empty_to`) when it is not there, or not for this person. `card` is the fact with the number of a card to show.
    """

    kind: Literal["look"]
    of: Slug
    about: Key | None = None
    lines: tuple[PaperLine, ...] = ()
    card: Key | None = None
    empty: Text
    empty_to: Slug | None = None
    button: Label | None = None


class FetchStep(BaseStep):
    """Saves one fact of a view as an answer, to go on by it (`when`); saves `none` when there is nothing.

    Only codes and names, never what somebody typed.
    """

    kind: Literal["fetch"]
    of: Slug
    about: Key | None = None
    fact: Key
    save: Key


class Standing(Frozen):
    """A button that stays: it opens `flow` with the id that the notice is about, whenever it is pressed."""

    label: Label
    flow: Slug


class NoticeStep(SpokenStep):
    """A message with buttons that stay valid, about one thing (`about`); it waits for nothing.

    {key} in the text is a fact of the view `of`; `card` is the fact with the number of a card to show.
    """

    kind: Literal["notice"]
    of: Slug
    about: Key
    card: Key | None = None
    buttons: tuple[Standing, ...] = Field(default=(), max_length=4)
