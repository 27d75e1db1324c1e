"""When the decision is wrong: the applicant complains, or somebody whose rights it touches."""

import pytest

from .acts import (
    begin_step,
    choose,
    choose_first,
    find_at_desk,
    lodge_certificate,
    open_case,
    sign_in_with_card,
    status_of,
    take_step,
    take_up,
    write,
)
from .pages import (
    arrive,
    errors_of,
    follow,
    go,
    language_of,
    look,
    press,
    said,
    shows,
    text_of,
)
from .papers import code_in, text_in
from .ways import three_ways

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(600),
]  # three people, and perhaps a state to start
REASON = "Адрас у заяве — у іншым раёне."
DEMAND = "Я зарэгістраваны менавіта тут, адмяніце адмову."
TOUCHES = "Я жыву ў гэтай самай кватэры."
QUESTION = "На якіх звестках грунтуецца адмова?"
ANSWER = "На звестках рэестра на дзень заявы."
RULING = {"legal_source": "Указ № 200, п. 1.3.2", "text": "Адрас супадае з рэестрам."}
RESULTS = {
    "return": "Cancelled and returned for a new decision",
    "change": "The decision is changed",
}
UNKNOWN = "2026-7NR4-9WD3-R"


@pytest.fixture
def refused(at_site, at_desk, state):
    """A person whose application for a certificate was refused, and its number."""

    def make():
        person = at_site()
        sign_in_with_card(person, state.a_resident())
        reference = lodge_certificate(person)
        clerk = at_desk("clerk")
        find_at_desk(clerk, reference)
        take_step(clerk, "accept")
        take_up(clerk)
        begin_step(clerk, "refuse")
        choose_first(clerk, "ground")
        write(clerk, "reasons", REASON)
        arrive(clerk, clerk.locator("main form button").last)
        return person, reference, clerk

    return make


def reference_of(page) -> str:
    return page.url.rstrip("/").split("/")[-1]


def step(page, name: str, **answers: str) -> None:
    """A step at the desk with its page: `result` and `ground` are chosen, everything else is written."""
    begin_step(page, name)
    for question, answer in answers.items():
        (choose if question in {"result", "ground"} else write)(page, question, answer)
    arrive(page, page.locator("main form button").last)


def wait_for(page, words: str) -> None:
    """What the worker does after an act is seen on the page a moment later."""
    for _time in range(40):
        if shows(page, words):
            return
        page.wait_for_timeout(500)
        page.reload()
    look(page)
    assert shows(page, words), text_of(page)


def wait_for_none(page, words: str) -> None:
    for _time in range(40):
        if not shows(page, words):
            return
        page.wait_for_timeout(500)
        page.reload()
    assert not shows(page, words), text_of(page)


def the_body_decides_anew(person, clerk, reference: str) -> None:
    """Both read what is owed, the official also how to decide; afterwards nothing is owed."""
    open_case(person, reference)
    wait_for(person, "In work")
    assert shows(person, "A decision is owed to you")
    find_at_desk(clerk, reference)
    assert RULING["text"] in text_of(clerk)
    take_up(clerk)
    take_step(clerk, "grant")
    open_case(person, reference)
    wait_for_none(person, "A decision is owed to you")


def test_anybody_finds_the_ministry_they_complain_about(at_site):
    page = at_site("ru", width=390)
    go(page, "complaints/new/")
    press(page, "Continue")
    assert errors_of(page)
    choose(page, "kind", "ministry")
    press(page, "Continue")
    assert shows(page, "Which body decided?")
    assert page.locator("main ul.list a").count() > 10


@three_ways(phone="en", bare="ru")
def test_the_applicant_complains_and_the_body_owes_a_new_decision(refused, at_desk, tmp_path):
    person, reference, clerk = refused()
    result = "change" if language_of(person) == "en" else "return"
    open_case(person, reference)
    next_year = str(int(reference[:4]) + 1)
    assert next_year in text_of(person)
    follow(person, "Complain about this decision")
    assert REASON in text_of(person)

    press(person, "Lodge the complaint")
    assert errors_of(person)
    write(person, "demand", DEMAND)
    choose(person, "language", "be")
    press(person, "Lodge the complaint")
    complaint = reference_of(person)
    assert shows(person, "You may go to a court only after this complaint is considered.")

    judge = at_desk("complaints")
    find_at_desk(judge, complaint)
    assert REASON in text_of(judge)
    assert DEMAND in text_of(judge)
    step(judge, "accept")
    step(judge, "ask", question=QUESTION)

    go(clerk, "desk/")
    follow(clerk, "Explain decisions")
    arrive(clerk, clerk.locator("main a", has_text=complaint).first)
    assert QUESTION in text_of(clerk)
    assert DEMAND not in text_of(clerk)
    write(clerk, "answer", ANSWER)
    press(clerk, "Send the explanation")

    judge.reload()
    assert ANSWER in text_of(judge)
    begin_step(judge, "decide")
    arrive(judge, judge.locator("main form button").last)
    assert len(errors_of(judge)) == 3
    choose(judge, "result", result)
    for question, words in RULING.items():
        write(judge, question, words)
    arrive(judge, judge.locator("main form button").last)

    go(person, f"complaints/{complaint}/")
    assert status_of(person) == said(person, RESULTS[result])
    assert RULING["text"] in text_of(person)
    with person.expect_download() as waited:
        person.get_by_role("link", name=said(person, "The decision (PDF)")).click()
    paper = tmp_path / waited.value.suggested_filename
    waited.value.save_as(paper)
    assert RULING["text"] in text_in(paper)
    assert complaint in text_in(paper)

    the_body_decides_anew(person, clerk, reference)
    go(person, f"complaints/{complaint}/")
    follow(person, "Rate how it went")
    for criterion in ("simplicity", "information", "term", "politeness"):
        choose(person, criterion, "5")
    press(person, "Send the marks")
    assert shows(person, "You have rated this case. Thank you.")


@three_ways(phone="ru", bare="be")
def test_somebody_else_complains_and_learns_nothing_of_the_file(
    refused, at_site, at_desk, state, tmp_path
):
    person, reference, _clerk = refused()
    neighbour = at_site()
    sign_in_with_card(neighbour, state.a_resident())
    open_case(person, reference)
    with person.expect_download() as waited:
        person.locator("main section.decision form button").click()
    paper = tmp_path / waited.value.suggested_filename
    waited.value.save_as(paper)

    go(neighbour, f"verify/{code_in(paper)}/")
    follow(neighbour, "This decision touches your rights? You may complain about it.")
    assert neighbour.locator("[name=number]").input_value().startswith(reference)
    write(neighbour, "demand", DEMAND)
    choose(neighbour, "language", "be")
    press(neighbour, "Lodge the complaint")
    assert len(errors_of(neighbour)) == 1
    write(neighbour, "touches", TOUCHES)
    press(neighbour, "Lodge the complaint")
    right, seen = reference_of(neighbour), text_of(neighbour)

    go(neighbour, f"verify/{code_in(paper)}/")
    follow(neighbour, "This decision touches your rights? You may complain about it.")
    write(neighbour, "number", UNKNOWN)
    write(neighbour, "touches", TOUCHES)
    choose(neighbour, "language", "be")
    write(neighbour, "demand", DEMAND)
    press(neighbour, "Lodge the complaint")
    wrong = reference_of(neighbour)
    same = text_of(neighbour).replace(UNKNOWN, reference).replace(wrong, right)
    assert same.replace(f"{reference}/1", reference) == seen.replace(f"{reference}/1", reference)

    judge = at_desk("complaints")
    find_at_desk(judge, wrong)
    step(judge, "not-consider", ground="no_decision", reasons="Такога рашэння няма.")
    find_at_desk(judge, right)
    assert TOUCHES in text_of(judge)
    step(judge, "accept")
    step(judge, "decide", result="uphold", **RULING)

    go(neighbour, f"complaints/{right}/")
    assert status_of(neighbour) == said(neighbour, "The decision is left in force")
    assert REASON not in text_of(neighbour)

    open_case(person, reference)
    assert shows(person, "Somebody complained about this decision")
    for secret in (TOUCHES, DEMAND, right):
        assert secret not in text_of(person)


def test_a_procedure_leads_to_complaining_without_signing_in(at_site):
    stranger = at_site("en", width=390, scripts=False)
    go(stranger, "services/U200/1.3.2/")
    follow(
        stranger,
        "A decision made for somebody else touches your rights? You may complain about it.",
    )
    press(stranger, "Continue")
    assert len(errors_of(stranger)) == 1
    choose_first(stranger, "kind")
    press(stranger, "Continue")
    assert len(errors_of(stranger)) == 1  # a body of this kind is one of many
    write(stranger, "place", "Гродна")
    press(stranger, "Continue")
    assert "/complaints/" in stranger.url
