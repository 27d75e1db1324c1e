"""Every number of a measure opens, to everybody or to who has a part in it, and comes out again from its inputs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.measures import permissions as may
from ratusha.measures.models import Baseline, BenefitReview, PassportVersion
from ratusha.measures.numbers import INSIDE, MADE, find
from ratusha.measures.services import contract, pilot
from ratusha.measures.services.contract import Replanned
from ratusha.ui.tests.opened import numbers_on, read

from .test_services import measured, run, tried

ABOUT = [{"name": "Чаканне", "unit": "хвілін", "baseline": "18", "target": "7"}]


def at(name, *arguments):
    return reverse(f"measures:{name}", args=arguments)


@pytest.fixture
def initiator(state):
    return sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)


@pytest.fixture
def carried(state):
    """A measure with a contract that was amended and paid, an inclusion anew, and two reviews of its benefits."""
    case = state.contracted()
    state.accepted(case)
    contract.pay(case.pk, amount=Decimal(100), by=state.initiator, now=state.now)
    contract.amend(
        case.pk, title="№ 1", signed_on=state.now.date(), ground="scope", reasons="Больш экранаў.",
        ends_on=date(2027, 12, 31), stages=[Replanned(2, date(2026, 11, 2), Decimal(210))], by=state.initiator,
        now=state.now,
    )  # fmt: skip
    first = Baseline.objects.get(case=case)
    Baseline.objects.create(
        case=case, version=first.version, number=2, act="Пастанова № 8", total=first.total + 5,
        ends_on=first.ends_on + timedelta(days=30), at=state.now,
    )  # fmt: skip
    for months, fact in ((6, "14"), (12, "9,5")):
        BenefitReview.objects.create(
            case=case, months=months, due_on=state.now.date(), figures=[{**one, "fact": fact} for one in ABOUT],
            text="Так.", at=state.now, by=state.initiator,
        )  # fmt: skip
    return case


def evaluated(state, design="comparison"):
    """A pilot at two places, compared with two others."""
    case = tried(state, design)
    run(state, case, starts_on=state.now.date() + timedelta(days=14 - 49))
    measured(state, case, "Парк № 1", with_pilot=True, before=41, after=34)
    measured(state, case, "Парк № 2", with_pilot=True, before=39, after=33)
    measured(state, case, "Парк № 3", before=40, after=40)
    measured(state, case, "Парк № 4", before=30, after=31)
    pilot.evaluate(
        case.pk, answers=99, text="Параўнанне.", cost=Decimal(7000),
        sites=[(f"Парк № {number}", Decimal(1000 + 10 * number)) for number in range(1, 7)], by=state.initiator,
        now=state.now,
    )  # fmt: skip
    return case


@pytest.fixture
def piloted(state):
    return evaluated(state)


def opened_on(client, address):
    """Every number of the page, each computed again; by figure and key."""
    found = {}
    for link in numbers_on(client.get(address).text):
        assert link, address
        answer = client.get(link)
        assert answer.status_code == 200, link
        told = read(answer.text)
        assert told.comes_out(), (link, told)
        assert all(told.facts), link
        found[link.partition("/figures/")[2].rstrip("/")] = told.value
    return found


def test_the_numbers_of_a_measure_open_to_everybody_and_come_out_again(carried):
    found = opened_on(Client(), at("card", carried.reference))
    assert found["contract"] == 310
    assert (found["stage/1"], found["stage/2"]) == (100, 210)
    assert (found["planned/2026"], found["paid/2026"]) == (310, 100)
    assert (found["amended-from/1"], found["amended-to/1"]) == (300, 310)
    assert (found["dearer-than-first/2"], found["later-than-before/2"]) == (5, 30)
    assert (found["fact/1/6"], found["fact/1/12"], found["baseline/1"]) == (14, 9.5, 18)
    assert found["way/1"] == pytest.approx(8.5 / 11)
    assert found["votes/1/for"] == 2


def test_at_the_desk_each_payment_opens_too_and_says_who_entered_it(carried, initiator):
    found = opened_on(initiator, at("measure", carried.reference))
    assert found["payment/1"] == 100
    assert found["returned"] == 0
    inside = initiator.get(at("desk_number_of", carried.reference, "paid", "2026")).text
    assert "Ініцыятар" in inside
    assert "Ініцыятар" not in Client().get(at("number_of", carried.reference, "paid", "2026")).text


@pytest.mark.parametrize("design", ["comparison", "before_after", "randomised"])
def test_the_effect_of_a_pilot_comes_out_of_its_measurements(state, design):
    case = evaluated(state, design)
    found = opened_on(Client(), at("card", case.reference))
    assert (found["points"], found["answers"]) == (52, 99)
    assert found["low"] <= found["effect"] <= found["high"]
    assert found["effect"] > 6
    assert found["chance"] < 0.05 or design == "comparison"  # nothing varies there
    assert found["sites"] == 6


def test_what_was_measured_where_opens_at_the_desk_alone(piloted, initiator):
    found = opened_on(initiator, at("measure", piloted.reference))
    assert found["measured/1"] == 13
    assert {"before/1", "after/3", "aimed/target"} <= set(found)
    for figure in INSIDE:
        for address in (
            at("number", piloted.reference, figure),
            at("number_of", piloted.reference, figure, "1"),
        ):
            assert Client().get(address).status_code == 404


def test_a_measurement_after_the_evaluation_does_not_change_what_it_came_from(state, piloted):
    pilot.extend(piloted.pk, reasons="Мала даных.", by=state.manager, now=state.later())
    pilot.measure(
        piloted.pk, place="Парк № 1", with_pilot=True, figures=[(state.now.date(), Decimal(99))], by=state.initiator,
        now=state.later(),
    )  # fmt: skip
    assert opened_on(Client(), at("card", piloted.reference))["points"] == 52


def test_an_opinion_opens_to_the_paper_in_which_it_was_written(state):
    case = tried(state, design="opinion")
    run(state, case)
    stated = pilot.Stated(effect=Decimal(5), low=Decimal(2), high=Decimal(8))
    pilot.evaluate(
        case.pk, answers=120, text="Меркаванне.", stated=stated, by=state.initiator, now=state.now
    )
    found = opened_on(Client(), at("card", case.reference))
    assert (found["effect"], found["low"], found["high"]) == (5, 2, 8)
    assert Client().get(at("number", case.reference, "points")).status_code == 404


def test_a_written_figure_names_the_body_that_answers_for_it_as_its_author(carried):
    page = Client().get(at("number_of", carried.reference, "stage", "1")).text
    assert "Міністэрства транспарту" in read(page).facts
    assert "Ініцыятар" not in page


def test_the_showcase_says_how_many_and_which(carried, piloted):
    found = opened_on(Client(), at("showcase"))
    assert found == {"found": 2, "all": 2}
    asked = opened_on(Client(), at("showcase") + "?kind=pilot&q=аўтобус")
    assert sorted(asked.values()) == [1, 2]
    beside = opened_on(Client(), at("beside") + f"?m={carried.reference}&m={piloted.reference}")
    assert beside == {"contract": 310, "paid": 100}


def test_a_draft_opens_to_nobody_else(state):
    case = state.proposed()
    assert Client().get(at("number", case.reference, "contract")).status_code == 404
    stranger = sign_in(
        Client(), official(may.PREPARE, body_id=state.health.pk), AccessMode.STRICT, state.health.pk
    )
    assert stranger.get(at("desk_number", case.reference, "contract")).status_code == 404
    assert PassportVersion.objects.count() == 0


def test_a_key_that_names_nothing_is_not_there(state, carried, piloted):
    for case in (carried, piloted):
        for figure in (*MADE, *INSIDE, "no-such"):
            for key in ("x", "0", "-1", "9" * 40, "ы", "1/x", "1/999", "../1"):
                assert find(case, figure, key, today=state.now.date(), inside=True) is None, (
                    figure,
                    key,
                )
    for address in (
        at("number_of", carried.reference, "paid", "x"),
        at("number_of_showcase", "no-such"),
    ):
        assert Client().get(address).status_code == 404
