"""Cases of two districts and one ministry, as few as a table of rules needs."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.cache import cache

from ratusha.cases.models import Rating
from ratusha.cases.tests.factories import CaseFactory
from ratusha.parties.models import Organisation
from ratusha.territory.models import Unit

TODAY = date(2026, 9, 1)
NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
WEST, EAST = "1000000000", "2000000000"
NEAR, FAR = "1200000000", "2200000000"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


def unit(code, level, name, *above):
    return Unit.objects.create(
        code=code,
        level=level,
        name={"be": name, "ru": name, "en": name},
        parent_id=above[0] if above else None,
        lineage=[code, *above],
        folded=name.lower(),
    )


class Country:
    """Two regions with a district each, a body in each district, a ministry for all."""

    def __init__(self):
        unit(WEST, "region", "West")
        unit(EAST, "region", "East")
        unit(NEAR, "district", "Near", WEST)
        unit(FAR, "district", "Far", EAST)
        self.near = self.body("near", NEAR)
        self.far = self.body("far", FAR)
        self.ministry = self.body("ministry")

    def body(self, name, *serves):
        return Organisation.objects.create(
            code=name,
            kind="ministry",
            is_body=True,
            name={"be": name, "en": name},
            serves=list(serves),
        )

    def cases(self, number, body, **given):
        """Applications that ended on 20 August after 10 days; within their term unless said otherwise."""
        usual = {
            "kind": "application", "status": "granted", "outcome": "granted", "body_id": body.pk,
            "lodged_on": date(2026, 8, 10), "closed_on": date(2026, 8, 20), "due_on": date(2026, 8, 25),
            "subject_code": "U200/1.3.2",
        }  # fmt: skip
        return [CaseFactory(**{**usual, **given}) for _number in range(number)]

    def rate(self, case, *marks):
        simplicity, information, term, politeness = marks
        return Rating.objects.create(
            case=case, body_id=case.body_id, simplicity=simplicity, information=information, term=term,
            politeness=politeness, at=NOW,
        )  # fmt: skip


@pytest.fixture
def country(db):  # noqa: ARG001 - its tables
    return Country()


def by_key(cells):
    return {one.key: (one.part, one.of) for one in cells}


def whole(counted):
    return Decimal(counted.whole.part), counted.whole.of
