"""An issue whose day has passed goes up a level, once; a level higher if nothing moves."""

from datetime import date, timedelta

import pytest
from django.test import Client

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.issues import permissions as may
from ratusha.issues.models import Escalation, Issue
from ratusha.issues.rules import missed_day
from ratusha.issues.services import dispatch
from ratusha.issues.services.escalation import escalate
from ratusha.notifications.models import Notice
from ratusha.parties.models import Organisation

from .conftest import NOW
from .test_views import at

MONDAY, TUESDAY, FRIDAY = date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 11)


@pytest.mark.parametrize(
    ("planned", "due", "found"),
    [
        (None, None, None),
        (None, MONDAY, (MONDAY, False)),
        (None, TUESDAY, None),
        (MONDAY, FRIDAY, (MONDAY, True)),
        (FRIDAY, MONDAY, (MONDAY, False)),
        (date(2026, 9, 3), MONDAY, (date(2026, 9, 3), True)),
        (MONDAY, MONDAY, (MONDAY, False)),
    ],
)
def test_the_first_day_that_was_promised_and_has_passed(planned, due, found):
    assert missed_day(planned, due, today=TUESDAY) == found


@pytest.fixture
def above(town):
    """The body above the dispatcher, with somebody who looks after it."""
    region = Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": "Вобласць"}, code="region"
    )
    Organisation.objects.filter(pk=town.hall.pk).update(parent=region)
    return official(may.OVERSEE, body_id=region.pk)


def told(case):
    return list(Escalation.objects.filter(issue_id=case.pk).values_list("rung", "missed", "day"))


def test_it_goes_up_once_a_rung_and_everybody_reads_it(town, above):
    case = town.assigned()
    due = case.due_on
    assert escalate(NOW) == 0
    late = NOW + (due - NOW.date()) + timedelta(days=1)
    assert town.master
    assert escalate(late) == 1
    assert escalate(late + timedelta(hours=5)) == 0
    assert told(case) == [(1, "term", due)]
    assert Notice.objects.filter(kind="issue_escalated").count() == 1
    assert escalate(late + timedelta(days=2)) == 0
    assert escalate(late + timedelta(days=3)) == 1
    assert escalate(late + timedelta(days=30)) == 0
    assert [rung for rung, _missed, _day in told(case)] == [1, 2]
    keys = set(Notice.objects.filter(kind="issue_escalated").values_list("party_id", flat=True))
    assert keys == {town.master.party_id or town.master.pk, above.party_id or above.pk}
    assert 'id="went-up"' in Client().get(at("issue", case.reference)).text
    superior = sign_in(Client(), above, AccessMode.STRICT, above.appointments[0].body_id)
    assert case.reference in superior.get(at("desk_issues")).text
    assert superior.get(at("desk_issue", case.reference)).status_code == 200
    assert superior.get(at("desk_step", case.reference, "assign")).status_code == 403


def test_a_planned_day_that_passed_goes_up_before_the_term(town):
    case = town.assigned()
    planned = NOW.date() + timedelta(days=2)
    dispatch.plan(case.pk, on=planned, by=town.master, now=NOW)
    assert escalate(NOW + timedelta(days=3)) == 1
    assert told(case) == [(1, "planned", planned)]


def test_what_is_done_or_another_service_has_does_not_go_up(town):
    done, imported = town.done(), town.assigned(address="вул. Леніна, 7", lat=53.95)
    Issue.objects.filter(pk=imported.pk).update(source_key="115:1")
    assert escalate(NOW + timedelta(days=90)) == 0
    assert not told(done)


def test_where_nobody_is_given_it_the_dispatcher_is_told(town):
    case = town.reported()
    assert town.dispatcher
    assert escalate(NOW + timedelta(days=40)) == 1
    assert Escalation.objects.get(issue_id=case.pk).body_id == town.hall.pk
