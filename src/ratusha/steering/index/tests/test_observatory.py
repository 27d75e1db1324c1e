"""Marks of services: the observatory's own vectors, where they lie beside us, and the same few written again."""

import json

import pytest

from ratusha.steering.index import data, reading
from ratusha.steering.index.compute import compute, named
from ratusha.steering.index.tests.test_published import SPECS, governance

VECTORS = [
    ("satisfaction", {"good": 700, "medium": 200, "bad": 100}, 8.0, "green"),
    ("satisfaction", {"good": 60, "medium": 20, "bad": 10}, None, "gray"),
    ("clarity", {"very_good": 500, "good": 300, "medium": 100, "bad": 60, "very_bad": 40}, 7.9, "yellow"),
    ("help_reachable", {"yes": 849, "no": 151}, 84.9, "yellow"),
    ("group", {"green": 3, "yellow": 1, "red": 1, "gray": 4}, 60, "goal not met"),
    ("group", {"green": 4, "yellow": 1, "red": 0, "gray": 4}, 80, "goal met"),
]  # fmt: skip


def marked(code, answers):
    specs = reading.read_file(SPECS / "observatory.yaml")
    table = data.read(f"unit,{','.join(answers)}\nS,{','.join(map(str, answers.values()))}\n")
    found = compute(named(specs, f"observatory.{code}"), table)
    return found.shown[0], found.bands[0]


@pytest.mark.parametrize(("code", "answers", "value", "level"), VECTORS)
def test_a_service_is_marked_as_the_observatory_marks_it(code, answers, value, level):
    found = marked(code, answers)
    assert found[1] == level
    assert value is None or found[0] == value


def test_the_vectors_beside_us_are_all_met():
    rules = json.loads(governance("scoring_rules.json").read_text(encoding="utf-8"))
    for vector in rules["vectors"]:
        ((code, answers),) = vector["in"].items()
        value, level = marked("help_reachable" if code == "reachable" else code, answers)
        told = vector["out"]
        assert value == told.get("value", told.get("score", value))
        assert level == told.get("level", "goal met" if told.get("goal_met") else "goal not met")


@pytest.mark.parametrize("file", sorted(SPECS.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_specification_that_is_shipped_is_right(file):
    assert reading.read_file(file)
