"""A real browser on the live pages; every page visited can be checked with axe and kept as a picture."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("RATUSHA_CHROMIUM") or shutil.which("chromium") or ""
PICTURES = os.environ.get("RATUSHA_PICTURES", "")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or set RATUSHA_CHROMIUM")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # Playwright keeps a loop; our queries are not in it
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`open_page("/be/", width=390, scripts=False)`: a page in a browser of its own."""
    contexts = []

    def go(address: str, *, width: int = 1280, scripts: bool = True, **options) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(live_server.url + address)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """No violation that axe can find; the message names the rule and the places."""

    def check(page: Page) -> None:
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(page.url, v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []

    return check


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Keep a picture of the whole page in RATUSHA_PICTURES, when it is set."""

    def take(page: Page, name: str) -> None:
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)

    return take
