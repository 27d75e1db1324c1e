"""Acting for another: a parent, an employee with a limited power, somebody authorised once; and the end of it."""

import datetime as dt
import re

import pytest

from .acts import (
    CERTIFICATE,
    MOVE,
    TRADE,
    attach,
    begin_to_apply,
    choose,
    choose_labelled,
    go_on,
    lodge,
    open_case,
    sign_in_with_card,
    write,
    write_address,
    write_day,
)
from .pages import arrive, errors_of, follow, go, press, said, shows, text_of, wait_for
from .papers import a_scan
from .ways import three_ways

pytestmark = pytest.mark.journey
SERVICES = "CM156/9.22"


def let_act(page, number: str, name: str, service: str, *, for_whom: str = "") -> str:
    """Give a mandate in the cabinet; the code to be told by mouth."""
    go(page, "my/mandates/")
    follow(page, "Let somebody act for me or my organisation")
    if for_whom:
        choose_labelled(page, "for_whom", for_whom)
    write(page, "agent_number", number)
    write(page, "agent_named", name)
    write(page, "procedures", service)
    press(page, "Get the code")
    return re.findall(r"\b\d{6}\b", page.locator("body").inner_text())[0]


def accept(page, code: str) -> None:
    go(page, "my/mandates/")
    follow(page, "Read and answer")
    write(page, "code", code)
    page.locator("[name=agreed]").check()
    press(page, "Accept the mandate")


def apply_for(page, code: str, name: str) -> None:
    """Begin for this person or organisation, where the page asks for whom."""
    begin_to_apply(page, code)
    if page.locator("input[name=applicant]").count():
        page.locator(".choice", has_text=name).locator("input").check()
        press(page, "Continue")


def to_the_answers(page) -> None:
    while "/check/" not in page.url:
        go_on(page)


@three_ways(phone="be", bare="ru")
def test_a_parent_registers_a_child_at_a_new_address(at_site, state, tmp_path):
    card = state.a_resident(parent=True)
    parent = at_site()
    begin_to_apply(parent, MOVE)
    sign_in_with_card(parent, card)
    children = parent.locator(".choice").filter(has=parent.locator("input[name=applicant]"))
    assert children.count() > 1  # oneself, and each small child
    child = children.last.inner_text().strip()
    children.last.locator("input").check()
    press(parent, "Continue")
    write_address(
        parent, "address", settlement="Минск", street="ул. Плеханова", house="28", flat="117"
    )
    go_on(parent)
    if errors_of(parent):
        parent.locator("[name=address_code][value='5268000000']").check()
        go_on(parent)
    choose(parent, "basis", "family")
    go_on(parent)
    attach(parent, "basis_file", a_scan(tmp_path, "soglasie.pdf"))
    go_on(parent)
    assert child.split()[0] in text_of(parent)
    assert shows(parent, "You act for %(name)s, who will be told what you do.", name=child)
    reference = lodge(parent)
    open_case(parent, reference)
    go(parent, "notifications/")
    told = said(
        parent, "%(agent)s acted for you in %(reference)s", agent="", reference=reference
    ).strip(": ")
    wait_for(parent, parent.locator("main a", has_text=told).first)
    go(parent, "my/mandates/")
    assert child in text_of(parent)


@pytest.mark.parametrize(
    ("language", "company", "scripts"),
    [
        ("be", "ТАА «Васілёк»", False),
        ("ru", "ООО «Василёк»", True),
        ("en", "Vasiliok LLC", False),
    ],
)
def test_an_employee_lodges_for_the_company_what_the_head_allows_and_nothing_else(
    at_site, state, language, company, scripts
):
    """Both services can be lodged by the company: the trade register is allowed, that of services is not."""
    card = state.a_resident()
    head = at_site(language)
    go(head, "my/mandates/")
    sign_in_with_card(head, state.card("volha"))
    code = let_act(head, card.personal_number, card.name, TRADE, for_whom=company)

    employee = at_site(language, width=390, scripts=scripts)
    go(employee, "my/mandates/")
    sign_in_with_card(employee, card)
    accept(employee, code)
    begin_to_apply(employee, SERVICES)
    assert shows(employee, "You cannot apply for this here")
    assert shows(employee, "%(name)s: your mandate does not reach this service", name=company)
    assert TRADE in text_of(employee)  # what it does reach
    assert not employee.locator("main input[name=applicant]").count()

    apply_for(employee, TRADE, company)
    go_on(employee)
    choose(employee, "object_kind", "catering")
    write(employee, "object_name", "Валошка")
    go_on(employee)
    opening = dt.date.today() + dt.timedelta(days=30)  # noqa: DTZ011 - a date on paper
    write_day(employee, "opens_on", opening.isoformat())
    in_hrodna(employee)
    assert shows(employee, "You act for %(name)s, who will be told what you do.", name=company)
    reference = lodge(employee)
    open_case(employee, reference)
    assert not employee.locator("main a[href$='/withdraw/']").count()  # that was not allowed

    go(head, "notifications/")
    wait_for(head, head.locator("main a", has_text=reference))
    open_case(head, reference)
    apply_for(head, SERVICES, company)  # what the employee may not, the head lodges
    go_on(head)
    write(head, "object_name", "Валошка")
    write(head, "services", "Рамонт абутку")
    in_hrodna(head)
    open_case(head, lodge(head))


def in_hrodna(page) -> None:
    """The place of the object, on the last page of questions."""
    address = {"settlement": "Гродна", "street": "вул. Дзяржынскага", "house": "40"}
    write_address(page, "object_address", **address)
    go_on(page)
    if errors_of(page):
        page.locator("[name=object_address_code]").first.check()
        go_on(page)


def test_one_is_authorised_once_uses_it_and_is_stopped_at_once(at_site, state):
    mine, theirs = state.a_resident(), state.a_resident()
    principal = at_site("en")
    go(principal, "my/mandates/")
    sign_in_with_card(principal, mine)
    code = let_act(principal, theirs.personal_number, theirs.name, CERTIFICATE)

    agent = at_site("en", width=390)
    go(agent, "my/mandates/")
    sign_in_with_card(agent, theirs)
    follow(agent, "Read and answer")
    write(agent, "code", "12")
    agent.locator("[name=agreed]").check()
    press(agent, "Accept the mandate")
    assert len(errors_of(agent)) == 1
    accept(agent, code)
    begin_to_apply(agent, CERTIFICATE)
    agent.locator("input[name=applicant]").last.check()
    press(agent, "Continue")
    to_the_answers(agent)
    reference = lodge(agent)

    go(principal, "notifications/")
    wait_for(
        principal, principal.get_by_role("link", name=re.compile(f"acted for you .*{reference}"))
    )
    go(principal, "my/mandates/")
    arrive(principal, principal.locator("main a[href$='/revoke/']").first)
    press(principal, "End the mandate now")
    assert shows(principal, "What has ended")

    answer = agent.goto(agent.url)
    assert answer is not None
    assert answer.status == 404
