"""A lawyer takes a pasted row of the law to a published procedure, and a person files it: in under ten minutes."""

import time

import pytest

from .acts import begin_to_apply, go_on, lodge, sign_in_with_card
from .pages import arrive, errors_of, follow, go, press, said, shows, text_of

pytestmark = pytest.mark.journey
# The number and the name are of the list; what the other cells say is made up for the test.
ROW = """{number}. {name}
паспорт или иной документ, удостоверяющий личность
бесплатно
5 дней со дня обращения
бессрочно
"""
WAYS = [
    ("be", True, "2.27", "Выдача справки о неполучении пенсии"),
    ("ru", False, "2.26", "Выдача справки о размере получаемой пенсии"),
    ("en", True, "2.31", "Выдача справки о регистрации гражданина в качестве безработного"),
]
SHORT = {
    "be": "Даведка з майстэрні",
    "ru": "Справка из мастерской",
    "en": "Reference of the workshop",
}
MINUTES = 10
READING = 4  # seconds that a person looks at a phrase before pressing


@pytest.mark.parametrize("walk", WAYS, ids=lambda walk: walk[0])
def test_a_pasted_row_becomes_a_procedure_that_a_person_files(at_site, at_desk, state, walk):
    language, scripts, number, name = walk
    code, began = f"U200/{number}", time.monotonic()
    reviewer = at_desk("law_reviewer", language, scripts=scripts)
    take_in(reviewer, code, ROW.format(number=number, name=name))
    mend_by_hand(reviewer)
    mend_by_sections(reviewer)
    phrases = settle(reviewer, keys=scripts)
    press(reviewer, "Try out the scenarios")
    assert shows(reviewer, "Nothing stands in the way of putting it into force.")
    press(reviewer, "I have checked it")
    assert shows(
        reviewer, "You have checked this definition yourself. Another lawyer puts it into force."
    )

    publisher = at_desk("law_publisher", language, width=390, scripts=not scripts)
    go(publisher, "law/workshop/")
    arrive(publisher, publisher.locator("main table tr", has_text=code).get_by_role("link"))
    press(publisher, "Publish")
    assert shows(publisher, "Published.")

    person = at_site(language, width=390)
    begin_to_apply(person, code)
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
    assert SHORT[language] in text_of(person)


def take_in(reviewer, code, row):
    go(reviewer, "law/workshop/")
    press(reviewer, "Compile")
    assert errors_of(reviewer)
    reviewer.locator("#id_text").fill(row)
    press(reviewer, "Compile")
    assert code in text_of(reviewer)
    press(reviewer, "I have checked it")
    assert errors_of(reviewer), "phrases are open"


def mend_by_hand(reviewer):
    """A mistake in the text is told with its line, and mended."""
    definition = reviewer.locator("#id_text")
    right = definition.input_value()
    definition.fill(right.replace("base: 5 days", "base: five days"))
    press(reviewer, "Save and check")
    assert reviewer.locator("#definition ~ table td code", has_text="base: five days").count() == 1
    reviewer.locator("#id_text").fill(right)
    press(reviewer, "Save and check")
    assert shows(reviewer, "no mistakes")


def mend_by_sections(reviewer):
    """The same text by forms: a short name, and a question that is made, seen in three languages and taken out."""
    draft = reviewer.url
    follow(reviewer, "Change it section by section")
    follow(reviewer, "Titles and level")
    reviewer.locator("[id='id_title-be']").fill("")
    press(reviewer, "Save and check")
    assert errors_of(reviewer)
    reviewer.locator("[id='id_title-be']").fill("Назва, якую напісаў юрыст")
    for language, words in SHORT.items():
        reviewer.locator(f"[id='id_short-{language}']").fill(words)
    press(reviewer, "Save and check")
    assert shows(reviewer, "Saved and checked.")

    follow(reviewer, "Sections")
    press(reviewer, "Add a page")
    press(reviewer, "Add a question to this page")
    for language in SHORT:
        reviewer.locator(f"[id='id_label-{language}']").fill(f"? {language}")
    press(reviewer, "Save and check")
    assert [reviewer.locator(f"#seen-{one} ~ ol li").inner_text() for one in SHORT] == [
        "? be",
        "? ru",
        "? en",
    ]
    press(reviewer, "Take it out")
    page = reviewer.locator("main table tr", has_text=said(reviewer, "Page of the form")).last
    arrive(reviewer, page.get_by_role("link"))
    press(reviewer, "Take it out")
    reviewer.goto(draft)
    assert shows(reviewer, "no mistakes")


def settle(reviewer, *, keys):
    """Every phrase is accepted: by its key, or without scripts by Space; returns how many there were."""
    boxes = reviewer.locator("input[name=right]")
    phrases = boxes.count()
    if keys:
        arrive(reviewer, reviewer.get_by_role("link", name=said(reviewer, "Keys"), exact=True))
        reviewer.go_back()
        reviewer.locator("h1").click()
        reviewer.keyboard.press("j")
        for _each in range(phrases):
            reviewer.keyboard.press("a")
        assert reviewer.locator("input[name=right]:checked").count() == phrases
        with reviewer.expect_navigation():
            reviewer.keyboard.press("s")
    else:
        for number in range(phrases):
            boxes.nth(number).focus()
            reviewer.keyboard.press("Space")
        press(reviewer, "Save what I settled")
    assert reviewer.locator("input[name=right]").count() == 0
    return phrases
