"""The issues of the demonstration state are there, in every part of their way."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from ratusha.cases.public import Case
from ratusha.config.demonstration.build import ROLES
from ratusha.config.demonstration.issues import live_issues
from ratusha.config.demonstration.officials import appoint_officials, give_card
from ratusha.config.demonstration.people import settle_protagonists
from ratusha.issues.public import ISSUE, Issue
from ratusha.kernel.pack import pack
from ratusha.parties.public import load_bodies
from ratusha.territory.public import load_territory

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_an_issue_stands_in_each_part_of_the_way():
    load_territory(pack())
    load_bodies(pack())
    protagonists = settle_protagonists(now=NOW)
    citizens = {
        code: give_card(code, protagonists.people[code], ROLES[code], now=NOW)
        for code in ("alena", "dzmitry")
    }
    officials, _bodies = appoint_officials(protagonists, seed=7, now=NOW)
    live_issues(citizens, officials, now=NOW)
    assert Counter(Case.objects.filter(kind=ISSUE).values_list("status", flat=True)) == {
        "reported": 2, "assigned": 3, "planned": 1, "done": 1, "reopened": 1, "closed": 1, "merged": 1,
        "not_ours": 1,
    }  # fmt: skip
    assert Issue.objects.get(category="yard.cleaning", merged_into=None).reporters_count == 2
    late = Issue.objects.get(category="house.lift")
    told = list(late.escalations.values_list("rung", "body_id"))
    above = officials["overseer"].user.appointments[0].body_id
    assert [rung for rung, _body in told] == [1, 2]
    assert told[1][1] == above
    asked = Issue.objects.get(category="yard.rubbish").lots.values_list("outcome", flat=True)
    assert Counter(asked) == {"answered": 2, "waiting": 1}  # the caller is still to be called
