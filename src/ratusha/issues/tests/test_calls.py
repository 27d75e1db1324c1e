"""A call at the desk: written down for the caller, who alone keeps the code; a telephone only with a yes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.audit.models import Entry
from ratusha.cases.models import Case
from ratusha.issues import permissions as may
from ratusha.issues.models import Issue, Reporter, Telephone
from ratusha.issues.services import calls, follow
from ratusha.issues.services.calls import Caller
from ratusha.issues.services.flow import MOST
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .conftest import NOW

NUMBER = "+375 29 123-45-67"
TYPED = {"town": "Мінск", "address": "вул. Леніна, 5", "words": "Вялікая яма"}


def at(name, *arguments):
    return reverse(f"issues:{name}", args=arguments)


def take(town, *, by=None, telephone="", agreed=False):
    caller = Caller(telephone=telephone, agreed=agreed, language="be")
    by = by or town.operator
    return calls.report_for_caller(
        town.trouble(channel="call"), caller, body_id=town.hall.pk, by=by, now=town.now
    )


@pytest.fixture
def operator(town):
    return sign_in(Client(), town.operator, AccessMode.STRICT, town.hall.pk)


def code_on(page):
    return page.text.split('class="ref code">')[2].split("<")[0].replace("-", "")


# ---- the act ----
def test_what_a_caller_says_is_the_callers_report_and_the_journal_names_who_wrote_it_down(town):
    lodged = take(town)
    case = Case.objects.get()
    assert (case.channel, case.lodged_by, case.body_id) == ("call", None, town.hall.pk)
    assert follow.reporter_by_code(lodged.code).issue_id == case.pk
    entry = Entry.objects.get(action="issue.enter_call")
    assert (entry.object_id, entry.by) == (case.reference, town.operator.pk)
    assert not Telephone.objects.exists()


def test_a_telephone_is_kept_with_a_yes_only_and_sealed(town):
    with pytest.raises(RuleBroken, match="not_agreed") as refused:
        take(town, telephone=NUMBER)
    assert refused.value.code == "issue.not_agreed"
    assert not Case.objects.exists()
    with pytest.raises(RuleBroken):
        take(town, agreed=True)
    take(town, telephone=NUMBER, agreed=True)
    kept = Telephone.objects.get()
    assert kept.number == NUMBER
    assert b"123-45-67" not in bytes(kept.sealed)
    assert "123-45-67" not in str(list(Entry.objects.values_list("details", flat=True)))


@pytest.mark.parametrize("who", ["dispatcher", "master", "neighbour", "elsewhere"])
def test_only_an_operator_of_the_body_writes_calls_down(town, who):
    by = official(may.TAKE_CALLS) if who == "elsewhere" else getattr(town, who)
    with pytest.raises(NotPermitted):
        take(town, by=by)
    assert not Case.objects.exists()


# ---- the pages ----
def test_an_operator_writes_a_report_down_and_tells_number_and_code(operator):
    assert operator.get(at("desk_issues")).url == at("calls")
    assert at("new_call") in operator.get(at("calls")).text
    assert at("enter_call", "road.hole") in operator.get(at("new_call")).text
    assert operator.get(at("enter_call", "road.hole")).status_code == 200
    sent = operator.post(
        at("enter_call", "road.hole"), {**TYPED, "telephone": NUMBER, "agreed": "on"}
    )
    case = Case.objects.get()
    assert sent.url == at("call_told", case.reference)
    told = operator.get(sent.url)
    assert case.reference in told.text
    assert "no-store" in told.headers["Cache-Control"]
    code = code_on(told)
    assert follow.reporter_by_code(code) == Reporter.objects.get()
    assert code not in str(operator.session.items())
    assert Telephone.objects.get().number == NUMBER
    assert operator.post(sent.url).url == at("new_call")
    assert operator.get(sent.url).status_code == 404


def test_no_operator_sees_the_code_of_another_or_an_old_one(town, operator, time_machine):
    sent = operator.post(at("enter_call", "road.hole"), TYPED)
    other = official(may.TAKE_CALLS, body_id=town.hall.pk)
    colleague = sign_in(Client(), other, AccessMode.STRICT, town.hall.pk)
    assert colleague.get(sent.url).status_code == 404
    code = code_on(operator.get(sent.url))
    case = Case.objects.get()
    dispatcher = sign_in(Client(), town.dispatcher, AccessMode.STRICT, town.hall.pk)
    for page in (dispatcher.get(at("desk_issue", case.reference)), operator.get(at("calls"))):
        assert code not in page.text.replace("-", "")
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    assert operator.get(sent.url).status_code == 404


def test_a_caller_who_means_a_known_trouble_joins_it(town, operator):
    known = town.reported(lat=None, lon=None, unit_code=town.unit.pk)
    offered = operator.post(at("enter_call", "road.hole"), TYPED)
    assert known.reference in offered.text
    assert Issue.objects.count() == 1
    sent = operator.post(at("enter_call", "road.hole"), {**TYPED, "into": known.reference})
    assert sent.url == at("call_told", known.reference)
    assert Issue.objects.get().reporters_count == 2
    assert Entry.objects.filter(action="issue.join_caller", by=town.operator.pk).count() == 1
    operator.post(at("enter_call", "road.hole"), {**TYPED, "another": "1"})
    assert Issue.objects.count() == 2


def test_what_is_wrong_is_said_and_the_words_of_the_caller_stay(town, operator):
    assert town.hall
    answer = operator.post(at("enter_call", "road.hole"), {**TYPED, "telephone": NUMBER})
    assert answer.status_code == 422
    assert 'href="#id_agreed"' in answer.text
    assert "Вялікая яма" in answer.text
    assert not Case.objects.exists()


def test_strangers_find_no_desk_of_calls(town):
    for who, body in ((town.dispatcher, town.hall), (town.master, town.utility)):
        desk = sign_in(Client(), who, AccessMode.STRICT, body.pk)
        assert desk.get(at("new_call")).status_code == 404
        assert desk.post(at("enter_call", "road.hole"), TYPED).status_code == 404
    assert not Case.objects.exists()


def test_one_operator_writes_down_no_flood(town, operator):
    assert town.hall
    for _number in range(MOST["call"]):
        calls.count_call(town.operator, NOW)
    answer = operator.post(at("enter_call", "road.hole"), TYPED)
    assert answer.status_code == 429
    assert not Case.objects.exists()
