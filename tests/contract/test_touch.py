"""What fingers do: a wrong code, a used one, a button twice, an old button."""

from tests.contract.phone import same
from tests.contract.someone import Someone
from tests.contract.stage import Stage
from tests.contract.theatre import on_every_way

WRONG = "ABCDE-FGH23"


@on_every_way
async def test_a_double_press_is_one_answer_and_an_old_button_gets_a_kind_one(stage: Stage) -> None:
    karin = await stage.settles("Karin")
    courses = karin.phone.finds("Naar de cursussen")
    assert len(await karin.taps(courses, courses)) == 1
    course = karin.phone.finds("Uitgangspunten")
    await karin.taps(course)
    asked = karin.question.text
    again = await karin.taps(courses)
    assert again[0] == "Dit is al klaar. Hier zijn we nu gebleven."
    assert karin.question.text == asked


@on_every_way
async def test_a_wrong_code_and_a_used_one_are_refused_with_the_same_kind_words(stage: Stage) -> None:
    karin, code = await stage.invites("Karin")
    stranger, _ = await stage.invites("Jan")
    wrong = await refused(stranger, WRONG)
    await karin.enters(code)
    assert karin.read, "the right code lets in"
    assert await refused(stranger, code) == wrong
    assert all(one in wrong for one in ("Met deze code lukt het niet.", "Een code werkt 1 keer."))


async def refused(someone: Someone, code: str) -> str:
    """What somebody reads who does not come in."""
    await someone.enters(code)
    said = someone.newest.text if someone.read else someone.phone.refusal
    return same(said)
