"""A breach is entered within its clock, the people touched are told, and the notice to the authority is noted once."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.audit.models import Entry
from ratusha.cases.tests.factories import CaseFactory
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.notifications.public import Notice
from ratusha.parties.tests.factories import BodyFactory
from ratusha.records.asking.law import law
from ratusha.records.breaches.rules import notify_by, references_in
from ratusha.records.models import Breach
from ratusha.records.services.breaches import enter_breach, note_told

NOW = datetime(2026, 3, 19, 9, 0, tzinfo=UTC)  # a Thursday
WORDS = {"happened": "Спіс даслалі не таму адрасату.", "measures": "Адрасат выдаліў ліст."}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def body():
    return BodyFactory(name={"be": "Выканкам", "ru": "Исполком"}).pk


@pytest.fixture
def keeper(body):
    return official("records.breach", body_id=body)


def entered(body, by, *, cases="", known_on=date(2026, 3, 19)):
    return enter_breach(body_id=body, known_on=known_on, cases=cases, by=by, now=NOW, **WORDS)


def address(name, *args):
    with translation.override("en"):
        return reverse(f"records:{name}", args=args)


def test_the_authority_must_know_in_three_working_days():
    term = Term.parse(law().breach.term)
    assert notify_by(date(2026, 3, 19), term, national_calendar()) == date(2026, 3, 24)


def test_a_number_typed_twice_is_one_and_a_wrong_one_is_named():
    reference = CaseFactory.build().reference
    assert references_in(f"{reference}\n\n {reference.lower()} ") == [reference]
    with pytest.raises(RuleBroken) as refused:
        references_in("дом")
    assert (refused.value.field, "дом" in refused.value.message) == ("cases", True)


def test_everybody_touched_is_told_once(body, keeper):
    one = CaseFactory(body_id=body)
    two = CaseFactory(body_id=body, applicant_id=one.applicant_id)
    other = CaseFactory(body_id=body)
    breach = entered(body, keeper, cases="\n".join(c.reference for c in (one, two, other)))
    assert (breach.people_told, breach.notify_by) == (2, date(2026, 3, 24))
    for case in (one, other):
        notice = Notice.objects.of(case.applicant_id).get()
        assert WORDS["happened"] in notice.body["be"]
        assert "Выканкам" in notice.body["be"]
    assert Entry.objects.filter(action="records.breach", object_id=breach.reference).exists()


def test_a_case_of_another_body_is_not_found_and_nobody_is_told(body, keeper):
    mine, elsewhere = CaseFactory(body_id=body), CaseFactory()
    with pytest.raises(RuleBroken) as refused:
        entered(body, keeper, cases=f"{mine.reference}\n{elsewhere.reference}")
    assert refused.value.field == "cases"
    assert not Breach.objects.exists()
    assert not Notice.objects.of(mine.applicant_id).exists()


def test_a_breach_is_not_known_before_it_is_known(body, keeper):
    with pytest.raises(RuleBroken):
        entered(body, keeper, known_on=date(2026, 3, 20))


def test_nobody_keeps_the_register_of_another_body(body):
    with pytest.raises(NotPermitted):
        entered(body, official("records.breach"))


def test_the_notice_is_noted_once_and_by_name(body, keeper):
    breach = note_told(entered(body, keeper).pk, by=keeper, now=NOW)
    assert breach.told_by == keeper
    with pytest.raises(RuleBroken):
        note_told(breach.pk, by=keeper, now=NOW)


def test_the_database_refuses_a_notice_sent_by_nobody(body, keeper):
    breach = entered(body, keeper)
    with pytest.raises(IntegrityError), transaction.atomic():
        Breach.objects.filter(pk=breach.pk).update(told_at=NOW)


def test_the_pages_enter_show_and_note(client, body, keeper):
    sign_in(client, keeper, acting=body)
    wrong = client.post(address("new_breach"), {"happened": "", "measures": "Так."})
    assert wrong.status_code == 422
    day = {"known_on_day": "19", "known_on_month": "3", "known_on_year": "2026"}
    page = client.post(address("new_breach"), {**WORDS, **day, "cases": ""}, follow=True)
    assert WORDS["happened"] in page.text
    breach = Breach.objects.get()
    assert breach.reference in client.get(address("breaches")).text
    assert "The authority was told" in client.post(breach.get_absolute_url(), follow=True).text
    breach.refresh_from_db()
    assert breach.told_at == NOW


def test_without_the_permission_or_at_another_body_there_is_nothing(client, body, keeper):
    breach = entered(body, keeper)
    other = BodyFactory().pk
    for user, acting in (
        (official("cases.see", body_id=body), body),
        (official("records.breach", body_id=other), other),
    ):
        sign_in(client, user, acting=acting)
        assert client.get(address("breach", breach.reference)).status_code == 404
        assert client.post(address("breach", breach.reference)).status_code == 404
    assert Breach.objects.get().told_at is None
