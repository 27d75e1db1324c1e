"""A real browser on live pages: the gallery and public pages on a test server, the journeys on one whole state."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .acts import sign_in_with_card
from .pages import PICTURES, RULES
from .running import Running, running_state
from .ways import Way

CHROMIUM = (
    os.environ.get("RATUSHA_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or ""
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 60_000  # milliseconds for a page to come; a busy machine is slow
EXPECTED_NOISE = (
    "the server responded with a status of 4"  # a browser calls an answered mistake an error
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or set RATUSHA_CHROMIUM")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # Playwright keeps a loop; our queries are not in it
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def state(browser: Browser) -> Iterator[Running]:  # noqa: ARG001 - without a browser nothing is started
    with running_state() as running:
        yield running


def keep_scripts_away(context: BrowserContext) -> None:
    """None of the site's scripts arrives; ours still look at the page, as they could not where scripts are off."""
    context.route(
        "**/*.js*", lambda route: route.fulfill(status=200, body="", content_type="text/javascript")
    )


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # noqa: ARG001 - pytest's signature
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def way(request: pytest.FixtureRequest) -> Way:
    """How this run is walked: see `three_ways`."""
    return getattr(request, "param", Way())


@pytest.fixture
def at_site(
    browser: Browser, state: Running, way: Way, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """`at_site("ru", width=390, scripts=False)`: somebody at the first page, with a browser of their own.

    What is not said is as the way of the run. At the end nothing may have broken: no answer of 500 and no
    complaint of the browser.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def hear(page: Page) -> None:
        page.on(
            "console",
            lambda m: (
                complaints.append(f"{page.url}: {m.text}")
                if m.type == "error" and EXPECTED_NOISE not in m.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "response",
            lambda answer: (
                complaints.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None
            ),
        )

    def arrive(
        language: str = way.language,
        *,
        width: int = way.width,
        scripts: bool = way.scripts,
        known: str = "",
    ) -> Page:
        """`known`: the code of an official who is signed in already, from the last time."""
        context = browser.new_context(
            storage_state=state.visits.get(known),
            viewport={"width": width, "height": 800},
            locale={"be": "be-BY", "ru": "ru-BY", "en": "en-GB"}[language],
        )
        context.scripts = scripts  # type: ignore[attr-defined]  # so that a look knows
        context.complaints = complaints  # type: ignore[attr-defined]
        context.set_default_timeout(PATIENCE)
        if not scripts:
            keep_scripts_away(context)
        contexts.append(context)
        page = context.new_page()
        hear(page)
        page.goto(f"{state.url}/{language}/")
        return page

    yield arrive
    if request.node.stash.get(FAILED, False):
        for context in contexts:  # what everybody had before them when it went wrong
            for page in context.pages:
                print(f"\n--- {page.url}\n{page.locator('body').inner_text()}")  # noqa: T201
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def at_desk(at_site: Callable[..., Page], state: Running, way: Way) -> Callable[..., Page]:
    """`at_desk("clerk", "ru")`: an official at work, signed in by card the first time."""

    def sit_down(code: str, language: str = way.language, **options: Any) -> Page:
        page = at_site(language, known=code, **options)
        if code not in state.visits:
            sign_in_with_card(page, state.card(code), acting_for_body=True)
            state.visits[code] = page.context.storage_state()
        return page

    return sit_down


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`open_page("/be/", width=390, scripts=False)`: a page of the test server in a browser of its own."""
    contexts = []

    def go(address: str, *, width: int = 1280, scripts: bool = True, **options) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        if not scripts:
            keep_scripts_away(context)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.flaky(reruns=1))  # a busy machine may be too slow once
