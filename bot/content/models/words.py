"""The words of the house itself: buttons, replies and page texts that belong to no flow."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from bot.content.models.base import Frozen, Label, Text
from bot.content.models.circle_words import CircleWords


class Reply(Frozen):
    """Something that the coach says outside a flow."""

    text: Text
    simpler: Text


class Buttons(Frozen):
    """Labels that return everywhere."""

    explain: Label
    back: Label
    skip: Label
    pause: Label
    resume: Label
    menu: Label
    watched: Label
    rather_read: Label
    share_yes: Label
    share_no: Label
    reword: Label
    easier: Label
    harder: Label
    more: Label
    human: Label


class Replies(Frozen):
    """What is said when something unexpected happens."""

    not_understood: Reply
    not_understood_again: Reply
    press_please: Reply
    empty: Reply
    too_long: Reply
    emoji_only: Reply
    relay_words_only: Reply
    relay_first: Reply
    relay_sure: Reply
    relay_medical: Reply
    public_medical: Reply
    public_rude: Reply
    card_unkind: Reply
    too_short: Reply
    is_question: Reply
    rude: Reply
    other_language: Reply
    file_instead: Reply
    voice_instead: Reply
    stale_button: Reply
    asked_elsewhere: Reply
    nothing_to_explain: Reply
    nothing_before: Reply
    nothing_to_skip: Reply
    paused: Reply
    resumed: Reply
    easier_done: Reply
    harder_done: Reply
    already_easiest: Reply
    already_hardest: Reply
    number_kept_out: Reply
    date_unclear: Reply
    date_impossible: Reply
    date_past: Reply
    date_far: Reply
    time_unclear: Reply
    time_impossible: Reply
    time_past: Reply
    medical_stays_yours: Reply
    shared: Reply
    not_shared: Reply
    changed: Reply
    stopped_silence: Reply
    apology: Reply
    course_kept: Reply


class DateWords(Frozen):
    """How days are said and read. `same` rewrites what people type to words that the date reader knows, in order.

    `days` start on Monday, `months` in January; `shown` is how a day reads: {day} {number} {month}.
    """

    days: tuple[Label, ...] = Field(min_length=7, max_length=7)
    months: tuple[Label, ...] = Field(min_length=12, max_length=12)
    shown: Label
    next_week: Label
    same: dict[str, str]


class TimeWords(Frozen):
    """By which words a time of day is known.

    `numbers` are hours and minutes in letters, `half` the half hour before, `past` and `to` how far from the hour;
    `parts` (morning, afternoon, evening, night) say which half of the day; what stands `around` a time says nothing.
    """

    numbers: dict[str, int]
    half: tuple[Label, ...]
    quarter: tuple[Label, ...]
    past: tuple[Label, ...]
    to: tuple[Label, ...]
    parts: dict[Literal["morning", "afternoon", "evening", "night"], tuple[Label, ...]]
    around: tuple[Label, ...]


class PathWords(Frozen):
    """What the picture of the path shows, in words: its first sentence, and what is `done`, `begun` or `open`.

    {courses} is filled with the short names; `open` is said when nothing is begun yet.
    """

    alt: Text
    done: Text
    begun: Text
    open: Text


class OddWords(Frozen):
    """By which words an answer is known to be no answer. Capitals, accents and signs make no difference.

    A question begins with one of `question_starts` or is nothing but one of `question_whole`. Swearing is nothing but
    `swearing`, maybe with `around_swearing`. Another language has `languages`, and more of them than of `own_language`.
    """

    question_starts: tuple[Label, ...]
    question_whole: tuple[Label, ...]
    swearing: tuple[Label, ...]
    around_swearing: tuple[Label, ...]
    languages: dict[str, tuple[Label, ...]]
    own_language: tuple[Label, ...]

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The starts of a question as whole words."""
        return tuple(f"{start} " for start in self.question_starts)


class TypedWords(Frozen):
    """What people type in the place of a button: whole answers that agree or refuse, and words that deny the rest."""

    agrees: tuple[Label, ...]
    refuses: tuple[Label, ...]
    denials: tuple[Label, ...]


class Words(Frozen):
    """All of them.

    `commands` maps a command to the words that a person may type for it; `web` are page texts, `telegram` and `slack`
    what is said there outside a conversation; `menus` are the commands that a role finds behind a menu button; `and`
    joins a list.
    """

    buttons: Buttons
    replies: Replies
    and_: Label = Field(alias="and")
    dates: DateWords
    times: TimeWords
    path: PathWords
    odd: OddWords
    typed: TypedWords
    circle: CircleWords
    commands: dict[str, tuple[Label, ...]]
    web: dict[str, Text]
    telegram: dict[str, Text] = Field(default_factory=dict)
    slack: dict[str, Text] = Field(default_factory=dict)
    menus: dict[str, dict[str, Label]] = Field(default_factory=dict)

    def listed(self, parts: list[str]) -> str:
        """An enumeration as it is said: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.and_} {parts[-1]}"
