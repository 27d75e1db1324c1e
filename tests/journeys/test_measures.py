"""A measure of digital development on its way: passport, experts, Council, contract, operation; and a refused pilot."""

from datetime import date, timedelta

import pytest

from .acts import begin_step, choose, choose_first, write, write_day
from .measuring import (
    about_item,
    council_act,
    hand_in,
    last_button,
    open_measure,
    opine,
    take,
    tick_all,
)
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .papers import a_scan

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(900),
]  # several people, and perhaps a state to start
TODAY = "Адзіная дыспетчарская пасажырскіх перавозак"
WRITTEN = "Электронны білет для сельскіх маршрутаў"
LATE = "Вымярэнне стану мясцовых дарог"


def test_a_pilot_from_the_budget_is_refused_and_a_measure_is_proposed_and_routed(at_desk):
    page = at_desk("initiator", "be", width=390)
    go(page, "desk/measures/")
    follow(page, "Apply for a pilot")
    for name, words in {
        "name": "Разумны пераход", "goal": "Бяспечней пераходзіць.", "hypothesis": "Стане менш здарэнняў.",
        "indicator": "Здарэнні за год", "baseline": "12", "target": "6", "site": "Мінск",
        "site_agreed": "Ліст № 4", "months": "6", "readiness": "7", "stop_criteria": "Аварыя",
    }.items():  # fmt: skip
        write(page, name, words)
    choose(page, "sphere", "transport")
    page.locator("[name=direction]").first.check()
    for name, code in {"sources": "republican", "language": "be", "design": "opinion"}.items():
        page.locator(f"input[name={name}][value={code}]").check()
    last_button(page)
    assert "RUL-10" in errors_of(page)[0]

    go(page, "desk/measures/new/")
    last_button(page)
    assert len(errors_of(page)) >= 3
    write(page, "name", "Адзіны квіток")
    write(page, "goal", "Адзін квіток на ўвесь транспарт.")
    choose(page, "sphere", "transport")
    page.locator("input[name=sources][value=republican]").check()
    last_button(page)
    take(page, "classify", kind="system", reasons="Ствараецца сістэма.")
    manager = at_desk("programme", "be")
    open_measure(manager, "Адзіны квіток")
    take(manager, "route", subprogramme="2026-2030/2")
    go(page, page.url.split("/be/")[1])
    follow(page, "Open the passport")
    arrive(page, page.locator("main table a").nth(10))
    write(page, "total", "5")
    arrive(page, page.get_by_role("button").locator("visible=true").last)
    assert page.url.endswith("/")


def test_a_passport_comes_back_once_and_waits_for_the_council(at_desk):
    initiator = at_desk("initiator", "ru", scripts=False)
    open_measure(initiator, WRITTEN)
    take(initiator, "submit")
    manager = at_desk("programme", "ru")
    open_measure(manager, WRITTEN)
    begin_step(manager, "steps/assign")
    manager.locator("input[name=expert]").last.check()
    last_button(manager)
    expert = at_desk("expert", "ru", scripts=False)
    open_measure(expert, WRITTEN)
    arrive(expert, expert.locator("main .rest a[href*='/versions/1/']"))
    open_measure(expert, WRITTEN)
    take(
        expert, "remark", place="goal.problem", ground="goal", text="Назовите, сколько людей ждёт."
    )
    take(expert, "return", ground="goal", text="Уточните проблему.")
    open_measure(initiator, WRITTEN)
    begin_step(initiator, "steps/submit")
    last_button(initiator)
    assert errors_of(initiator)  # nothing has changed
    open_measure(initiator, WRITTEN)
    follow(initiator, "Open the passport")
    arrive(initiator, initiator.locator("main table a").nth(1))
    assert "Назовите, сколько людей ждёт." in text_of(initiator)
    write(initiator, "problem", "Расписания на бумаге, ждут 60 тысяч человек.")
    press(initiator, "Save")
    open_measure(initiator, WRITTEN)
    take(initiator, "submit")
    open_measure(manager, WRITTEN)
    begin_step(manager, "steps/assign")
    manager.locator("input[name=expert]").last.check()
    last_button(manager)
    open_measure(expert, WRITTEN)
    arrive(expert, expert.locator("main .rest a[href*='/versions/2/']"))
    assert expert.locator("main ins").count() == 1
    open_measure(expert, WRITTEN)
    opine(expert, "Соответствует.")
    assert shows(expert, "Waits for the Council")


def test_the_council_decides_with_quorum_without_the_interested_and_the_measure_goes_into_operation(
    at_desk, tmp_path
):
    chair = at_desk("council_chair", "en", width=390)
    go(chair, "desk/council/")
    arrive(chair, chair.locator("main a", has_text="Session No. 7,"))
    room = chair.url.split("/en/")[1]
    council_act(chair, "open")
    assert "K01" in errors_of(chair)[0]

    secretary = at_desk("council_secretary", "en", width=390)
    go(secretary, room)
    begin_step(secretary, "presence")
    for box in secretary.locator("input[name=present]").all():
        box.check()
    last_button(secretary)
    go(chair, room)
    council_act(chair, "open")

    interested = at_desk("council_interested", "en")
    go(interested, room)
    assert shows(interested, "conflict of interest")
    assert interested.locator("main a[href$='/vote/']").count() == 0
    member = at_desk("council_member", "en", width=390)
    for one in (chair, member):
        go(one, room)
        about_item(one, "vote", choice="for")
    about_item(member, "opinion", text="Дорага, але патрэбна.")
    go(chair, room)
    about_item(chair, "settle", heard="Даклад ініцыятара.")
    council_act(chair, "close")
    council_act(chair, "seal")
    arrive(chair, chair.locator("aside a[href*='/verify/']"))
    into_operation(at_desk, secretary, a_scan(tmp_path))


def into_operation(at_desk, secretary, paper) -> None:
    """From the act on inclusion to the end, each by whose duty it is."""
    apparatus = at_desk("apparatus", "en")
    open_measure(apparatus, TODAY)
    take(apparatus, "include", act="Пастанова № 1")
    initiator = at_desk("initiator", "en")
    open_measure(initiator, TODAY)
    take(
        initiator, "choose", mechanism="office", implementer="Офіс",
        why_not_competition="Офіс ужо вядзе сістэму.", office="office-19", roles=["architect"], level="3",
        price_by_method=["yes"],
    )  # fmt: skip
    begin_step(initiator, "steps/contract")
    today = date.today()  # noqa: DTZ011 - the browser's own day
    write(initiator, "number", "7")
    write_day(initiator, "signed_on", (today - timedelta(days=1)).isoformat())
    write_day(initiator, "ends_on", "2027-12-30")
    write(initiator, "result_1", "Сістэма")
    write_day(initiator, "due_on_1", "2027-10-29")
    write(initiator, "amount_1", "1000")
    last_button(initiator)
    take(
        initiator, "terms", criteria_1="Сістэма прайшла выпрабаванні", vat="20",
        penalties="0,1 % за дзень", rights="state", warranty_months="24",
        service="Адказ за дзве гадзіны", exit_terms="Даныя ў адкрытых фарматах", secrecy="open",
    )  # fmt: skip
    begin_step(initiator, "steps/hand_over")
    choose_first(initiator, "stage")
    hand_in(initiator, paper, text="Справаздача")
    inspector = at_desk("transport_head", "en", width=390)
    open_measure(inspector, TODAY)
    begin_step(inspector, "steps/accept_stage")
    choose_first(inspector, "stage")
    hand_in(inspector, paper, conclusion="accept", text="Пратакол № 1")
    open_measure(initiator, TODAY)
    take(initiator, "begin_trial")
    begin_step(initiator, "steps/prove")
    tick_all(initiator, "checks")
    hand_in(initiator, paper, text="Пратаколы", load="100", hours="8")
    open_measure(secretary, TODAY)
    begin_step(secretary, "steps/commission")
    write(secretary, "act", "Акт № 1")

    tick_all(secretary, "checks")
    last_button(secretary)
    open_measure(initiator, TODAY)
    assert shows(initiator, "In operation, benefits are followed")


def test_a_condition_met_late_stays_late_for_everybody(at_desk, at_site):
    initiator = at_desk("initiator", "be")
    open_measure(initiator, LATE)
    begin_step(initiator, "steps/meet")
    choose_first(initiator, "condition")
    write(initiator, "evidence", "Ліст № 9")
    last_button(initiator)
    reference = initiator.url.rstrip("/").split("/")[-1]
    anybody = at_site("en", width=390, scripts=False)
    follow(anybody, "Digital development")
    follow(anybody, "Measures of digital development")
    go(anybody, f"measures/{reference}/")
    assert "met late" in text_of(anybody)
