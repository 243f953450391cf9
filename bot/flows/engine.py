"""The engine: (content, session, input, now) -> (session, effects). Pure; it knows no clock and no store."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from bot.content.models.library import Library
from bot.flows import moving, opening, papers, relay, tools
from bot.flows.around import NOBODY, Around
from bot.flows.effects import Effect
from bot.flows.hearing import Command, Meant, Odd, Opened, Reply, Stood, Talk, elsewhere, hear
from bot.flows.outcomes import Again, Heard
from bot.flows.session import Session
from bot.flows.steps.notice import STANDS
from bot.flows.walk import Walk
from bot.messages import Ask, Button, Inbound

HUMAN = "mens"
"""The flow in which someone asks for a human."""
QUIET_OPENS = frozenset({"help", "human", "data"})
"""What a person who paused or stopped can still open."""


class Turned(Struct, frozen=True):
    """The result of a turn. `n` and `shown` are the place and the words of the person's own line."""

    session: Session
    effects: list[Effect]
    n: int
    shown: str


class Engine:
    """Holds the content; every method takes a session and gives a new one."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._commands: dict[str, dict[str, str]] = {}

    def turn(
        self,
        session: Session,
        inbound: Inbound,
        now: datetime,
        marks: tuple[str, ...] = (),
        around: Around = NOBODY,
    ) -> Turned:
        """One input of a person. `marks` is what `safety` saw in the text, `around` what may be known of others."""
        walk = Walk(self.library, session, now, around)
        walk.session.n += 1
        n = walk.session.n
        opening.leave_first(walk)
        talk, typed = relay.talk(walk), self._typed_by(walk.role)
        heard = hear(walk.session, inbound, marks, words=self.library.words, commands=typed, talk=talk)
        shown = self._shown(heard, inbound)
        if walk.session.asked is not None and session.state == "active" and elsewhere(session, heard):
            self._moved(walk, heard, talks=talk is not None)
        else:
            self._take(walk, heard)
        return self._turned(walk, n, shown)

    def arrive(self, session: Session, first: str, now: datetime, around: Around = NOBODY) -> Turned:
        """Somebody came in by another way: they hear what that is (the flow `first`), and go on where they were."""
        walk = Walk(self.library, session, now, around)
        opening.put_away(walk, opening.LINKING)
        opening.leave_first(walk)
        if walk.session.state == "paused":
            walk.session.state = "active"
        if first and opening.may(walk, first) and not walk.duty():
            if session.consent is None and session.state != "stopped":
                walk.session.state = "active"
                self._drop_into(walk, first)
                return self._turned(walk, 0, "")
            if opening.welcome(walk, first):
                opening.tell(walk, first, {})
                return self._turned(walk, 0, "")
        if walk.session.frames and walk.session.state == "active":
            walk.reply("resumed")
            moving.ask_again(walk)
        else:
            self._begin(walk, Command("resume"))
        return self._turned(walk, 0, "")

    def interrupt(self, session: Session, flow: str, inbound: Inbound, now: datetime) -> Turned:
        """A person's words that need this flow at once, whatever was going on."""
        walk = Walk(self.library, session, now)
        walk.session.n += 1
        n = walk.session.n
        self._drop_into(walk, flow)
        return self._turned(walk, n, inbound.text)

    def fire(self, session: Session, flow: str, now: datetime) -> Turned:
        """A timer that starts a flow and leaves what was open. The person did nothing, so no line is theirs."""
        walk = Walk(self.library, session, now)
        self._drop_into(walk, flow)
        return self._turned(walk, 0, "")

    def remind(self, session: Session, flow: str, task: str, now: datetime) -> Turned | None:
        """Asks about a task (`paper/key`) on top of what is open; None when it is done, or gone, or not wanted."""
        walk = Walk(self.library, session, now)
        paper = task.partition("/")[0]
        what = dict(papers.open_tasks(walk, paper)).get(task)
        if what is None or walk.session.state == "stopped" or walk.duty():
            return None
        walk.session.facts["task"], walk.session.asked_about = what, task
        walk.session.said = ()
        moving.into(walk, flow)
        return self._turned(walk, 0, "")

    def open(
        self, session: Session, flow: str, given: Mapping[str, str], now: datetime, around: Around = NOBODY
    ) -> Turned | None:
        """Opens a flow for this person because of what somebody else did, or because it is time.

        `given` are ids under the keys of that flow. What was asked stays open under it: a flow that asks nothing
        leaves no trace of itself. None when this person may not be disturbed (did not agree, stopped, is in a crisis).
        """
        walk = Walk(self.library, session, now, around)
        if not opening.welcome(walk, flow):
            return None
        opening.tell(walk, flow, given)
        return self._turned(walk, 0, "")

    def apologise(self, session: Session, now: datetime) -> Turned:
        """After a turn that failed: one kind sentence, and the open question stays open."""
        walk = Walk(self.library, session, now)
        walk.session.n += 1
        n = walk.session.n
        walk.reply("apology")
        return self._turned(walk, n, "")

    def _typed_by(self, role: str) -> dict[str, str]:
        """What this role can type for a command, as it is compared -> the command."""
        if role not in self._commands:
            self._commands[role] = tools.commands_of(self.library, role)
        return self._commands[role]

    def _turned(self, walk: Walk, n: int, shown: str) -> Turned:
        walk.session.revision = self.library.revision
        walk.session.stands = moving.stands(walk)
        return Turned(walk.session, walk.effects, n, shown)

    def _shown(self, heard: Meant, inbound: Inbound) -> str:
        """How the person's own line reads: what was typed, or the words on the button."""
        if inbound.kind == "text":
            return inbound.text
        if isinstance(heard, Reply):
            return heard.shown
        if isinstance(heard, Stood):
            return opening.label_of(self.library, heard.flow)
        if isinstance(heard, Command):
            label: str | None = getattr(self.library.words.buttons, heard.name, None)
            return label or self.library.words.commands[heard.name][0].capitalize()
        return ""

    def _drop_into(self, walk: Walk, flow: str) -> None:
        """Leaves everything at its bookmark and walks this flow."""
        moving.drop(walk)
        moving.into(walk, flow)

    def _take(self, walk: Walk, heard: Meant) -> None:
        session = walk.session
        if isinstance(heard, Odd) and heard.why == "nothing":
            return
        if isinstance(heard, Opened):
            self._opened(walk, again=heard.again)
            return
        talk = relay.talk(walk)
        if talk is not None and self._in_talk(walk, talk, heard):
            return
        if not session.frames and (session.state == "stopped" or session.consent is None):
            self._begin(walk, heard)
        elif isinstance(heard, Stood):
            opening.stood(walk, heard)
        elif session.state == "paused" and not walk.duty():
            self._wake(walk, heard)
        elif isinstance(heard, Command):
            tools.run(walk, heard.name)
        elif isinstance(heard, Odd):
            self._odd(walk, heard)
        else:
            self._answer(walk, heard.heard)

    def _moved(self, walk: Walk, heard: Meant, *, talks: bool) -> None:
        """Own words in a channel in which the question was not asked: they count when they come once more."""
        walk.session.asked_at = walk.session.reached
        if talks:
            walk.session.relay_doubt = walk.session.relay_doubt or walk.role == "employee"
            self._take(walk, heard)
            return
        walk.reply("asked_elsewhere")
        moving.ask_again(walk)

    def _in_talk(self, walk: Walk, talk: Talk, heard: Meant) -> bool:
        """Whether this was for the human, or for the talk itself."""
        if isinstance(heard, Stood):
            disturbs = relay.disturbs(self.library, heard.flow)
            if disturbs:
                walk.reply("relay_first")
            return disturbs
        if isinstance(heard, Command) and heard.name == relay.END:
            return relay.ends(walk, talk)
        if relay.takes(talk, heard):
            relay.hear(walk, heard)
            return True
        return False

    def _begin(self, walk: Walk, heard: Meant) -> None:
        """The first words of a person; who said no or stopped begins again only by asking for it."""
        session = walk.session
        if session.state == "stopped" and not _resumes(heard):
            if isinstance(heard, Command) and heard.name in QUIET_OPENS:
                tools.run(walk, heard.name)
            else:
                moving.offer_resume(walk, "stopped_silence")
            return
        session.state = "active"
        moving.home(walk)

    def _wake(self, walk: Walk, heard: Meant) -> None:
        """After a pause any sign of life goes on; help and stop do what they always do."""
        walk.session.state = "active"
        if isinstance(heard, Command) and heard.name in QUIET_OPENS | {"stop"}:
            tools.run(walk, heard.name)
            return
        walk.reply("resumed")
        moving.ask_again(walk)

    def _opened(self, walk: Walk, *, again: bool) -> None:
        """The welcome begins by itself; who is here already sees what was said before, or what they missed."""
        if walk.session.state == "new" and not walk.session.frames:
            walk.session.state = "active"
            moving.home(walk)
        elif again and walk.session.asked is not None and walk.session.state == "active" and not walk.session.relay:
            moving.ask_again(walk)

    def _odd(self, walk: Walk, odd: Odd) -> None:
        walk.reply(odd.why)
        moving.ask_again(walk)

    def _answer(self, walk: Walk, heard: Heard) -> None:
        session = walk.session
        asked, top = session.asked, session.top
        if asked is None or top is None or not asked.flow:
            moving.ask_again(walk)
            return
        before, seq = session.frames, asked.seq
        outcome = moving.answer(walk, heard)
        if isinstance(outcome, Again):
            self._missed(walk, outcome)
            return
        if heard.choice is not None:
            session.pressed = f"{seq}:{asked.choices.index(heard.choice)}"
        elif heard.ticks is not None:
            session.pressed = f"{seq}:={','.join(map(str, heard.ticks))}"
        session.misses = 0
        session.explained = False
        session.said = ()
        if session.asked is asked:
            session.asked = None
        session.trail = (*session.trail, before)[-moving.TRAIL :]
        moving.follow(walk, outcome)

    def _missed(self, walk: Walk, again: Again) -> None:
        """Says kindly why the answer could not be used, and asks again; the second time with a way to help."""
        walk.session.misses += 1
        name = again.reply
        if name in ("not_understood", "press_please") and walk.session.misses > 1:
            name = "not_understood_again"
        walk.reply(name, self._human(walk) if name == "not_understood_again" else None)
        moving.ask_again(walk)

    def _human(self, walk: Walk) -> Ask | None:
        """A button to a human, for who agreed; it leaves the question open."""
        if walk.session.consent is None or not opening.may(walk, HUMAN):
            return None
        return Ask(seq=0, buttons=(Button(self.library.words.buttons.human, f"{STANDS}{HUMAN}:0"),))


def _resumes(heard: Meant) -> bool:
    """Whether the person asks to begin again: the button, or a word for it."""
    if isinstance(heard, Command):
        return heard.name in ("resume", "menu", "courses")
    return isinstance(heard, Reply) and heard.heard.choice is not None and heard.heard.choice.value == "resume"
