"""A question that is answered in own words, by an idea to press, or (where allowed) by speaking."""

from bot.content.models.steps import TextStep
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.walk import Again, Heard, Move, Outcome, Wait, Walk

LONGEST = 4000
"""Characters; the most that any channel lets a person type in one message (Telegram: 4096)."""


def enter(walk: Walk, step: TextStep) -> Outcome:
    """Asks."""
    ideas = [Choice(idea, idea, step.next, role="idea") for idea in step.ideas]
    ask = walk.ask([*ideas, *way_out(step)], free=True, voice=step.voice)
    walk.say(walk.wording(step), ask=ask, step=step.id)
    return Wait()


def answer(walk: Walk, step: TextStep, heard: Heard) -> Outcome:
    """Keeps the words as they were typed."""
    if heard.choice is not None:
        if heard.choice.role != "skip":
            _keep(walk, step, heard, heard.choice.value)
        return Move(heard.choice.next)
    if heard.media is not None:
        _keep(walk, step, heard, "", walk.library.words.web["voice_message"])
        return Move(step.next)
    unusable = _unusable(heard)
    if unusable:
        return Again(unusable)
    _keep(walk, step, heard, heard.text.strip())
    return Move(step.next)


def _keep(walk: Walk, step: TextStep, heard: Heard, value: str, shown: str | None = None) -> None:
    if step.many and step.save:
        walk.set_aside(step.save)
    walk.save(step.save, value, shown or value, heard)


def _unusable(heard: Heard) -> str | None:
    """The reply for words that cannot be an answer; None when they can."""
    text = heard.text.strip()
    if "number" in heard.marks:
        return "number_kept_out"
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if not any(letter.isalnum() for letter in text):
        return "emoji_only"
    return None
