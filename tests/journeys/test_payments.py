"""What a fee costs and how it is paid: free with proof, told twice by the bank, paid too much and given back."""

import time

import pytest
from playwright.sync_api import Page

from .acts import (
    attach,
    begin_to_apply,
    choose,
    find_at_desk,
    go_on,
    lodge,
    open_case,
    pay,
    sign_in_with_card,
    take_step,
    write,
    write_address,
    write_day,
)
from .pages import follow, go, language_of, press, shows, text_of
from .papers import a_scan, text_in
from .ways import three_ways

pytestmark = pytest.mark.journey
STAY, HERE = "U200/13.2", "5268000000"
PATIENCE = 60  # seconds until the worker has told the case


def apply_to_stay(page: Page, state, folder, basis: str) -> None:
    """Up to the page of answers."""
    begin_to_apply(page, STAY)
    sign_in_with_card(page, state.a_resident())
    write_address(page, "stay_address", settlement="Мінск", street="вул. Плеханава", house="28")
    write_day(page, "stay_until", "2027-06-30")
    go_on(page)
    if "/where/" in page.url:  # several places have this name
        page.locator(f"[name=stay_address_code][value='{HERE}']").check()
        go_on(page)
    choose(page, "basis", basis)
    attach(page, "basis_file", a_scan(folder))
    go_on(page)


def accept(at_desk, reference: str) -> Page:
    official = at_desk("migration")
    find_at_desk(official, reference)
    take_step(official, "accept")
    return official


def amount(page: Page) -> str:
    """The fee as this language writes it."""
    return "22.50" if language_of(page) == "en" else "22,50"


def wait_until(page: Page, reference: str, words: str) -> None:
    until = time.monotonic() + PATIENCE
    open_case(page, reference)
    while not shows(page, words) and time.monotonic() < until:
        time.sleep(1)
        open_case(page, reference)
    assert shows(page, words), text_of(page)


@three_ways(phone="be", bare="en")
def test_an_exemption_is_proven_and_nothing_is_paid(at_site, at_desk, state, tmp_path):
    person = at_site()
    go(person, f"services/{STAY}/")
    assert amount(person) in text_of(person)
    apply_to_stay(person, state, tmp_path, "hostel")
    assert shows(person, "Free of charge")
    reference = lodge(person)
    official = accept(at_desk, reference)
    assert "dahavor" in text_of(official)
    assert official.locator("main a[href$='/grant/']").count() == 1
    open_case(person, reference)
    assert shows(person, "Free of charge")
    assert person.locator("main a[href*='/pay/']").count() == 0


@three_ways(phone="en", bare="ru")
def test_a_payment_told_twice_is_one_payment(at_site, at_desk, state, tmp_path):
    person = at_site()
    apply_to_stay(person, state, tmp_path, "tenancy")
    assert amount(person) in text_of(person)
    reference = lodge(person)
    official = accept(at_desk, reference)
    assert official.locator("main a[href$='/grant/']").count() == 0
    open_case(person, reference)
    pay(person, "twice")
    follow(person, "Back to the payment")
    assert text_of(person).count(amount(person)) >= 2
    assert person.locator("main ul.plain.small li").count() == 1  # one line of the ledger
    wait_until(person, reference, "An official is working on it.")
    with person.expect_download() as waited:
        person.locator("main a[href*='/documents/']", has_text="PDF").first.click()
    file = tmp_path / "receipt.pdf"
    waited.value.save_as(file)
    assert amount(person) in text_in(file)
    assert reference in text_in(file)


@three_ways(phone="ru", bare="be")
def test_what_was_paid_too_much_is_given_back(at_site, at_desk, state, tmp_path):
    person = at_site()
    apply_to_stay(person, state, tmp_path, "tenancy")
    reference = lodge(person)
    official = accept(at_desk, reference)
    open_case(person, reference)
    pay(person, "more")
    go(official, f"desk/cases/{reference}/")
    follow(official, "Payment and refunds")
    follow(official, "Give money back…")
    press(official, "Give back")
    assert official.locator(".error-summary li").count() == 2
    choose(official, "ground", "overpaid")
    write(official, "reason", "2.50 more than the fee came in.")
    press(official, "Give back")
    assert shows(official, "The money is given back.")
    open_case(person, reference)
    follow(person, "About this payment")
    assert "2.50 more than the fee came in." in text_of(person)
