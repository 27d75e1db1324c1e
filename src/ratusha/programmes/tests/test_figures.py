"""Every number opens, says its coverage, and comes out the same when it is computed again from what is shown."""

from decimal import Decimal

import pytest

from ratusha.programmes.figures.compute import Figures
from ratusha.programmes.figures.formula import Over
from ratusha.programmes.figures.formulas import FORMULAS, GROUPS
from ratusha.programmes.picture import picture
from ratusha.programmes.rules import adds_up
from ratusha.programmes.tests.conftest import TODAY
from ratusha.programmes.tree import STATE, nodes

pytestmark = pytest.mark.django_db
SHOWN = [code for _title, codes in GROUPS for code in codes]


def test_the_trees_have_the_numbers_that_the_acts_give():
    first, second = nodes()["2021-2025"], nodes()["2026-2030"]
    assert len(first.children) == 6
    assert sum(len(nodes()[key].children) for key in first.children) == 82
    assert len(second.children) == 3


def test_a_name_that_is_not_in_the_materials_is_marked():
    assert not nodes()["2021-2025.1.2"].sample
    assert nodes()["2021-2025.1.2"].name["en"] == "Showcase of digital projects"
    assert nodes()["2021-2025.1.9"].sample


@pytest.mark.usefixtures("living")
def test_every_figure_of_every_level_comes_out_again_from_its_inputs():
    found = picture(TODAY)
    keys = [*nodes(), *(row.key for row in found.rows[::8])]
    for key in keys:
        figures = Figures(found, key)
        for code in FORMULAS:
            opened = figures.opened(code)
            again = opened.again()
            if isinstance(opened.value, float):
                assert again == pytest.approx(opened.value, rel=1e-9), (key, code)
            else:
                assert (again or None) == (opened.value or None), (key, code)


@pytest.mark.usefixtures("living")
def test_money_of_the_children_is_the_money_of_the_parent():
    """M01."""
    found = picture(TODAY)
    for key in nodes():
        figures = Figures(found, key)
        for code in ("planned", "approved", "contracted", "paid", "budget", "earned_value", "cost"):
            if children := figures.children():
                parts = [child.value(code) for child in children]
                assert adds_up(figures.value(code), parts), (key, code)


def test_a_sum_that_does_not_add_up_is_seen():
    """M01, failing."""
    assert adds_up(Decimal(5), [Decimal(2), None, Decimal(3)])
    assert not adds_up(Decimal(5), [Decimal(2), Decimal(2)])
    assert adds_up(None, [None])


@pytest.mark.usefixtures("living")
def test_the_state_holds_what_its_programmes_hold():
    found = picture(TODAY)
    whole = Figures(found, STATE)
    assert whole.value("measures") == len(found.rows)
    assert all(one.over is not Over.CHILDREN or one.row for one in FORMULAS.values())
    assert whole.value("paid") > 0
    assert 0.5 < whole.value("cost_index") < 1.5
