"""A question whose options are people or things outside this conversation."""

from bot.content.models.circle_steps import ListStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import short, way_out
from bot.flows.walk import Walk

SHOWN = 8
"""How many are offered at once: more do not fit a phone."""
MORE = "more"


def enter(walk: Walk, step: ListStep) -> Outcome:
    """Asks, a page at a time, or says that there is nothing to choose from."""
    found = walk.around.options(step.of, walk.id_of(step.about))
    if not found:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.empty_to or step.skip_to or step.next)
    page = walk.page(step.id)
    first = page * SHOWN if page * SHOWN < len(found) else 0
    shown = [Choice(short(one.label), one.value, step.next) for one in found[first : first + SHOWN]]
    if len(found) > SHOWN:
        shown.append(Choice(walk.library.words.buttons.more, MORE, role="idea"))
    walk.say(walk.wording(step), ask=walk.ask([*shown, *way_out(step)]), step=step.id)
    return Wait()


def answer(walk: Walk, step: ListStep, heard: Heard) -> Outcome:
    """Keeps the id of what was chosen, or turns the page."""
    if heard.choice is None:
        return Again("not_understood")
    if heard.choice.value == MORE:
        walk.turn_page(step.id)
        return enter(walk, step)
    if heard.choice.role != "skip":
        walk.save(step.save, heard.choice.value, heard.choice.label, heard)
    return Move(heard.choice.next)
