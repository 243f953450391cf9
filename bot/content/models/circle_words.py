"""The words with which the people around an employee are spoken of: moments, days, and short facts."""

from pydantic import Field

from bot.content.models.base import Frozen, Label, Text


class MomentWords(Frozen):
    """How a moment reads: `whole` and `parts` an hour, `at` a day with its {time}, `span` days in a row."""

    whole: Label
    parts: Label
    at: Label
    span: Label
    today: Label
    yesterday: Label
    tomorrow: Label


class CoachWords(Frozen):
    """Short facts in what a coach sees; `ways` say how somebody wants to be helped, `kinds` how was spoken.

    `label_...` go on buttons: the name, and what it is about.
    """

    ways: dict[str, Label]
    kinds: dict[str, Label]
    answers: dict[str, Label]
    waits: Text
    silent: Text
    silent_long: Text
    meets: Text
    meets_asked: Text
    talked: Text
    twin: Label
    label_waits: Label
    label_meets: Label
    label_shared: Label
    label_silent: Label
    label_share: Label
    done: Text
    begun: Text
    not_begun: Text
    few: Label
    looked: Text
    link: Text
    code: Text
    scan: Text
    scan_alt: Text


class CaseWords(Frozen):
    """How a coach reads a hulpvraag: {name} `ways`, a sentence for the moment, and one for why it comes (again)."""

    ways: dict[str, Label]
    moments: dict[str, Text]
    why: dict[str, Text]


class LetterWords(Frozen):
    """The letter with which somebody is invited, and the poster to it: {name}, {coach}, {organisation}, {day}.

    `body` is for an employee, `others` for everybody else; `poster` are the few words in large type.
    """

    title: Label
    hello: Text
    body: tuple[Text, ...]
    others: tuple[Text, ...]
    how: Label
    steps: tuple[Text, ...]
    address: Text
    code: Label
    valid: Text
    help: Text
    help_others: Text
    greeting: Label
    poster_title: Label
    poster: tuple[Text, ...]


class TwoNames(Frozen):
    """How something is called by a coach, and by the person whom it is about (`own`)."""

    coach: Label
    own: Label


class FactorWords(TwoNames):
    """The names of a factor; with `levels` where the coach would not say that it is low or high."""

    levels: dict[str, Label] = Field(default_factory=dict)


class IntakeWords(Frozen):
    """How an intake reads: `factors` and `levels` by their codes, `line` a {factor} with its {level}, `quote` {words}.

    `lines` are the lines that are about no factor; `hows` and `whens` how and when somebody wants contact.
    """

    factors: dict[str, FactorWords]
    levels: dict[str, TwoNames]
    unknown: Label
    line: Text
    quote: Text
    lines: dict[str, Label]
    hows: dict[str, Label]
    whens: dict[str, Label]


class CardWords(Frozen):
    """Kaartjes. `alt` tells what a card shows: {title}, what is {shown} on it, its {text} and the {names}.

    `twin` is for two people with one {name}, who are told apart by their {team}; `everybody` asks all at once.
    """

    alt: Text
    twin: Label
    everybody: Label


class MeetingWords(Frozen):
    """How a meeting reads. `places` are sentences for the codes of places, {name} is at whose home; `own_home` for that
    one; `where` holds a {place} in own words; `spots` are places in short, for an agenda.

    `titles` by the kind of meeting with {name}; `lengths` are an hour and {minutes}; `label` goes on a button,
    with as day `label_day` when that is neither today nor tomorrow;
    `label_moment` is a moment on a button ({day} in two letters), with `label_part` when it is no whole hour.
    `clash` is what somebody has at that {time}, `gone` stands for who is not here any more;
    `wishes` say which other moment somebody likes better.
    """

    places: dict[str, Text]
    own_home: Text
    where: Text
    spots: dict[str, Label]
    titles: dict[str, Label]
    hour: Label
    minutes: Label
    label: Label
    label_day: Label
    label_moment: Label
    label_part: Label
    clash: Label
    gone: Label
    everybody: Label
    calendar: Label
    wishes: dict[str, Label]


class BuddyWords(Frozen):
    """How buddies read, by code: what one likes, when and how one has contact, how often, and who `starts`.

    `cheers` are the words to celebrate a success with.
    """

    likes: dict[str, Label]
    times: dict[str, Label]
    ways: dict[str, Label]
    rhythms: dict[str, Label]
    starts: dict[str, Label]
    cheers: dict[str, Text]


class LinkingWords(Frozen):
    """The ways in, by channel: how `places` read on a button, and `where` one is then (`device`: with a second one).

    `since` is a device that came in on a {day}. `link`, `code` and `scan` bring what lets somebody in by one more way.
    """

    places: dict[str, Label]
    where: dict[str, Label]
    device: Label
    since: Label
    link: Text
    code: Text
    scan: Text
    scan_alt: Text


class CircleWords(Frozen):
    """One section for each part."""

    letter: LetterWords

    moments: MomentWords
    coach: CoachWords
    cases: CaseWords
    meetings: MeetingWords
    intake: IntakeWords
    buddy: BuddyWords
    cards: CardWords
    linking: LinkingWords
