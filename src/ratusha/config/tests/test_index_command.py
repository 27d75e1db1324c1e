"""`ratusha index`: two files in, a table out; every mistake with its line, and nothing half done."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from ratusha.config.cli import index

SPEC = """
index: a
version: "1"
inputs: {x: {min: 0, max: 10}, y: {min: 0, max: 10}}
tree: {first: x, second: y}
steps: [goalpost]
bands: [{name: good, gte: 0.5}, {name: poor}]
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "spec.yaml").write_text(SPEC)
    (tmp_path / "data.csv").write_text("unit,x,y\nA,5,10\nB,1,\nC,0,5\n")
    return str(tmp_path / "spec.yaml"), str(tmp_path / "data.csv")


def run(*arguments):
    return CliRunner().invoke(index.command, arguments)


def test_a_table_has_one_row_for_each_unit(files):
    done = run("compute", *files, "--format", "csv")
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["unit"] for row in rows] == ["A", "B", "C"]
    assert rows[0] | {"notes": ""} == {
        "unit": "A", "value": "0.7500", "value_full": "0.75", "rank": "1", "band": "good",
        "x": "5", "y": "10", "missing": "", "imputed": "", "notes": "",
    }  # fmt: skip
    assert (rows[1]["value"], rows[1]["rank"], rows[1]["missing"]) == ("", "", "y")


def test_json_opens_each_value_down_to_its_inputs(files):
    found = json.loads(run("compute", *files, "--format", "json").stdout)
    assert (found["index"], found["version"], found["units"], found["rated"]) == ("a", "1", 3, 2)
    assert set(found["digests"]) == {"data", "spec"}
    tree = found["rows"][0]["tree"]
    assert tree["parts"][0]["parts"][0] | {"weight": 1} == {
        "name": "x",
        "value": 0.5,
        "weight": 1,
        "contribution": 0.5,
    }


def test_a_person_reads_a_list_in_the_order_of_ranks(files):
    lines = run("compute", *files).stdout.splitlines()
    assert lines[0] == "a 1"
    assert lines[1].split() == ["1", "0.7500", "good", "A"]
    assert lines[-1] == "Rated: 2 of 3."


def test_a_mistake_ends_with_code_1_its_line_and_no_output(files, tmp_path):
    (tmp_path / "data.csv").write_text("unit,x,y\nA,5,ten\n")
    done = run("compute", *files)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("data.csv:2:1: cell.number: y: 'ten' is not a number. Write")


def test_a_specification_is_checked_alone(files, tmp_path):
    assert run("check", files[0]).stdout == "right: a 1, inputs 2\n"
    (tmp_path / "spec.yaml").write_text(SPEC.replace("goalpost", "goalposts"))
    done = run("check", files[0])
    assert done.exit_code == 1
    assert "spec.yaml:6:" in done.stderr
    assert "Did you mean goalpost?" in done.stderr
    assert (
        json.loads(run("check", files[0], "--format", "json").stdout)[0]["code"] == "step.unknown"
    )


def test_sensitivity_tells_the_range_of_each_rank(files):
    done = run("sensitivity", *files, "--draws", "100", "--seed", "3", "--format", "json")
    found = json.loads(done.stdout)
    assert (found["draws"], found["seed"]) == (100, 3)
    assert {row["unit"]: (row["low"], row["high"]) for row in found["rows"]} == {
        "A": (1, 1),
        "C": (2, 2),
    }


def test_a_missing_file_is_wrong_usage():
    assert run("compute", "nowhere.yaml", "nowhere.csv").exit_code == 2
