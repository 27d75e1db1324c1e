"""What is done with measures of digital development and in the room of the Council, one function each."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .acts import begin_step, choose, write, write_day
from .pages import arrive, follow, go, press

A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def last_button(page: Page) -> None:
    arrive(page, page.locator("main form button.btn").first)


def open_measure(page: Page, name: str) -> None:
    """By its name or number, among those that run."""
    go(page, "desk/measures/")
    arrive(page, page.locator("main table tr", has_text=name).locator("a").first)


def again(page: Page) -> None:
    page.reload()


def take(page: Page, step: str, **answers: str) -> None:
    """A step of the measure that is before this person: what is a list is chosen, the rest is written."""
    begin_step(page, f"steps/{step}")
    answer(page, **answers)


def answer(page: Page, **answers: Any) -> None:
    for question, given in answers.items():
        put(page, question, given)
    last_button(page)


def hand_in(page: Page, file: Path, **answers: Any) -> None:
    """Answers with a file; it is chosen again after a mistake."""
    page.locator("input[name=paper]").set_input_files(file)
    answer(page, **answers)


def tick_all(page: Page, question: str) -> None:
    for box in page.locator(f"input[name={question}]").all():
        box.check()


def put(page: Page, question: str, given: Any) -> None:
    """Whatever is asked: a text, a day, a choice, several, yes or no."""
    if given is None or given in ("", []):
        return
    if isinstance(given, bool):
        choose(page, question, "yes" if given else "no")
    elif isinstance(given, list):
        for code in given:
            page.locator(f"input[name={question}][value='{code}']").check()
    elif page.locator(f"[name={question}_day]").count() and A_DAY.fullmatch(given):
        write_day(page, question, given)
    elif page.locator(f"input[type=radio][name={question}], select[name={question}]").count():
        choose(page, question, given)
    else:
        write(page, question, given)


def choose_about(page: Page, question: str, words: str) -> None:
    """The choice that says these words among others."""
    offered = page.locator(f"select[name={question}] option", has_text=words)
    if offered.count():
        page.locator(f"select[name={question}]").select_option(offered.first.get_attribute("value"))
    else:
        box = page.locator(".choice", has=page.locator(f"[name={question}]"))
        box.filter(has_text=words).locator("input").check()


def write_passport(page: Page, passport: dict[str, Any]) -> None:
    """From the overview through all blocks, one page each; tables by as many rows as the page has room for."""
    arrive(page, page.locator("main table a").first)
    while not page.url.endswith("/passport/"):
        block = page.url.rstrip("/").split("/")[-1]
        write_block(page, passport[block])
        if block == "duplicates":
            answer_similar(page)
        press(page, "Save and continue")


def answer_similar(page: Page) -> None:
    """What the machine holds for similar stands there already; the initiator says what makes it different."""
    for box in page.locator("[name^=answers-][name$=-system]").all():
        if box.input_value():
            row = str(box.get_attribute("name")).removesuffix("system")
            choose(page, f"{row}answer", "different")
            write(page, f"{row}because", "Іншыя перавозкі і іншыя даныя.")


def opine(expert: Page, text: str) -> None:
    """Positive, with a word on everything that is very similar."""
    begin_step(expert, "steps/opine")
    for box in expert.locator("textarea[name^='similar-']").all():
        box.fill("Падобна па форме, але пра іншае.")
    answer(expert, result="positive", text=text)


def write_block(page: Page, answers: dict[str, Any]) -> None:
    tables = {name: given for name, given in answers.items() if _is_table(given)}
    for name, given in answers.items():
        if name not in tables:
            put(page, name, given)
    for name, rows in tables.items():
        for place, row in enumerate(rows):
            if not page.locator(f"[name^='{name}-{place}-']").count():
                press(page, "Save")
            for column, given in row.items():
                put(page, f"{name}-{place}-{column}", given)


def _is_table(given: Any) -> bool:
    return isinstance(given, list) and bool(given) and isinstance(given[0], dict)


def send_to_experts(manager: Page, reference: str) -> None:
    open_measure(manager, reference)
    begin_step(manager, "steps/assign")
    manager.locator("input[name=expert]").last.check()
    last_button(manager)


# ---- the Council ----
def convene(secretary: Page, number: str, on: str) -> str:
    """The address of the room, without its language."""
    go(secretary, "desk/council/")
    follow(secretary, "Convene a session")
    answer(secretary, number=number, on=on)
    return secretary.url.split("/", 4)[4]


def put_on_agenda(secretary: Page, reference: str, proposal: str) -> None:
    begin_step(secretary, "agenda")
    choose_about(secretary, "case", reference)
    answer(secretary, proposal=proposal)


def council_act(page: Page, act: str, **answers: str) -> None:
    begin_step(page, act)
    answer(page, **answers)


def about_item(page: Page, act: str, **answers: str) -> None:
    arrive(page, page.locator(f".rest a[href$='/{act}/']").first)
    answer(page, **answers)


def note_present(secretary: Page, room: str, *names: str) -> None:
    """Those who are named are here; nobody else is."""
    go(secretary, room)
    begin_step(secretary, "presence")
    for box in secretary.locator("input[name=present]").all():
        box.set_checked(False)
    for name in names:
        choose_about(secretary, "present", name)
    last_button(secretary)
