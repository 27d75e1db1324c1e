import numpy as np
import pytest

from ratusha.steering.index import data, reading
from ratusha.steering.index.mistakes import Mistaken
from ratusha.steering.index.sensitivity import _ranked, examine

SPEC = """
index: a
inputs: [x, y]
steps: [minmax, {agg: mean}]
sensitivity:
  weights: {dirichlet: 1, n: 2000, seed: 7}
  methods: [zscore, rankscore]
  aggs: [geometric]
  drop_one: true
"""
TABLE = "unit,x,y\nbest,10,10\nfirst,9,0\nsecond,0,9\nworst,0,0\n"


def examined(spec=SPEC, table=TABLE, **more):
    return examine(reading.read(spec)[0], data.read(table), **more)


def test_who_is_best_in_everything_is_first_under_every_weighting():
    rows = {row["unit"]: row for row in examined().lines()}
    assert (rows["best"]["low"], rows["best"]["high"], rows["best"]["same_share"]) == (1, 1, 1)
    assert (rows["worst"]["low"], rows["worst"]["high"]) == (4, 4)
    assert (rows["first"]["low"], rows["first"]["high"]) == (2, 3)


def test_units_whose_ranges_overlap_share_a_band_of_ranks():
    found = examined()
    assert found.ties()[1] == (2, 2)  # equal by equal weights
    uneven = examined(table=TABLE.replace("second,0,9", "second,0,8"))
    assert uneven.ties()[1] == uneven.ties()[2] == (2, 3)


def test_the_same_seed_gives_the_same_ranges_and_another_one_others():
    assert examined(seed=1).same.tolist() == examined(seed=1).same.tolist()
    assert examined(seed=1).same.tolist() != examined(seed=2).same.tolist()


def test_without_a_part_the_others_decide():
    rows = {row["unit"]: row for row in examined().lines()}
    assert rows["first"]["without_y"] == 2
    assert rows["first"]["without_x"] == 3
    assert {"by_zscore", "by_rankscore", "agg_geometric"} <= set(rows["best"])


def test_half_of_all_weightings_put_the_first_before_the_second():
    found = examined(table=TABLE.replace("second,0,9", "second,0,9.000001"), draws=20000)
    rows = {row["unit"]: row for row in found.lines()}
    assert rows["first"]["same_share"] == pytest.approx(0.5, abs=3 * 0.5 / np.sqrt(20000))


def test_a_missing_part_is_left_out_of_each_weighting():
    spec = SPEC + "missing: {policy: renormalise}\n"
    rows = {row["unit"]: row for row in examined(spec, "unit,x,y\nA,,5\nB,10,0\nC,0,10\n").lines()}
    # A has half, and of the others always one is above half.
    assert (rows["A"]["low"], rows["A"]["high"]) == (2, 2)


def test_an_index_of_one_part_has_nothing_to_weigh():
    with pytest.raises(Mistaken, match="nothing to weigh"):
        examined("index: a\ninputs: [x]\n")


def test_ties_in_a_draw_share_the_better_rank():
    assert _ranked(np.array([[3.0, 1.0, 1.0, 2.0]])).tolist() == [[4, 1, 1, 3]]
