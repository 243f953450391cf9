"""Draws one picture for a guide: a page of our own, shown by a real browser, kept as a small PNG."""

from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Undefined
from PIL import Image
from playwright.async_api import Browser

from bot.bootstrap import CONTENT
from bot.drawing.fonts import UPRIGHT

PAGES = Path(__file__).parent / "pages"
PICTURES = Path(__file__).parents[2] / "docs/guides/pictures"
SCHEMATIC = {
    "en": "Schematic: the real screen looks a little different.",
    "nl": "Een tekening: het echte scherm is wat anders.",
}
SENT = {"en": "Drawn from what Opstap really sent.", "nl": "Getekend naar wat Opstap echt stuurde."}
COLOURS = 192
SHARP = 2


class Easel:
    """Keeps pictures in `folder`."""

    def __init__(self, browser: Browser, folder: Path = PICTURES) -> None:
        self._browser = browser
        self._folder = folder
        self._pages = Environment(
            loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, undefined=Undefined
        )

    async def draw(
        self, name: str, template: str, *, language: str = "en", note: str = "", real: bool = False, **facts: Any
    ) -> None:
        """One picture from a template."""
        html = self._pages.get_template(template).render(
            font=UPRIGHT.as_uri(), icon=(CONTENT / "media/icon/icon-192.png").as_uri(),
            language=language, note=note, real=real, **facts,
        )  # fmt: skip
        # A file, so that the page may show other files.
        file = self._folder / f".{name}.html"
        file.write_text(html, "utf-8")
        page = await self._browser.new_page(viewport={"width": 1240, "height": 800}, device_scale_factor=SHARP)
        try:
            await page.goto(file.as_uri())
            await page.evaluate("document.fonts.ready")
            self.keep(name, await page.locator("body").screenshot())
        finally:
            await page.close()
            file.unlink()

    def keep(self, name: str, png: bytes) -> None:
        """With few colours: a drawing of ours has no more, and a guide must be light to open."""
        with Image.open(BytesIO(png)) as image:
            few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(self._folder / f"{name}.png", optimize=True)
