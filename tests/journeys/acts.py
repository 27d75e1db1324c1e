"""What a person does at the site, one function each. Every page met on the way is looked at."""

from pathlib import Path

from playwright.sync_api import Page

from .pages import arrive, follow, go, language_of, look, press, said, shows
from .running import Card

CERTIFICATE, BENEFIT, MOVE, KINDERGARTEN, TRADE = (
    "U200/1.3.2", "U200/2.6", "U200/13.1", "U200/6.6", "CM156/9.10",
)  # fmt: skip


# ---- who I am ----
def sign_in_with_card(
    page: Page, card: Card, *, keep_back: str = "", acting_for_body: bool = False
) -> None:
    """From wherever the site asks, or from the header: card, PIN, the list of attributes, and in."""
    if "/account/sign-in/" not in page.url:
        follow(page, "Sign in")
    if "/sign-in/card/" not in page.url:
        arrive(page, page.locator("main a[href*='/sign-in/card/']").first)
    type_card(page, card.number, card.pin)
    if keep_back:
        page.locator(f"#allowed-{keep_back}").uncheck()
    press(page, "Agree and sign in")
    if "/account/welcome/" in page.url:
        press(page, "Continue")
    if "/account/capacity/" in page.url:
        choose_capacity(page, as_official=acting_for_body)


def type_card(page: Page, number: str, pin: str) -> None:
    page.locator("#id_number").fill(number)
    page.locator("#id_pin").fill(pin)
    press(page, "Continue")


def sign_in_with_password(page: Page, login: str, password: str) -> None:
    if "/account/sign-in/" not in page.url:
        follow(page, "Sign in")
    follow(page, "Identifier and password")
    page.locator("#id_login").fill(login)
    page.locator("#id_password").fill(password)
    press(page, "Sign in")
    if "/account/capacity/" in page.url:
        choose_capacity(page, as_official=False)


def choose_capacity(page: Page, *, as_official: bool) -> None:
    buttons = page.locator("main form input[type=radio]")
    (buttons.last if as_official else buttons.first).check()
    arrive(page, page.locator("main form button").last)


def sign_out(page: Page) -> None:
    press(page, "Sign out")


# ---- finding and applying ----
def search_for(page: Page, words: str) -> None:
    page.goto("/".join(page.url.split("/")[:4]) + "/")
    look(page)
    page.get_by_role("searchbox").fill(words)
    press(page, "Find")


def read_about(page: Page, code: str) -> None:
    """Open the procedure among what was found."""
    arrive(page, page.locator(f"main ol.list a[href='/{language_of(page)}/services/{code}/']"))


def begin_to_apply(page: Page, code: str) -> None:
    go(page, f"services/{code}/")
    follow(page, "Apply")


def begin_afresh(page: Page, code: str) -> None:
    """Without what was typed another time: the draft that is open is thrown away."""
    follow(page, "Throw this draft away")
    press(page, "Throw away")
    begin_to_apply(page, code)


def go_on(page: Page) -> None:
    press(page, "Save and continue")


def choose(page: Page, question: str, code: str) -> None:
    """Pick an answer by its code, whether the question is drawn as a list or as buttons."""
    if page.locator(f"select[name={question}]").count():
        page.locator(f"select[name={question}]").select_option(code)
    else:
        page.locator(f"input[name={question}][value='{code}']").check()


def choose_labelled(page: Page, question: str, label: str) -> None:
    if page.locator(f"select[name={question}]").count():
        page.locator(f"select[name={question}]").select_option(label=label)
    else:
        page.locator(".choice", has=page.locator(f"[name={question}]")).filter(
            has_text=label
        ).locator("input").check()


def choose_first(page: Page, question: str) -> None:
    if page.locator(f"select[name={question}]").count():
        page.locator(f"select[name={question}]").select_option(index=1)
    else:
        page.locator(f"input[name={question}]").first.check()


def write(page: Page, question: str, words: str) -> None:
    page.locator(f"[name={question}]").fill(words)


def write_day(page: Page, question: str, day: str) -> None:
    """`day` as 2026-12-22."""
    year, month, number = day.split("-")
    for part, value in (("day", number), ("month", month), ("year", year)):
        page.locator(f"[name={question}_{part}]").fill(value)


def write_address(page: Page, question: str, **parts: str) -> None:
    for part, value in parts.items():
        page.locator(f"[name={question}_{part}]").fill(value)


def attach(page: Page, question: str, file: Path) -> None:
    page.locator(f"input[type=file][name={question}]").set_input_files(file)


def lodge(page: Page) -> str:
    """Lodge from the page of answers; the number of the case."""
    press(page, "Lodge the application")
    return page.url.rstrip("/").split("/")[-1]


def lodge_certificate(page: Page) -> str:
    """The shortest way through the certificate on the day: nothing has to be typed."""
    begin_to_apply(page, CERTIFICATE)
    while "/check/" not in page.url:
        go_on(page)
    return lodge(page)


# ---- one's own case ----
def open_case(page: Page, reference: str) -> None:
    go(page, f"cases/{reference}/")


def status_of(page: Page) -> str:
    return page.locator("main h1 ~ p .tag, main .tag").first.inner_text()


def download_decision(page: Page, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.get_by_role("button", name=said(page, "Open the document (PDF)")).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def rate(page: Page, marks: dict[str, int], comment: str = "") -> None:
    follow(page, "Rate how it went")
    for criterion, mark in marks.items():
        choose(page, criterion, str(mark))
    write(page, "comment", comment)
    press(page, "Send the marks")


def send_message(page: Page, words: str) -> None:
    write(page, "text", words)
    press(page, "Send")


def withdraw(page: Page, note: str = "") -> None:
    follow(page, "Withdraw the application")
    write(page, "note", note)
    press(page, "Withdraw")


# ---- the official ----
def find_at_desk(page: Page, reference: str) -> None:
    """By the number on the desk, then into the case."""
    go(page, "desk/")
    page.locator("#q").fill(reference)
    press(page, "Find")
    arrive(page, page.locator("main table a", has_text=reference))


def take_step(page: Page, step: str, **answers: str) -> None:
    """`step` as its page is called: accept, take-up, grant, refuse."""
    begin_step(page, step)
    for question, answer in answers.items():
        if page.locator(f"textarea[name={question}]").count():
            write(page, question, answer)
        else:
            choose(page, question, answer)
    arrive(page, page.locator("main form button").last)


def begin_step(page: Page, step: str) -> None:
    arrive(page, page.locator(f"main aside a[href$='/{step}/']"))


def pay(page: Page, outcome: str = "pay") -> None:
    """From one's case to the demonstration bank, and what the bank does there."""
    arrive(page, page.locator("main a.btn[href*='/pay/']").first)
    follow(page, "Pay in the demonstration bank")
    choose(page, "outcome", outcome)
    press(page, "Do it")
    assert shows(page, "The bank has done it")


def take_up(page: Page) -> None:
    """Make the case one's own, where accepting has not done so already."""
    if page.locator("main aside a[href$='/grant/']").count() == 0:
        take_step(page, "take-up")


def answer_for_another_body(page: Page, reference: str, **answers: str) -> None:
    """The official of the asked body finds the request of this case and answers it."""
    go(page, "desk/requests/")
    arrive(page, page.locator("main tr", has_text=reference).locator("a").first)
    for question, answer in answers.items():
        choose(page, question, answer)
    press(page, "Send the answer")
