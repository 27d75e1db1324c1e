"""A lawyer takes a pasted row of the law to a published procedure, and a person files it: in under ten minutes."""

import time

import pytest

from .acts import begin_to_apply, go_on, lodge, sign_in_with_card
from .pages import arrive, errors_of, follow, go, press, shows, text_of

pytestmark = pytest.mark.journey
CODE = "U200/2.27"
# The number and the name are of the list; what the other cells say is made up for the test.
ROW = """2.27. Выдача справки о неполучении пенсии
паспорт или иной документ, удостоверяющий личность
бесплатно
5 дней со дня обращения
бессрочно
"""
MINUTES = 10
READING = 4  # seconds that a person looks at a phrase before pressing


def test_a_pasted_row_becomes_a_procedure_that_a_person_files(at_site, at_desk, state):
    began = time.monotonic()
    reviewer = at_desk("law_reviewer", "be")
    go(reviewer, "law/workshop/")
    press(reviewer, "Compile")
    assert errors_of(reviewer)
    reviewer.locator("#id_text").fill(ROW)
    press(reviewer, "Compile")
    assert CODE in text_of(reviewer)
    press(reviewer, "I have checked it")
    assert errors_of(reviewer), "phrases are open"

    definition = reviewer.locator("#id_text")
    right = definition.input_value()
    definition.fill(right.replace("base: 5 days", "base: five days"))
    press(reviewer, "Save and check")
    assert reviewer.locator("#definition ~ table td code", has_text="base: five days").count() == 1
    reviewer.locator("#id_text").fill(right)
    press(reviewer, "Save and check")
    assert shows(reviewer, "no mistakes")

    boxes = reviewer.locator("input[name=right]")
    phrases = boxes.count()
    for number in range(phrases):
        boxes.nth(number).focus()
        reviewer.keyboard.press("Space")
    press(reviewer, "Save what I settled")
    press(reviewer, "Try out the scenarios")
    assert shows(reviewer, "Nothing stands in the way of putting it into force.")
    press(reviewer, "I have checked it")
    assert shows(
        reviewer, "You have checked this definition yourself. Another lawyer puts it into force."
    )

    publisher = at_desk("law_publisher", "be", width=390, scripts=False)
    go(publisher, "law/workshop/")
    arrive(publisher, publisher.locator("main table a").first)
    press(publisher, "Publish")
    assert shows(publisher, "Published.")

    person = at_site("ru", width=390)
    begin_to_apply(person, CODE)
    sign_in_with_card(person, state.a_resident())
    while "/check/" not in person.url:
        go_on(person)
    reference = lodge(person)
    assert shows(
        person, "Your application is lodged. Its number is %(reference)s.", reference=reference
    )
    seconds = time.monotonic() - began + phrases * READING
    assert seconds < MINUTES * 60
    follow(person, "My cases")
