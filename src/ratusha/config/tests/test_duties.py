"""The duties of the demonstration state: one ministry is late with its plan, and everybody in government can see it."""

from datetime import UTC, date, datetime

import pytest

from ratusha.config.demonstration.duties import live_duties
from ratusha.config.demonstration.officials import appoint_officials
from ratusha.config.demonstration.people import settle_protagonists
from ratusha.kernel.pack import pack
from ratusha.obligations.public import Obligation
from ratusha.parties.public import load_bodies
from ratusha.plans import beside
from ratusha.plans.consolidated import consolidate
from ratusha.plans.models import Paper
from ratusha.plans.rules import Kind
from ratusha.territory.public import load_territory

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_most_plans_are_there_some_came_late_and_one_is_missing(monkeypatch):
    running = {
        "2026-7NR4-9WD3-R": "Рэестр маршрутаў"
    }  # each ministry has a measure, as in the whole state
    monkeypatch.setattr(beside, "_measures", [lambda _body: running])
    load_territory(pack())
    load_bodies(pack())
    protagonists = settle_protagonists(now=NOW)
    officials, _bodies = appoint_officials(protagonists, seed=7, now=NOW)
    live_duties(officials, seed=7, now=NOW)
    transport = Obligation.objects.get(rule="plan", period="2027", subject__code="state:358")
    assert transport.late_since == date(2026, 5, 1)
    assert transport.reminders.count() == 10
    found = consolidate(Kind.PLAN, 2027, today=NOW.date())
    assert (len(found.parts), len(found.missing)) == (found.owed - 6, 6)
    assert sum(one.came_late for one in found.parts) == 3
    assert {one.stage for one in Paper.objects.filter(year=2027)} == {
        "accepted",
        "drafting",
        "submitted",
    }
    report = consolidate(Kind.REPORT, 2025, today=NOW.date())
    assert report.missing == []
    assert report.spent > 0
