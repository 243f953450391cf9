"""The browser of the tests: a real Chromium, without what only a person at a desk needs."""

from playwright.async_api import Browser, Playwright

PROGRAM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-software-rasterizer",
    "--num-raster-threads=1",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-breakpad",
    "--disable-sync",
)
"""Each of the last eight is a process, or work, of which no test sees anything."""


async def launched(playwright: Playwright, *more: str) -> Browser:
    """Starts it; `more` flags for who needs a microphone."""
    return await playwright.chromium.launch(executable_path=PROGRAM, args=[*FLAGS, *more])
