"""What a lead sees: how many take part and how many wait; never what is said, nor how far people are."""

from collections.abc import Mapping

from bot.circle import saying
from bot.circle.coach_day import who_waits
from bot.circle.parts import Ask, Part
from bot.circle.people import is_a, takes_part

FEW = 5
"""Nothing is told of groups smaller than this."""


def _overview(ask: Ask) -> Mapping[str, str] | None:
    if not is_a(ask.on, ask.me, "lead"):
        return None
    on = ask.on
    people = on.unit.people.by_ids(on.unit.circle.who_is("employee", ask.me.organisation_id))
    words = on.library.words.circle.coach
    invited, active = len(people), sum(map(takes_part, people.values()))
    waits = on.unit.attention.unclaimed(people)
    facts = {"invited": str(invited), "active": _number(active, words.few)} if invited >= FEW else {}
    facts |= {"few": "no" if facts else "yes", "waits": str(len(waits))}
    mine = [text for text, _ in who_waits(on, ask.me).values()]
    if mine:
        facts["mine"] = saying.listed(on, mine)
    coaches = on.unit.circle.who_is("coach", ask.me.organisation_id)
    names = on.unit.people.names(coaches)
    if names:
        facts["coaches"] = saying.listed(on, [names[one] for one in coaches if one in names])
    away = [names[one] for one in coaches if one in names and on.unit.circle.away_until(one, saying.today(on))]
    if away:
        facts["away"] = saying.listed(on, away)
    return facts


def _number(count: int, few: str) -> str:
    return str(count) if count >= FEW else few


PART = Part(views={"overview": _overview})
