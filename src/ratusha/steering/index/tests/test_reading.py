"""Every mistake is told with its line and how to mend it."""

import pytest

from ratusha.steering.index import reading
from ratusha.steering.index.mistakes import Mistaken


def mistakes(text):
    with pytest.raises(Mistaken) as told:
        reading.read(text)
    return {(one.code, one.line): one for one in told.value.findings}


@pytest.mark.parametrize(
    ("text", "code", "line", "mend"),
    [
        ("index: a\ninputs: [x]\nbans: []\n", "field.unknown", 3, "bands"),
        ("version: 1\ninputs: [x]\n", "field.missing", 1, "index"),
        ("index: a\ninputs: [x]\nsteps:\n  - minmaks\n", "step.unknown", 4, "minmax"),
        ("index: a\ninputs: [x]\nsteps:\n  - cap: {maks: 1}\n", "step.field", 4, "max"),
        ("index: a\ninputs: [x]\nsteps:\n  - cap\n", "step.needs", 4, "max"),
        ("index: a\ninputs: [x]\nsteps:\n  - agg: meen\n", "agg.unknown", 4, "mean"),
        ("index: a\ntree:\n  x: {w: 0.5}\n  y: {w: 0.6}\n", "weight.sum", 2, "1/3"),
        ("index: a\ntree:\n  x: {w: 0.5}\n  y:\n", "weight.missing", 2, "none"),
        ("index: a\ninputs: [x]\nvalue: x + z\n", "", 0, ""),
        ("index: a\ninputs: {x: {expr: 2 * why}}\n", "name.unknown", 2, "x"),
        ("index: a\ninputs: {x: {from: b}}\n", "index.unknown", 2, "Leave it out"),
        ("index: a\ninputs: {x: {dir: less}}\n", "dir.unused", 2, "minmax"),
        ("index: a\ninputs: [x]\nmissing: {policy: ignore}\n", "missing.policy", 3, "zero_all"),
        ("index: a\ninputs: [x]\nmissing: ignore\n", "missing.policy", 3, "zero_all"),
        ("index: a\ninputs: [x]\ntree: mean(x)\n", "value.wrong", 3, "value: mean(a, b)"),
        ("index: a\ninputs: [x]\nrank: {method: olympic}\n", "value.unknown", 3, "competition"),
        ("index: a\ninputs: {x: {unit: 'a b'}}\n", "unit.unreadable", 2, "share"),
        ("index: a\n  b: 1\n", "yaml.unreadable", 2, "Mend the YAML"),
        ("", "file.empty", 1, "index"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_mend(text, code, line, mend):
    if not code:  # a name that no input has is a column of the table
        assert reading.read(text)
        return
    found = mistakes(text)
    assert (code, line) in found
    assert mend in found[code, line].mend


def test_all_mistakes_are_told_at_once():
    found = mistakes("index: a\ninputs: [x]\nsteps: [cap, minmaks]\nmissing: {policy: no}\n")
    assert {code for code, _ in found} == {"step.needs", "step.unknown", "missing.policy"}


def test_an_index_made_of_itself_is_refused():
    text = "index: a\ninputs: {x: {from: b}}\n---\nindex: b\ninputs: {y: {from: a}}\n"
    assert {code for code, _ in mistakes(text)} == {"index.circle"}


def test_a_share_cannot_be_added_to_roubles():
    text = """
index: a
inputs: {s: {unit: share}, r: {unit: BYN}}
value: s + r
"""
    assert ("unit.mixed", 4) in mistakes(text)


def test_parts_in_different_units_are_normalised_before_they_are_put_together():
    text = "index: a\ninputs: {s: {unit: share}, r: {unit: BYN}}\n"
    assert "unit.mixed" in {code for code, _ in mistakes(text)}
    assert reading.read(text + "steps: [minmax, {agg: mean}]\n")


def test_units_are_multiplied_and_divided():
    text = """
index: a
columns: {people: {unit: person}, money: {unit: BYN}}
inputs:
  each: {expr: money / people, unit: BYN/person}
"""
    assert reading.read(text)
    wrong = text.replace("BYN/person", "share")
    assert "unit.mixed" in {code for code, _ in mistakes(wrong)}


def test_percent_is_not_a_share():
    text = "index: a\ninputs: {s: {unit: share}, p: {unit: percent}}\nvalue: mean(s, p)\n"
    assert "unit.mixed" in {code for code, _ in mistakes(text)}


def test_the_short_notation_needs_no_quotes():
    text = """
index: a
tree: {health: le, education: mean(eys, mys), rest: {of: [x(dir: less), y]}}
normalise: {default: minmax, overrides: {x: winsor(0.05)}}
steps:
  - minmax
  - agg: mean(weights: {health: 1/3, education: 1/3, rest: 1/3})
rank: {on: rounded(5)}
"""
    spec = reading.read(text)[0]
    assert spec.inputs["x"].direction == "less"
    assert [round(child.weight, 4) for child in spec.root.children] == [0.3333] * 3
    assert spec.root.leaves() == ["le", "eys", "mys", "x", "y"]


def test_a_policy_or_a_step_alone_stands_as_its_name():
    short = "index: a\ninputs: [x, y]\nnormalise: zscore\nmissing: impute(mean)\n"
    long = (
        "index: a\ninputs: [x, y]\nnormalise: {default: zscore}\nmissing: {policy: impute(mean)}\n"
    )
    (one,), (other,) = reading.read(short), reading.read(long)
    assert one.normalise == other.normalise
    assert one.missing == other.missing
