"""Step 1 by questions: where each answer leads, in the pack and on the pages."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.classifier import Answer, Classifier, Question, walk, what_is_wrong
from ratusha.measures.law import law
from ratusha.measures.models import Classification
from ratusha.measures.services.begin import classify_by_questions

MADE = [("secrets", "no"), ("contract", "no"), ("change", "made")]
SYSTEM = [*MADE, ("result", "system"), ("users", "no")]
ENDS = {
    (("secrets", "yes"),): "state_secrets",
    (("secrets", "no"), ("contract", "yes")): "continuing",
    (*MADE[:2], ("change", "devices")): "office_equipment",
    (*MADE[:2], ("change", "nothing")): "running_costs",
    (*MADE[:2], ("change", "bought")): "minor",
    (*MADE, ("result", "data")): "resource",
    (*MADE, ("result", "service")): "service",
    (*MADE, ("result", "network")): "infrastructure",
    (*MADE, ("result", "protection")): "security",
    (*MADE, ("result", "system"), ("users", "yes")): "platform",
    tuple(SYSTEM): "system",
}


@pytest.mark.parametrize("way", ENDS)
def test_answers_lead_to_a_kind_or_an_exception_and_say_why(way):
    walked = walk(law().classifier, way)
    assert ENDS[way] in {walked.end.kind, walked.end.exception}
    assert walked.end.reason()


def test_every_kind_and_every_exception_of_the_list_can_be_reached():
    listed = {one.code for one in [*law().kinds, *law().exceptions]}
    assert set(ENDS.values()) == listed


def test_the_tree_of_the_pack_is_whole_and_a_sample():
    kinds = {one.code for one in law().kinds}
    exceptions = {one.code for one in law().exceptions}
    assert list(what_is_wrong(law().classifier, kinds, exceptions)) == []
    assert law().classifier.source.confidence == "sample"


@pytest.mark.parametrize(
    "answer",
    [
        {}, {"to": "nowhere"}, {"to": "one"}, {"kind": "boat", "why": {"en": "x"}}, {"kind": "system"},
        {"exception": "boat", "why": {"en": "x"}}, {"kind": "system", "exception": "minor", "why": {"en": "x"}},
    ],
)  # fmt: skip
def test_a_tree_that_leads_astray_is_told(answer):
    asked = Question("one", {"en": "?"}, [Answer("a", {"en": "a"}, **answer)])
    tree = Classifier(law().classifier.source, [asked])
    assert list(what_is_wrong(tree, {"system"}, {"minor"}))


def test_an_answer_that_is_no_part_of_the_way_is_left_out():
    walked = walk(law().classifier, [("users", "yes"), ("secrets", "no"), ("contract", "maybe")])
    assert (walked.way, walked.waits.code, walked.end) == ([("secrets", "no")], "contract", None)


def test_the_answers_stay_as_the_classification_sheet(state):
    case = state.proposed()
    with pytest.raises(RuleBroken, match="questions_open"):
        classify_by_questions(case.pk, way=MADE, by=state.initiator, now=state.now)
    with pytest.raises(NotPermitted):
        classify_by_questions(case.pk, way=SYSTEM, by=state.manager, now=state.now)
    classify_by_questions(case.pk, way=SYSTEM, by=state.initiator, now=state.now)
    sheet = Classification.objects.get(pk=case.pk)
    assert (sheet.kind, sheet.exception) == ("system", "")
    assert sheet.answers == [list(one) for one in SYSTEM]
    assert len(sheet.reasons.splitlines()) == len(SYSTEM)
    other = state.proposed()
    way = [("secrets", "yes")]
    classify_by_questions(other.pk, way=way, by=state.initiator, now=state.now)
    assert Classification.objects.get(pk=other.pk).exception == "state_secrets"


def test_questions_are_asked_one_a_page_and_the_end_is_confirmed(state):
    case = state.proposed()
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    at = reverse("measures:questions", args=[case.reference])
    first = law().classifier.questions[0]
    assert first.said() in page.get(at).text
    gone = "&".join(f"a={question}.{code}" for question, code in SYSTEM)
    last = page.get(f"{at}?{gone}")
    assert walk(law().classifier, SYSTEM).end.reason() in last.text
    assert page.post(at).status_code == 422  # nothing is answered
    assert page.post(f"{at}?{gone}", {"reasons": "І яшчэ."}).status_code == 302
    told = page.get(reverse("measures:measure", args=[case.reference])).text
    assert "І яшчэ." in told
    assert page.get(at).status_code == 403
    manager = sign_in(Client(), state.manager, AccessMode.STRICT, state.ministry.pk)
    assert manager.get(at).status_code == 403
