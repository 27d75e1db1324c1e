"""A system comes into the register, somebody needs what it needs, and what it consists of has a way out."""

import json

import pytest

from .acts import write, write_day
from .pages import arrive, go, press, shows, text_of

pytestmark = pytest.mark.journey
ROOM = "steering/systems/"
NAME = "Журнал выклікаў лекара"
BILL = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "version": 1,
    "components": [
        {"type": "application", "name": "Grandbase", "version": "12", "publisher": "Grand Corp"},
        {"type": "library", "name": "psycopg", "version": "3.3", "purl": "pkg:pypi/psycopg@3.3"},
    ],
}


def test_a_system_is_registered_needs_another_and_its_software_has_a_plan(state, at_desk, tmp_path):
    keeper = at_desk("systems_keeper")
    giver = first_number(keeper)
    filing = written(keeper, giver)
    arrive(keeper, keeper.locator("main aside a[href$='/acts/ask/']"))
    press(keeper, "Send to the approvers")

    agreed = state.as_application("agreed.py", filing, "operator").split()
    assert set(agreed) == {"security", "archives", "statistics"}
    operator = at_desk("systems_operator")
    go(operator, f"{ROOM}desk/")
    arrive(operator, operator.locator("main h3 a", has_text=NAME))
    arrive(operator, operator.locator("main aside a[href$='/acts/answer/']"))
    choose(operator, "answer", "positive")
    press(operator, "Answer for your body")
    assert shows(operator, "Your answer is recorded.")

    registrar = at_desk("council_secretary")
    go(registrar, f"{ROOM}desk/filings/{filing}/")
    arrive(registrar, registrar.locator("main aside a[href$='/acts/accept/']"))
    press(registrar, "Accept into the register")
    arrive(registrar, registrar.locator("main aside a[href*='/cards/']"))
    number = registrar.url.rstrip("/").rsplit("/", 1)[1]

    arrive(registrar, registrar.locator(f"main a[href$='/cards/{giver}/']").first)
    arrive(registrar, registrar.locator(f"main aside a[href$='?stop={giver}']"))
    stopped = registrar.locator("section[aria-labelledby=stop-title]")
    assert stopped.locator(f"a[href$='/cards/{number}/']").count()
    assert registrar.locator("svg.systems .stopped", has_text=NAME[:15]).count()

    file = tmp_path / "bill.json"
    file.write_text(json.dumps(BILL))
    go(keeper, f"{ROOM}desk/systems/{number}/software/")
    keeper.locator("input[type=file]").set_input_files(file)
    press(keeper, "Take it in")
    go(keeper, f"{ROOM}desk/software/")
    arrive(keeper, keeper.locator("main a", has_text="Grandbase").first)
    assert NAME in text_of(keeper)
    assert shows(keeper, "Wave %(number)s", number=1)
    assert "PostgreSQL" in text_of(keeper)


def first_number(page) -> str:
    """A system of the open register that others need."""
    go(page, f"{ROOM}graph/")
    told = page.locator("main a[href^='?stop=']").first.get_attribute("href")
    return told.partition("=")[2]


def written(page, giver: str) -> str:
    """A card with one status and one exchange; its address names the filing."""
    go(page, f"{ROOM}desk/")
    arrive(page, page.locator("main a[href$='/desk/new/']"))
    write(page, "name_be", NAME)
    choose(page, "kind", "system")
    press(page, "Begin the card")
    filing = page.url.rstrip("/").rsplit("/", 1)[1]
    sections = f"{ROOM}desk/filings/{filing}/sections/"
    go(page, f"{sections}status/new/")
    choose(page, "status", "planned")
    write_day(page, "on", "2026-09-01")
    press(page, "Save")
    go(page, f"{sections}interfaces/new/")
    write(page, "system", giver)
    choose(page, "direction", "takes")
    choose(page, "channel", "state_exchange")
    page.locator("input[name=needed]").first.check()
    press(page, "Save")
    go(page, f"{ROOM}desk/filings/{filing}/")
    return filing


def choose(page, question: str, value: str) -> None:
    """From a list or among buttons, whichever the page has."""
    listed = page.locator(f"select[name={question}]")
    if listed.count():
        listed.select_option(value)
    else:
        page.locator(f"input[name={question}][value={value}]").check()
