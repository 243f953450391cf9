"""A film; the person says when it was watched, or reads what is told in it."""

from bot.content.models.steps import VideoStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk


def enter(walk: Walk, step: VideoStep) -> Outcome:
    """Shows the film and waits."""
    buttons = walk.library.words.buttons
    film = walk.library.films.get(step.film)
    choices = [Choice(buttons.watched, "watched"), Choice(buttons.rather_read, "read", role="skip")]
    walk.say(
        walk.wording(step),
        kind="video",
        media=step.film,
        alt=film.transcript if film else None,
        ask=walk.ask(choices),
        step=step.id,
    )
    return Wait()


def answer(walk: Walk, step: VideoStep, heard: Heard) -> Outcome:
    """Goes on, after the words of the film for who would rather read."""
    if heard.choice is None:
        return Again("press_please")
    film = walk.library.films.get(step.film)
    if heard.choice.value == "read" and film:
        walk.say(film.transcript, step=step.id)
    return Move(step.next)
