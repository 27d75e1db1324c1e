"""Ratings on the database: given once, changed for a while, judged by a person, replied to, erased with their case."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import UserFactory
from ratusha.audit.models import Entry
from ratusha.cases.events import CaseRated
from ratusha.cases.models import Rating
from ratusha.issues.services import dispatch
from ratusha.kernel.errors import Conflict, DomainError, NotPermitted
from ratusha.ratings.models import Earlier, Given, Judgement, Organisation, Signal
from ratusha.ratings.queries import finished_of, picture_of, ranking, released_of
from ratusha.ratings.rules import Judged, Sign
from ratusha.ratings.services.give import Marks, give, hear_rating, mark_of
from ratusha.ratings.services.judge import (
    decide_signal,
    hide_words,
    release_words,
    restore,
    set_aside,
)
from ratusha.ratings.services.look import look_for_signs
from ratusha.ratings.services.reply import reply

from .conftest import BAD, GOOD


def test_the_organisation_that_mended_is_rated_not_the_dispatcher(opinions):
    given = opinions.rated()
    assert given.organisation.party_id == opinions.town.utility.pk
    assert given.organisation.code == "utility"
    assert Rating.objects.get(case=given.case_id).four_marks == (5, 5, 4, 5)


def test_a_rating_heard_of_twice_is_one(opinions):
    given = opinions.rated()
    event = CaseRated(
        case_id=given.case_id, kind="issue", body_id=opinions.town.hall.pk, at=opinions.town.now
    )
    hear_rating(event)
    hear_rating(event)
    assert Given.objects.count() == 1


def test_who_holds_the_code_of_an_issue_rates_it(opinions):
    town = opinions.town
    lodged = town.lodged()
    town_case = _mended(opinions, lodged.case)
    given = give(
        town_case.pk, Marks(scores=dict(GOOD)), by=None, code=lodged.code, now=town.later()
    )
    assert given.case_id == town_case.pk


@pytest.mark.parametrize("code", ["", "AAAA-BBBB-CCCC-DDDD-EEEE"])
def test_without_the_code_nobody_rates_for_a_stranger(opinions, code):
    case = _mended(opinions, opinions.town.lodged().case)
    with pytest.raises(NotPermitted):
        give(case.pk, Marks(scores=dict(GOOD)), by=None, code=code, now=opinions.town.later())


def test_another_person_does_not_rate_my_case(opinions):
    case = opinions.finished(UserFactory())
    with pytest.raises(NotPermitted):
        give(case.pk, Marks(scores=dict(GOOD)), by=UserFactory(), now=opinions.town.later())


def test_what_is_not_finished_is_not_rated(opinions):
    user = UserFactory()
    opinions.town.neighbour = user
    case = opinions.town.assigned()
    with pytest.raises(DomainError):
        give(case.pk, Marks(scores=dict(GOOD)), by=user, now=opinions.town.later())


def test_a_changed_rating_is_one_rating_and_its_earlier_marks_stay(opinions):
    user = UserFactory()
    given = opinions.rated(user=user, words="Усё добра зрабілі")
    release_words(given.pk, text="Усё добра", by=opinions.overseer, now=opinions.town.later())
    give(given.pk, Marks(scores=dict(BAD)), by=user, now=opinions.town.later())
    assert Rating.objects.get().four_marks == (1, 2, 1, 1)
    assert Earlier.objects.get().marks == [5, 5, 4, 5]
    again = Given.objects.get()
    assert (again.public_words, again.looked_at) == ("", None)


def test_after_two_weeks_the_marks_stay_as_they_are(opinions):
    user = UserFactory()
    given = opinions.rated(user=user)
    with pytest.raises(Conflict):
        give(given.pk, Marks(scores=dict(BAD)), by=user, now=opinions.town.later(days=20))
    assert Rating.objects.get().four_marks == (5, 5, 4, 5)


def test_four_ratings_are_not_enough_and_five_are(opinions):
    opinions.many(GOOD, 4)
    organisation = Organisation.objects.get()
    assert picture_of(organisation).belief is None
    assert ranking().lines == []
    opinions.rated(BAD)
    assert picture_of(organisation).belief is None  # the quarter is not over
    opinions.quarter_over()
    picture = picture_of(organisation)
    assert picture.belief is not None
    assert picture.count == picture.finished == 5
    assert 1 < picture.belief.low < picture.belief.mean < picture.belief.high < 5


def test_coverage_counts_finished_cases_that_nobody_has_rated(opinions):
    given = opinions.rated()
    opinions.finished(UserFactory())
    opinions.town.assigned()
    assert finished_of(given.organisation) == 2


def test_words_are_read_by_everybody_only_when_released_and_as_they_were_left(opinions):
    given = opinions.rated(words="Дзякуй Івану Пятровічу, тэлефон 29 111-11-11")
    assert not released_of(given.organisation)
    release_words(given.pk, text="Дзякуй майстру", by=opinions.overseer, now=opinions.town.later())
    assert [one.public_words for one in released_of(given.organisation)] == ["Дзякуй майстру"]
    hide_words(given.pk, reason="Асабістыя даныя", by=opinions.overseer, now=opinions.town.later())
    assert not released_of(given.organisation)
    assert Rating.objects.get().set_aside_at is None  # the marks count on


def test_set_aside_does_not_count_and_leaves_a_trace_with_the_reason(opinions):
    opinions.many(GOOD, 5)
    bad = opinions.rated(BAD)
    set_aside(
        bad.pk, reason="Памылкова пра іншы дом", by=opinions.overseer, now=opinions.town.later()
    )
    judged = Judgement.objects.first()
    assert (judged.what, judged.reason, judged.by) == (
        Judged.SET_ASIDE, "Памылкова пра іншы дом", opinions.overseer,
    )  # fmt: skip
    assert Entry.objects.filter(action="ratings.set_aside").exists()
    restore(
        bad.pk, reason="Праверана: дом той самы", by=opinions.overseer, now=opinions.town.later()
    )
    set_aside(bad.pk, reason="Усё ж іншы", by=opinions.overseer, now=opinions.town.later())
    opinions.quarter_over()
    assert picture_of(bad.organisation).count == 5


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_set_aside_without_a_reason(opinions, reason):
    given = opinions.rated()
    with pytest.raises(DomainError):
        set_aside(given.pk, reason=reason, by=opinions.overseer, now=opinions.town.later())


def test_only_the_overseer_judges(opinions):
    given = opinions.rated(words="Пра ўсё гэта")
    assert opinions.overseer_body
    for somebody in (opinions.clerk, opinions.town.master, UserFactory()):
        with pytest.raises(NotPermitted):
            set_aside(given.pk, reason="Так", by=somebody, now=opinions.town.later())


def test_who_acts_for_the_organisation_does_not_judge_its_ratings(opinions):
    given = opinions.rated()
    organisation = given.organisation
    Organisation.objects.filter(pk=organisation.pk).update(party_id=opinions.overseer_body.pk)
    with pytest.raises(NotPermitted):
        set_aside(given.pk, reason="Так", by=opinions.overseer, now=opinions.town.later())


def test_what_was_decided_is_not_rewritten_in_the_database(opinions):
    given = opinions.rated()
    set_aside(given.pk, reason="Так", by=opinions.overseer, now=opinions.town.later())
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.update(reason="Інакш")


def test_the_organisation_replies_once(opinions):
    given = opinions.rated()
    reply(given.pk, text="Дзякуй за адзнаку.", by=opinions.clerk, now=opinions.town.later())
    with pytest.raises(Conflict):
        reply(given.pk, text="Яшчэ раз.", by=opinions.clerk, now=opinions.town.later())
    with pytest.raises(NotPermitted):
        reply(given.pk, text="Ад сябе.", by=opinions.town.dispatcher, now=opinions.town.later())


# ---- signs ----
def signs():
    return {one.sign: one for one in Signal.objects.all()}


def test_many_accounts_from_one_address_are_shown_and_none_is_set_aside(opinions):
    opinions.many(BAD, 5, network="203.0.113.7/32")
    assert look_for_signs(opinions.town.later()) == 1
    assert signs()[Sign.NETWORK].facts == {"many": 5}
    assert signs()[Sign.NETWORK].ratings.count() == 5
    assert Given.objects.counted().count() == 5
    assert look_for_signs(opinions.town.later()) == 0  # told once


def test_the_address_itself_is_nowhere_and_its_fingerprint_ends(opinions):
    given = opinions.rated(network="203.0.113.7/32")
    assert "203" not in Given.objects.get().network
    look_for_signs(opinions.town.later(days=31))
    given.refresh_from_db()
    assert given.network == ""


def test_the_same_words_are_shown_whatever_their_signs(opinions):
    for words in (
        "Самая лепшая арганізацыя!",
        "самая лепшая  арганізацыя",
        "САМАЯ лепшая арганізацыя.",
    ):
        opinions.rated(words=words)
    look_for_signs(opinions.town.later())
    assert set(signs()) == {Sign.WORDS}
    assert mark_of("Дзякуй") == ""


def test_an_official_who_rates_their_own_organisation_is_shown(opinions):
    opinions.rated(user=_with_party(opinions))
    look_for_signs(opinions.town.later())
    assert set(signs()) == {Sign.OWN}


def test_a_burst_is_shown(opinions):
    for _one in range(8):
        given = opinions.rated()
    Given.objects.update(on=given.on)
    look_for_signs(opinions.town.later())
    assert set(signs()) == {Sign.BURST}


def test_a_person_decides_about_a_sign_with_a_reason(opinions):
    opinions.many(BAD, 5, network="203.0.113.7/32")
    look_for_signs(opinions.town.later())
    signal = Signal.objects.get()
    with pytest.raises(DomainError):
        decide_signal(
            signal.pk,
            set_aside_all=True,
            reason=" ",
            by=opinions.overseer,
            now=opinions.town.later(),
        )
    decided = decide_signal(
        signal.pk,
        set_aside_all=True,
        reason="Адна кватэра",
        by=opinions.overseer,
        now=opinions.town.later(),
    )
    assert decided.set_aside == 5
    assert Judgement.objects.filter(reason="Адна кватэра").count() == 5
    with pytest.raises(Conflict):
        decide_signal(
            signal.pk,
            set_aside_all=False,
            reason="Не",
            by=opinions.overseer,
            now=opinions.town.later(),
        )


def _mended(opinions, case):
    town = opinions.town
    dispatch.assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=town.later())
    return dispatch.finish(case.pk, text="Зроблена.", by=town.master, now=town.later())


def _with_party(opinions):
    user = opinions.clerk
    user.party_id = uuid4()
    user.save()
    return user


def test_the_last_day_is_counted_from_the_end_of_a_case_that_was_opened_again(opinions):
    user = UserFactory()
    given = opinions.rated(user=user)
    given.case.closed_on += timedelta(days=20)
    given.case.save()
    give(given.pk, Marks(scores=dict(BAD)), by=user, now=opinions.town.later(days=25))
    assert Rating.objects.get().four_marks == (1, 2, 1, 1)
