"""Two procedures that change registers: registration at a new address, and an entry for a sole trader."""

import datetime as dt

import pytest

from .acts import (
    CERTIFICATE,
    MOVE,
    TRADE,
    attach,
    begin_afresh,
    begin_to_apply,
    choose,
    find_at_desk,
    go_on,
    lodge,
    open_case,
    pay,
    sign_in_with_card,
    take_step,
    take_up,
    write,
    write_address,
    write_day,
)
from .pages import errors_of, shows, text_of, wait_for
from .papers import a_program_called_a_scan, a_scan

pytestmark = pytest.mark.journey
STREET = "вул. Плеханава"


def test_a_person_registers_at_a_new_address_with_the_consent_of_the_owner(
    at_site, at_desk, state, tmp_path
):
    card = state.a_resident()
    person = at_site("be", width=390, scripts=False)
    begin_to_apply(person, MOVE)
    sign_in_with_card(person, card)
    write_address(person, "address", settlement="Нідзенескі")
    go_on(person)
    assert len(errors_of(person)) == 1
    write_address(person, "address", settlement="Мінск", street=STREET, house="28", flat="117")
    go_on(person)
    if errors_of(person):  # several places have this name
        person.locator("[name=address_code][value='5268000000']").check()
        go_on(person)

    choose(person, "basis", "family")
    go_on(person)
    assert shows(person, "Because of your answer there is one more question.")
    go_on(person)
    assert len(errors_of(person)) == 1
    attach(person, "basis_file", a_program_called_a_scan(tmp_path))
    go_on(person)
    assert len(errors_of(person)) == 1
    consent = a_scan(tmp_path, "zhoda ulasnika.pdf")
    attach(person, "basis_file", consent)
    go_on(person)
    assert "zhoda ulasnika.pdf" in text_of(person)
    reference = lodge(person)

    official = at_desk("migration", "ru")
    find_at_desk(official, reference)
    take_step(official, "accept")
    open_case(person, reference)
    if person.locator("main a.btn[href*='/pay/']").count():  # asked for from 2027
        pay(person)
        find_at_desk(official, reference)
        wait_for(
            official,
            official.locator("main aside a[href$='/grant/'], main aside a[href$='/take-up/']"),
        )
    take_up(official)
    with official.expect_download() as waited:
        official.locator("a", has_text="zhoda ulasnika.pdf").click()
    assert waited.value.path().read_bytes()[:4] == b"%PDF"
    take_step(official, "grant")

    open_case(person, reference)
    assert person.locator(".decision").count() == 1
    begin_to_apply(person, CERTIFICATE)
    assert "Плеханава" in text_of(person)


def test_a_sole_trader_enters_a_shop_in_the_register(at_site, at_desk, state):
    person = at_site("ru", scripts=False)
    begin_to_apply(person, TRADE)
    sign_in_with_card(person, state.card("pavel"))
    begin_afresh(person, TRADE)
    assert "ИП Марченко" in text_of(person)
    go_on(person)
    choose(person, "object_kind", "shop")
    write(person, "object_name", "Васильковый двор")
    go_on(person)
    write(person, "trade_area", "двадцать")
    go_on(person)
    assert len(errors_of(person)) == 1
    assert person.locator("[name=trade_area]").input_value() == "двадцать"
    write(person, "trade_area", "24,5")
    go_on(person)
    write_address(
        person, "object_address", settlement="Гродно", street="ул. Дзержинского", house="40"
    )
    opening = dt.date.today() + dt.timedelta(days=30)  # noqa: DTZ011 - a date on paper
    write_day(person, "opens_on", opening.isoformat())
    go_on(person)
    if errors_of(person):
        person.locator("[name=object_address_code]").first.check()
        go_on(person)
    assert "Васильковый двор" in text_of(person)
    reference = lodge(person)

    official = at_desk("trade", "be")
    find_at_desk(official, reference)
    take_step(official, "accept")
    take_up(official)
    take_step(official, "grant")
    open_case(person, reference)
    assert shows(person, "Granted")


def test_who_has_no_business_is_told_so(at_site, state):
    person = at_site("en", width=390)
    begin_to_apply(person, TRADE)
    sign_in_with_card(person, state.card("jadviha"))
    assert shows(person, "You cannot apply for this here")
