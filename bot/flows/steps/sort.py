"""Cards that are laid on a pile, one by one."""

from bot.content.models.steps import Item, SortStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk

PASSED = "-"
"""The pile of a card that was passed over; it is not saved."""


def enter(walk: Walk, step: SortStep) -> Outcome:
    """Says what to do, and shows the first card that was not laid down yet."""
    own = {card.value for card in step.cards}
    walk.session.sorted = {card: pile for card, pile in walk.session.sorted.items() if card in own}
    walk.say(walk.wording(step), step=step.id)
    return _show(walk, step, _open(walk, step) or step.cards[0])


def answer(walk: Walk, step: SortStep, heard: Heard) -> Outcome:
    """Lays the card down and shows the next one; after the last the piles are kept."""
    card = _open(walk, step)
    if heard.choice is None or card is None:
        return Again("not_understood")
    pile = PASSED if heard.choice.role == "skip" else heard.choice.value
    walk.session.sorted[card.value] = pile
    left = _open(walk, step)
    if left is not None:
        return _show(walk, step, left)
    _keep(walk, step)
    walk.session.sorted = {}
    return Move(step.next)


def _open(walk: Walk, step: SortStep) -> Item | None:
    return next((card for card in step.cards if card.value not in walk.session.sorted), None)


def _show(walk: Walk, step: SortStep, card: Item) -> Outcome:
    piles = [Choice(pile.label, pile.value) for pile in step.piles]
    passing = [Choice(step.skip, "skip", role="skip")] if step.skip else []
    walk.say(card.label, ask=walk.ask([*piles, *passing]), step=step.id)
    return Wait()


def _keep(walk: Walk, step: SortStep) -> None:
    laid = {card: pile for card, pile in walk.session.sorted.items() if pile != PASSED}
    if not laid:
        return
    lines = []
    for pile in step.piles:
        cards = [card.label for card in step.cards if laid.get(card.value) == pile.value]
        if cards:
            lines.append(f"{pile.label}: {walk.library.words.listed(cards)}.")
    walk.save(step.save, laid, "\n".join(lines))
