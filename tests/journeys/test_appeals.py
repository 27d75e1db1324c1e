"""Writing to the state: alone and with others, forwarded under one number, answered, contested at the body above."""

import pytest

from .acts import begin_step, choose, find_at_desk, sign_in_with_card, status_of, take_step, write
from .pages import arrive, errors_of, follow, go, press, said, shows, text_of
from .ways import three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
TEXT = {
    "be": "У калідоры няма дзе сесці, а чакаць трэба гадзіну. Прашу паставіць лаўкі.",
    "ru": "В коридоре негде сесть, а ждать приходится час. Прошу поставить скамейки.",
}
ANSWER = {
    "be": (
        "Ваш зварот разгледжаны. Тры лаўкі паставяць каля кабінетаў 2 і 3 да канца месяца (артыкул 17 Закона № 300-З). "
        "Пра гэта паведамяць аб’явай."
    ),
    "ru": (
        "Ваше обращение рассмотрено. Три скамейки поставят у кабинетов 2 и 3 до конца месяца (статья 17 Закона "
        "№ 300-З). Объявление об этом вывесят у входа."
    ),
}
NOT_AGREED = "Лавак мала, людзей шмат."


def office_of(clerk) -> str:
    """The name of the body that the clerk acts for, as the header says it."""
    said_there = clerk.locator("header a[href*='/account/capacity/']").first.text_content() or ""
    return " ".join(said_there.replace(said(clerk, "change"), "").split())


def write_appeal(person, body: str, language: str, *, collective: bool) -> str:
    go(person, "appeals/")
    person.locator("#q").fill(body)
    press(person, "Find")
    arrive(person, person.locator("main a[href*='/appeals/new/']").first)
    if "/account/sign-in/" in person.url:
        pytest.fail("the person was signed in before")
    press(person, "Send the appeal")
    assert errors_of(person)
    choose(person, "sort", "statement")
    write(person, "text", TEXT[language])
    choose(person, "collective", "yes" if collective else "no")
    choose(person, "language", language)
    press(person, "Send the appeal")
    assert TEXT[language] in text_of(person)
    return person.url.rstrip("/").split("/")[-1]


@three_ways(phone="be", bare="ru")
def test_a_collective_appeal_is_signed_answered_and_contested(at_site, at_desk, state, way):
    language = "ru" if way.language == "ru" else "be"
    clerk = at_desk("clerk")
    body = office_of(clerk)
    person, neighbour = at_site(), at_site()
    for one in (person, neighbour):
        sign_in_with_card(one, state.a_resident())
    reference = write_appeal(person, body, language, collective=True)
    address = person.locator("#join").input_value()

    neighbour.goto(address)
    assert TEXT[language] in text_of(neighbour)
    press(neighbour, "Sign")
    assert shows(neighbour, "You have signed.")

    find_at_desk(clerk, reference)
    take_step(clerk, "take-up")
    begin_step(clerk, "answer")
    choose(clerk, "result", "satisfy")
    write(clerk, "text", "Прынята да ведама.")
    press(clerk, "Sign and send")
    assert "N05" in text_of(clerk)
    write(clerk, "text", ANSWER[language])
    press(clerk, "Sign and send")
    assert ANSWER[language] in text_of(clerk)

    neighbour.goto(address)
    follow(neighbour, "The appeal that I have signed")
    assert ANSWER[language] in text_of(neighbour)

    go(person, f"appeals/{reference}/")
    assert status_of(person) == said(person, "Satisfied")
    follow(person, "Complain about the answer")
    if shows(person, "There is no body above: the answer is contested in court."):
        return
    write(person, "text", NOT_AGREED)
    press(person, "Send the complaint")
    assert NOT_AGREED in text_of(person)
    assert reference in text_of(person)  # the whole story, under the first number


def test_an_appeal_goes_to_the_competent_body_under_its_number(at_site, at_desk, state):
    clerk, person = at_desk("clerk", "en"), at_site("en")
    body = office_of(clerk)
    sign_in_with_card(person, state.a_resident())
    reference = write_appeal(person, body, "be", collective=False)
    find_at_desk(clerk, reference)
    begin_step(clerk, "forward")
    clerk.locator("#q").fill("выканкам")
    press(clerk, "Find")
    clerk.locator(
        "main input[type=radio][name=body], main select[name=body] option"
    ).first.wait_for()
    if clerk.locator("main select[name=body]").count():
        clerk.locator("main select[name=body]").select_option(index=1)
    else:
        clerk.locator("main input[type=radio][name=body]").first.check()
    write(clerk, "reasons", "Гэта пытанне выканкама.")
    press(clerk, "Forward to the competent body")
    assert "/desk/" in clerk.url
    go(person, f"appeals/{reference}/")
    assert status_of(person) == said(person, "Registered")
    assert "Гэта пытанне выканкама." in text_of(person) or shows(
        person, "An official will take it up."
    )


def test_appeals_alike_get_one_answer(at_desk):
    clerk = at_desk("clerk")
    go(clerk, "desk/appeals/alike/")
    arrive(clerk, clerk.locator("main a[href*='/alike/']").first)
    choose(clerk, "result", "explain")
    write(clerk, "text_be", "Прынята да ведама.")
    press(clerk, "Sign and send to all")
    assert "N05" in text_of(clerk)
    write(clerk, "text_be", ANSWER["be"])
    press(clerk, "Sign and send to all")
    assert shows(clerk, "No such appeals now")
