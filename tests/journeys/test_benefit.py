"""A benefit for which another body must be asked: the term grows, and the person is told why."""

import pytest

from .acts import (
    BENEFIT,
    answer_for_another_body,
    begin_to_apply,
    choose,
    choose_first,
    download_decision,
    find_at_desk,
    go_on,
    lodge,
    open_case,
    sign_in_with_card,
    take_step,
    take_up,
    write,
)
from .pages import errors_of, said, shows, text_of
from .papers import text_in
from .ways import three_ways

pytestmark = pytest.mark.journey
TERMS = {"be": ("1 месяц", "10 дзён"), "ru": ("1 месяц", "10 дней"), "en": ("1 month", "10 days")}
TYPED, RIGHT = "BY13NBRB36009000", "BY13NBRB3600900000002Z00AB00"


@three_ways(phone="ru", bare="en")
def test_a_benefit_waits_for_the_fund_and_is_granted(at_site, at_desk, state, tmp_path, way):
    parent = at_site()
    begin_to_apply(parent, BENEFIT)
    sign_in_with_card(parent, state.a_resident(parent=True))
    choose_first(parent, "child")
    choose(parent, "relation", "parent")
    go_on(parent)
    choose(parent, "employed", "yes")
    go_on(parent)
    choose(parent, "payment", "account")
    go_on(parent)
    assert shows(parent, "Because of your answer there is one more question.")
    assert errors_of(parent) == []
    write(parent, "account", TYPED)
    go_on(parent)
    assert len(errors_of(parent)) == 1
    assert parent.locator("[name=account]").input_value() == TYPED
    write(parent, "account", RIGHT)
    go_on(parent)
    reference = lodge(parent)
    due_at_first = parent.locator("main p b time").first.get_attribute("datetime")

    official = at_desk("benefits")
    find_at_desk(official, reference)
    take_step(official, "accept")
    assert shows(official, "Wait for the answer of another body")

    open_case(parent, reference)
    due_now = parent.locator("main p b time").first.get_attribute("datetime")
    assert due_now > due_at_first
    parent.locator("details.term summary").click()
    explained = parent.locator("details.term").inner_text()
    for term in TERMS[way.language]:
        assert term in explained

    fund = at_desk("fund")
    answer_for_another_body(fund, reference, answer="held", employed="yes")

    find_at_desk(official, reference)
    assert said(official, "Check and decide") in text_of(official)
    take_up(official)
    take_step(official, "grant", note="Деньги придут на счёт до конца месяца.")

    open_case(parent, reference)
    assert shows(parent, "The decision: %(outcome)s", outcome=said(parent, "Granted").lower())
    paper = download_decision(parent, tmp_path)
    assert "Деньги придут на счёт" in text_in(paper)
