"""A case is kept long enough: one official proposes to erase it, another confirms, and only figures stay."""

import json

import pytest

from .acts import find_at_desk, lodge_certificate, sign_in_with_card, withdraw, write
from .pages import errors_of, follow, go, press, shows, text_of, wait_for

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]
YEARS = "6"  # one more than the sample term


def test_a_case_is_erased_by_two_officials_and_its_figures_stay(at_site, at_desk, state):
    person = at_site("be", width=390, scripts=False)
    sign_in_with_card(person, state.a_resident())
    gone, held = lodge_certificate(person), lodge_certificate(person)
    for reference in (gone, held):
        go(person, f"cases/{reference}/")
        withdraw(person)
        state.as_application("aged.py", reference, YEARS)
    figures = figures_of(state)

    told = json.loads(state.ratusha("records", "dispose", "--dry-run", "--format", "json").stdout)
    assert {gone, held} <= {one["reference"] for one in told["due"]}

    head = at_desk("head", "ru")
    find_at_desk(head, held)
    follow(head, "Hold this case")
    press(head, "Hold this case")
    assert len(errors_of(head)) == 2
    write(head, "reason", "Справа ў судзе")
    write(head, "legal_source", "Закон № 433-З, арт. 30")
    press(head, "Hold this case")
    assert shows(head, "The case is held.")

    go(head, "desk/")
    follow(head, "Disposal of records")
    press(head, "Look for cases whose term is over")
    assert gone in text_of(head)
    assert held not in text_of(head)
    act = head.url
    press(head, "Propose to erase these cases")
    assert shows(head, "You proposed this act: another official confirms it.")
    assert not head.locator("a[href$='/confirm/']").count()

    clerk = at_desk("clerk", "en")
    clerk.goto(act.replace("/ru/", "/en/"))
    follow(clerk, "Confirm")
    press(clerk, "Confirm and erase")
    wait_for(clerk, clerk.locator(".tag.ok", has_text="erased"), tries=150)

    assert person.request.get(person.url.replace(held, gone)).status == 404
    go(person, f"cases/{held}/")
    assert held in text_of(person)
    assert figures_of(state) == figures
    go(clerk, "desk/")
    clerk.locator("#q").fill(gone)
    press(clerk, "Find")
    assert shows(clerk, "No case with this number at your desk")


def figures_of(state):
    """The share in term and the marks as they are published, counted anew."""
    return json.loads(state.as_application("figures.py").splitlines()[-1])
