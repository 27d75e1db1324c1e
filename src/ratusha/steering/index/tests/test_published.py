"""Indices that were published, computed again from their components. The data are read where they lie, never copied."""

import csv
from pathlib import Path

import numpy as np
import pytest

from ratusha.steering.index import data, reading
from ratusha.steering.index.compute import compute
from ratusha.steering.index.sensitivity import examine

ROOT = Path(__file__).resolve().parents[5]
SPECS = Path(__file__).resolve().parents[2] / "specs"


def governance(name):
    """Beside the project, at any level above it."""
    for above in (ROOT, *ROOT.parents):
        file = above / "shared" / "data" / "governance" / name
        if file.exists():
            return file
    pytest.skip(f"The published data are not here: shared/data/governance/{name}")


def published(name):
    with governance(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_e_government_is_computed_again_for_three_editions_with_exact_ranks():
    rows = published("egdi_2016_2022.csv")
    spec = reading.read_file(SPECS / "egdi.yaml")[0]
    found = compute(spec, data.read_file(governance("egdi_2016_2022.csv")))
    editions = dict.fromkeys(("2016", "2018", "2022"), 0)
    for row, value, rank in zip(rows, found.value, found.rank, strict=True):
        assert abs(float(row["egdi"]) - value) <= 0.0001, row
        assert int(row["egdi_rank"]) == rank, row
        editions[row["year"]] += 1
    assert set(editions.values()) == {193}


def test_human_development_is_computed_again_for_every_year_to_three_decimals():
    rows = {row["iso3"]: row for row in published("hdi_components_1990_2022.csv")}
    spec = reading.read_file(SPECS / "hdi.yaml")[0]
    found = compute(spec, data.read_file(governance("hdi_components_1990_2022.csv")))
    compared, only_ours = 0, []
    for key, period, shown in zip(found.rows.keys, found.rows.periods, found.shown, strict=True):
        told = rows[key][f"hdi_{period}"]
        if told:
            compared += 1
            assert float(told) == shown, (key, period)
        elif not np.isnan(shown):
            only_ours.append((key, period))
    assert compared == 6171
    assert len(only_ours) == 5  # components are there, and yet nothing was published


def test_the_rank_of_one_state_is_a_range_when_the_weights_are_uncertain():
    spec = reading.read_file(SPECS / "egdi.yaml")[0]
    found = examine(spec, data.read_file(governance("egdi_2016_2022.csv")), period="2022")
    rows = {row["unit"]: row for row in found.lines()}
    assert len(rows) == 193
    assert rows["DNK"]["low"] == 1
    assert rows["BLR"]["low"] < rows["BLR"]["rank"] < rows["BLR"]["high"]


# Small vectors of the same editions: facts about one state, so that something is checked everywhere.
@pytest.mark.parametrize(
    ("year", "osi", "tii", "hci", "egdi"),
    [
        ("2016", 0.4855, 0.6304, 0.8716, 0.6625),
        ("2018", 0.7361, 0.6881, 0.8681, 0.7641),
        ("2020", 0.7059, 0.8281, 0.8912, 0.8084),
        ("2022", 0.5302, 0.8426, 0.9011, 0.7580),
        ("2024", 0.57598, 0.91561, 0.74188, 0.74449),
    ],
)
def test_e_government_of_one_state_is_the_mean_of_its_components(year, osi, tii, hci, egdi):
    spec = reading.read_file(SPECS / "egdi.yaml")[0]
    table = data.read(f"iso3,country,year,osi,tii,hci\nBLR,Belarus,{year},{osi},{tii},{hci}\n")
    assert compute(spec, table).value[0] == pytest.approx(egdi, abs=0.0001)


def test_the_fall_from_2022_to_2024_opens_into_three_contributions():
    spec = reading.read_file(SPECS / "egdi.yaml")[0]
    table = data.read(
        "iso3,country,year,osi,tii,hci\nBLR,Belarus,2022,0.5302,0.8426,0.9011\nBLR,Belarus,2024,0.57598,0.91561,0.74188\n"
    )
    parts = compute(spec, table).tree.contributions()
    change = dict(zip(("osi", "tii", "hci"), parts[1] - parts[0], strict=True))
    assert change == {
        "osi": pytest.approx(0.01526, abs=1e-5),
        "hci": pytest.approx(-0.05307, abs=1e-5),
        "tii": pytest.approx(0.02434, abs=1e-5),
    }
