"""Finds the words that a person typed in what the coach says, for a place where others may read along."""

from collections.abc import Iterator

from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.content.models.steps import TextStep
from bot.flows.session import Session
from bot.flows.typed_words import plain
from bot.flows.walk import NAME
from bot.messages import Outbound


class OwnWords:
    """Looks only at steps that have a place for words, so that no other bubble is ever taken for a person's own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._filled = {
            step.id
            for step in library.graph.values()
            if isinstance(step, SpokenStep) and "{" in f"{step.text}{step.simpler}{step.more}"
        }

    def may_repeat(self, bubble: Outbound) -> bool:
        """Whether it comes from a step that can say back what somebody typed."""
        return bubble.step in self._filled

    def repeats(self, session: Session, bubble: Outbound) -> bool:
        """Whether it does so for this person."""
        said = f" {plain(bubble.text)} "
        return any(f" {words} " in said for words in self._own(session))

    def _own(self, session: Session) -> Iterator[str]:
        """What this person typed, as it is compared; a name is no secret, and an idea was ours."""
        for key, answer in session.answers.items():
            step = self._library.graph.get((key.partition("/")[0], answer.step))
            if isinstance(step, TextStep) and step.save != NAME:
                given = [answer.value] if isinstance(answer.value, str) else list(answer.value)
                yield from (plain(one) for one in given if one not in step.ideas and plain(one))
