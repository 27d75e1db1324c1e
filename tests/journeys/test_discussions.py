"""A discussion of statements: answered, added to, read by a moderator, drawn in groups, closed with what was heard."""

import pytest

from ratusha.kernel.pack import pack

from .acts import choose, sign_in_with_card, write
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .test_consultations import open_thing

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
TOLD = pack().yaml("demonstration/consultations.yaml")
TITLE, ENDED = TOLD["discussion"]["title"], TOLD["ended"]["discussion"]
HEARD = "Дрэвам аддаём чвэрць стаянкі, пра астатняе спытаем кожны пад’езд."


def answer_all(page) -> None:
    """Agree, disagree and pass in turn, until nothing is asked; who has answered all is not asked again."""
    if not shows(page, "Answer statements"):
        return
    follow(page, "Answer statements")
    for turn in range(20):
        if "/answer/" not in page.url:
            return
        arrive(page, page.locator("#id_says button").nth(turn % 3))
    pytest.fail("the statements do not end")


def test_statements_are_answered_on_a_phone_and_without_scripts_and_the_body_says_what_it_heard(
    at_site, at_desk, state
):
    alena = at_site("be", width=390)
    sign_in_with_card(alena, state.card("alena"))
    open_thing(alena, TITLE)
    answer_all(alena)
    assert shows(alena, "Only you see this.")
    follow(alena, "Propose a statement")
    press(alena, "Propose a statement")
    assert errors_of(alena)
    choose(alena, "language", "be")
    write(alena, "text", "Няхай двор убачаць з даху: патрэбна мапа.")
    press(alena, "Propose a statement")

    moderator = at_desk("consultations", "en")
    go(moderator, "desk/consultations/")
    arrive(moderator, moderator.locator("main a", has_text=TITLE).first)
    arrive(moderator, moderator.locator("main li", has_text="Няхай двор").locator("a").first)
    press(moderator, "Admit the statement")

    dzmitry = at_site("ru", scripts=False)
    sign_in_with_card(dzmitry, state.card("dzmitry"))
    open_thing(dzmitry, TITLE)
    answer_all(dzmitry)
    assert shows(dzmitry, "Groups of opinion")

    code = state.as_application("discussion_ended.py").strip()
    go(moderator, f"desk/consultations/discussions/{code}/")
    follow(moderator, "Say what you have heard")
    write(moderator, "conclusion", HEARD)
    press(moderator, "Say what you have heard")

    go(dzmitry, f"consultations/discussions/{code}/")
    assert HEARD in text_of(dzmitry)
    assert shows(dzmitry, "This discussion has ended.")


def test_what_ended_last_week_is_read_by_everybody_and_in_the_digest(at_site, at_desk):
    anybody = at_site("en", width=390)
    open_thing(anybody, ENDED["title"])
    assert ENDED["conclusion"] in text_of(anybody)
    deputy = at_desk("committee", "be", width=390)
    go(deputy, "committee/digests/")
    arrive(deputy, deputy.locator("main ul.list a").first)
    told = text_of(deputy)
    for words in (ENDED["title"], ENDED["statements"][0], TOLD["ended"]["petition"]["title"]):
        assert words in told
