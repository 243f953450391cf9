"""All parts together, by the names that the content uses."""

from bot.circle import (
    absence,
    agenda,
    appointments,
    asking,
    buddies,
    buddy_click,
    buddy_life,
    buddy_together,
    card,
    card_post,
    card_round,
    cards,
    coach_day,
    coffee,
    groups,
    intake,
    intake_own,
    inviting,
    lead_view,
    linking,
    logbook,
    order,
    own,
    people,
    prepare,
    taking,
    talking,
    wishing,
    yes,
)
from bot.circle.parts import Doer, Lister, Part, Timed, Viewer

PARTS: tuple[Part, ...] = (
    yes.PART,
    wishing.PART,
    asking.PART,
    taking.PART,
    talking.PART,
    people.PART,
    card.PART,
    cards.PART,
    card_round.PART,
    card_post.PART,
    coach_day.PART,
    appointments.PART,
    agenda.PART,
    groups.PART,
    coffee.PART,
    logbook.PART,
    order.PART,
    inviting.PART,
    linking.PART,
    absence.PART,
    own.PART,
    lead_view.PART,
    intake.PART,
    intake_own.PART,
    prepare.PART,
    buddies.PART,
    buddy_click.PART,
    buddy_life.PART,
    buddy_together.PART,
)

LISTS: dict[str, Lister] = {name: one for part in PARTS for name, one in part.lists.items()}
VIEWS: dict[str, Viewer] = {name: one for part in PARTS for name, one in part.views.items()}
DEEDS: dict[str, Doer] = {name: one for part in PARTS for name, one in part.deeds.items()}
LEAVING: tuple[Doer, ...] = tuple(one for part in PARTS for one in part.leaving)
TIMED: dict[str, Timed] = {name: one for part in PARTS for name, one in part.timed.items()}
