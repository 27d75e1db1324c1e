"""What every page owes to everybody, looked at after every press; and the words of a page in its own language."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Locator, Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what is right is not told at length
}
PICTURES = os.environ.get("RATUSHA_PICTURES", "")  # a folder for pictures of every page
ANY_DIGIT = re.compile(r"\d")
ALREADY_FINE: dict[tuple[str, int, str], set[str]] = {}  # kinds of elements, by page
FACTS = """() => ({
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  title: document.title,
  wide: document.documentElement.scrollWidth - window.innerWidth,
  summary: Boolean(document.querySelector('.error-summary')),
  focused: document.activeElement && document.activeElement.classList.contains('error-summary'),
  kinds: [...new Set([...document.querySelectorAll('body *')].map(e => e.parentElement.tagName + '.'
    + e.parentElement.className + '>' + e.tagName + '.' + e.className + '[' + e.getAttributeNames().join() + ']'
    + (e.textContent.trim() ? '+' : '')))],
  lost: [...document.querySelectorAll('.error-summary a')].map(a => a.hash)
    .filter(hash => !hash || !document.getElementById(hash.slice(1))),
})"""


def page_of(url: str) -> str:
    """The address of a page without what it is about: numbers of cases, codes, what was searched for."""
    return "/".join(
        "*" if ANY_DIGIT.search(part) else part for part in urlsplit(url).path.split("/")
    )


def language_of(page: Page) -> str:
    return page.url.split("/")[3][:2]


def said(page: Page, words: str, **values: object) -> str:
    """A sentence of the site in the language of the page; `values` fill its placeholders."""
    with translation.override(language_of(page)):
        text = gettext(words)
    return text % values if values else text


def look(page: Page) -> None:
    """No violation of WCAG 2.2 AA that a machine can find; a mistake is said first, and reached from its summary."""
    page.wait_for_load_state()
    facts = page.evaluate(FACTS)
    assert page.context.complaints == []  # type: ignore[attr-defined]  # broken answers, stopped scripts
    where = f"{page.url} ({facts['title']})"
    assert facts["language"] == language_of(page), where
    assert facts["headings"] == 1, where
    assert facts["title"].endswith(said(page, "Ratusha")), where
    assert facts["wide"] <= 0, f"wider than its screen: {where}"
    wrong = said(page, "Error:")
    assert facts["title"].startswith(wrong) == facts["summary"], where
    if facts["summary"]:
        assert facts["lost"] == [], f"the error summary leads nowhere: {where}"
        if page.context.scripts:  # type: ignore[attr-defined]  # both are set by `at_site`
            assert facts["focused"], f"the error summary has not the focus: {where}"
    width = page.viewport_size["width"]  # type: ignore[index]  # each context has one
    fine = ALREADY_FINE.setdefault((facts["language"], width, page_of(page.url)), set())
    if fine.issuperset(facts["kinds"]):
        return  # this page has been examined with all kinds of elements that it has now
    if PICTURES:
        name = page_of(page.url).strip("/").replace("/", "-") + (
            "-error" if facts["summary"] else ""
        )
        page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{len(fine)}.png", full_page=True)
    found = Axe().run(page, options=RULES).response["violations"]
    told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert told == [], f"{where}: {told}"
    fine.update(facts["kinds"])


def arrive(page: Page, at: Locator) -> None:
    """Press what leads to another page, wait until it has come, and look at it."""
    with page.expect_navigation():
        at.click()
    look(page)


def press(page: Page, words: str, **values: object) -> None:
    """Press the button that says this, and look at the page that comes."""
    arrive(page, page.get_by_role("button", name=said(page, words, **values), exact=True).first)


def follow(page: Page, words: str, **values: object) -> None:
    """Follow the first link that says this, and look at the page that comes."""
    places = page.locator("main, footer, header")
    arrive(page, places.get_by_role("link", name=said(page, words, **values)).first)


def go(page: Page, path: str) -> None:
    """Type an address of the site, without its language."""
    start = "/".join(page.url.split("/")[:3])
    page.goto(f"{start}/{language_of(page)}/{path}")
    look(page)


def wait_for(page: Page, thing: Locator, tries: int = 60) -> None:
    """Come back to the page, as a person would, until what the worker brings is there."""
    for _once in range(tries):
        if thing.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    look(page)
    assert thing.count(), f"it did not come: {page.url}"


def shows(page: Page, words: str, **values: object) -> bool:
    return plain(said(page, words, **values)) in text_of(page)


def text_of(page: Page) -> str:
    return plain(page.locator("main").inner_text())


def plain(text: str) -> str:
    """Without what only sets the lines: breaks, and spaces that keep words together."""
    return " ".join(text.split())


def errors_of(page: Page) -> list[str]:
    return [" ".join(one.split()) for one in page.locator(".error-summary li").all_inner_texts()]
