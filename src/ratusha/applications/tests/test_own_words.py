"""The body's own words: written by who may, in versions by day, retired; and a decision keeps what it was sent with."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.models import Decision, OwnWords
from ratusha.applications.public import refuse
from ratusha.applications.words.queries import series_of
from ratusha.applications.words.rules import require_since, require_words
from ratusha.applications.words.services import change_words, retire_words, write_words
from ratusha.audit.models import Entry
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .state import LATER, NOW, TODAY

PAGE = reverse("applications:words")
NEW = reverse("applications:new_words")
THREE = {
    "be": "Звярніцеся ў свой раён.",
    "ru": "Обратитесь в свой район.",
    "en": "Go to your raion.",
}
OTHER = {"be": "Звярніцеся ў сваю ЖЭС."}
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def body(applying):
    return applying().state.bodies["clerk"].pk


@pytest.fixture
def head(applying):
    return applying().state.officials["head"]


@pytest.fixture
def desk(client, head, body):
    return sign_in(client, head, acting=body)


def write(body, by, words=None, since=TODAY, ground="no_grounds"):
    return write_words(body, ground=ground, words=words or THREE, since=since, by=by, now=NOW)


def texts(body, on=TODAY):
    return [one.text for one in OwnWords.objects.of_body(body).in_force(on)]


def sent(**more):
    day = {"since_day": TODAY.day, "since_month": TODAY.month, "since_year": TODAY.year}
    return {"ground": "no_grounds", **THREE, **day} | more


def test_words_are_trimmed_and_what_is_empty_is_left_out():
    assert require_words({"be": " Словы. ", "ru": " "}) == {"be": "Словы."}


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [({"be": " ", "ru": ""}, "words.missing", "be"), ({"ru": "я" * 4001}, "words.long", "ru")],
)
def test_words_are_said_in_one_language_at_least_and_fit(words, code, field):
    with pytest.raises(RuleBroken) as caught:
        require_words(words)
    assert (caught.value.code, caught.value.field) == (code, field)


def test_words_do_not_hold_in_the_past():
    require_since(TODAY, today=TODAY)
    with pytest.raises(RuleBroken, match="day_past"):
        require_since(TODAY - timedelta(days=1), today=TODAY)


def test_a_version_holds_from_its_day_and_the_one_before_stays(body, head):
    first = write(body, head)
    change_words(first.series, words=OTHER, since=TOMORROW, by=head, now=NOW)
    assert texts(body) == [THREE]
    assert texts(body, TOMORROW) == [OTHER]
    assert OwnWords.objects.get(pk=first.pk).text == THREE
    (row,) = series_of(body, TODAY)
    assert (row.now.text, [one.text for one in row.planned]) == (THREE, [OTHER])


def test_of_two_versions_of_one_day_the_last_written_holds(body, head):
    first = write(body, head)
    change_words(first.series, words=OTHER, since=TODAY, by=head, now=NOW)
    assert texts(body) == [OTHER]


def test_retired_words_hold_no_more_nor_does_what_was_planned(body, head):
    first = write(body, head)
    change_words(first.series, words=OTHER, since=TOMORROW, by=head, now=NOW)
    retire_words(first.series, by=head, now=NOW)
    assert texts(body) == texts(body, TOMORROW) == []
    assert series_of(body, TODAY) == []
    assert OwnWords.objects.filter(series=first.series).count() == 3
    for act in (
        retire_words,
        lambda key, **who: change_words(key, words=OTHER, since=TODAY, **who),
    ):
        with pytest.raises(RuleBroken, match="retired"):
            act(first.series, by=head, now=NOW)


def test_only_who_may_write_words_does(body, head):
    stranger = official("cases.see", "cases.decide", "cases.assign", body_id=body)
    with pytest.raises(NotPermitted):
        write(body, stranger)
    first = write(body, head)
    for act in (
        retire_words,
        lambda key, **who: change_words(key, words=OTHER, since=TODAY, **who),
    ):
        with pytest.raises(NotPermitted):
            act(first.series, by=stranger, now=NOW)
    assert texts(body) == [THREE]


def test_each_version_is_in_the_journal(body, head):
    first = write(body, head)
    retire_words(first.series, by=head, now=NOW)
    told = Entry.objects.filter(object_type="own_words", object_id=str(first.series))
    assert [one.action for one in told.order_by("id")] == [
        "application.write_words",
        "application.retire_words",
    ]


def test_the_database_knows_no_version_without_words(body, head):
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnWords.objects.create(body_id=body, ground_code="x", since=TODAY, by=head, at=NOW)


@pytest.mark.parametrize("page", [PAGE, NEW])
def test_who_may_not_write_words_finds_nothing(client, applying, body, page):
    one = applying()
    assert sign_in(client, one.official, acting=body).get(page).status_code == 404
    assert client.post(page, sent()).status_code == 404


def test_words_of_another_body_are_not_there(desk, applying):
    elsewhere = applying().state.bodies["benefits"].pk
    writer = official("desk.words", body_id=elsewhere)
    series = write(elsewhere, writer).series
    for name in ("change_words", "retire_words"):
        address = reverse(f"applications:{name}", args=[series])
        assert desk.post(address, sent()).status_code == 404
    assert THREE["be"] not in desk.get(PAGE).text


def test_the_head_writes_words_changes_and_retires_them(desk, body):
    assert desk.post(NEW, sent()).status_code == 302
    assert THREE["be"] in desk.get(PAGE).text
    address = reverse("applications:change_words", args=[series_of(body, TODAY)[0].last.series])
    assert THREE["ru"] in desk.get(address).text
    assert desk.post(address, sent(**OTHER, ru="", en="")).status_code == 302
    text = desk.get(PAGE).text
    assert OTHER["be"] in text
    assert "толькі на адной мове" in text
    assert THREE["be"] in desk.get(address).text  # among every version
    assert desk.post(address + "retire/").status_code == 302
    assert OTHER["be"] not in desk.get(PAGE).text


@pytest.mark.parametrize(
    "wrong", [{"be": "", "ru": "", "en": ""}, {"since_year": "2020"}, {"ground": "invented"}, {"ground": ""}]
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_words_stay(desk, body, wrong):
    answer = desk.post(NEW, sent(**wrong))
    assert answer.status_code == 422
    assert (THREE["be"] in answer.text) == ("be" not in wrong)
    assert texts(body) == []


def test_own_words_are_offered_after_the_ready_ones(client, applying, body, head):
    write(body, head)
    case = applying().accepted(now=NOW)
    address = reverse("applications:desk_refuse", args=[case.reference])
    clerk = sign_in(client, case.handler, acting=body)
    text = clerk.get(address).text
    assert text.index("words=ready:no_grounds") < text.index(THREE["be"])
    key = f"own:{OwnWords.objects.get().series}"
    assert THREE["be"] in clerk.get(address, {"words": key}).text.split("<textarea")[1]


def test_words_not_in_the_language_of_the_case_are_marked(client, applying, body, head):
    write(body, head, words={"ru": THREE["ru"]})
    case = applying().accepted(now=NOW)
    clerk = sign_in(client, case.handler, acting=body)
    text = clerk.get(reverse("applications:desk_refuse", args=[case.reference])).text
    assert "не на мове справы" in text


def test_a_decision_keeps_the_words_it_was_sent_with(body, head, applying):
    first = write(body, head)
    case = applying().accepted(now=NOW)
    refuse(case.pk, ground="no_grounds", reasons=first.text["be"], by=case.handler, now=NOW)
    change_words(first.series, words=OTHER, since=TODAY, by=head, now=NOW)
    retire_words(first.series, by=head, now=NOW)
    assert Decision.objects.get(case=case).reasons == THREE["be"]
