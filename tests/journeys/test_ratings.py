"""A finished case is rated, the organisation replies, words are released, everybody reads; and a quarter of before."""

import pytest

from .acts import begin_step, choose, find_at_desk, rate, sign_in_with_card, take_step, write
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .test_appeals import ANSWER, office_of, write_appeal
from .ways import three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
MARKS = {"simplicity": 5, "information": 4, "term": 2, "politeness": 5}
REPLY = "Дзякуй. Наступны раз адкажам раней."


def at_rating(official, words: str) -> None:
    """The newest stand on the last page."""
    go(official, "desk/ratings/?page=999")
    arrive(official, official.locator("main li.card", has_text=words).locator("a").first)


@three_ways(phone="be", bare="ru")
def test_a_case_is_rated_replied_to_and_read_by_everybody(at_site, at_desk, state, way):
    language, words = "ru" if way.language == "ru" else "be", f"Доўга чакалі ({way})."
    clerk = at_desk("clerk")
    person = at_site()
    sign_in_with_card(person, state.a_resident())
    reference = write_appeal(person, office_of(clerk), language, collective=False)
    find_at_desk(clerk, reference)
    take_step(clerk, "take-up")
    begin_step(clerk, "answer")
    choose(clerk, "result", "satisfy")
    write(clerk, "text", ANSWER[language])
    press(clerk, "Sign and send")

    go(person, f"appeals/{reference}/")
    rate(person, MARKS, words)
    follow(person, "See or change the marks")
    choose(person, "term", "1")
    press(person, "Change the marks")

    at_rating(clerk, words)
    assert shows(clerk, "Who gave the rating is not told.")
    assert reference not in text_of(clerk)
    follow(clerk, "Reply to the rating")
    press(clerk, "Reply to the rating")
    assert errors_of(clerk)
    write(clerk, "text", REPLY)
    press(clerk, "Reply to the rating")

    overseer = at_desk("council_secretary")
    at_rating(overseer, words)
    follow(overseer, "Release the words")
    press(overseer, "Release the words")

    go(clerk, "desk/ratings/")
    code = clerk.locator("main a[href*='/ratings/of/']").first.get_attribute("href") or ""
    anybody = at_site()
    go(anybody, f"{code.split('/', 2)[2]}?page=1")
    assert words in text_of(anybody)
    assert REPLY in text_of(anybody)
    go(person, f"ratings/case/{reference}/")
    assert REPLY in text_of(person)

    go(anybody, "ratings/")
    follow(anybody, "Quarter by quarter")
    arrive(anybody, anybody.locator("main ul.list a").first)
    arrive(anybody, anybody.locator("main table a").first)
    assert shows(anybody, "certainly better")
    assert shows(anybody, "Nothing has changed since this was made.")
