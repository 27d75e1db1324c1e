"""A person without a device: from the ticket to the printed receipt, and the case in their own cabinet."""

import pytest

from .acts import CERTIFICATE, go_on, sign_in_with_card, write
from .pages import follow, go, language_of, press, said, shows, text_of
from .papers import a_scan, text_in
from .ways import three_ways

pytestmark = pytest.mark.journey
WINDOW = {"be": "Адно акно", "ru": "Одно окно", "en": "One-window service"}


def save(page, button: str, folder, name: str):
    """Press what gives a sheet to print, and keep the sheet."""
    with page.expect_download() as waited:
        page.get_by_text(said(page, button)).first.click()
    file = folder / name
    waited.value.save_as(file)
    return file


@three_ways(phone="en", bare="be")
def test_assisted_filing_from_ticket_to_receipt(at_site, at_desk, state, tmp_path):
    card = state.card("jadviha")
    counter = at_desk("counter")
    go(counter, "counter/")
    press(counter, "Give a ticket")
    number = counter.locator("h1").inner_text().split()[-1]
    follow(counter, "Back to the counter")

    hall = at_site()
    go(hall, "counter/board/one_window:5284000000/")
    assert number in text_of(hall)

    write(counter, "window", "3")
    press(counter, "Call the next one")
    assert "Станкевіч" not in text_of(counter)
    hall.reload()
    assert hall.locator("td", has_text=number).count() == 1

    write(counter, "document_number", "MC0000000")
    counter.locator("[name=stands_here]").check()
    counter.locator("[name=agrees]").check()
    press(counter, "Check")
    assert shows(counter, "No valid document with this number. Look at it again.")
    write(counter, "document_number", "MC2204117")
    press(counter, "Check")
    assert counter.locator("h1").inner_text().strip() != ""

    write(counter, "service", CERTIFICATE)
    press(counter, "Begin the application")
    while "/counter/" not in counter.url:
        go_on(counter)
    sheet = save(counter, "Print for signature (PDF)", tmp_path, "application.pdf")
    assert CERTIFICATE.split("/")[1] in text_in(sheet)
    counter.reload()
    counter.locator("main input[type=file]").set_input_files(a_scan(tmp_path, "signed.pdf"))
    press(counter, "The person has signed the paper")
    press(counter, "Lodge the application")
    receipt = save(counter, "Print the receipt (PDF)", tmp_path, "receipt.pdf")
    reference = next(
        word for word in text_in(receipt).split() if word.startswith("20") and "-" in word
    )
    press(counter, "Finish the visit")
    assert shows(counter, "The visit is finished.") or "/counter/" in counter.url

    person = at_site()
    go(person, f"cases/{reference}/")
    sign_in_with_card(person, card)
    assert reference in text_of(person)
    go(person, "my-data/journal/")
    assert WINDOW[language_of(person)] in text_of(person)
