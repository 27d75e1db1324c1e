"""One pilot from a refused application to the measure that scales it, through the pages alone, by whose duty it is."""

from copy import deepcopy
from datetime import date, timedelta

import pytest

from ratusha.kernel.pack import pack

from .acts import begin_step
from .measuring import (
    about_item,
    answer,
    convene,
    council_act,
    last_button,
    note_present,
    open_measure,
    opine,
    put,
    put_on_agenda,
    send_to_experts,
    take,
    write_passport,
)
from .pages import arrive, errors_of, follow, go, shows, text_of
from .ways import PHONE, Way

pytestmark = [pytest.mark.journey, pytest.mark.timeout(1500)]
UNTIL_THE_SESSION = 10  # days
TRIED = {
    "goal": "Аўтобус даязджае хутчэй.", "sphere": "transport", "language": "be",
    "hypothesis": "Калі святлафоры ведаюць пра аўтобус, паездка скароціцца.", "indicator": "Паездка, хвілін",
    "baseline": "41", "target": "34", "site": "Праспект, 14 скрыжаванняў", "site_agreed": "Ліст № 118",
    "design": "comparison", "compared_with": "Вуліца ў Лідзе\nВуліца ў Слоніме",
    "months": "6", "readiness": "7", "stop_criteria": "Чаканне пешаходаў вырасла.",
}  # fmt: skip


def in_days(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011 - the browser's own day


@pytest.fixture
def passport():
    made = deepcopy(pack().yaml("demonstration/measures.yaml")["passport"])
    for line in made["budget"]["lines"]:
        line["source"] = "own"
    return made


@pytest.fixture
def days_pass(state):
    return lambda reference, days: state.as_application("days_pass.py", reference, str(days))


@pytest.mark.parametrize("way", [Way("ru", PHONE)], ids=str, indirect=True)
def test_a_pilot_goes_from_a_refused_application_to_the_measure_that_scales_it(
    at_desk, at_site, state, passport, days_pass
):
    initiator, manager = at_desk("initiator"), at_desk("programme")
    name = "Зялёная хваля"
    passport["identity"]["name"] = name
    reference = refused_and_applied(initiator, name)
    examined(initiator, manager, at_desk("expert"), reference, passport)
    found_expedient(at_desk, state, reference, days_pass)
    run(at_desk("apparatus"), initiator, reference)
    judged_and_scaled(initiator, manager, reference)
    scaled = paid_from_a_local_fund(initiator, reference)

    anybody = at_site()
    go(anybody, f"measures/{reference}/")
    assert shows(anybody, "To be scaled")
    go(anybody, "measures/")
    assert reference in text_of(anybody)
    assert scaled not in text_of(anybody)  # an idea is its body's own until its route is confirmed


def refused_and_applied(initiator, name) -> str:
    """RUL-10: no budget pays for a pilot; what was written is kept."""
    go(initiator, "desk/measures/")
    follow(initiator, "Apply for a pilot")
    initiator.locator("[name=direction]").first.check()
    answer(initiator, name=name, sources=["republican"], **TRIED)
    assert "RUL-10" in errors_of(initiator)[0]
    assert initiator.locator("[name=name]").input_value() == name
    for source in ("republican", "own"):
        initiator.locator(f"input[name=sources][value={source}]").set_checked(source == "own")
    last_button(initiator)
    return initiator.url.rstrip("/").split("/")[-1]


def examined(initiator, manager, expert, reference, passport) -> None:
    """The light passport: a line of the budget holds it back (Q05); then the experts return it once."""
    follow(initiator, "Open the passport")
    passport["budget"]["lines"][0]["source"] = "republican"
    write_passport(initiator, passport)
    assert "Q05" in text_of(initiator)
    go(initiator, f"desk/measures/{reference}/passport/budget/")
    put(initiator, "lines-0-source", "own")
    last_button(initiator)
    open_measure(initiator, reference)
    take(initiator, "submit")
    send_to_experts(manager, reference)
    open_measure(expert, reference)
    take(expert, "return", ground="security", text="Апішыце бяспеку пешаходаў.")
    go(initiator, f"desk/measures/{reference}/passport/goal/")
    put(initiator, "who_suffers", "Пасажыры аўтобусаў; пешаходы чакаюць не даўжэй за 90 секунд.")
    last_button(initiator)
    open_measure(initiator, reference)
    take(initiator, "submit")
    send_to_experts(manager, reference)
    open_measure(expert, reference)
    opine(expert, "Бяспечна, вынік можна вымераць.")


def found_expedient(at_desk, state, reference, days_pass) -> None:
    secretary = at_desk("council_secretary")
    room = convene(secretary, f"P-{reference[5:]}", in_days(UNTIL_THE_SESSION))
    put_on_agenda(secretary, reference, "recommend")
    council_act(secretary, "publish")
    days_pass(reference, UNTIL_THE_SESSION)
    everybody = ("council_chair", "council_member", "council_interested")
    note_present(secretary, room, *(state.card(code).name for code in everybody))
    chair, member = at_desk("council_chair"), at_desk("council_member")
    go(chair, room)
    council_act(chair, "open")
    for one in (chair, member):
        go(one, room)
        about_item(one, "vote", choice="for")
    go(chair, room)
    about_item(chair, "settle", heard="Даклад ініцыятара.")
    council_act(chair, "close")
    council_act(chair, "seal")


def run(apparatus, initiator, reference) -> None:
    """The list of the Government, the agreement, three places measured week by week."""
    open_measure(apparatus, reference)
    take(apparatus, "include", act="Пералік пілотных праектаў № 3")
    open_measure(initiator, reference)
    take(initiator, "agree", agreement="№ 4, доступ бясплатны", starts_on=in_days(-35))
    take(initiator, "measure", place="Праспект", side="with", figures="31.12 сорак")
    assert errors_of(initiator)
    weeks = [in_days(-35 + 7 * week) for week in range(-7, 5)]
    for place, side, before, after in (
        ("Праспект", "with", 41, 34), ("Вуліца ў Лідзе", "without", 38, 38), ("Вуліца ў Слоніме", "without", 33, 33),
    ):  # fmt: skip
        go(initiator, f"desk/measures/{reference}/")
        figures = "\n".join(
            f"{day} {(before if number < 7 else after) + number % 3},5"
            for number, day in enumerate(weeks)
        )
        take(initiator, "measure", place=place, side=side, figures=figures)
    assert shows(initiator, "to compare with")


def judged_and_scaled(initiator, manager, reference) -> None:
    """The effect is computed; the ministry scales."""
    take(initiator, "evaluate", answers="140", cost="70000", text="Параўнанне з дзвюма вуліцамі.")
    assert shows(initiator, "surely above zero")
    open_measure(manager, reference)
    take(manager, "scale")
    assert shows(manager, "To be scaled")


def paid_from_a_local_fund(initiator, reference) -> str:
    """RUL-11; and what the pilot has shown is in the passport already."""
    go(initiator, f"desk/measures/{reference}/")
    begin_step(initiator, "steps/scale_up")
    answer(
        initiator, name="Зялёная хваля ўсюды", regions=["BY-HR", "BY-BR"], sources=["republican"]
    )
    assert "RUL-11" in errors_of(initiator)[0]
    for source in ("republican", "local_innovation"):
        box = initiator.locator(f"input[name=sources][value={source}]")
        box.set_checked(source == "local_innovation")
    last_button(initiator)
    assert shows(initiator, "It scales the pilot")
    scaled = initiator.url.rstrip("/").split("/")[-1]
    take(initiator, "classify", kind="system", reasons="Маштабаванне пілота.")
    arrive(initiator, initiator.locator(f"main a[href$='/measures/{reference}/']").first)
    return scaled
