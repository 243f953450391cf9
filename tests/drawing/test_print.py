"""Cards come out of the printer one or two on a page, without the table that they lay on."""

import re
import zlib

import pytest

from bot.content.loader import read
from bot.drawing.card import PAPER, SIZE, draw
from bot.drawing.print import EDGE, PerPage, sheet
from tests.content.folders import HOUSE

CONTENT = read(HOUSE)[0]


def cards(count: int) -> list[bytes]:
    designs = CONTENT.cards.designs[:count]
    files = [HOUSE / "media" / CONTENT.pictures[design.picture].file for design in designs]
    return [draw(file, text="Zomaar een kaartje.", names=["Tim"]) for file in files]


def told(pdf: bytes) -> bytes:
    """Everything in a PDF that is no picture, unpacked."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(zlib.decompress(one) for one in found if one[:1] == b"\x78")


@pytest.mark.parametrize(("count", "per_page", "pages"), [(1, 1, 1), (3, 1, 3), (2, 2, 1), (3, 2, 2)])
def test_each_page_holds_as_many_cards_as_asked(count: int, per_page: PerPage, pages: int) -> None:
    made = sheet(cards(count), per_page=per_page)
    assert made.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", told(made))) == pages
    assert len(re.findall(rb"/Subtype /Image", told(made))) == count


@pytest.mark.parametrize(("per_page", "size"), [(1, (595, 842)), (2, (842, 595))])
def test_a_page_is_a_sheet_of_a4(per_page: PerPage, size: tuple[int, int]) -> None:
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", told(sheet(cards(per_page), per_page=per_page)))
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == size


def test_the_table_under_the_card_is_not_printed() -> None:
    """What is seen of the picture is cut to its paper: so much narrower and lower, and as far from its corner."""
    rectangle = rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\s+W"
    found = re.findall(rectangle, told(sheet(cards(1))))
    (left, top, wide, high), (from_, above, across, down) = ([float(one) for one in row] for row in found[:2])
    scale = across / SIZE[0]
    assert (wide / scale, high / scale) == pytest.approx(
        (PAPER[2] - PAPER[0] - 2 * EDGE, PAPER[3] - PAPER[1] - 2 * EDGE), abs=0.1
    )
    assert ((left - from_) / scale, (top - above) / scale) == pytest.approx((PAPER[0] + EDGE, PAPER[1] + EDGE), abs=0.1)
    assert down / scale == pytest.approx(SIZE[1])
