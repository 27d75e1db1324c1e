"""The place among the countries: published ranks, what other figures make, what a rank takes."""

from datetime import UTC, datetime

import pytest

from ratusha.self_assessment import position
from ratusha.steering.index.tests.test_published import SPECS, governance
from ratusha.steering.public import needed, publish
from ratusha.ui.tests.closed import closed_numbers
from ratusha.ui.tests.opened import read

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SPEC = (SPECS / "egdi.yaml").read_text()
BELARUS_2024 = (0.57598, 0.91561, 0.74188)
THRESHOLDS = {
    60: 0.749,
    50: 0.863,
    40: 0.927,
}  # of the requirements: rank, online services it takes


def loaded(text):
    return publish(SPEC, text, author="UN", now=NOW, code="egdi")


@pytest.fixture
def of_2022(db):  # noqa: ARG001
    return loaded(governance("egdi_2016_2022.csv").read_text())


@pytest.fixture
def of_2024(db):  # noqa: ARG001
    """The table of 2024 is not stored: others stand where the requirements say the thresholds are."""
    _osi, tii, hci = BELARUS_2024
    at = {rank: (osi + tii + hci) / 3 for rank, osi in THRESHOLDS.items()}
    values = {rank: at.get(rank) for rank in range(1, 194) if rank != 77}
    last = 1.0
    for rank in sorted(values):
        if values[rank] is None:
            lower = next((at[r] for r in sorted(at) if r > rank), 0.745 if rank < 77 else 0.0)
            values[rank] = (last + lower) / 2 if rank < 77 else 0.7 * (193 - rank) / 116
        last = values[rank]
    rows = [
        f"2024,X{rank:03},Country {rank},{value!r},{value!r},{value!r}"
        for rank, value in values.items()
    ]
    osi, tii, hci = BELARUS_2024
    rows.append(f"2024,BLR,Belarus,{osi},{tii},{hci}")
    return loaded("\n".join(["year,iso3,country,osi,tii,hci", *rows]))


def test_the_published_place_is_found_again(of_2022):
    now = position.tried(of_2022, {})
    assert (now.rank, now.value, now.rated) == (58, pytest.approx(0.758), 193)
    assert position.newest() == of_2022


def test_better_services_move_the_needle_and_add_a_third_of_the_difference(of_2022):
    now = position.tried(of_2022, {})
    after = position.tried(of_2022, {"osi": 0.8302})
    assert after.value == pytest.approx(now.value + 0.1, abs=0.0001)
    assert after.rank < now.rank
    (osi, tii, _hci) = position.parts(of_2022, now, after)
    assert osi.adds == pytest.approx(0.1)
    assert tii.adds == 0
    assert position.along(after) > position.along(now)


def test_what_a_rank_takes_reaches_it_and_a_little_less_does_not(of_2022):
    least = needed(of_2022, "BLR", "osi", 50)
    assert position.tried(of_2022, {"osi": least}).rank <= 50
    assert position.tried(of_2022, {"osi": least - 0.001}).rank > 50


def test_a_rank_that_no_figure_reaches_is_told_as_such(of_2022):
    assert needed(of_2022, "BLR", "osi", 1) is None


@pytest.mark.parametrize(("rank", "osi"), THRESHOLDS.items())
def test_the_targets_of_2024_come_out_as_required(of_2024, rank, osi):
    assert position.tried(of_2024, {}).rank == 77
    assert needed(of_2024, "BLR", "osi", rank) == pytest.approx(osi, abs=0.0005)


def test_the_page_says_how_to_load_a_table_while_there_is_none(client, db):  # noqa: ARG001
    page = client.get("/en/steering/self-assessment/position/")
    assert page.status_code == 200
    assert "ratusha index load egdi" in page.text


def test_the_page_shows_the_needle_and_answers_a_question_in_its_address(client, of_2022):  # noqa: ARG001
    room = "/en/steering/self-assessment/position/"
    assert "Rank 58 as published, 58 with these figures, of 193" in client.get(room).text
    asked = client.get(f"{room}?osi=0.8302&tii=0.8426&hci=0.9011")
    assert "Rank 58 as published, 58" not in asked.text
    assert "+0.10000" in asked.text
    wrong = client.get(f"{room}?osi=2&tii=0.8&hci=0.9")
    assert wrong.status_code == 422


def test_each_target_opens_to_who_holds_the_rank_and_is_computed_again(client, of_2024):
    now = position.tried(of_2024, {})
    found = position.targets(of_2024, now)
    page = client.get("/en/steering/self-assessment/position/").text
    for one in found:
        address = f"/en/steering/self-assessment/figures/target-{one.rank}/"
        if one.least is None:
            assert client.get(address).status_code == 404
            continue
        assert f'href="{address}"' in page
        told = read(client.get(address).text)
        assert told.comes_out()
        assert told.value == pytest.approx(one.least, abs=2e-5)
    assert list(closed_numbers(page)) == []


@pytest.mark.usefixtures("of_2024")
@pytest.mark.parametrize("rank", ["61", "193", "0", "x"])
def test_a_rank_that_is_no_target_has_no_number(client, rank):
    address = f"/en/steering/self-assessment/figures/target-{rank}/"
    assert client.get(address).status_code == 404
