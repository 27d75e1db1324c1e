"""A child is born: several procedures in one sitting, and an offer that is confirmed in two clicks."""

import pytest

from .acts import (
    BENEFIT,
    CERTIFICATE,
    KINDERGARTEN,
    choose,
    go_on,
    open_case,
    sign_in_with_card,
    write_day,
)
from .pages import errors_of, follow, go, press, said, shows, text_of, wait_for
from .ways import three_ways

pytestmark = pytest.mark.journey
CARE = "U200/2.9"
CHOSEN = (KINDERGARTEN, BENEFIT, CERTIFICATE, CARE)


@three_ways(phone="be", bare="ru")
def test_a_child_is_born_and_everything_is_lodged_in_one_sitting(at_site, state):
    parent, card = at_site(), state.a_resident(parent=True)
    go(parent, "life/birth/")
    follow(parent, "Do several of these in one sitting")
    sign_in_with_card(parent, card)
    press(parent, "Continue")
    assert len(errors_of(parent)) == 1
    for code in CHOSEN:
        parent.locator(f"input[name=procedures][value='{code}']").check()
    press(parent, "Continue")

    asked = []
    while "/check/" not in parent.url:
        questions = parent.locator("input[name=questions]").get_attribute("value").split()
        asked += questions
        answer(parent, questions, card.children[0])
        go_on(parent)
        assert errors_of(parent) == []
    assert len(asked) == len(
        set(asked)
    )  # three of the four forms ask for the child, two for the work
    assert "child" in asked
    press(parent, "Lodge everything")

    references = parent.locator("main .ref").all_inner_texts()
    assert len(set(references)) == len(CHOSEN)
    open_case(parent, references[0])
    go(parent, "notifications/")
    assert parent.get_by_text(
        said(parent, "Lodged in one sitting: %(event)s").split("%")[0]
    ).count()


def answer(page, questions, child):
    """`child`: one that is small enough for a kindergarten."""
    for code in questions:
        match code:
            case "child":
                choose(page, "child", child)
            case "relation":
                choose(page, "relation", "parent")
            case "employed" | "student":
                choose(page, code, "no")
            case "family":
                choose(page, "family", "single")
            case "payment":
                choose(page, "payment", "post")
            case "wanted_from":
                write_day(page, "wanted_from", "2030-03-01")
            case "group_language":
                choose(page, "group_language", "be")


def test_an_offer_is_declined_for_good_by_one_parent_and_confirmed_in_two_clicks_by_the_other(
    at_site, state
):
    father = at_site("ru", width=390)
    sign_in_with_card(father, state.card("dzmitry"))
    offered = offer_on_my_page(father)
    follow(father, "Look and confirm")
    assert shows(father, "What will be lodged")
    address = father.url
    press(father, "No, thank you")
    assert offered.count() == 0
    father.goto(address)
    assert shows(
        father,
        "This offer has been answered, or its days are over. You can always apply by yourself.",
    )

    mother = at_site("en", scripts=False)
    sign_in_with_card(mother, state.card("alena"))
    offer_on_my_page(mother)
    follow(mother, "Look and confirm")  # one
    press(mother, "Confirm")  # two
    assert shows(mother, "Confirmed. Everything is lodged.") or "Confirmed" in text_of(mother)
    reference = mother.locator("main .ref").first.inner_text()
    open_case(mother, reference)


@pytest.mark.parametrize(
    ("language", "who", "scripts"), [("be", "halina", False), ("ru", "mikalai", True)]
)
def test_who_reaches_the_age_of_retirement_orders_all_papers_in_two_clicks(
    at_site, state, language, who, scripts
):
    page = at_site(language, width=390, scripts=scripts)
    sign_in_with_card(page, state.card(who))
    offer_on_my_page(page)
    follow(page, "Look and confirm")  # one
    press(page, "Confirm")  # two
    assert shows(page, "Confirmed. Everything is lodged.")
    references = page.locator("main .ref").all_inner_texts()
    assert len(set(references)) == 3  # the extract, the period of work, the salary
    open_case(page, references[0])


def offer_on_my_page(page):
    go(page, "my/")
    offered = page.get_by_text(said(page, "You have a right to this"))
    wait_for(page, offered)  # the worker has heard of the birth
    return offered
