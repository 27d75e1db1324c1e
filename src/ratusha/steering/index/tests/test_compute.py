"""The parts of the language, each on a table small enough for paper."""

import numpy as np
import pytest

from ratusha.steering.index import data, output, reading
from ratusha.steering.index.compute import compute, named, with_weights
from ratusha.steering.index.mistakes import Mistaken
from ratusha.steering.index.tests.tables import bands, computed, ranks, values

THREE = "unit,x,y\nA,0,30\nB,5,20\nC,10,10\n"


def one(steps, table=THREE, inputs="{x: {}}", **more):
    extra = "".join(f"{key}: {value}\n" for key, value in more.items())
    return values(computed(f"index: a\ninputs: {inputs}\nsteps: {steps}\n{extra}", table))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("[minmax]", [0, 0.5, 1]),
        ("[{minmax: {to: 100}}]", [0, 50, 100]),
        ("[{minmax: {min: 0, max: 20}}]", [0, 0.25, 0.5]),
        ("[{zscore: {ddof: 0}}]", [-1.224744871, 0, 1.224744871]),
        ("[{zscore: {ddof: 1}}]", [-1, 0, 1]),
        ("[{zscore: {mean: 4, sd: 2}}]", [-2, 0.5, 3]),
        ("[rankscore]", [0, 0.5, 1]),
        ("[rank]", [3, 2, 1]),
        ("[{cap: {max: 7}}]", [0, 5, 7]),
        ("[{floor: {min: 3}}]", [3, 5, 10]),
        ("[{clip: {min: 3, max: 7}}]", [3, 5, 7]),
        ("[{winsor: {p: 0.25}}]", [2.5, 5, 7.5]),
        ("[{log: {add: 1}}]", [0, np.log(6), np.log(11)]),
        ("[{log: {add: 1, base: 11}}]", [0, np.log(6) / np.log(11), 1]),
        ("[sqrt]", [0, 5**0.5, 10**0.5]),
        ("[{power: {exponent: 2}}]", [0, 25, 100]),
        ("[{scale: {times: 2, add: 1}}]", [1, 11, 21]),
        ("[{per: {column: y, times: 100}}]", [0, 25, 100]),
        ("[{distance_to_target: {target: 8}}]", [0, 0.625, 1]),
        ("[distance_to_best]", [0, 0.5, 1]),
        ("[{reverse: {max: 10}}]", [10, 5, 0]),
        ('[{each: "if(x > 4, 1, 0)"}]', [0, 1, 1]),
        ("[{goalpost: {min: 5, max: 10, clip: true}}]", [0, 0, 1]),
        ("[{goalpost: {min: 5, max: 10}}]", [-1, 0, 1]),
    ],
)
def test_a_step_does_what_it_says(steps, expected):
    inputs = "{x: {}}" if "per" not in steps else "{x: {}}\ncolumns: {y: {}}"
    found = one(steps, inputs=inputs)
    assert list(found.values()) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("[minmax]", [1, 0.5, 0]),
        ("[{zscore: {ddof: 1}}]", [1, 0, -1]),
        ("[rankscore]", [1, 0.5, 0]),
        ("[{goalpost: {min: 0, max: 10}}]", [1, 0.5, 0]),
        ("[{distance_to_target: {target: 2}}]", [1, 0.4, 0.2]),
        ("[minmax, minmax]", [1, 0.5, 0]),
    ],
)
def test_less_is_better_is_turned_round_once(steps, expected):
    found = one(steps, inputs="{x: {dir: less}}")
    assert list(found.values()) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("agg", "expected"),
    [
        ("mean", 5),
        ("{mean: {weights: {x: 0.75, y: 0.25}}}", 3.5),
        ("geometric", 4),
        ("{geometric: {weights: {x: 0.25, y: 0.75}}}", 2**0.25 * 8**0.75),
        ("harmonic", 3.2),
        ("min", 2),
        ("max", 8),
        ("median", 5),
        ("sum", 10),
        ("product", 16),
        ("{owa: {weights: {x: 0.9, y: 0.1}}}", 7.4),
        ("{power: {power: 2}}", (34) ** 0.5),
        ("{weighted_sum: {weights: {x: 2, y: 3}}}", 28),
    ],
)
def test_an_aggregation_does_what_it_says(agg, expected):
    spec = f"index: a\ninputs: [x, y]\nsteps: [{{agg: {agg}}}]\n"
    assert values(computed(spec, "unit,x,y\nA,2,8\n"))["A"] == pytest.approx(expected)


MISSING = "unit,x,y,z\nA,1,2,3\nB,1,,3\nC,,,3\nD,4,5,6\n"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("{policy: not_rated}", [2, np.nan, np.nan, 5]),
        ("{policy: not_rated, min_share: 0.67}", [2, 2, np.nan, 5]),
        ("{policy: renormalise}", [2, 2, 3, 5]),
        ("{policy: renormalise, min_share: 1/2}", [2, 2, np.nan, 5]),
        ("{policy: zero_all, when: any}", [2, 0, 0, 5]),
        ("{policy: zero_all, when: all}", [2, np.nan, np.nan, 5]),
        ('{policy: zero_all, when: "z == 6"}', [2, np.nan, np.nan, 0]),
        ("{policy: impute(median)}", [2, 2.5, 7.5 / 3, 5]),
        ("{policy: impute(zero)}", [2, 4 / 3, 1, 5]),
        ("{policy: impute(max)}", [2, 3, 4, 5]),
        ("{policy: impute(knn), neighbours: 1}", [2, 2, 2, 5]),
    ],
)
def test_what_is_missing_is_treated_as_the_method_says(policy, expected):
    spec = f"index: a\ninputs: [x, y, z]\nmissing: {policy}\n"
    found = computed(spec, MISSING)
    assert list(values(found).values()) == pytest.approx(expected, nan_ok=True)
    assert found.missing == [[], ["y"], ["x", "y"], []]
    assert np.isnan(found.rank[np.isnan(found.value)]).all()


def test_what_was_put_in_is_marked():
    found = computed("index: a\ninputs: [x, y, z]\nmissing: {policy: impute(mean)}\n", MISSING)
    assert found.imputed["y"].tolist() == [0, 1, 1, 0]


def test_the_last_value_of_the_same_unit_is_put_in():
    spec = "index: a\nunits: {period: year}\ninputs: [x]\nmissing: {policy: impute(last)}\n"
    found = computed(spec, "unit,year,x\nA,2019,7\nA,2020,\nA,2021,\nB,2021,\n")
    assert found.value.tolist() == pytest.approx([7, 7, 7, np.nan], nan_ok=True)


def test_a_part_of_weight_nought_may_be_missing():
    spec = "index: a\ninputs: [x, y]\nsteps: [{agg: {mean: {weights: {x: 1, y: 0}}}}]\n"
    assert values(computed(spec, "unit,x,y\nA,3,\n")) == {"A": 3}


def test_figures_of_one_year_are_compared_among_themselves():
    spec = "index: a\nunits: {period: year}\ninputs: [x]\nsteps: [minmax]\n"
    table = "unit,year,x\nA,2020,1\nB,2020,3\nA,2021,10\nB,2021,20\n"
    assert computed(spec, table).value.tolist() == [0, 1, 0, 1]
    over_all = spec.replace("minmax", "minmax(over: all)")
    assert computed(over_all, table).value.tolist() == pytest.approx([0, 2 / 19, 9 / 19, 1])


def test_a_goalpost_may_change_from_a_year_on():
    spec = "index: a\nunits: {period: year}\ninputs: {x: {min: 0, max: {1990: 10, 2010: 20}}}\nsteps: [goalpost]\n"
    table = "unit,year,x\nA,1989,5\nA,2009,5\nA,2010,5\nA,2022,5\n"
    assert computed(spec, table).value.tolist() == [0.5, 0.5, 0.25, 0.25]


def test_change_and_growth_are_those_of_the_unit_itself():
    spec = "index: a\nunits: {period: year}\ncolumns: [x]\nvalue: growth(x) + 0 * delta(x, 1)\n"
    found = computed(spec, "unit,year,x\nA,2020,10\nB,2020,100\nA,2021,15\nB,2021,90\n")
    assert found.value.tolist() == pytest.approx([np.nan, np.nan, 0.5, -0.1], nan_ok=True)


def test_columns_of_years_are_read_as_years():
    spec = 'index: a\nunits: {wide: "{input}_{period}"}\ninputs: [x, y]\n'
    found = computed(spec, "unit,x_2020,x_2021,y_2021\nA,1,2,4\nB,3,4,6\n")
    told = dict(
        zip(zip(found.rows.keys, found.rows.periods, strict=True), found.value, strict=True)
    )
    assert told["A", "2021"] == 3
    assert np.isnan(told["A", "2020"])


def test_a_condition_says_which_units_are_compared():
    spec = 'index: a\ninputs: [x]\nwhere: "x > 0"\nsteps: [minmax]\n'
    assert values(computed(spec, THREE)) == {"B": 0, "C": 1}


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("competition", [1, 2, 2, 4]),
        ("modified", [1, 3, 3, 4]),
        ("dense", [1, 2, 2, 3]),
        ("average", [1, 2.5, 2.5, 4]),
        ("ordinal", [1, 2, 3, 4]),
    ],
)
def test_equal_values_are_ranked_as_the_method_says(method, expected):
    spec = f"index: a\ninputs: [x]\nrank: {{method: {method}}}\n"
    assert list(ranks(computed(spec, "unit,x\nA,9\nB,5\nC,5\nD,1\n")).values()) == expected


def test_ranks_may_be_by_the_value_as_it_is_rounded_or_shown():
    table = "unit,x\nA,0.12344\nB,0.12341\nC,0.5\n"
    full = "index: a\ninputs: [x]\nround: {display: 2}\n"
    assert ranks(computed(full, table)) == {"A": 2, "B": 3, "C": 1}
    assert ranks(computed(full + "rank: {on: rounded(4)}\n", table)) == {"A": 2, "B": 2, "C": 1}
    assert ranks(computed(full + "rank: {on: displayed, order: asc}\n", table)) == {"A": 1, "B": 1, "C": 3}  # fmt: skip


def test_a_difference_of_binary_fractions_is_a_tie():
    spec = "index: a\ncolumns: [x, y]\nvalue: x + y\n"
    assert ranks(computed(spec, "unit,x,y\nA,0.1,0.2\nB,0.3,0\n")) == {"A": 1, "B": 1}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("half_even", 0.12), ("half_up", 0.13), ("down", 0.12), ("up", 0.13), ("floor", 0.12), ("ceil", 0.13)],
)  # fmt: skip
def test_half_is_rounded_as_the_method_says(mode, expected):
    spec = f"index: a\ninputs: [x]\nround: {{display: 2, mode: {mode}, keep: rounded}}\n"
    assert values(computed(spec, "unit,x\nA,0.125\n"))["A"] == expected


def test_the_first_band_that_fits_is_taken():
    spec = """
index: a
inputs: [x]
bands: [{name: none, when: "x < 0"}, {name: high, gt: 5}, {name: edge, gte: 5}, {name: low}]
"""
    table = "unit,x\nA,6\nB,5\nC,1\nD,-1\nE,\n"
    assert bands(computed(spec, table)) == {"A": "high", "B": "edge", "C": "low", "D": "none", "E": ""}  # fmt: skip


def test_bands_may_be_equal_groups():
    spec = "index: a\ninputs: [x]\nbands: {quantiles: [A, B]}\n"
    found = bands(computed(spec, "unit,x\nw,4\nx,3\ny,2\nz,1\n"))
    assert found == {"w": "A", "x": "A", "y": "B", "z": "B"}


def test_words_stand_for_numbers():
    spec = """
index: a
inputs: {q: {level: {full: 1, partly: 1/2, none: 0, not applicable: null}}, r: {}}
steps: [{agg: boolshare}]
"""
    found = computed(spec, "unit,q,r\nA,partly,yes\nB,not applicable,no\nC,full,yes\n")
    assert values(found) == {"A": 0.75, "B": 0, "C": 1}


def test_an_index_is_made_of_indices_and_opens_down_to_the_rows():
    spec = """
index: whole
inputs: {part: {from: part}, z: {}}
---
index: part
inputs: [x, y]
steps: [{agg: mean}]
"""
    found = computed(spec, "unit,x,y,z\nA,1,3,4\n")
    assert values(found) == {"A": 3}
    told = output.as_json(found)["rows"][0]["indices"]["part"]
    assert told["value"] == 2
    assert [part["name"] for part in told["parts"]] == ["x", "y"]


def test_a_name_the_table_lacks_is_the_index_of_that_name():
    spec = "index: whole\ninputs: [part, z]\n---\nindex: part\ninputs: [x]\nsteps: [{scale: {times: 2}}]\n"
    assert values(computed(spec, "unit,x,z\nA,1,4\n")) == {"A": 3}
    assert values(computed(spec, "unit,x,part,z\nA,1,10,4\n")) == {"A": 7}


def test_contributions_of_a_mean_are_exact():
    spec = "index: a\ntree: {p: {w: 0.3, of: [x, y]}, z: {w: 0.7}}\n"
    found = computed(spec, "unit,x,y,z\nA,1,3,10\n")
    told = found.tree.to_dict(0)
    assert [part["contribution"] for part in told["parts"]] == pytest.approx([0.6, 7])
    assert sum(part["contribution"] for part in told["parts"]) == pytest.approx(told["value"])
    assert [leaf["name"] for leaf in told["parts"][0]["parts"]] == ["x", "y"]


def test_contributions_of_a_geometric_mean_are_shares_of_the_logarithm():
    found = computed("index: a\ninputs: [x, y]\nsteps: [{agg: geometric}]\n", "unit,x,y\nA,2,8\n")
    parts = found.tree.to_dict(0)["parts"]
    assert [part["contribution"] for part in parts] == pytest.approx([1, 3])


def test_a_geometric_mean_with_nought_is_nought_and_says_why():
    found = computed(
        "index: a\ninputs: [x, y]\nsteps: [{agg: geometric}]\n", "unit,x,y\nA,0,8\nB,-1,2\n"
    )
    assert found.value[0] == 0
    assert np.isnan(found.value[1])
    assert "0" in found.notes[0][0]
    assert "below 0" in found.notes[1][0]


def test_other_weights_can_be_tried():
    specs = reading.read("index: a\ninputs: [x, y]\n")
    changed = with_weights(specs[0], {"x": 3, "y": 1})
    assert compute(changed, data.read("unit,x,y\nA,0,8\n")).value.tolist() == [2]


def test_experts_share_out_a_budget():
    spec = """
index: a
inputs: [x, y]
steps:
  - agg: {mean: {weights: {budget: {one: {x: 60, y: 40}, two: {x: 20, y: 80}}}}}
"""
    assert values(computed(spec, "unit,x,y\nA,10,0\n"))["A"] == pytest.approx(4)


def test_weights_by_the_first_component_are_equal_for_two_inputs():
    spec = "index: a\ninputs: [x, y]\nsteps: [{agg: {mean: {weights: pca}}}]\n"
    found = computed(spec, "unit,x,y\nA,1,2\nB,2,1\nC,3,5\nD,4,4\n")
    assert found.tree.weights[0].tolist() == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize(
    ("table", "code", "line"),
    [
        ("unit,x\nA,1\nB,one\n", "cell.number", 3),
        ("unit,x\nA,1\nA,2\n", "unit.twice", 3),
        ("unit,x\nA,1,3\n", "table.cells", 2),
        ("unit,z\nA,1\n", "column.missing", 1),
        ("unit,x,x\nA,1,2\n", "column.twice", 1),
        ("unit,x\n", "table.empty", 1),
        ("", "table.empty", 1),
        ("unit,x\nA,inf\n", "cell.number", 2),
        ("unit,x\nA,1_000\n", "cell.number", 2),
        ('unit,x\nA,"1,5"\n', "cell.number", 2),
        ("unit;x\nA;1,5.0\n", "cell.number", 2),
    ],
)
def test_a_table_that_does_not_fit_is_refused_with_its_line(table, code, line):
    with pytest.raises(Mistaken) as told:
        computed("index: a\ninputs: [x]\n", table)
    assert (code, line) in {(one.code, one.line) for one in told.value.findings}


@pytest.mark.parametrize("between", [";", "\t"])
def test_where_no_comma_parts_the_cells_it_parts_whole_from_tenths(between):
    table = "unit;x\nA;1,5\nB;2.25\nC;-,5e1\n".replace(";", between)
    assert values(computed("index: a\ninputs: [x]\n", table)) == {"A": 1.5, "B": 2.25, "C": -5}


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ("[{winsor: {p: 7}}]", "share.expected"),
        ('[{each: "percentile_of(x, 101)"}]', "percent.expected"),
        ("[{cap: {max: {}}}]", "number.expected"),
        ("[{round: {display: many}}]", "value.unknown"),
        ("[{round: {mode: null}}]", "value.unknown"),
        ("[goalpost]", "goalpost.missing"),
        ("[distance_to_target]", "target.missing"),
    ],
)
def test_a_number_that_cannot_be_is_refused(steps, code):
    with pytest.raises(Mistaken) as told:
        one(steps)
    assert code in {found.code for found in told.value.findings}


def test_of_several_indices_one_must_be_named():
    specs = reading.read(
        "index: a\nversion: 1\ninputs: [x]\n---\nindex: a\nversion: 2\ninputs: [x]\n"
    )
    with pytest.raises(Mistaken, match="a 1, a 2"):
        named(specs)
    assert named(specs, "a", "2").version == "2"


def test_the_first_column_names_the_unit_when_nothing_else_is_said():
    assert values(computed("index: a\ninputs: [x]\n", "iso3,x\nBLR,1\n")) == {"BLR": 1}


def test_many_rows_of_many_units_are_put_together_in_a_moment():
    spec = "index: a\ncollapse: {columns: {whole: sum_of(x), share: mean_of(x, w)}}\nvalue: whole + 0 * share\n"
    table = "unit,x,w\n" + "".join(f"U{n % 5000},1,2\n" for n in range(20000))
    assert set(values(computed(spec, table)).values()) == {4}
