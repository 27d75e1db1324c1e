"""What the platform offers: enough of it, nothing invented, every link of it answers."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone

from ratusha.self_assessment import facts
from ratusha.self_assessment.facts.known import known
from ratusha.self_assessment.offers import leads, offers, provider, providers
from ratusha.self_assessment.questionnaire import newest
from ratusha.self_assessment.rules import require_shape

LEAST = 40


@pytest.fixture
def offered(state):  # noqa: ARG001 - the loaded pack, officials and bodies
    return list(offers(timezone.localdate()))


def test_at_least_forty_questions_are_offered_an_answer(offered):
    assert len({one.question for one in offered}) >= LEAST


def test_every_offer_has_its_source_its_day_and_a_shape_that_can_be_kept(offered):
    for one in offered:
        assert one.source
        assert one.as_of == timezone.localdate()
        assert one.given
        require_shape(newest().by_number[one.question], one.given)


def test_every_link_of_every_offer_is_of_this_site_and_answers(offered, client):
    links = {link for one in offered for link in one.given.links}
    assert len(links) >= LEAST
    for link in sorted(links):
        assert link.startswith(f"{settings.SITE_ADDRESS}/"), link
        assert leads(link), link
        answer = client.get(urlsplit(link).path)
        assert answer.status_code == 200, link


def test_every_detail_that_is_offered_has_a_link(offered):
    form = newest().by_number
    assert all(o.given.links for o in offered if form[o.question].needs_evidence)


def test_the_page_of_every_fact_answers(offered, client):
    for code in {one.fact for one in offered}:
        assert client.get(f"/en/steering/self-assessment/facts/{code}/").status_code == 200


def test_consent_and_persons_are_never_offered(offered):
    form = newest()
    numbers = {one.question for one in offered}
    assert form.consent not in numbers
    assert not [n for n in numbers if form.by_number[n].personal]


def test_a_fact_says_what_it_answers_and_answers_nothing_else(offered):
    for one in offered:
        assert one.question in provider(one.fact).questions
    assert {one.code for one in facts.own()} <= {one.code for one in providers()}


def test_a_yes_about_the_law_stands_on_an_act_of_the_pack(offered):
    by_act = {number for act in known().acts for number in act.questions}
    section = newest().section("C").numbers()
    said = {one.question for one in offered if one.given.choice and one.question in section}
    assert said == by_act == set(range(36, 56, 2))


def test_an_unknown_fact_and_an_unknown_act_are_not_there(client, db):  # noqa: ARG001
    assert client.get("/be/steering/self-assessment/facts/nothing/").status_code == 404
    assert client.get("/be/steering/self-assessment/acts/nothing/").status_code == 404
