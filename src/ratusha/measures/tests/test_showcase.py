"""What everybody may read, look for, compare and take away; and what is not let out."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.models import Baseline, Correction, Measure
from ratusha.measures.presentation import baselines_of
from ratusha.measures.services import aside, carry_out

ACT = {"act": "Пастанова № 9"}


def at(name, *arguments):
    return reverse(f"measures:{name}", args=arguments)


def shown(**asked):
    return Client().get(at("showcase"), asked).text


def test_it_is_found_by_words_sphere_region_kind_and_how_far_it_is(state):
    case = state.submitted()
    for asked in (
        {"q": "рэестр"}, {"q": "аўтобус"}, {"sphere": "transport"}, {"kind": "measure"},
        {"standing": "prepared"}, {"region": "BY-MI"}, {},
    ):  # fmt: skip
        assert case.reference in shown(**asked), asked
    for asked in (
        {"q": "рэестр коней"}, {"sphere": "health"}, {"kind": "pilot"}, {"standing": "works"}, {"region": "BY-BR"},
    ):  # fmt: skip
        assert case.reference not in shown(**asked), asked


def test_an_idea_of_a_body_is_on_no_open_page(state):
    case = state.proposed()
    for address in (at("showcase"), at("data_json"), at("data_csv"), at("feed")):
        assert case.reference not in Client().get(address).text
    assert "<th scope" not in Client().get(at("beside"), {"m": case.reference}).text


def test_open_data_say_their_licence_day_and_coverage_and_hold_no_passport(state):
    case = state.contracted()
    told = Client().get(at("data_json")).json()
    assert told["licence"] == "CC0-1.0"
    assert {"as_of", "coverage"} <= set(told)
    one = told["measures"][0]
    assert (one["number"], one["contract"], one["paid"]) == (case.reference, "300.00", "0")
    assert one["money"] == [{"year": "2026", "planned": "300", "paid": "0"}]
    assert "Дырэктар праекта" not in str(told)
    rows = list(csv.DictReader(io.StringIO(Client().get(at("data_csv")).text)))
    assert (rows[0]["number"], rows[0]["implementer"]) == (case.reference, "ТАА «Код»")


def test_a_name_that_looks_like_a_formula_is_harmless_in_the_table(state):
    case = state.submitted()
    type(case).objects.filter(pk=case.pk).update(title={"be": "=1+1"})
    [one] = csv.DictReader(io.StringIO(Client().get(at("data_csv")).text))
    assert one["name"] == "'=1+1"


def test_the_feed_tells_the_newest_steps(state):
    case = state.submitted()
    tree = etree.fromstring(Client().get(at("feed")).content)
    titles = tree.findall("{*}entry/{*}title")
    assert titles[0].text.endswith("Падаць пашпарт")
    assert all(case.reference in one.get("href") for one in tree.findall("{*}entry/{*}link"))


def test_an_address_without_a_language_stays(state):
    case = state.submitted()
    answer = Client().get(f"/p/{case.reference}", headers={"accept-language": "ru"})
    assert (answer.status_code, answer.url) == (302, f"/ru/measures/{case.reference}/")


def test_two_are_compared_beside_each_other(state):
    one, other = state.submitted(), state.submitted()
    text = Client().get(at("beside"), {"m": [one.reference, other.reference, "nothing"]}).text
    assert text.count('<th scope="col">') == 2
    assert Client().get(at("beside")).status_code == 200


def test_the_first_page_is_light(state):
    for _once in range(3):
        state.submitted()
    assert len(Client().get(at("showcase")).content) < 100_000


# ---- corrections, suspension, transfer, baselines ----
def test_a_correction_is_told_in_the_open(state):
    case = state.submitted()
    given = {
        "goal": "Бацькі бачаць аўтобус у тэлефоне.",
        "reasons": "Не было сказана дзе.",
        "now": state.now,
    }
    with pytest.raises(NotPermitted):
        aside.correct_goal(case.pk, **given, by=state.initiator)
    aside.correct_goal(case.pk, **given, by=state.manager)
    with pytest.raises(RuleBroken, match="nothing_corrected"):
        aside.correct_goal(case.pk, **given, by=state.manager)
    text = Client().get(at("corrections")).text
    assert "<del>Бацькі бачаць аўтобус.</del>" in text
    assert "Не было сказана дзе." in Client().get(at("card", case.reference)).text
    assert Correction.objects.get().before == "Бацькі бачаць аўтобус."


def test_what_is_suspended_stands_still_until_another_act(state):
    case = state.submitted()
    given = {"by": state.manager, "now": state.now}
    with pytest.raises(Conflict, match="not_suspended"):
        aside.go_on(case.pk, **ACT, **given)
    with pytest.raises(NotPermitted):
        aside.suspend(case.pk, **ACT, reasons="Няма грошай.", by=state.initiator, now=state.now)
    stopped = aside.suspend(case.pk, **ACT, reasons="Няма грошай.", **given)
    assert stopped.stopped_on == state.now.date()
    with pytest.raises(RuleBroken, match="suspended"):
        carry_out.skip(case.pk, step="skip_expertise", reasons="Тэрмінова.", **ACT, **given)
    with pytest.raises(Conflict, match="suspended"):
        aside.suspend(case.pk, **ACT, reasons="Яшчэ раз.", **given)
    assert "Няма грошай." in Client().get(at("card", case.reference)).text
    gone_on = aside.go_on(case.pk, act="Пастанова № 10", by=state.manager, now=state.later(5))
    assert gone_on.stopped_on is None
    carry_out.terminate(case.pk, **ACT, reasons="Не трэба.", by=state.manager, now=state.now)
    with pytest.raises(RuleBroken, match="closed"):
        aside.suspend(case.pk, **ACT, reasons="Позна.", **given)


def test_a_measure_is_carried_over_to_another_programme_by_an_act(state):
    case = state.submitted()
    given = {"reasons": "Праграма скончылася.", "by": state.manager, "now": state.now, **ACT}
    with pytest.raises(RuleBroken, match="not_transferred"):
        aside.transfer(case.pk, programme="2026-2030", subprogramme="2", **given)
    with pytest.raises(RuleBroken, match="programme_missing"):
        aside.transfer(case.pk, programme="2026-2030", subprogramme="9", **given)
    aside.transfer(case.pk, programme="2021-2025", subprogramme="3", **given)
    assert Measure.objects.get(pk=case.pk).programme == "2021-2025"
    assert "Праграма скончылася." in Client().get(at("card", case.reference)).text


def test_the_first_baseline_stays_and_both_differences_are_shown(state):
    case = state.contracted()
    for total, ends_on in (("600000.00", "2028-09-30"), ("560000.00", "2028-07-31")):
        state.now = state.later(40)
        version = Baseline.objects.filter(case=case).last().version
        version.answers["budget"]["total"], version.answers["identity"]["ends_on"] = total, ends_on
        version.pk, version.number = None, version.number + 1
        version.save(force_insert=True)
        aside.keep_baseline(case, act=f"Пастанова {total}", now=state.now)
    kept = baselines_of(case)
    assert kept[0].against is None
    assert [(str(money), days) for money, days in kept[2].against] == [
        ("32000.00", 31),
        ("-40000.00", -61),
    ]
