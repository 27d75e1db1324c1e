"""Five certificates with one press, and what each person is owed all the same."""

import pytest

from .acts import find_at_desk, lodge_certificate, open_case, sign_in_with_card, take_step, take_up
from .pages import arrive, go, press, shows, text_of

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(("language", "width", "scripts"), [("be", 390, False)])
def test_five_certificates_are_granted_with_one_press(  # noqa: PLR0917 - fixtures
    at_site, at_desk, state, language, width, scripts
):
    person = at_site(language, scripts=scripts)
    sign_in_with_card(person, state.a_resident())
    lodged = [lodge_certificate(person) for _once in range(5)]
    clerk = at_desk("clerk", language, width=width, scripts=scripts)
    for reference in lodged:
        find_at_desk(clerk, reference)
        take_step(clerk, "accept")
        take_up(clerk)

    go(clerk, "desk/?show=mine")
    press(clerk, "Grant together")
    assert shows(clerk, "Choose at least one case in the queue.")
    go(clerk, "desk/?show=mine")
    for reference in lodged:
        clerk.locator(f"input[name=case][value='{reference}']").check()
    press(clerk, "Grant together")
    assert clerk.locator("main input[name=case]:checked").count() == 5
    press(clerk, "Grant all that are ticked")
    assert all(reference in text_of(clerk) for reference in lodged)
    arrive(clerk, clerk.locator("main a", has_text=lodged[0]).first)

    open_case(person, lodged[-1])
    assert shows(person, "Open the document (PDF)")
