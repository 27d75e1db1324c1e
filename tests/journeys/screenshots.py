"""Pictures of the main pages for docs/screenshots, on a phone and on a desk.

python -m tests.journeys.screenshots [ADDRESS DATA]     of the state that is open there; else of one of its own
"""

import io
import json
import os
import sys
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
WIDTHS = {"phone": 390, "desktop": 1280}
TALLEST = 2400  # points; what is longer is cut
PUBLIC = {
    "home": "",
    "search": "search/?q=деткие пособия",
    "procedure": "services/U200/1.3.2/",
    "catalogue": "services/",
    "sign-in": "account/sign-in/card/",
    "verify": "verify/",
}
PASSPORT, BLOCK = "main a[href$='/passport/']", "main a[href*='/passport/']:not([href$='.xlsx/'])"
# The twelve screens of steering: who looks, where, and which links they follow from there.
STEERING: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "steering-1-home": ("", "steering/", ()),
    "steering-2-programmes": ("", "steering/programmes/", ()),
    "steering-3-measure": ("initiator", "desk/measures/", ("main tr a >> nth=6",)),
    "steering-4-passport": ("initiator", "desk/measures/", ("main tr a >> nth=2", PASSPORT, BLOCK)),
    "steering-5-council": (
        "council_secretary",
        "desk/council/",
        ("main a[href*='/desk/council/']:not([href$='/new/'])",),
    ),
    "steering-6-systems": ("", "steering/systems/graph/", ()),
    "steering-7-rating": (
        "",
        "steering/indices/",
        ("main a[href*='/indices/']", "main a[href$='/ranks/']"),
    ),
    "steering-8-self-assessment": ("apparatus", "steering/self-assessment/", ()),
    "steering-9-procedures": ("", "steering/conversion/", ()),
    "steering-10-forecast": ("programme", "steering/programmes/2026-2030/forecast/", ()),
    "steering-11-obligations": ("programme", "steering/obligations/", ()),
    "steering-12-showcase": ("", "measures/", ()),
}


def keep(page: Page, name: str) -> None:
    """A compressed picture: 128 colours are enough for a page."""
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    shot = shot.crop((0, 0, shot.width, min(shot.height, TALLEST)))
    shot.quantize(128).save(FOLDER / f"{name}.png", optimize=True)


def take_all(browser: Browser, url: str, accounts: dict[str, dict[str, str]]) -> None:
    from tests.journeys.acts import sign_in_with_card  # noqa: PLC0415 - words need the settings
    from tests.journeys.running import Card  # noqa: PLC0415

    def open_page(language: str, width: int, card: dict[str, str] | None = None, **more) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800})
        context.scripts, context.complaints = True, []  # type: ignore[attr-defined]
        page = context.new_page()
        page.goto(f"{url}/{language}/")
        if card:
            one = Card(card["name"], card["card"], card["pin"])
            sign_in_with_card(page, one, **more)
        return page

    for device, width in WIDTHS.items():
        for language in ("be", "ru", "en"):
            page = open_page(language, width)
            for name, path in PUBLIC.items():
                if language == "be" or name in {"home", "procedure"}:
                    page.goto(f"{url}/{language}/{path}")
                    keep(page, f"{name}-{language}-{device}")
        citizen = open_page("be", width, accounts["alena"])
        citizen.goto(f"{url}/be/my/")
        keep(citizen, f"my-page-be-{device}")
        citizen.locator("main li.card h3 a").first.click()
        keep(citizen, f"case-be-{device}")
        citizen.goto(f"{url}/be/apply/U200/6.6/")
        keep(citizen, f"application-be-{device}")
        citizen.goto(f"{url}/be/my-data/journal/")
        keep(citizen, f"journal-be-{device}")
        clerk = open_page("be", width, accounts["clerk"], acting_for_body=True)
        clerk.goto(f"{url}/be/desk/")
        keep(clerk, f"desk-be-{device}")
        clerk.locator("main table a").first.click()
        keep(clerk, f"desk-case-be-{device}")


def take_steering(browser: Browser, url: str, accounts: dict[str, dict[str, str]]) -> None:
    """The twelve screens in Belarusian: everybody signs in once on each device."""
    from tests.journeys.acts import sign_in_with_card  # noqa: PLC0415 - words need the settings
    from tests.journeys.running import Card  # noqa: PLC0415

    for device, width in WIDTHS.items():
        seats: dict[str, Page] = {}
        for name, (who, path, links) in STEERING.items():
            if who not in seats:
                context = browser.new_context(viewport={"width": width, "height": 800})
                context.scripts, context.complaints = True, []  # type: ignore[attr-defined]
                seats[who] = context.new_page()
                seats[who].goto(f"{url}/be/")
                if who:
                    one = Card(accounts[who]["name"], accounts[who]["card"], accounts[who]["pin"])
                    sign_in_with_card(seats[who], one, acting_for_body=True)
            page = seats[who]
            page.goto(f"{url}/be/{path}")
            for link in links:
                page.locator(link).first.click()
                page.wait_for_load_state()
            keep(page, f"{name}-be-{device}")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
    django.setup()
    from tests.journeys.conftest import CHROMIUM, QUIET  # noqa: PLC0415
    from tests.journeys.running import running_state  # noqa: PLC0415

    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        if len(sys.argv) > 2:
            accounts = json.loads((Path(sys.argv[2]) / "accounts.json").read_text())
            for take in (take_all, take_steering):
                take(browser, sys.argv[1].rstrip("/"), accounts)
        else:
            with running_state() as state:
                for take in (take_all, take_steering):
                    take(browser, state.url, state.accounts)
        browser.close()


if __name__ == "__main__":
    main()
