"""A procedure that the compiler made, and one that a person has mended: both from the first page to the answer."""

import pytest

from .acts import (
    begin_step,
    begin_to_apply,
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
    write_day,
)
from .pages import arrive, errors_of, said, shows
from .papers import text_in

pytestmark = pytest.mark.journey
COMPILED, MENDED = "U200/2.4", "U200/2.18"


def test_a_person_applies_on_a_form_that_the_compiler_made(at_site, at_desk, state):
    person = at_site("be", width=390, scripts=False)
    begin_to_apply(person, COMPILED)
    sign_in_with_card(person, state.a_resident())
    assert shows(person, "The state already knows this")
    go_on(person)
    write(person, "details", "Патрэбна для банка, за апошнія шэсць месяцаў.")
    go_on(person)
    reference = lodge(person)
    assert shows(
        person, "Your application is lodged. Its number is %(reference)s.", reference=reference
    )
    official = at_desk("benefits", "be", scripts=False)
    find_at_desk(official, reference)
    take_step(official, "accept")
    assert shows(official, "Check and decide")


def test_a_parent_gets_a_certificate_of_the_child_benefit(at_site, at_desk, state, tmp_path):
    parent = at_site("ru", width=390)
    begin_to_apply(parent, MENDED)
    sign_in_with_card(parent, state.a_resident(parent=True))
    go_on(parent)
    choose_first(parent, "child")
    write_day(parent, "from_day", "2026-01-01")
    write_day(parent, "to_day", "2090-01-01")
    go_on(parent)
    assert len(errors_of(parent)) == 1
    write_day(parent, "to_day", "2026-06-30")
    go_on(parent)
    reference = lodge(parent)

    official = at_desk("benefits", "ru")
    find_at_desk(official, reference)
    take_step(official, "accept")
    take_up(official)
    begin_step(official, "grant")
    arrive(official, official.locator("main form button").last)
    assert len(errors_of(official)) == 1  # a certificate of the amount that states no amount
    write(official, "note", "За каждый месяц выплачено 780 рублей.")
    arrive(official, official.locator("main form button").last)

    open_case(parent, reference)
    assert shows(parent, "The decision: %(outcome)s", outcome=said(parent, "Granted").lower())
    paper = text_in(download_decision(parent, tmp_path))
    assert "За каждый месяц выплачено 780 рублей." in paper
    assert "с 1 января 2026" in paper
