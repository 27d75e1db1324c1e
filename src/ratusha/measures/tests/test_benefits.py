"""How far the promised way was gone, and what one more site would cost; without a database."""

from decimal import Decimal

import pytest

from ratusha.measures.benefits import courses
from ratusha.measures.site_costs import per_site

WAIT = {"name": "Чаканне", "unit": "хвілін", "baseline": "18", "target": "7"}
OUTSIDE = Decimal("26.4")


def test_an_indicator_is_followed_from_review_to_review():
    found = courses({6: [{**WAIT, "fact": "12"}], 12: [{**WAIT, "fact": "7"}]}, [6, 12, 24])
    assert [one.facts for one in found] == [(Decimal(12), Decimal(7), None)]
    assert found[0].share == 1


@pytest.mark.parametrize(
    ("fact", "share"), [("18", 0), ("12.5", Decimal("0.5")), ("20", Decimal(-2) / 11), (None, None)]
)
def test_the_share_of_the_way_is_of_the_last_fact(fact, share):
    assert courses({6: [{**WAIT, "fact": fact}]}, [6])[0].share == share


def test_what_has_no_numbers_has_no_share_and_is_still_shown():
    (found,) = courses(
        {6: [{"name": "Настрой", "baseline": "кепскі", "target": "", "fact": "3"}]}, [6]
    )
    assert (found.baseline, found.target, found.share) == (None, None, None)
    assert courses({}, [6]) == []


def test_of_few_sites_the_outer_class_says_the_spread_and_of_many_their_own():
    few = per_site([Decimal(100), Decimal(120)], dearer=OUTSIDE)
    assert (few.half, few.most, few.own_spread) == (Decimal("110.00"), Decimal("139.04"), False)
    many = per_site([Decimal(one) for one in (10, 20, 30, 40, 50)], dearer=OUTSIDE)
    assert (many.half, many.most, many.own_spread) == (Decimal("30.00"), Decimal("42.00"), True)
    assert per_site([], dearer=OUTSIDE) is None
