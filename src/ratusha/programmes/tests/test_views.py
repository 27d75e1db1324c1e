"""Pages: what everybody reads, what only government reads, and that every number leads to what it was made of."""

import csv
import io
import random
import re
from datetime import date, timedelta

import pytest

from ratusha.accounts.tests.factories import UserFactory, sign_in
from ratusha.programmes.figures.compute import Figures
from ratusha.programmes.figures.formula import Over
from ratusha.programmes.figures.formulas import FORMULAS
from ratusha.programmes.law import law
from ratusha.programmes.models import ForecastRun, Progress, Rating, Scenario
from ratusha.programmes.picture import picture
from ratusha.programmes.tests.conftest import TODAY

pytestmark = pytest.mark.django_db
HOME = "/en/steering/programmes/"
TILE = re.compile(r'<li><a href="([^"]+)"><b>(.*?)</b>', re.DOTALL)
DATA = re.compile(r'<data value="([^"]*)"|<time datetime="([^"]*)"')


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


@pytest.fixture
def insider(client, living):
    return sign_in(client, living.reader, acting=living.body("state:331"))


def test_without_measures_the_page_says_what_to_do(client, state):  # noqa: ARG001 - an empty state
    assert "No measure stands here yet" in read(client, HOME)


@pytest.mark.usefixtures("living")
def test_everybody_reads_money_and_independent_confidence_of_both_programmes(client):
    page = read(client, HOME)
    assert "Digital development of Belarus, 2021–2025" in page
    assert "Digital Belarus, 2026–2030" in page
    assert "Independent confidence" in page
    assert "measures" in page
    assert "Own confidence" not in page
    assert "Needs a decision this week" not in page


def test_inside_government_the_own_rating_and_what_needs_a_decision_are_read(insider):
    page = read(insider, HOME)
    assert "Own confidence" in page
    assert "Needs a decision this week" in page


@pytest.mark.usefixtures("living")
@pytest.mark.parametrize("who", ["stranger", "citizen"])
def test_a_figure_of_government_is_not_there_for_others(client, who):
    if who == "citizen":
        sign_in(client, UserFactory(), acting="myself")
    read(client, f"{HOME}all/figures/own/", status=404)
    assert "own" not in next(csv.reader(io.StringIO(read(client, f"{HOME}all/table.csv"))))


def test_what_does_not_exist_is_not_there(client, living):  # noqa: ARG001
    for address in ("2021-2025.9/", "2026-0000-0000-0/", "all/figures/nothing/", "x/table.csv"):
        read(client, HOME + address, status=404)


def _values(page: str) -> list[str]:
    return ["".join(found) for found in DATA.findall(page)]


def test_twenty_random_tiles_open_to_what_they_were_made_of_and_are_made_again_from_it(insider):
    """What is read here is only what stands on the pages."""
    draw = random.Random(20)  # noqa: S311 - any twenty
    levels = [HOME]
    for address in levels[:]:
        levels += re.findall(r'href="(/en/steering/programmes/[^"/]+/)"', read(insider, address))
    levels += re.findall(
        r'href="(/en/steering/programmes/[^"/]+/)"', read(insider, draw.choice(levels[1:]))
    )
    opened = 0
    while opened < 20:
        tiles = TILE.findall(read(insider, draw.choice(levels)))
        if not tiles:
            continue
        address, shown = draw.choice(tiles)
        page = read(insider, address)
        before, _mark, after = page.partition('id="inputs"')
        value = _values(before.partition('id="value"')[2].partition("</p>")[0])
        inputs = _values(after)
        code = address.rstrip("/").rpartition("/")[2]
        assert _values(shown) == value, address  # the tile and its page tell the same
        of_measure = len(address.split("/")[4]) == len("2021-NLNU-N8N3-2")
        assert _made_again(code, inputs, value, of_measure=of_measure), (address, inputs, value)
        opened += 1


def _median(numbers: list[float]) -> float:
    middle, half = sorted(numbers), len(numbers) // 2
    return middle[half] if len(middle) % 2 else (middle[half - 1] + middle[half]) / 2


def _capped(numbers: list[float]) -> float:
    """Of nine marks: the second is for the owner, the fifth for money, the eighth for security."""
    return min(_median(numbers), numbers[1], numbers[4], numbers[7])


MADE = {  # by hand: the formulas of the module are not asked
    "cost_index": lambda n: n[0] / n[1],
    "schedule_index": lambda n: n[0] / n[1],
    "year_share": lambda n: n[0] / n[1],
    "gap": lambda n: n[0] - n[1],
    "budget_change": lambda n: n[0] - n[1],
    "needed_index": lambda n: (n[0] - n[1]) / (n[0] - n[2]),
    "forecast": lambda n: round(n[0] / n[1], 2),
    "independent_mean": lambda n: sum(n) / len(n),
    "computed": lambda n: sum(n) / len(n),
}


def _made_again(code: str, inputs: list[str], value: list[str], *, of_measure: bool) -> bool:
    if not value:
        return not inputs or FORMULAS[code].over is Over.FIGURES
    if code in ("starts_on", "ends_on", "first_end"):
        return value[0] == (min if code == "starts_on" else max)(inputs)
    if code == "slip":
        return (
            float(value[0]) == (date.fromisoformat(inputs[0]) - date.fromisoformat(inputs[1])).days
        )
    if code == "end_at_pace":
        first, last = (date.fromisoformat(one) for one in inputs[:2])
        days = round((last - first).days / float(inputs[2]))
        return value[0] == (first + timedelta(days=days)).isoformat()
    numbers, told = [float(one) for one in inputs], float(value[0])
    if code in ("independent", "own"):
        return told == (_capped if of_measure else _median)(numbers)
    if code == "time_index":
        return told == pytest.approx(_months_earned(numbers[0], numbers[2:]) / numbers[1])
    return told == pytest.approx(MADE.get(code, sum)(numbers), abs=0.01)


def _months_earned(earned: float, curve: list[float]) -> float:
    before = 0.0
    for month, planned in enumerate(curve):
        if planned > earned:
            return month + (earned - before) / (planned - before)
        before = planned
    return curve.index(curve[-1]) + 1


def test_a_table_for_programs_has_the_figures_of_every_part(client, living):  # noqa: ARG001
    rows = list(csv.DictReader(io.StringIO(read(client, f"{HOME}2021-2025/table.csv"))))
    assert [row["level"] for row in rows] == ["programme"] + ["subprogramme"] * 6
    assert sum(float(row["paid"]) for row in rows[1:]) == pytest.approx(float(rows[0]["paid"]))
    assert rows[0]["paid_known_of"].endswith(rows[0]["measures"])
    told = client.get(f"{HOME}2021-2025/table.json").json()
    assert told["rows"][0]["figures"]["paid"]["formula"] == "paid-1"


def test_a_measure_that_was_carried_over_is_told_where_it_left(client, living):  # noqa: ARG001
    assert "Carried over to another programme" in read(client, f"{HOME}2021-2025/")


@pytest.mark.usefixtures("living")
@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_pages_are_there_in_three_languages(client, language):
    page = client.get(f"/{language}/steering/programmes/2021-2025.1/")
    assert page.status_code == 200
    assert "steering/programmes/2021-2025.1/figures/paid/" in page.content.decode()


@pytest.fixture
def keeper(client, living):
    return sign_in(client, living.keeper, acting=living.body("state:351"))


def test_a_forecast_is_shown_with_its_seed_author_and_coverage(keeper):
    page = read(keeper, f"{HOME}2026-2030/forecast/")
    assert "P80" in page
    assert "measures that run and have a baseline" in page
    assert "forecast-1" in page
    assert "The outside view" in page
    before = len(ForecastRun.objects.filter(node="2026-2030"))
    assert keeper.post(f"{HOME}2026-2030/forecast/").status_code == 302
    assert len(ForecastRun.objects.filter(node="2026-2030")) == before + 1
    assert "Earlier forecasts" in read(keeper, f"{HOME}2026-2030/forecast/")


def test_where_nothing_is_left_a_forecast_is_refused_with_its_reason(keeper):
    answer = keeper.post(f"{HOME}2021-2025.1/forecast/")
    assert answer.status_code == 422
    assert "Nothing with a baseline is left" in answer.content.decode()


def test_a_reader_computes_and_keeps_nothing(insider):
    assert insider.post(f"{HOME}2026-2030/forecast/").status_code == 404
    assert insider.post(f"{HOME}2026-2030/choice/", {"name": "x"}).status_code == 404
    assert "Compute it anew" not in read(insider, f"{HOME}2026-2030/forecast/")


@pytest.mark.usefixtures("living")
def test_a_stranger_sees_neither_forecast_nor_choice(client):
    for address in ("2026-2030/forecast/", "2026-2030/choice/"):
        assert client.get(HOME + address).status_code in {302, 404}
    assert "replayed later" in read(client, f"{HOME}calibration/")


def test_a_choice_is_proven_and_tells_why_others_are_left_out(keeper):
    page = read(keeper, f"{HOME}2026-2030/choice/?share=50&confidence=1&tasks=1&saving=1")
    assert "proven the best" in page
    assert "Fits if the money grows" in page
    wrong = keeper.get(f"{HOME}2026-2030/choice/?share=0&confidence=0&tasks=0&saving=0")
    assert wrong.status_code == 422


def test_choices_are_kept_with_their_author_and_compared(keeper):
    for share, name in ((50, "Half"), (90, "Most")):
        address = f"{HOME}2026-2030/choice/?share={share}&confidence=1&tasks=1&saving=1"
        assert keeper.post(address, {"name": name}).status_code == 302
    again = keeper.post(address, {"name": "Most"})
    assert again.status_code == 422
    assert "kept already" in again.content.decode()
    kept = "&".join(f"compare={one.pk}" for one in Scenario.objects.all())
    page = read(keeper, f"{HOME}2026-2030/choice/?{kept}")
    assert "Choices side by side" in page


def _running(initiator_id):
    return next(
        row.key
        for row in picture(TODAY).rows
        if not row.is_over and row.stages and row.facts.initiator_id == initiator_id
        and any(one.rule == "percent" and one.number not in row.accepted for one in row.stages)
    )  # fmt: skip


def _marks(mark=4):
    codes = [one.code for one in law().confidence.questions]
    return {code: str(mark) for code in codes} | {f"{code}_evidence": "Report 7" for code in codes}


def test_nine_marks_with_evidence_make_a_rating(client, living):
    key = _running(living.body("state:358"))
    assessor = sign_in(client, living.assessor, acting=living.body("state:341"))
    address = f"{HOME}{key}/acts/independent/"
    missing = assessor.post(address, {**_marks(), "owner_evidence": ""})
    assert missing.status_code == 422
    assert assessor.post(address, {**_marks(), "security": "2"}).status_code == 302
    assert Rating.objects.get(on=TODAY, view="independent").overall == 2  # capped by security
    assert assessor.get(f"{HOME}{key}/acts/own/").status_code == 404


def test_progress_counts_once_another_person_has_accepted_its_evidence(client, living):
    key = _running(living.body("state:358"))
    before = Figures(picture(TODAY), key).value("earned_value")
    initiator = sign_in(client, living.initiator, acting=living.body("state:358"))
    sent = {"stage": "3", "share": "90", "evidence": "Protocol 12"}
    assert initiator.post(f"{HOME}{key}/acts/progress/", sent).status_code == 302
    assert Figures(picture(TODAY), key).value("earned_value") == before
    reported = Progress.objects.get(accepted_on=None)
    accept = f"{HOME}{key}/progress/{reported.pk}/accept/"
    assert initiator.post(accept).status_code == 404
    keeper = sign_in(client, living.keeper, acting=living.body("state:351"))
    assert "Protocol 12" in read(keeper, f"{HOME}{key}/")
    assert keeper.post(accept).status_code == 302
    assert Figures(picture(TODAY), key).value("earned_value") > before


def test_a_measure_is_placed_and_carried_over_by_an_act(keeper, living):
    key = _running(living.body("state:358"))
    here = picture(TODAY).by_reference[key].node
    node = next(one for one in ("2026-2030.1", "2026-2030.2") if one != here)
    address = f"{HOME}{key}/acts/place/"
    assert keeper.post(address, {"node": node, "act": ""}).status_code == 422
    assert keeper.post(address, {"node": node, "act": "Act 3"}).status_code == 302
    assert picture(TODAY).by_reference[key].node == node
    assert "Act 3" in read(keeper, f"{HOME}{key}/")


STATEMENTS = 8  # seven for the picture of all measures, whatever their number, and one for what was paid by month


@pytest.mark.usefixtures("living")
@pytest.mark.parametrize("page", ["", "2021-2025/", "2021-2025.3.1/", "all/figures/paid/"])
def test_a_dashboard_asks_as_much_for_a_hundred_measures_as_for_one(
    client, page, django_assert_max_num_queries
):
    client.get(HOME + page)
    with django_assert_max_num_queries(STATEMENTS):
        read(client, HOME + page)
