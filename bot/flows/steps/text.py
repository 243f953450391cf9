"""A question that is answered in own words, by an idea to press, or (where allowed) by speaking."""

from bot.content.models.cards import MOST_CHARACTERS
from bot.content.models.library import Library
from bot.content.models.steps import TextStep
from bot.flows import odd_text
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.walk import NAME, Walk

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
    why = unfit(step, heard, walk.library) or _doubted(walk, step, heard.text)
    if why:
        # Who asks what is meant gets the question in other words at once.
        walk.simpler = walk.simpler or why == "is_question"
        return Again(why)
    _keep(walk, step, heard, heard.text.strip())
    return Move(step.next)


def unfit(step: TextStep, heard: Heard, library: Library) -> str | None:
    """The reply for words that cannot stand here, however often they are typed; None when they can."""
    return _unusable(step, heard) or (_unkind(step, heard, library) if step.public else None)


def _keep(walk: Walk, step: TextStep, heard: Heard, value: str, shown: str | None = None) -> None:
    if step.many and step.save:
        walk.set_aside(step.save)
    walk.save(step.save, value, shown or value, heard)


def _unusable(step: TextStep, heard: Heard) -> str | None:
    """The reply for words that cannot be an answer; None when they can."""
    text = heard.text.strip()
    if "number" in heard.marks:
        return "number_kept_out"
    if not text:
        return "empty"
    return "too_long" if len(text) > (MOST_CHARACTERS if step.card else LONGEST) else None


def _unkind(step: TextStep, heard: Heard, library: Library) -> str | None:
    """The reply for words that cannot go to someone else."""
    if "medical" in heard.marks:
        return "public_medical"
    if odd_text.swears(heard.text, library.words.odd):
        return "public_rude"
    return "card_unkind" if step.card and library.cards.says_never(heard.text) else None


def _doubted(walk: Walk, step: TextStep, text: str) -> str | None:
    """The reply for words that are probably no answer. Only the first time: after that the person decides."""
    if walk.session.misses:
        return None
    found = odd_text.odd(text, walk.library.words.odd, name=step.save == NAME)
    if found is None and not any(letter.isalnum() for letter in text):
        return "emoji_only"
    return found
