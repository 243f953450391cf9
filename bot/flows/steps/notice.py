"""A message with buttons that stay valid, whatever else is asked meanwhile."""

from bot.content.models.circle_steps import NoticeStep
from bot.flows.outcomes import Heard, Move, Outcome
from bot.flows.steps.look import show
from bot.flows.walk import Walk
from bot.messages import Ask, Button

STANDS = "@"
"""A button's data that begins with this opens a flow (`@flow:id`), and stays valid."""


def enter(walk: Walk, step: NoticeStep) -> Outcome:
    """Says it and goes on; of what is no longer there nothing is said."""
    about = walk.id_of(step.about)
    facts = walk.around.facts(step.of, about)
    if facts is None:
        return Move(step.next)
    with walk.seeing(facts):
        buttons = tuple(Button(walk.fill(one.label), f"{STANDS}{one.flow}:{about}") for one in step.buttons)
        ask = Ask(seq=0, buttons=buttons) if buttons else None
        show(walk, walk.wording(step).strip(), facts, card=step.card, ask=ask, step=step.id)
    return Move(step.next)


def answer(walk: Walk, step: NoticeStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
