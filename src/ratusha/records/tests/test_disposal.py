"""What is kept long enough goes: proposed by one, confirmed by another, case by case, and nothing goes by itself."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.applications.public import Application, Decision, Draft, grant, withdraw
from ratusha.applications.tests.state import LATER, NEXT_DAY, a_page
from ratusha.audit.models import Entry
from ratusha.cases.public import (
    Attachment,
    Case,
    Message,
    Skeleton,
    StepTaken,
    attach,
    rate,
    send_message,
)
from ratusha.complaints.public import Words, complain
from ratusha.documents.models import Content, StoredFile
from ratusha.documents.public import Document, keep_file
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.money import Money
from ratusha.notifications.public import Notice, notify
from ratusha.payments.public import Charge, make_charge
from ratusha.records.asking.rules import Asks
from ratusha.records.disposal.due import hanging_on
from ratusha.records.disposal.rules import Hang, State
from ratusha.records.models import Disposal, DisposalItem, Hold
from ratusha.records.services import erase as erasing
from ratusha.records.services.data_requests import ask_about_data
from ratusha.records.services.disposal import confirm, give_back, prepare, prepare_all, propose
from ratusha.records.services.erase import carry_out
from ratusha.records.services.holds import hold, lift

LONG_AFTER = datetime(2032, 1, 5, 9, 0, tzinfo=UTC)  # five years and a month: the sample is over
NORM = "Закон № 433-З, арт. 30"
MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}
pytestmark = pytest.mark.django_db


@pytest.fixture
def case(applying):
    """A granted application with a file, a message, a notice and marks; long closed."""
    one = applying()
    made = one.accepted()
    attach(made.pk, file_id=a_file(one.user).pk, title="Дагавор", by=one.user, now=LATER)
    send_message(made.pk, text="Калі будзе?", by=one.user, now=LATER)
    made = grant(made.pk, by=one.official, now=LATER)
    rate(made.pk, scores=MARKS, comment="Дзякуй", by=one.user, now=LATER)
    told = {"be": made.reference}
    notify(
        party_id=made.applicant_id,
        kind="t",
        subject=told,
        body=told,
        case_reference=made.reference,
        now=LATER,
    )
    return made


def a_file(user):
    return keep_file(
        content=a_page(), name="дагавор.pdf", by=user, now=LATER, used_in="application"
    )


@pytest.fixture
def keepers(case):
    return [official("records.dispose", "cases.see", body_id=case.body_id) for _one in range(2)]


@pytest.fixture
def confirmed(case, keepers):
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=keepers[0], now=LONG_AFTER)
    return confirm(act.pk, by=keepers[1], now=LONG_AFTER)


def hang_of(case):
    return hanging_on([Case.objects.get(pk=case.pk)], LONG_AFTER.date()).get(case.pk)


def test_nothing_is_prepared_before_the_term_is_over(case):
    last = datetime(2031, 12, 1, 12, 0, tzinfo=UTC)
    assert prepare_all(last) == 0
    assert prepare_all(last + timedelta(days=1)) == 1
    assert Case.objects.filter(pk=case.pk).exists()
    assert DisposalItem.objects.get().kept_until == date(2031, 12, 1)


def test_the_timed_work_alone_erases_nothing(case):
    prepare_all(LONG_AFTER)
    prepare_all(LONG_AFTER)
    assert carry_out(LONG_AFTER) == 0
    assert Disposal.objects.get().state is State.PREPARED
    assert DisposalItem.objects.get().reference == case.reference


def test_the_case_goes_with_everything_and_a_skeleton_stays(case, confirmed):
    file = StoredFile.objects.get(pk=Attachment.objects.get(case=case).file_id)
    assert carry_out(LONG_AFTER) == 1
    for table in (Case, StepTaken, Attachment, Message, Application, Decision):
        assert not table.objects.exists(), table
    assert not StoredFile.objects.filter(pk=file.pk).exists()
    assert not Content.objects.filter(pk=file.content_id).exists()
    assert not Draft.objects.filter(lodged_as=case.pk).exists()
    assert not Notice.objects.of(case.applicant_id).filter(case_reference=case.reference).exists()
    assert Document.objects.filter(case_reference=case.reference).exists()  # its own, longer term
    left = Skeleton.objects.get()
    assert (left.kind, left.subject_code, left.body_id) == ("application", case.subject_code, case.body_id)  # fmt: skip
    assert (left.outcome, left.days, left.in_term, left.marks) == ("granted", 0, True, 19)
    assert left.closed_in == date(2026, 12, 1)
    confirmed.refresh_from_db()
    assert (confirmed.state, confirmed.items.get().kept_because) == (State.FINISHED, "")
    assert Entry.objects.filter(action="records.erase", object_id=case.reference).exists()


@pytest.mark.usefixtures("confirmed")
def test_no_row_of_any_table_leads_to_the_case_any_more(case):
    """Whatever module is added: a column of the case's key or number is empty, or is listed here with its own term."""
    own_term = {
        "documents_document",
        "exchange_accessrecord",
        "parties_mandate",
        "payments_charge",
        "records_disposalitem",
    }
    carry_out(LONG_AFTER)
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.concrete_fields:
                table, column = model._meta.db_table, field.column
                if table not in own_term and column in {
                    "case_id",
                    "case_reference",
                    "lodged_as_id",
                }:
                    cursor.execute(
                        f'SELECT count(*) FROM {table} WHERE "{column}"::text = ANY(%s)',  # noqa: S608
                        [[str(case.pk), case.reference]],
                    )
                    found += [(table, column)] if cursor.fetchone()[0] else []
    assert found == []


def test_who_proposed_does_not_confirm(case, keepers):
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=keepers[0], now=LONG_AFTER)
    with pytest.raises(NotPermitted, match="same_official"):
        confirm(act.pk, by=keepers[0], now=LONG_AFTER)
    with pytest.raises(IntegrityError, match="confirmed_by_another"), transaction.atomic():
        Disposal.objects.filter(pk=act.pk).update(confirmed_at=LONG_AFTER, confirmed_by=keepers[0])


def test_who_applied_disposes_of_nothing_of_their_own(case, applying):
    me = applying().user
    appoint(me, case.body_id, ["records.dispose"], {"en": "Archivist"}, date(2020, 1, 1), by=None)
    act = prepare(case.body_id, now=LONG_AFTER)
    with pytest.raises(NotPermitted, match="own_case"):
        propose(act.pk, by=me, now=LONG_AFTER)


def test_an_official_of_another_body_may_not(case):
    with pytest.raises(NotPermitted, match="not_yours"):
        propose(
            prepare(case.body_id, now=LONG_AFTER).pk, by=official("records.dispose"), now=LONG_AFTER
        )


def test_a_case_is_held_until_the_hold_is_lifted(case, keepers):
    held = hold(case.pk, reason="Справа ў судзе", legal_source=NORM, by=keepers[0], now=LATER)
    assert hang_of(case) == Hang.HOLD
    with pytest.raises(RuleBroken, match="stands"):
        hold(case.pk, reason="Яшчэ раз", legal_source=NORM, by=keepers[0], now=LATER)
    lift(held.pk, reason="Суд скончыўся", by=keepers[1], now=NEXT_DAY)
    assert hang_of(case) is None
    lifted = Hold.objects.get()
    assert (lifted.set_by, lifted.lifted_by) == tuple(keepers)
    traces = Entry.objects.filter(object_id=case.reference).values_list("action", flat=True)
    assert {"records.hold", "records.lift_hold"} <= set(traces)


def test_a_hold_without_a_norm_is_no_hold(case, keepers):
    with pytest.raises(RuleBroken) as refused:
        hold(case.pk, reason="Так трэба", legal_source=" ", by=keepers[0], now=LATER)
    assert refused.value.field == "legal_source"


def test_a_case_complained_about_waits_for_the_complaint(case, applying):
    complaint = complain(
        case.pk,
        words=Words(demand="Несправядліва", language="be"),
        by=applying().user,
        now=NEXT_DAY,
    )
    assert hang_of(case) == Hang.LINKED
    Case.objects.filter(pk=complaint.pk).update(
        closed_on=NEXT_DAY.date(), outcome="withdrawn", status="withdrawn"
    )
    assert hang_of(case) is None  # both are over: they go together
    Case.objects.filter(pk=complaint.pk).update(closed_on=date(2031, 1, 1))
    assert hang_of(case) == Hang.LINKED


def test_a_case_and_the_complaint_about_it_go_in_any_order(case, applying):
    complaint = complain(
        case.pk,
        words=Words(demand="Несправядліва", language="be"),
        by=applying().user,
        now=NEXT_DAY,
    )
    Case.objects.filter(pk=complaint.pk).update(
        closed_on=NEXT_DAY.date(), outcome="withdrawn", status="withdrawn"
    )
    for body in (case.body_id, complaint.body_id):
        two = [official("records.dispose", body_id=body) for _one in range(2)]
        act = propose(prepare(body, now=LONG_AFTER).pk, by=two[0], now=LONG_AFTER)
        confirm(act.pk, by=two[1], now=LONG_AFTER)
    assert carry_out(LONG_AFTER) == 2
    assert not Case.objects.exists()
    assert sorted(Skeleton.objects.values_list("kind", flat=True)) == ["application", "complaint"]


def test_money_that_is_still_asked_holds_the_case_and_the_ledger_stays(case):
    charge = make_charge(
        reference=case.reference, code="fee", purpose={"be": "Пошліна"}, payer_id=case.applicant_id,
        payer_name="Алена", body_id=case.body_id, amount=Money(Decimal("45.00"), "BYN"), lines=[], grounds=[],
        base_value=None, base_value_on=None, sample=True, due_on=LATER.date(), by=None, now=LATER,
    )  # fmt: skip
    assert hang_of(case) == Hang.MONEY
    Charge.objects.filter(pk=charge.pk).update(status="lapsed")
    assert hang_of(case) is None


def test_a_running_request_about_data_holds_the_cases_of_the_person(case, applying):
    ask_about_data(
        asks=Asks.INFORMATION, body_id=case.body_id, text="", language="be", by=applying().user, now=LATER
    )  # fmt: skip
    assert hang_of(case) == Hang.DATA_REQUEST


def test_what_came_to_hang_after_the_proposal_is_kept_and_the_act_says_why(
    case, confirmed, keepers
):
    hold(case.pk, reason="Праверка", legal_source=NORM, by=keepers[0], now=LONG_AFTER)
    assert carry_out(LONG_AFTER) == 0
    assert Case.objects.filter(pk=case.pk).exists()
    confirmed.refresh_from_db()
    assert (confirmed.state, confirmed.items.get().kept_because) == (State.FINISHED, Hang.HOLD)


def test_a_proposal_given_back_erases_nothing_and_another_can_be_prepared(case, keepers):
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=keepers[0], now=LONG_AFTER)
    assert prepare(case.body_id, now=LONG_AFTER) is None  # one at a time
    with pytest.raises(RuleBroken):
        give_back(act.pk, reason=" ", by=keepers[1], now=LONG_AFTER)
    give_back(act.pk, reason="Спачатку ў архіў", by=keepers[1], now=LONG_AFTER)
    assert carry_out(LONG_AFTER) == 0
    with pytest.raises(RuleBroken, match="moved_on"):
        confirm(act.pk, by=keepers[1], now=LONG_AFTER)
    assert prepare(case.body_id, now=LONG_AFTER).pk != act.pk


def test_the_database_keeps_a_case_that_no_confirmed_act_names(case, keepers):
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=keepers[0], now=LONG_AFTER)
    for table in (StepTaken, Message, Attachment, Decision):
        with pytest.raises(IntegrityError, match="a case is kept"), transaction.atomic():
            table.objects.filter(case=case).delete()
    confirm(act.pk, by=keepers[1], now=LONG_AFTER)
    carry_out(LONG_AFTER)
    assert not Case.objects.exists()


def test_the_database_lets_nobody_rewrite_an_act(confirmed, keepers):
    act, items = Disposal.objects.filter(pk=confirmed.pk), confirmed.items
    another = {
        field: getattr(items.get(), field) for field in ("kind", "closed_on", "kept_until", "basis")
    }
    for change in (
        lambda: act.update(digest="0" * 64),
        lambda: act.update(confirmed_by=keepers[0], proposed_by=keepers[1]),
        lambda: items.update(reference="2020-0000-0000-0"),
        lambda: items.all().delete(),
        lambda: items.create(case_id=keepers[0].pk, reference="x", **another),
    ):
        with pytest.raises(IntegrityError, match=r"rewritten|closed when"), transaction.atomic():
            change()


@pytest.mark.usefixtures("confirmed")
def test_what_is_left_cannot_be_touched():
    carry_out(LONG_AFTER)
    for change in (
        lambda: Skeleton.objects.update(days=1),
        lambda: Skeleton.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError, match="added only"), transaction.atomic():
            change()


def test_after_a_crash_in_the_middle_the_next_run_finishes(case, applying, keepers, monkeypatch):
    second = applying(who="dzmitry").lodged()
    withdraw(second.pk, note="", by=applying(who="dzmitry").user, now=LATER)
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=keepers[0], now=LONG_AFTER)
    confirm(act.pk, by=keepers[1], now=LONG_AFTER)
    honest, calls = erasing.erase, []

    def crashing(one):
        calls.append(one)
        if len(calls) == 2:
            raise RuntimeError("power cut")
        return honest(one)

    monkeypatch.setattr(erasing, "erase", crashing)
    with pytest.raises(RuntimeError):
        carry_out(LONG_AFTER)
    assert (Case.objects.count(), Skeleton.objects.count()) == (
        1,
        1,
    )  # one whole, the other untouched
    half = Case.objects.get()
    assert StepTaken.objects.filter(case=half).exists()
    monkeypatch.setattr(erasing, "erase", honest)
    assert carry_out(LONG_AFTER) == 1
    assert (Case.objects.count(), Skeleton.objects.count()) == (0, 2)
    act.refresh_from_db()
    assert act.state is State.FINISHED


@pytest.mark.usefixtures("confirmed")
def test_a_file_that_another_case_has_too_stays(case, applying):
    shared = Attachment.objects.get(case=case)
    other = applying(who="dzmitry").lodged()
    Attachment.objects.create(
        case=other, file_id=shared.file_id, title="Той жа", by=shared.by, at=LATER
    )
    carry_out(LONG_AFTER)
    assert StoredFile.objects.filter(pk=shared.file_id).exists()


def test_a_stranger_with_the_permission_elsewhere_cannot_hold(case):
    with pytest.raises(NotPermitted):
        hold(case.pk, reason="Так", legal_source=NORM, by=UserFactory(), now=LATER)
