"""A question whose options are people or things outside this conversation."""

from math import ceil

from bot.content.models.circle_steps import ListStep
from bot.flows.around import Entry
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import short, way_out
from bot.flows.walk import Walk

SHOWN = 8
"""How many are offered at once: more do not fit a phone."""
READ = 4
"""The same when each has a text to read first."""
MORE = "more"


def enter(walk: Walk, step: ListStep) -> Outcome:
    """Asks, a page at a time, or says that there is nothing to choose from."""
    found = walk.around.options(step.of, walk.id_of(step.about))
    if not found:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.empty_to or step.skip_to or step.next)
    most = READ if any(one.text for one in found) else SHOWN
    page = walk.page(step.id) % ceil(len(found) / most)
    shown = found[page * most : (page + 1) * most]
    labels = [short(_numbered(step, one, at)) for at, one in enumerate(shown, 1)]
    choices = [Choice(label, one.value, step.next) for label, one in zip(labels, shown, strict=True)]
    if len(found) > most:
        choices.append(Choice(walk.library.words.buttons.more, MORE, role="idea"))
    ask = walk.ask([*choices, *way_out(step)])
    texts = [f"{at}. {one.text}" for at, one in enumerate(shown, 1) if one.text]
    text = "\n\n".join([walk.wording(step), *texts])
    if step.sheet is None:
        walk.say(text, ask=ask, step=step.id)
    else:
        walk.say(text, kind="picture", media=f"{step.sheet}-{page}", alt=", ".join(labels), ask=ask, step=step.id)
    return Wait()


def _numbered(step: ListStep, one: Entry, at: int) -> str:
    """What stands in a picture or above the buttons is found by its number."""
    return f"{at}. {one.label}" if step.sheet or one.text else one.label


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
