"""Walks every way through the content: each state once, and from each state everything that a person can do."""

import dataclasses
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from msgspec import Struct

from bot import alarm
from bot.content.models.circle_steps import NoticeStep
from bot.content.models.flow import Course, Flow
from bot.content.models.library import Library
from bot.content.models.signals import Signal
from bot.content.models.steps import CallStep, Step
from bot.flows import opening, papers
from bot.flows.effects import Acted, Kept, Said
from bot.flows.engine import Turned
from bot.flows.moving import AFTER, WELCOME
from bot.flows.session import Frame, Session, dump, parse
from bot.flows.walk import Walk
from bot.messages import InboundKind
from tests.scenarios import reading
from tests.scenarios.chat import Chat, agreed, newcomer

WORDS = "Een gewoon antwoord in eigen woorden"
ON_PAPER = ("plan", "papers", "fallback")
"""Commands that do something else for who kept a paper."""
EMPLOYEE = "employee"
State = tuple[object, ...]
Place = tuple[str, str]


class Did(Struct, frozen=True):
    """One thing that a person can do."""

    kind: InboundKind
    value: str

    def __str__(self) -> str:
        return f"{self.kind} {self.value[:40]!r}"


class Way(Struct, frozen=True):
    """How a state was reached: the state before, and what was done there."""

    blob: bytes
    path: tuple[str, ...]


class _Graph(dict[Place, Step]):
    """The steps, and which of them were looked up: the engine does that for each step that it comes to."""

    def __init__(self, known: dict[Place, Step]) -> None:
        super().__init__(known)
        self.looked: set[Place] = set()

    def get(self, place: Place, default: object = None) -> Step | None:  # type: ignore[override]  # one use only
        """Notes the place."""
        self.looked.add(place)
        return super().get(place)


class Explorer:
    """After `explore`: the places that were `reached`, and the `faults` with the way that led to each.

    `told` are the flows that the house opens by itself; those that others have a hand in are left to other tests.
    """

    def __init__(self, library: Library, told: Iterable[str] = ()) -> None:
        flows = (library.flows[one] for one in told if one in library.flows)
        self._told = {flow.id for flow in flows if isinstance(flow, Flow) and _alone(flow)}
        self.graph = _Graph(library.graph)
        self.library = dataclasses.replace(library)
        vars(self.library)["graph"] = self.graph
        self.reached: set[Place] = set()
        self.faults: list[str] = []
        self.turns = 0
        self._reads = reading.ahead(library)
        self._courses = {course.id for course in library.courses}
        self._texts = [WORDS, *(signal.yes[0] for signal in _one_of_each(library))]
        self._seen: set[State] = set()
        self._places: set[State] = set()
        self._kept: set[State] = set()
        self._waiting: deque[Way] = deque()
        self._chat = Chat(self.library)

    @property
    def unreached(self) -> list[str]:
        """Steps that no employee can ever come to, but for those of flows that others have a hand in."""
        flows = [flow for flow in self.library.flows.values() if isinstance(flow, Course) or self._ours(flow)]
        all_places = {(flow.id, step.id) for flow in flows for step in flow.steps}
        return sorted("/".join(place) for place in all_places - self.reached)

    def _ours(self, flow: Flow) -> bool:
        """Whether an employee can come here without others: not what only flows with others lead to."""
        callers = [one for one in self.library.flows.values() if _leads(one, flow.id)]
        led = [one for one in callers if isinstance(one, Course) or _alone(one)]
        return _alone(flow) and (bool(led) or not callers)

    def explore(self) -> None:
        """Everything that can be reached by a newcomer, by who agreed, after a timer, and after a word of the house."""
        for chat in (newcomer(self.library), agreed(self.library)):
            if chat.session.consent or self._whole(WELCOME):
                self._came(chat.session, ())
        for flow in sorted(set(alarm.FLOWS.values()) & set(self.library.flows)):
            session = agreed(self.library).session
            self._check(self._chat.engine.fire(session, flow, self._chat.now), (f"timer {flow}",))
        for flow in sorted(set(opening.FIRST.values()) & set(self.library.flows)) if self._whole(WELCOME) else ():
            session = Chat(self.library).session
            self._check(self._chat.engine.arrive(session, flow, self._chat.now), (f"arrived {flow}",))
        for flow in sorted(self._told & set(self.library.flows)):
            session = agreed(self.library).session
            self._turn((f"told {flow}",), partial(self._chat.engine.open, session, flow, {}, self._chat.now))
        while self._waiting:
            way = self._waiting.popleft()
            session = parse(way.blob)
            # What always exists does the same for everybody at one place, so it is tried once there.
            place = self._state(session)[:-1]
            fresh = place not in self._places
            self._places.add(place)
            for did in (*self._answers(session), *(self._always() if fresh else ()), *self._papers(session)):
                self._try(way, did)
            self._remind(way, session)

    def _whole(self, flow: str) -> bool:
        """Whether all flows that this one calls are there: with one course only, what the welcome calls may not be."""
        calls = [step.flow for step in self.library.flows[flow].steps if isinstance(step, CallStep)]
        return all(one in self.library.flows for one in calls)

    def _answers(self, session: Session) -> Iterator[Did]:
        if session.asked is None:
            return
        asked = session.asked
        for at in range(len(asked.choices)):
            yield Did("press", f"{asked.seq}:{at}")
        if asked.shape == "checklist":
            options = [at for at, one in enumerate(asked.choices) if one.role == "option"]
            for ticks in ([], options[:1], options):
                yield Did("press", f"{asked.seq}:={','.join(map(str, ticks))}")
        if asked.free:
            yield Did("text", WORDS)

    def _always(self) -> Iterator[Did]:
        for text in self._texts:
            yield Did("text", text)
        for command in self.library.words.commands:
            yield Did("command", command)
        yield Did("voice", "m1")
        yield Did("photo", "p1")

    def _papers(self, session: Session) -> Iterator[Did]:
        """What a paper is good for, once for each paper with and without something left to do."""
        walk = Walk(self.library, session, self._chat.now)
        kept = tuple((paper, bool(papers.open_tasks(walk, paper))) for paper in session.papers)
        if kept and (session.state, *kept) not in self._kept:
            self._kept.add((session.state, *kept))
            yield from (Did("command", name) for name in ON_PAPER if name in self.library.words.commands)

    def _remind(self, way: Way, session: Session) -> None:
        """The question about a task, on its day."""
        walk, now = Walk(self.library, session, self._chat.now), self._chat.now
        for paper in session.papers:
            for task, _ in papers.open_tasks(walk, paper)[:1]:
                path = (*way.path, f"reminder of {task}")
                self._turn(path, partial(self._chat.engine.remind, session, alarm.REMINDER, task, now))

    def _try(self, way: Way, did: Did) -> None:
        fields = {"text": {"text": did.value}, "voice": {"media": did.value}, "photo": {}}
        inbound = self._chat.input(kind=did.kind, **fields.get(did.kind, {"data": did.value}))
        turn = partial(self._chat.conversation.turn, parse(way.blob), inbound, self._chat.now)
        self._turn((*way.path, str(did)), turn)

    def _turn(self, path: tuple[str, ...], turn: Callable[[], Turned | None]) -> None:
        self.turns += 1
        try:
            turned = turn()
        except Exception as error:  # whatever breaks is a finding: note the way to it, and try the rest
            self.faults.append(f"{type(error).__name__} {error} after {' > '.join(path)}")
            return
        if turned is not None:
            self._check(turned, path)

    def _check(self, turned: Turned, path: tuple[str, ...]) -> None:
        self._note(turned)
        for fault in (*_faults(turned), *self._orphans(turned.session)):
            self.faults.append(f"{fault} after {' > '.join(path)}")
        self._came(turned.session, path)

    def _note(self, turned: Turned) -> None:
        """A step was reached when it was come to and did its work; one with an unmet condition was passed over."""
        said = {one.outbound.step for one in turned.effects if isinstance(one, Said)}
        kept = {one.paper for one in turned.effects if isinstance(one, Kept)}
        acted = {(one.flow, one.action) for one in turned.effects if isinstance(one, Acted)}
        for place in self.graph.looked:
            step = dict.get(self.graph, place)
            if step is None:
                continue
            if step.kind == "do":
                done = (place[0], step.action) in acted
            elif step.kind == "keep":
                done = step.paper in kept
            elif step.kind == "call":
                done = step.when is None or (step.flow, self.library.flows[step.flow].steps[0].id) in self.graph.looked
            else:
                done = step.id in said
            if done:
                self.reached.add((place[0], step.id))
        self.graph.looked.clear()

    def _orphans(self, session: Session) -> Iterator[str]:
        """What a call step waits for lies on it, called: else that step would not go on after it, or begin anew."""
        for below, frame in pairwise(session.frames):
            step = self._step(below)
            waited = {step.flow, AFTER} if step is not None and step.kind == "call" else set()
            if bool(waited) != frame.called or (waited and frame.flow not in waited):
                yield f"{frame.flow} lies on {below.flow}/{below.step}, {'' if frame.called else 'un'}called"

    def _came(self, session: Session, path: tuple[str, ...]) -> None:
        state = self._state(session)
        if state not in self._seen and session.state != "erased":
            self._seen.add(state)
            self._waiting.append(Way(dump(session), path))

    def _state(self, session: Session) -> State:
        """What decides how it can go on. Under a tool that a person opened it does not matter where they were."""
        opened = [at for at, one in enumerate(session.frames) if not one.called and not one.lone]
        frames = session.frames[opened[-1] if opened else 0 :]
        top = self._step(frames[-1]) if frames else None
        here = (frames[-1].flow, frames[-1].step) if frames else ("", "")
        known = [reading.value(session, here[0], one) for one in self._reads.get(here, ())]
        laid = tuple(session.sorted.values()) if top is not None and top.kind == "sort" else ()
        cards = (len(laid), any(pile != "-" for pile in laid))
        house = session.asked is not None and not session.asked.flow
        under = session.frames[: opened[-1]] if opened else ()
        ground = next((one.flow for one in under if one.flow in self._courses), "" if under else None)
        return (*frames, ground, session.state, session.consent is None, house, cards, tuple(known))

    def _step(self, frame: Frame) -> Step | None:
        return dict.get(self.graph, (frame.flow, frame.step))

    @property
    def states(self) -> int:
        """How many different states were seen."""
        return len(self._seen)


def _alone(flow: Flow) -> bool:
    """Whether an employee walks this flow, and needs nobody else for it."""
    outside = {step.kind for step in flow.steps} & {"list", "look", "fetch", "notice"}
    return EMPLOYEE in flow.roles and flow.about is None and not outside


def _leads(flow: Flow | Course, to: str) -> bool:
    """Whether a flow calls this one, or has a button that opens it."""
    called = {step.flow for step in flow.steps if isinstance(step, CallStep)}
    stand = {one.flow for step in flow.steps if isinstance(step, NoticeStep) for one in step.buttons}
    return to in called | stand


def _one_of_each(library: Library) -> list[Signal]:
    found = {signal.kind: signal for signal in reversed(library.signals) if signal.yes}
    return [found[kind] for kind in sorted(found)]


def _faults(turned: Turned) -> Iterator[str]:
    """Why a person could not go on from here."""
    session = turned.session
    said = [one for one in turned.effects if isinstance(one, Said)]
    if not said and session.state != "erased":
        yield "silence"
    if [one.n for one in said] != sorted({one.n for one in said}) or any(one.n <= turned.n for one in said):
        yield "bubbles out of order"
    if session.asked is None and session.frames:
        yield f"dead end at {session.top}"
    asks = [one.outbound.ask for one in said if one.outbound.ask]
    if len(asks) > 1:
        yield "two questions at once"
    if asks and session.asked is not None:
        ask = asks[-1]
        if ask.seq != session.asked.seq or len(ask.buttons) != len(session.asked.choices):
            yield "the question that is shown is not the one that is open"
        if said[-1].outbound.ask is None:
            yield f"something is said after the question ({said[-1].outbound.text[:40]!r})"
    if any(not one.outbound.text.strip() for one in said):
        yield "an empty bubble"
    if any("{" in one.outbound.text for one in said):
        yield "a place that was not filled in"
