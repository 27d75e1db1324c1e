"""Discussions of statements: who may, what is kept, what is shown, at the desk and to everybody."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.consultations import permissions as may
from ratusha.consultations.models import Discussion, Stance, Statement
from ratusha.consultations.opinions import services
from ratusha.consultations.opinions.services import Opened
from ratusha.kernel.errors import DomainError

SEEDS = "Машыны з двара трэба прыбраць\nДзеці важнейшыя за стаянку\nСтаянка павінна быць платнай\nДвор патрабуе святла"


def at(name, *arguments):
    return reverse(f"consultations:{name}", args=arguments)


def refused(act, *arguments, **named):
    with pytest.raises(DomainError) as error:
        act(*arguments, **named)
    return error.value.code


def opened(town, **changed):
    words = {
        "language": "be", "title": "Двор без машын", "about": "Што рабіць са стаянкай?",
        "unit": town.unit.code, "closes_on": timezone.localdate() + timedelta(days=14),
        "statements": SEEDS, **changed,
    }  # fmt: skip
    return services.open_discussion(
        Opened(**words), body_id=town.council.pk, by=town.organiser, now=timezone.now()
    )


def answer_all(town, discussion, *values, by=None):
    by = by or town.resident()
    for number, value in enumerate(values, start=1):
        services.say(discussion.pk, number, value, by=by, now=timezone.now())
    return by


@pytest.fixture
def talked(town):
    """Six who want the cars out and six who do not; all want light."""
    found = opened(town)
    for values in [(1, 1, -1, 1)] * 6 + [(-1, -1, 1, 1)] * 6:
        answer_all(town, found, *values)
    services.draw_map(found.pk, now=timezone.now())
    found.refresh_from_db()
    return found


# ---- acts ----
def test_a_discussion_begins_with_statements_of_the_body(town):
    assert refused(opened, town, statements="Адно\nАдно\n\n") == "discussion.seeds"
    assert refused(opened, town, closes_on=timezone.localdate()) == "discussion.too_short"
    assert opened(town).statements.count() == 4


def test_one_answer_a_statement_that_can_be_changed_until_the_last_day(town):
    found, person = opened(town), town.resident()
    say = {"by": person, "now": timezone.now()}
    services.say(found.pk, 1, 1, **say)
    services.say(found.pk, 1, -1, **say)
    assert services.answers_of(found, person.party_id) == {1: -1}
    assert refused(services.say, found.pk, 9, 1, **say) == "discussion.no_statement"
    assert refused(services.say, found.pk, 1, 2, **say) == "discussion.say_missing"
    later = {**say, "now": timezone.now() + timedelta(days=15)}
    assert refused(services.say, found.pk, 1, 1, **later) == "discussion.over"


def test_only_those_who_are_asked_answer_and_propose(town):
    found = opened(town)
    for who in (town.resident(here=False), town.resident(age=15)):
        given = {"by": who, "now": timezone.now()}
        assert refused(services.say, found.pk, 1, 1, **given).startswith("consultation.")
        words = {"text": "Думка", "language": "be", **given}
        assert refused(services.state, found.pk, **words).startswith("consultation.")


def test_a_statement_of_a_person_is_read_by_a_moderator_first(town):
    found, person = opened(town), town.resident()
    words = {"language": "be", "by": person, "now": timezone.now()}
    made = services.state(found.pk, text="  Больш   дрэў ", **words)
    assert (made.text, made.status) == ("Больш дрэў", "proposed")
    assert services.state(found.pk, text="Больш дрэў", **words) == made
    say = {"by": town.resident(), "now": timezone.now()}
    assert refused(services.say, found.pk, made.number, 1, **say) == "discussion.no_statement"
    look = {"by": town.moderator, "now": timezone.now()}
    assert refused(services.look_at, made.pk, admit=False, ground="dull", **look)
    services.look_at(made.pk, admit=True, **look)
    assert services.say(found.pk, made.number, 1, **say)
    assert refused(services.look_at, made.pk, admit=True, **look) == "discussion.moved_on"


def test_one_person_proposes_so_many_and_nobody_looks_at_their_own(town):
    found, person = opened(town), town.resident()
    words = {"language": "be", "by": person, "now": timezone.now()}
    for number in range(5):
        made = services.state(found.pk, text=f"Думка {number}", **words)
    assert refused(services.state, found.pk, text="Шостая", **words) == "discussion.too_many"
    moderator = town.moderator
    moderator.party_id = person.party_id  # the same person, at work
    look = {"admit": True, "by": moderator, "now": timezone.now()}
    assert refused(services.look_at, made.pk, **look) == "discussion.own"


def test_the_database_keeps_one_answer_of_the_three(town):
    found = opened(town)
    about = found.statements.first()
    Stance.objects.create(statement=about, holder="a", value=1)
    for holder, value in (("a", 0), ("b", 2)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Stance.objects.create(statement=about, holder=holder, value=value)


def test_neither_the_person_nor_the_time_stands_beside_an_answer(town):
    found = opened(town)
    person = answer_all(town, found, 1)
    row = Stance.objects.get()
    told = " ".join(str(getattr(row, field.attname)) for field in Stance._meta.concrete_fields)
    assert str(person.pk) not in told
    assert str(person.party_id) not in told
    assert {f.name for f in Stance._meta.concrete_fields} == {"id", "statement", "holder", "value"}
    entries = apps.get_model("audit.Entry").objects.filter(object_id=found.code)
    assert {one.action for one in entries} == {"discussion.open"}


def test_the_map_waits_until_enough_have_come_and_is_final_after_the_last_day(town, talked):
    assert talked.placed == 12
    assert [group["size"] for group in talked.map["groups"]] == [6, 6]
    for _person in range(4):
        answer_all(town, talked, 1, 1, -1, 1)
    assert services.draw_map(talked.pk, now=timezone.now()) is False
    answer_all(town, talked, 1, 1, -1, 1)
    assert services.draw_maps(timezone.now() + timedelta(days=15)) == 1
    talked.refresh_from_db()
    assert (talked.placed, talked.is_final) == (17, True)
    assert services.draw_maps(timezone.now() + timedelta(days=16)) == 0


def test_a_year_after_the_end_answers_are_forgotten_and_the_map_stays(town, talked):
    assert town
    services.draw_maps(timezone.now() + timedelta(days=15))
    assert services.forget_answers(timezone.now() + timedelta(days=300)) == 0
    assert services.forget_answers(timezone.now() + timedelta(days=400)) == 48
    talked.refresh_from_db()
    assert talked.map


def test_the_body_concludes_once_when_the_answers_are_in(town, talked):
    given = {"conclusion": "Пачулі: святло.", "by": town.organiser, "now": timezone.now()}
    assert refused(services.conclude, talked.pk, **given) == "discussion.still_open"
    later = {**given, "now": timezone.now() + timedelta(days=15)}
    assert refused(services.conclude, talked.pk, **{**later, "conclusion": " "})
    services.conclude(talked.pk, **later)
    assert refused(services.conclude, talked.pk, **later) == "discussion.concluded"


# ---- pages ----
def test_everybody_sees_groups_and_what_is_agreed_on_and_only_who_answered_their_own(town, talked):
    with translation.override("en"):
        address = at("discussion", talked.code)
    shown = Client().get(address).text
    assert "Group 2" in shown
    assert "all groups are for it" in shown
    assert "nearest to group" not in shown
    somebody = answer_all(town, talked, 1, 1, -1, 1)
    assert "nearest to group" in sign_in(Client(), somebody).get(address).text
    assert sign_in(Client(), town.resident()).get(at("hub")).status_code == 200


def test_a_small_group_of_answers_is_not_counted_out_in_public(town, talked):
    new = Statement.objects.create(
        discussion=talked, number=5, text="Новае", language="be", on=timezone.localdate(), status="admitted"
    )  # fmt: skip
    for _person in range(6):
        answer_all(town, talked, 1, 1, -1, 1, 1)
    answer_all(town, talked, -1, -1, 1, 1, -1)
    services.draw_map(talked.pk, now=timezone.now())
    with translation.override("en"):
        shown = Client().get(at("discussion", talked.code)).text
    assert new.text in shown
    assert "fewer than 5 have answered" in shown
    assert "it would tell of too few people" in shown


def test_a_person_answers_one_after_another_and_thinks_again(town):
    found, page = opened(town), sign_in(Client(), town.resident())
    for _statement in range(4):
        there = page.get(at("go_on_answering", found.code)).url
        assert page.get(there).status_code == 200
        assert page.post(there, {}).status_code == 422
        assert page.post(there, {"says": "1"}).url == at("go_on_answering", found.code)
    assert page.get(at("go_on_answering", found.code)).url == at("discussion", found.code)
    assert page.post(at("say", found.code, 2), {"says": "-1"}).status_code == 302
    assert sorted(Stance.objects.values_list("value", flat=True)) == [-1, 1, 1, 1]
    assert page.get(at("say", found.code, 9)).status_code == 404
    assert Client().get(at("say", found.code, 1)).status_code == 302


def test_hostile_words_stay_words_and_wait(town):
    found, page = opened(town), sign_in(Client(), town.resident())
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    sent = page.post(at("propose_statement", found.code), {"text": hostile, "language": "be"})
    assert sent.url == at("discussion", found.code)
    moderator = sign_in(Client(), town.moderator, AccessMode.STRICT, town.council.pk)
    shown = moderator.get(at("desk_discussion", found.code)).text
    assert "<script>alert" not in shown
    assert hostile not in Client().get(at("discussion", found.code)).text
    answer = moderator.post(at("decline_statement", found.code, 5), {"ground": "insult"})
    assert answer.url == at("desk_discussion", found.code)
    assert moderator.post(at("admit_statement", found.code, 5)).status_code == 404


def test_the_body_opens_moderates_and_concludes_and_a_stranger_finds_nothing(town):
    desk = sign_in(Client(), town.organiser, AccessMode.STRICT, town.council.pk)
    last = timezone.localdate() + timedelta(days=14)
    typed = {
        "title": "Двор", "about": "Пра двор", "language": "be", "unit": town.unit.code, "statements": SEEDS,
        "closes_on_day": last.day, "closes_on_month": last.month, "closes_on_year": last.year, "draft": "",
    }  # fmt: skip
    wrong = desk.post(at("new_discussion"), {**typed, "statements": "Адно"})
    assert wrong.status_code == 422
    assert "#id_statements" in wrong.text
    assert desk.post(at("new_discussion"), typed).url == at("desk")
    found = Discussion.objects.get()
    assert desk.get(at("desk_discussion", found.code)).status_code == 200
    assert desk.get(at("desk")).status_code == 200
    Discussion.objects.update(
        opens_on=timezone.localdate() - timedelta(days=20),
        closes_on=timezone.localdate() - timedelta(days=1),
    )
    done = desk.post(at("conclude", found.code), {"conclusion": "Пачулі."})
    assert done.url == at("discussion", found.code)
    assert "Пачулі." in Client().get(done.url).text
    other = sign_in(
        Client(), official(may.PREPARE, may.MODERATE, body_id=town.union.pk), AccessMode.STRICT, town.union.pk
    )  # fmt: skip
    for name in ("desk_discussion", "conclude"):
        assert other.get(at(name, found.code)).status_code == 404
