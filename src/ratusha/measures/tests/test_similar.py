"""Looking for what is similar among all: answered by the initiator, commented by the expert, kept with the versions."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.looking import similar_to
from ratusha.measures.models import (
    AutoReport,
    GramTable,
    PassportDraft,
    PassportVersion,
    Profile,
    SimilarComment,
)
from ratusha.measures.queries import findings_of
from ratusha.measures.services import aids, examine, passport
from ratusha.measures.services.erase import erase

from .conftest import POSITIVE, whole_passport


def twin(state, **duplicates):
    """A measure with the very passport of one that is submitted already."""
    first = state.submitted()
    case = state.routed()
    state.written(case, **whole_passport(), **duplicates)
    return first, case


def answered(first):
    row = {
        "system": f"Тое ж ({first.reference})",
        "answer": "different",
        "because": "Іншая вобласць.",
    }
    return {"answers": [row]}


def asked_again(case):
    return PassportDraft.objects.get(pk=case.pk).answers


def test_a_twin_is_found_and_holds_the_passport_back_until_it_is_answered(state):
    first, case = twin(state)
    found = similar_to(case, asked_again(case))
    assert [(one.key, one.score) for one in found] == [(first.reference, 1.0)]
    assert "D50" in [one.rule for one in findings_of(case, asked_again(case), state.now.date())]
    with pytest.raises(RuleBroken, match="passport_wrong"):
        passport.submit(case.pk, by=state.initiator, now=state.now)
    state.written(case, **{**whole_passport(), "duplicates": answered(first)})
    passport.submit(case.pk, by=state.initiator, now=state.now)
    report = AutoReport.objects.get(case=case)
    assert report.title == f"AUTO-{case.reference}-1"
    assert report.version == PassportVersion.objects.get(case=case)
    assert report.made_with == aids.VERSIONS
    assert report.similar[0]["factors"]["objects"] == 1.0


def test_an_expert_says_what_they_think_of_what_is_very_similar(state):
    first, case = twin(state)
    state.written(case, **{**whole_passport(), "duplicates": answered(first)})
    passport.submit(case.pk, by=state.initiator, now=state.now)
    examine.assign(case.pk, expert=state.experts[0].pk, by=state.manager, now=state.now)
    with pytest.raises(RuleBroken, match="similar_uncommented"):
        examine.opine(case.pk, **POSITIVE, by=state.expert, now=state.now)
    comments = {first.reference: "Пра іншую вобласць."}
    examine.opine(case.pk, **POSITIVE, comments=comments, by=state.expert, now=state.now)
    assert SimilarComment.objects.get().key == first.reference


def test_a_new_version_replaces_its_profile_and_an_erased_measure_leaves_none(state):
    case = state.submitted()
    before = bytes(GramTable.objects.get().counts)
    aids.remember(case, whole_passport())
    assert bytes(GramTable.objects.get().counts) == before
    assert (Profile.objects.count(), GramTable.objects.get().documents) == (1, 1)
    erase(case)
    table = GramTable.objects.get()
    assert (Profile.objects.count(), table.documents, any(bytes(table.counts))) == (0, 0, False)


def test_the_draft_is_checked_by_who_writes_it(state):
    case = state.routed()
    state.written(case)
    with pytest.raises(NotPermitted):
        aids.check(case.pk, by=state.manager, now=state.now)
    assert aids.check(case.pk, by=state.initiator, now=state.now).version is None


def test_the_page_shows_every_factor_and_what_could_not_be_computed(state):
    first, case = twin(state)
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    at = reverse("measures:checks", args=[case.reference])
    assert page.get(at).status_code == 200
    assert page.post(at).status_code == 302
    shown = page.get(at).text
    assert first.reference in shown
    assert "U03" in shown
    block = page.get(reverse("measures:block", args=[case.reference, "duplicates"])).text
    assert first.reference in block  # ready to be answered
    stranger = sign_in(Client(), state.member, AccessMode.STRICT, state.health.pk)
    assert stranger.post(at).status_code == 403
    expert = sign_in(Client(), state.expert, AccessMode.STRICT, state.experts[0].pk)
    assert expert.get(at).status_code == 404
