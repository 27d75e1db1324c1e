"""Every component in every state, in a browser: accessible, within a narrow screen, loud in focus."""

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _gallery(settings):
    settings.DEBUG = True


@pytest.mark.parametrize("language", ["be", "ru", "en"])
@pytest.mark.parametrize("query", ["", "?errors=1"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_component_is_accessible(  # noqa: PLR0917 - fixtures
    open_page, accessible, picture, language, query, width
):
    page = open_page(f"/{language}/gallery/{query}", width=width)
    picture(page, f"gallery{'-errors' if query else ''}-{language}-{width}")
    accessible(page)


def test_nothing_runs_out_of_a_screen_of_320_pixels(open_page):
    page = open_page("/be/gallery/?errors=1", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_large_text_does_not_run_out_either(open_page, live_server):
    page = open_page("/be/gallery/", width=390)
    page.context.add_cookies([{"name": "ratusha_view", "value": "large", "url": live_server.url}])
    page.reload()
    assert page.locator("html.large").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_error_summary_takes_the_focus(open_page):
    page = open_page("/en/gallery/?errors=1")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="“Date of birth” must be a real date, like 22 12 2026").click()
    assert page.evaluate("document.activeElement.id") == "id_born_day"


def test_an_error_summary_works_without_scripts(open_page):
    page = open_page("/en/gallery/?errors=1", scripts=False)
    page.get_by_role("link", name="“Date of birth” must be a real date, like 22 12 2026").click()
    assert page.url.endswith("#id_born_day")


def test_what_can_be_pressed_is_large_enough(open_page):
    page = open_page("/en/gallery/", width=390)
    small = page.evaluate(
        """[...document.querySelectorAll('.btn, .choice input, .input, header a, footer a, summary, .pages a')]
        .map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect(), getComputedStyle(e, '::after')])
        .filter(([html, box, after]) => box.height && box.height < 43.5
            && box.height - 2 * parseFloat(after.top || 0) < 43.5)
        .map(([html, box]) => html + ' ' + box.height)"""
    )
    assert small == []
