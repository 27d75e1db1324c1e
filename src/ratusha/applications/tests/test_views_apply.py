"""Applying, page by page: stranger, error, success; how surely one is known."""

from urllib.parse import unquote

import pytest
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.models import Draft
from ratusha.cases.public import Case

from .state import BENEFIT, KINDERGARTEN, NEXT_DAY, NOW, TRADE
from .test_services_lodge import changed_since


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def alena(client, applying):
    return sign_in(client, applying().user)


def start(code: str) -> str:
    return reverse("applications:start", args=code.split("/"))


def page(draft, code: str) -> str:
    return reverse("applications:page", args=[draft.pk, code])


def check(draft) -> str:
    return reverse("applications:check", args=[draft.pk])


def test_a_stranger_is_sent_to_sign_in_and_back(client, applying):
    draft = applying().begun()
    for address in (start("U200/1.3.2"), page(draft, "facts"), check(draft)):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "/sign-in/" in answer["Location"]
        assert address in unquote(answer["Location"])


def test_a_draft_of_another_is_not_found(alena, applying):
    draft = applying(who="dzmitry").begun()
    for address in (
        page(draft, "facts"),
        check(draft),
        reverse("applications:discard", args=[draft.pk]),
    ):
        assert alena.get(address).status_code == 404
        assert alena.post(address).status_code == 404


def test_who_goes_back_after_lodging_comes_to_the_case(alena, applying):
    draft = applying().filled()
    alena.post(check(draft))
    case = Case.objects.get()
    for address in (page(draft, "purpose"), check(draft)):
        answer = alena.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == reverse("applications:case", args=[case.reference])


def test_a_strict_service_is_not_begun_with_a_password(client, applying):
    sign_in(client, applying().user, AccessMode.PASSWORD)
    answer = client.get(start(BENEFIT))
    assert answer["Location"].startswith("/be/account/sign-in/card/")
    assert not Draft.objects.exists()


def test_a_strict_draft_is_not_gone_on_with_through_a_password(client, applying):
    one = applying(BENEFIT)
    draft = one.filled()
    sign_in(client, one.user, AccessMode.PASSWORD)
    for address in (page(draft, "child"), check(draft)):
        assert client.get(address)["Location"].startswith("/be/account/sign-in/card/")
    assert client.post(check(draft))["Location"].startswith("/be/account/sign-in/card/")
    assert not Case.objects.exists()


def test_a_service_by_password_is_begun_with_a_password(client, applying):
    sign_in(client, applying().user, AccessMode.PASSWORD)
    assert client.get(start("U200/1.3.2")).status_code == 302
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("code", ["U200/1.1.1", "U200/99.99"])
def test_what_cannot_be_applied_for_here_is_not_found(alena, code):
    assert alena.get(start(code)).status_code == 404


def test_a_service_for_business_says_that_it_is_not_for_me(alena):
    answer = alena.get(start(TRADE))
    assert answer.status_code == 200
    assert not Draft.objects.exists()


def test_the_head_applies_for_the_organisation(client, applying):
    sign_in(client, applying(who="pavel").user)
    assert client.get(start(TRADE)).status_code == 302
    assert Draft.objects.get().applicant_id == applying().state.party("trader")


def test_what_the_state_knows_is_shown_with_its_source_and_not_asked(alena, applying):
    text = alena.get(page(applying().begun(), "facts")).text
    assert "вул. Прытыцкага" in text
    assert "Рэгістр насельніцтва" in text
    assert 'name="residence' not in text


def test_a_wrong_page_is_422_with_a_summary_and_the_words_kept(alena, applying):
    draft = applying(KINDERGARTEN).begun()
    answer = alena.post(page(draft, "wishes"), {"kindergarten": "№ 432", "wanted_from_day": "31"})
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert "№ 432" in answer.text
    again = alena.get(page(draft, "wishes"))
    assert "№ 432" in again.text


def test_a_question_that_appears_is_not_reproached(alena, applying):
    draft = applying().begun()
    answer = alena.post(page(draft, "purpose"), {"purpose": "other", "questions": "purpose"})
    assert answer.status_code == 200
    assert 'name="purpose_other"' in answer.text
    assert "error-summary" not in answer.text


def test_a_right_page_leads_to_the_next_and_at_last_to_the_number(alena, applying):
    draft = applying().begun()
    first = alena.post(page(draft, "facts"), {"questions": ""})
    assert first["Location"] == page(draft, "purpose")
    second = alena.post(page(draft, "purpose"), {"purpose": "bank", "questions": "purpose"})
    assert second["Location"] == check(draft)
    assert alena.get(check(draft)).status_code == 200
    lodged = alena.post(check(draft))
    case = Case.objects.get()
    assert lodged["Location"] == reverse("applications:case", args=[case.reference])
    assert alena.post(check(draft))["Location"] == lodged["Location"]
    assert Case.objects.count() == 1


def test_one_may_come_back_later(alena, applying):
    draft = applying().begun()
    answer = alena.post(page(draft, "facts"), {"questions": "", "later": "1"})
    assert answer["Location"] == reverse("portal:my_page")


def test_a_page_of_no_form_is_not_found(alena, applying):
    assert alena.get(page(applying().begun(), "nonsense")).status_code == 404


def test_rules_that_changed_lead_through_the_pages_again(alena, applying, time_machine):
    draft = applying().filled()
    newer = changed_since(draft.edition, NEXT_DAY.date())
    time_machine.move_to(NEXT_DAY, tick=False)
    sign_in(alena, applying().user)
    assert alena.post(check(draft))["Location"] == page(draft, "facts")
    draft.refresh_from_db()
    assert draft.edition == newer


def test_throwing_away_is_asked_first(alena, applying):
    draft = applying().begun()
    address = reverse("applications:discard", args=[draft.pk])
    assert alena.get(address).status_code == 200
    assert Draft.objects.exists()
    assert alena.post(address)["Location"] == reverse("portal:my_page")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_pages_keep_the_language_of_their_address(alena, applying, language):
    draft = applying().begun()
    answer = alena.get(page(draft, "facts").replace("/be/", f"/{language}/"))
    assert f'<html lang="{language}"' in answer.text


def test_a_page_costs_few_queries(alena, applying, django_assert_max_num_queries):
    draft = applying().filled()
    with django_assert_max_num_queries(16):
        alena.get(check(draft))
