"""The steps that a flow can be made of: one class for each kind, told apart by `kind`."""

from typing import Annotated, Literal

from pydantic import Field

from bot.content.models.base import Frozen, Key, Label, Slug, Text
from bot.content.models.circle_steps import FetchStep, ListStep, LookStep, NoticeStep
from bot.content.models.step_base import AskingStep, BaseStep, PaperLine, SpokenStep, When


class SayStep(SpokenStep):
    """A bubble. With `button` the dialogue waits until it is pressed."""

    kind: Literal["say"]
    button: Label | None = None


class PictureStep(SpokenStep):
    """A picture from the studio (its alt text stands with the picture) with a line of text."""

    kind: Literal["picture"]
    picture: Slug
    button: Label | None = None


class PathStep(SpokenStep):
    """The way through the courses as a picture of this person's own progress, with a line of text."""

    kind: Literal["path"]
    button: Label | None = None


class VideoStep(SpokenStep):
    """A film from the studio; the person says when it was watched, or reads it."""

    kind: Literal["video"]
    film: Slug


class Option(Frozen):
    """An answer to press. `value` is what is saved (the label when absent); `next` where to go.

    A label may hold an earlier answer, such as `{goal_1}`; with `when` it is offered only if that was answered.
    """

    label: Label
    value: Slug | None = None
    next: Slug | None = None
    when: When | None = None

    @property
    def saved(self) -> str:
        """What is saved when this option is chosen."""
        return self.value or self.label


class ChoiceStep(AskingStep):
    """A question with one to four answers to press."""

    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=1)


class TextStep(AskingStep):
    """A question that is answered in own words; `ideas` can be pressed instead; `voice` allows speaking.

    With `many` each time gives one more answer under the key, such as a success; without it the last one counts.
    What is `public` goes to someone else: words about health are refused, with the reason. On a `card` there is less
    room, and it never says what cards never say.
    """

    kind: Literal["text"]
    ideas: tuple[Label, ...] = ()
    voice: bool = False
    many: bool = False
    public: bool = False
    card: bool = False


class Band(Frozen):
    """Scale answers up to and including `up_to` go to `next`."""

    up_to: int = Field(ge=1, le=5)
    next: Slug


class ScaleStep(AskingStep):
    """A question that is answered with 1 to 5; `low` and `high` say what the ends mean."""

    kind: Literal["scale"]
    low: Label
    high: Label
    bands: tuple[Band, ...] = ()


class Item(Frozen):
    """One line of a checklist, or one card to sort."""

    label: Label
    value: Slug


class ChecklistStep(AskingStep):
    """A list in which a person ticks what fits, and then presses `done`."""

    kind: Literal["checklist"]
    items: tuple[Item, ...] = Field(min_length=2, max_length=10)
    done: Label


class SortStep(AskingStep):
    """Cards that are laid on a pile one by one; saved as card value -> pile value."""

    kind: Literal["sort"]
    cards: tuple[Item, ...] = Field(min_length=2, max_length=10)
    piles: tuple[Item, ...] = Field(min_length=2, max_length=4)


class DateStep(AskingStep):
    """A question that is answered with a day from today on: an idea to press, or typed as people say it.

    Each idea is itself a day in words (`Morgen`, `Volgende week`), read by the same reader as what is typed.
    """

    kind: Literal["date"]
    ideas: tuple[Label, ...] = ()


class TimeStep(AskingStep):
    """A question that is answered with a time of day: a whole hour to press (`first` to `last`), or typed.

    What is saved is the moment: this time on the `day` that a date step saved, and it must still come.
    """

    kind: Literal["time"]
    day: Key
    first: int = Field(default=9, ge=0, le=23)
    last: int = Field(default=16, ge=0, le=23)


class Task(Frozen):
    """Something to do on a paper: the answers that say what, and (if asked) on which day."""

    what: Key
    day: Key | None = None


class KeepStep(BaseStep):
    """Makes a paper (a plan) out of the answers of this flow. It is made anew each time it is shown, so that a
    changed answer changes the paper; `tasks` can be ticked off, and are asked about on their day."""

    kind: Literal["keep"]
    paper: Slug
    title: Label
    lines: tuple[PaperLine, ...] = Field(min_length=1)
    tasks: tuple[Task, ...] = ()


class ShowStep(SpokenStep):
    """Shows a paper that was kept, after a line of text; says `empty` when there is none yet."""

    kind: Literal["show"]
    paper: Slug
    empty: Text
    empty_to: Slug | None = None


class ShareStep(SpokenStep):
    """Shows the exact text of the named answers (or of a kept paper) and asks whether `whom` may have it."""

    kind: Literal["share"]
    keys: tuple[Key, ...] = ()
    paper: Slug | None = None
    whom: Literal["coach"]


class PickStep(SpokenStep):
    """A question whose options come from the person's own state.

    `courses` to follow, `answers` in own words to change (of one flow with `flow`), open `tasks` of a `paper` to
    tick off or (`unwanted`) to take away, kept `papers` to read.
    """

    kind: Literal["pick"]
    source: Literal["courses", "answers", "tasks", "unwanted", "papers"]
    flow: Slug | None = None
    paper: Slug | None = None
    empty: Text
    skip: Label
    skip_to: Slug | None = None


class CallStep(BaseStep):
    """Goes into another flow and comes back."""

    kind: Literal["call"]
    flow: Slug


Action = Literal[
    "agree", "decline", "stop", "restart", "export", "web_link", "erase", "want_talk", "want_group", "want_help",
    "home", "rest", "hush", "check_in", "tick", "untick",
    # What is done for or with others (`bot/circle`).
    "allow", "forbid", "take_back", "plan_talk", "accept_talk", "decline_talk", "log_talk", "set_order",
    "invite", "renew_invite", "link_code", "close_way", "be_away", "be_back", "show_card",
    "open_case", "open_urgent", "withdraw_case", "claim_case", "pass_case", "delay_case", "show_case", "close_case",
    "start_talk", "hand_back", "log_case",
    "begin_intake", "reopen_intake", "keep_intake", "send_intake", "correct_intake", "approve_intake",
    "return_intake", "withdraw_intake", "show_preparation",
    "buddy_join", "buddy_seek", "buddy_rest", "buddy_answer", "buddy_end", "buddy_deal", "buddy_agree",
    "buddy_contact", "buddy_no_contact", "buddy_coach", "buddy_nudge", "buddy_card", "buddy_share", "buddy_cheer",
    "buddy_clicked",
    "plan_for_case", "cancel_meeting", "move_meeting", "show_meeting", "log_meeting", "show_calendar", "plan_group",
    "accept_group", "decline_group", "plan_coffee", "choose_coffee", "decline_coffee", "ask_along",
    "join_coffee", "skip_coffee",
    "draft_card", "redo_card", "drop_card", "send_card", "gather_card", "ask_signer", "sign_card", "pass_card",
    "deliver_cards", "thank_card", "open_to_cards", "close_to_cards", "offer_cards",
]  # fmt: skip
"""`home` leaves everything and shows the menu; `rest` leaves everything and is silent; `hush` ends this flow, and is
silent where else the menu would come; `check_in` (after a
crisis) asks how it goes a quarter of an hour later and the next day; `tick` marks the task that a reminder asked about
({task} in texts) as done, `untick` asks about it again two days later; `want_talk` and `want_help` open a hulpvraag,
`open_case` says how and when; `hand_back` ends a talk with a human."""


class DoStep(BaseStep):
    """Lets the house do something, with the answers that it `gives`.

    With `once` it happens one time in a person's life.
    """

    kind: Literal["do"]
    action: Action
    gives: tuple[Key, ...] = ()
    once: bool = False


Step = Annotated[
    SayStep | PictureStep | PathStep | VideoStep | ChoiceStep | TextStep | ScaleStep | ChecklistStep
    | SortStep | DateStep | TimeStep | KeepStep | ShowStep | ShareStep | PickStep | CallStep | DoStep
    | ListStep | LookStep | FetchStep | NoticeStep,
    Field(discriminator="kind"),
]  # fmt: skip
