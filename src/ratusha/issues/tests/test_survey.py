"""Asked by lot: nobody chooses whom, nobody is called who did not agree, no sum tells what one person said."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.audit.models import Entry
from ratusha.cases.models import Case
from ratusha.issues import permissions as may
from ratusha.issues.holds import plug_holds
from ratusha.issues.models import Draw, Issue, Lot, Reporter, Telephone
from ratusha.issues.record import record_of
from ratusha.issues.services import calls, dispatch, follow, survey
from ratusha.issues.services.calls import Caller
from ratusha.issues.services.erase import erase
from ratusha.issues.services.joining import merge
from ratusha.issues.services.lots import tend_survey
from ratusha.issues.services.report import join
from ratusha.issues.services.survey import Answer
from ratusha.issues.survey import results
from ratusha.issues.survey.audit import check_draws
from ratusha.issues.survey.rules import fingerprint_of_seed, is_hit, lot_of, require_answer
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.notifications.models import Notice

from .conftest import NOW
from .test_calls import NUMBER, at

ALWAYS = "yard.rubbish"  # of this category the pack asks everybody
KEY = UUID("01900000-0000-7000-8000-000000000001")


# ---- the rules, without a database ----
def test_the_lot_is_what_anybody_can_compute():
    # sha256("seed:01900000-0000-7000-8000-000000000001") begins with these eight bytes: sha256sum says so
    assert fingerprint_of_seed("seed").startswith("19b25856e1c150ca834cffc8b59b23ad")
    assert lot_of("seed", KEY) == int("deedcd9f7c75c3b0", 16) / 2**64


def test_the_share_is_kept_and_nobody_is_asked_at_nought():
    keys = [uuid4() for _number in range(4000)]
    hit = [is_hit("a seed", key, 20) for key in keys]
    assert 0.16 < sum(hit) / len(hit) < 0.24
    assert not any(is_hit("a seed", key, 0) for key in keys)
    assert all(is_hit("a seed", key, 100) for key in keys)


@pytest.mark.parametrize(
    ("done", "mark", "words", "code"),
    [
        (None, 5, "", "issue.survey_done"),
        (False, None, " ", "issue.words_missing"),
        (True, 6, "", "issue.survey_mark"),
        (True, 0, "", "issue.survey_mark"),
    ],
)
def test_an_answer_says_whether_it_is_done_and_if_not_what_is_missing(done, mark, words, code):
    with pytest.raises(RuleBroken) as refused:
        require_answer(done=done, mark=mark, words=words)
    assert refused.value.code == code


# ---- the draw ----
def mended(town, *others):
    """Done after the seed was announced; one called and left a number, one has a code alone, the others accounts."""
    assert town.hall
    tend_survey(town.now)
    caller = Caller(telephone=NUMBER, agreed=True, language="be")
    case = calls.report_for_caller(
        town.trouble(category=ALWAYS, channel="call"), caller,
        body_id=town.hall.pk, by=town.operator, now=town.now,
    ).case  # fmt: skip
    for person in (None, *others):
        join(case.pk, by=person, language="be", now=town.now)
    dispatch.assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=town.later())
    return dispatch.finish(case.pk, text="Вывезена.", by=town.master, now=town.later())


@pytest.fixture
def done(town):
    return mended(town, town.neighbour)


def night(town, days=1):
    return tend_survey(town.later(days=days))


def called():
    return Lot.objects.get(reporter__telephone__isnull=False)


def test_everybody_with_an_account_or_a_number_enters_once_and_is_asked(town, done):
    seed = Draw.objects.get().seed
    assert night(town) == 2
    assert tend_survey(town.now) == 0
    assert {one.outcome for one in Lot.objects.all()} == {"waiting"}
    assert Lot.objects.filter(reporter__party_id=None, reporter__telephone=None).count() == 0
    draw = Draw.objects.exclude(drawn_at=None).get()
    assert (draw.seed, draw.entered, draw.hit) == (seed, 2, 2)
    assert (draw.since, draw.until) == (NOW.date(), done.closed_on)
    assert Notice.objects.get(kind="issue_survey").party_id == town.neighbour.party_id
    assert night(town) == 0
    assert all(one.is_right for one in check_draws())
    assert [one.kept for one in check_draws()] == [0, 2]


def test_who_is_not_drawn_loses_the_telephone_at_once(town, done):
    Issue.objects.filter(pk=done.pk).update(category="yard.snow")
    Draw.objects.update(seed=seed_that_misses(Reporter.objects.values_list("pk", flat=True)))
    assert night(town) == 0
    assert {one.outcome for one in Lot.objects.all()} == {"not_drawn"}
    assert not Telephone.objects.exists()


def seed_that_misses(keys):
    return next(
        seed for seed in map(str, range(10_000)) if not any(is_hit(seed, key, 20) for key in keys)
    )


def test_a_lot_that_somebody_has_changed_is_found(town, done):
    assert done
    night(town)
    Draw.objects.exclude(drawn_at=None).update(seed="chosen")
    assert not check_draws()[-1].is_right
    Draw.objects.update(seed="chosen", fingerprint=fingerprint_of_seed("chosen"))
    Lot.objects.filter(outcome="waiting").update(outcome="not_drawn")
    assert check_draws()[-1].wrong == 2


def test_the_seed_is_shown_after_the_draw_and_its_fingerprint_before(town, done):
    assert done
    waiting = Draw.objects.get()
    page = Client().get(at("lots")).text
    assert waiting.fingerprint in page
    assert waiting.seed not in page
    night(town)
    assert waiting.seed in Client().get(at("lots")).text


# ---- the call ----
@pytest.fixture
def lot(town, done):
    assert done
    night(town)
    return called()


@pytest.fixture
def operator(town):
    return sign_in(Client(), town.operator, AccessMode.STRICT, town.hall.pk)


def take(town, lot, by=None):
    return survey.take_call(lot.pk, by=by or town.operator, now=town.now)


def test_an_answer_by_telephone_is_kept_and_the_number_goes(town, lot):
    take(town, lot)
    given = Answer(done=True, mark=4, words="Чыста")
    noted = survey.note_answer(lot.pk, given, by=town.operator, now=town.later())
    assert (noted.outcome, noted.done, noted.mark, noted.channel) == ("answered", True, 4, "call")
    assert not Telephone.objects.exists()
    acts = Entry.objects.filter(action__in=["issue.open_call", "issue.answer_survey"])
    assert [one.by for one in acts] == [town.operator.pk] * 2
    assert not any("Чыста" in str(one.details) for one in Entry.objects.all())
    with pytest.raises(Conflict):
        survey.note_answer(lot.pk, given, by=town.operator, now=town.now)


def test_not_done_opens_the_issue_again_with_what_was_said(town, lot):
    take(town, lot)
    given = Answer(done=False, words="Смецце ляжыць")
    noted = survey.note_answer(lot.pk, given, by=town.operator, now=town.now)
    assert noted.opened_again
    case = Case.objects.get(pk=lot.issue_id)
    assert case.status == "reopened"
    assert case.history.get(step="reopen").note == "Смецце ляжыць"
    night(town)
    assert set(Lot.objects.values_list("outcome", flat=True)) == {"answered", "over"}


def test_what_was_closed_is_not_opened_again_by_an_answer(town, lot):
    first = follow.reporter_of(town.neighbour, lot.issue_id)
    follow.confirm(lot.issue_id, reporter=first, by=town.neighbour, now=town.now)
    take(town, lot)
    noted = survey.note_answer(
        lot.pk, Answer(done=False, words="Ляжыць"), by=town.operator, now=town.now
    )
    assert (noted.done, noted.opened_again) == (False, False)
    assert Case.objects.get(pk=lot.issue_id).status == "closed"


def test_three_calls_that_reach_nobody_are_the_last(town, lot):
    for number in (1, 2, 3):
        take(town, lot)
        noted = survey.note_not_reached(lot.pk, by=town.operator, now=town.later())
        assert noted.tries == number
    assert noted.outcome == "not_reached"
    assert not Telephone.objects.exists()
    with pytest.raises(Conflict):
        take(town, lot)


def test_who_does_not_want_to_answer_is_left_alone(town, lot):
    take(town, lot)
    assert survey.note_declined(lot.pk, by=town.operator, now=town.now).outcome == "declined"
    assert not Telephone.objects.exists()


def test_a_call_is_of_one_operator_for_half_an_hour(town, lot):
    colleague = official(may.TAKE_CALLS, body_id=town.hall.pk)
    take(town, lot)
    with pytest.raises(Conflict):
        take(town, lot, by=colleague)
    with pytest.raises(Conflict):
        survey.note_declined(lot.pk, by=colleague, now=town.now)
    town.later(minutes=31)
    assert take(town, lot, by=colleague).taken_by == colleague


def test_nobody_else_calls_and_nobody_about_their_own_report(town, lot):
    own = Lot.objects.get(reporter__party_id=town.neighbour.party_id)
    for stranger in (town.dispatcher, town.master, official(may.TAKE_CALLS)):
        with pytest.raises(NotPermitted):
            take(town, lot, by=stranger)
    Reporter.objects.filter(pk=own.reporter_id).update(
        party_id=town.operator.party_id or town.operator.pk
    )
    with pytest.raises(NotPermitted):
        take(town, own)


def test_after_the_days_nothing_is_asked_and_the_number_is_gone(town, lot):
    town.now = NOW + timedelta(days=11)
    with pytest.raises(Conflict):
        take(town, lot)
    tend_survey(town.now)
    assert set(Lot.objects.values_list("outcome", flat=True)) == {"over"}
    assert not Telephone.objects.exists()


def test_a_number_goes_where_nothing_will_be_asked_unless_the_case_is_held(town):
    assert town.hall
    caller = Caller(telephone=NUMBER, agreed=True, language="be")
    case = calls.report_for_caller(
        town.trouble(), caller, body_id=town.hall.pk, by=town.operator, now=town.now
    ).case
    tend_survey(town.now)
    assert Telephone.objects.exists()
    dispatch.refuse(case.pk, reasons="Двор прыватны.", by=town.dispatcher, now=town.now)
    plug_holds(lambda: {case.pk})
    tend_survey(town.now)
    assert Telephone.objects.exists()
    plug_holds(set)
    tend_survey(town.now)
    assert not Telephone.objects.exists()


def test_a_number_of_a_held_case_stays_when_it_has_served_is_used_no_more_and_goes_after(town, lot):
    held = Telephone.objects.get()
    plug_holds(lambda: {lot.issue_id})
    take(town, lot)
    not_done = Answer(done=False, words="Смецце ляжыць")
    survey.note_answer(lot.pk, not_done, by=town.operator, now=town.now)
    assert Telephone.objects.get() == held
    with pytest.raises(Conflict):
        take(town, lot)
    dispatch.finish(lot.issue_id, text="Вывезена.", by=town.master, now=town.later())
    night(town)
    assert Lot.objects.filter(reporter=held.reporter_id).count() == 1
    assert Telephone.objects.exists()
    plug_holds(set)
    night(town)
    assert not Telephone.objects.exists()


def test_a_number_of_a_held_case_stays_when_it_is_not_drawn_or_its_days_are_over(town, done):
    assert night(town) == 2
    plug_holds(lambda: {done.pk})
    town.now = NOW + timedelta(days=11)
    tend_survey(town.now)
    assert set(Lot.objects.values_list("outcome", flat=True)) == {"over"}
    assert Telephone.objects.exists()
    plug_holds(set)
    town.now = NOW + timedelta(days=33)
    tend_survey(town.now)
    assert not Telephone.objects.exists()


def test_nothing_is_noted_about_work_that_is_open_again(town, lot):
    take(town, lot)
    first = follow.reporter_of(town.neighbour, lot.issue_id)
    follow.reopen(lot.issue_id, reporter=first, reasons="Ляжыць", by=town.neighbour, now=town.now)
    own = Lot.objects.get(reporter=first)
    by = {"by": town.operator, "now": town.now}
    answer = {"reporter": first, "by": town.neighbour, "now": town.now}
    for late in (
        lambda: take(town, lot),
        lambda: survey.note_answer(lot.pk, Answer(done=True), **by),
        lambda: survey.note_not_reached(lot.pk, **by),
        lambda: survey.note_declined(lot.pk, **by),
        lambda: survey.answer_on_page(own.pk, Answer(done=True), **answer),
    ):
        with pytest.raises(Conflict, match="survey_not_done"):
            late()
    assert Telephone.objects.exists()


def test_lots_move_with_their_reporters_when_an_issue_is_joined_with_another(town, lot):
    earlier = town.reported(category=ALWAYS)
    Case.objects.filter(pk=earlier.pk).update(lodged_at=NOW - timedelta(days=1))
    take(town, lot)
    survey.note_answer(lot.pk, Answer(done=False, words="Ляжыць"), by=town.operator, now=town.now)
    merge(lot.issue_id, into=earlier.reference, by=town.dispatcher, now=town.now)
    lot.refresh_from_db()
    assert lot.issue_id == lot.reporter.issue_id == earlier.pk


def test_the_database_holds_what_a_lot_may_say(lot):
    for wrong in ({"mark": 6}, {"outcome": "answered"}, {"done": True}, {"opened_again": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lot.objects.filter(pk=lot.pk).update(**wrong)
    with pytest.raises(IntegrityError, match="one_draw_is_waiting"), transaction.atomic():
        Draw.objects.create(since=date(2030, 1, 1), seed="a", fingerprint="b", announced_at=NOW)


def test_lots_and_numbers_go_with_their_case_and_by_an_act_of_disposal_alone(lot):
    with pytest.raises(DatabaseError, match="act of disposal"), transaction.atomic():
        lot.delete()
    case = Case.objects.get(pk=lot.issue_id)
    with connection.cursor() as cursor:  # as if an act named it
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("lot", "reporter", "workreport", "issue"):
            cursor.execute(f"ALTER TABLE issues_{table} DISABLE TRIGGER kept_with_its_case")
    erase(case)
    left = (Lot, Telephone, Reporter, Issue)
    assert [table.objects.count() for table in left] == [0, 0, 0, 0]
    assert [one.kept for one in check_draws()] == [0]
    assert all(one.is_right for one in check_draws())


def test_what_one_has_answered_is_in_the_file_that_one_takes_along(town):
    tend_survey(town.now)
    case = town.done(category=ALWAYS)
    night(town)
    lot = Lot.objects.get()
    say(town, lot, done=True, mark=4, words="Чыста")
    (told,) = record_of(case, "be")["asked_by_lot"]
    assert (told["outcome"], told["done"], told["mark"], told["words"]) == (
        "answered",
        True,
        4,
        "Чыста",
    )


# ---- the pages ----
def test_an_operator_opens_a_call_sees_the_number_and_notes_the_answer(town, lot, operator):
    listed = operator.get(at("calls")).text
    assert NUMBER not in listed
    assert operator.get(at("call", lot.pk)).status_code == 404
    opened = operator.post(at("open_call", lot.pk))
    assert opened.url == at("call", lot.pk)
    page = operator.get(opened.url)
    assert NUMBER in page.text
    assert "no-store" in page.headers["Cache-Control"]
    wrong = operator.post(opened.url, {"reached": "answered", "done": "no", "words": ""})
    assert wrong.status_code == 422
    assert 'href="#id_words"' in wrong.text
    noted = operator.post(opened.url, {"reached": "answered", "done": "yes", "mark": "5"})
    assert noted.url == at("calls")
    assert Lot.objects.get(pk=lot.pk).mark == 5
    assert operator.get(opened.url).status_code == 404
    assert town.operator.pk == Entry.objects.get(action="issue.answer_survey").by


def test_the_number_is_shown_to_nobody_else(town, lot, operator):
    operator.post(at("open_call", lot.pk))
    colleague = official(may.TAKE_CALLS, body_id=town.hall.pk)
    other = sign_in(Client(), colleague, AccessMode.STRICT, town.hall.pk)
    elsewhere = official(may.TAKE_CALLS, body_id=town.utility.pk)
    stranger = sign_in(Client(), elsewhere, AccessMode.STRICT, town.utility.pk)
    dispatcher = sign_in(Client(), town.dispatcher, AccessMode.STRICT, town.hall.pk)
    for desk in (other, stranger, dispatcher):
        assert desk.get(at("call", lot.pk)).status_code == 404
        assert NUMBER not in desk.get(at("desk_issue", lot.issue.case.reference)).text
    assert other.post(at("open_call", lot.pk)).url == at("calls")
    assert stranger.post(at("open_call", lot.pk)).status_code == 404


def test_who_was_drawn_answers_on_the_own_page(town, lot):
    reference = lot.issue.case.reference
    neighbour = sign_in(Client(), town.neighbour)
    assert at("answer", reference) in neighbour.get(at("issue", reference)).text
    refused = neighbour.post(at("answer", reference), {"mark": "3"})
    assert refused.status_code == 422
    assert 'href="#id_done_0"' in refused.text
    sent = neighbour.post(at("answer", reference), {"done": "no", "words": "Мяшкі на месцы"})
    assert sent.url == at("issue", reference)
    assert Case.objects.get().status == "reopened"
    assert neighbour.get(at("answer", reference)).status_code == 404
    stranger = sign_in(Client(), town.another)
    assert stranger.get(at("answer", reference)).status_code == 404
    assert "Мяшкі на месцы" not in Client().get(at("issue", reference)).text


def test_a_caller_answers_with_the_code_instead(town):
    tend_survey(town.now)
    caller = Caller(telephone=NUMBER, agreed=True, language="be")
    assert town.hall
    lodged = calls.report_for_caller(
        town.trouble(category=ALWAYS), caller, body_id=town.hall.pk, by=town.operator, now=town.now
    )
    dispatch.assign(lodged.case.pk, executor=town.executor.pk, by=town.dispatcher, now=town.now)
    dispatch.finish(lodged.case.pk, text="Вывезена.", by=town.master, now=town.now)
    night(town)
    anybody = Client()
    address = at("answer_by_code", lodged.code)
    assert address in anybody.get(at("mine", lodged.code)).text
    assert anybody.post(address, {"done": "yes", "mark": "5"}).url == at("mine", lodged.code)
    assert not Telephone.objects.exists()
    assert anybody.get(at("answer_by_code", "0" * 20)).status_code == 404


# ---- what is told of it ----
@pytest.fixture
def asked(town):
    """Ten with accounts and the caller: everybody is asked."""
    mended(town, *(UserFactory() for _number in range(10)))
    night(town)
    return list(Lot.objects.filter(reporter__party_id__isnull=False))


def say(town, lot, **given):
    survey.answer_on_page(
        lot.pk, Answer(**given), reporter=lot.reporter, by=None, now=town.later(minutes=1)
    )


def test_sums_are_told_in_fives_with_how_many_were_asked(town, asked):
    for lot in asked[:4]:
        say(town, lot, done=True, mark=5)
    (row,) = results.by_organisation()
    assert (row.key, row.entered, row.asked, row.answers) == (town.executor, 11, 11, 0)
    assert (row.done, row.mark) == (None, None)
    say(town, asked[4], done=True, mark=4)
    row = results.of_organisation(town.executor.pk)
    assert (row.answers, row.done, row.opened_again, row.mark) == (5, 1.0, 0.0, 4.8)
    for lot in asked[5:9]:  # four more change nothing
        say(town, lot, done=True, mark=1)
    (row,) = results.by_category()
    assert (row.key.code, row.answers, row.mark) == (ALWAYS, 5, 4.8)
    say(town, asked[9], done=False, words="Не")
    row = results.of_organisation(town.executor.pk)
    assert (row.answers, row.done, row.opened_again) == (10, 0.9, 0.1)


def test_everybody_reads_the_sums_with_their_coverage(town, asked):
    assert asked
    page = Client().get(at("executor", town.executor.pk))
    assert page.status_code == 200
    assert "11" in page.text
    assert Client().get(at("executor", uuid4())).status_code == 404
    told = Client().get(at("statistics")).text
    assert at("executor", town.executor.pk) in told
