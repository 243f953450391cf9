"""Shows the exact text of named answers, and lets it go to someone only after a yes for that very text."""

from bot.content.models.steps import ShareStep
from bot.flows import papers
from bot.flows.effects import Shared
from bot.flows.outcomes import Again, Heard, Into, Move, Outcome, Wait
from bot.flows.session import Answer, Choice, Frame
from bot.flows.walk import Walk


def enter(walk: Walk, step: ShareStep) -> Outcome:
    """Shows what would be shared. Without words there is nothing to ask; medical words have no route."""
    found = _found(walk, step)
    if not found:
        return Move(step.next)
    text = preview(walk, step, found)
    buttons = walk.library.words.buttons
    if _closed(found):
        choices = [Choice(buttons.reword, "reword"), Choice(buttons.share_no, "no")]
        walk.reply("medical_stays_yours", walk.ask(choices))
        return Wait()
    walk.say(text, kind="quote", step=step.id)
    choices = [Choice(buttons.share_yes, "yes"), Choice(buttons.share_no, "no")]
    walk.say(walk.wording(step), ask=walk.ask(choices), step=step.id)
    return Wait()


def answer(walk: Walk, step: ShareStep, heard: Heard) -> Outcome:
    """Shares after a yes; lets the person write it again when it had no route."""
    if heard.choice is None:
        return Again("press_please")
    found = _found(walk, step)
    if heard.choice.value == "reword":
        marked = next((one for one in found if one.marks), None)
        flow = papers.flow_of(walk, step.paper) or walk.frame().flow
        return Into((Frame(flow, marked.step, lone=True),)) if marked else Move(step.next)
    if heard.choice.value == "yes" and found and not _closed(found):
        walk.effects.append(Shared(walk.frame().flow, step.whom, preview(walk, step, found)))
        walk.reply("shared")
    else:
        walk.reply("not_shared")
    return Move(step.next)


def preview(walk: Walk, step: ShareStep, found: list[Answer]) -> str:
    """The text as the other will read it."""
    if step.paper is not None:
        return papers.text(walk, step.paper)
    return "\n".join(one.shown for one in found)


def _found(walk: Walk, step: ShareStep) -> list[Answer]:
    """The answers in words; a spoken message has no text that could be shown first."""
    if step.paper is not None:
        return papers.answers(walk, step.paper)
    answers = (walk.answer(key) for key in step.keys)
    return [one for one in answers if one is not None and one.media is None]


def _closed(found: list[Answer]) -> bool:
    return any(one.marks for one in found)
