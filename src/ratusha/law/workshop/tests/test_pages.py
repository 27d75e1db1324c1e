"""The pages of the workshop: strangers find nothing, mistakes are explained, a row goes into force."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.law.workshop import services
from ratusha.law.workshop.models import RowDraft
from ratusha.law.workshop.rules import State
from ratusha.procedures.public import edition_in_force

from .test_reading import ROW
from .test_services import CODE

HOME = "law:workshop"


@pytest.fixture
def office(state):
    return state.bodies["law_reviewer"].pk


@pytest.fixture
def lawyer(state, office, client):
    return sign_in(client, state.officials["law_reviewer"], acting=office)


@pytest.fixture
def draft(state, office, db):  # noqa: ARG001 - in the transaction of the test
    (one,) = services.take_in(
        ROW.encode(), by=state.officials["law_reviewer"], body_id=office, now=timezone.now()
    )
    return one


def address(name, draft):
    return reverse(f"law:workshop_{name}", args=[draft.pk])


def day_of(day):
    return {
        "valid_from_day": day.day,
        "valid_from_month": day.month,
        "valid_from_year": day.year,
    }


def reviewed(draft, state):
    by, now = state.officials["law_reviewer"], timezone.now()
    services.settle(draft, [fact["key"] for fact in draft.facts], {}, by=by, now=now)
    return services.review(draft, by=by, now=now)


def test_an_official_without_the_permission_finds_no_workshop(client, draft, office):
    sign_in(client, official("cases.see", body_id=office), acting=office)
    assert client.get(reverse(HOME)).status_code == 404
    assert client.get(address("draft", draft)).status_code == 404
    for act in ("settle", "write", "try_out", "review", "publish"):
        assert client.post(address(act, draft)).status_code == 404


def test_a_lawyer_of_another_body_does_not_reach_the_draft(client, state, draft):
    other = state.bodies["clerk"].pk
    sign_in(client, official("law.compile", "law.publish", body_id=other), acting=other)
    assert client.get(reverse(HOME)).status_code == 200
    assert client.get(address("draft", draft)).status_code == 404
    assert client.post(address("publish", draft)).status_code == 404


def test_nothing_pasted_is_explained(lawyer):
    answer = lawyer.post(reverse(HOME), {"text": ""})
    assert answer.status_code == 422
    assert "Устаўце радок табліцы" in answer.content.decode()


def test_words_without_a_table_come_back(lawyer):
    answer = lawyer.post(reverse(HOME), {"text": "Проста словы"})
    assert answer.status_code == 422
    assert "Проста словы" in answer.content.decode()
    assert not RowDraft.objects.exists()


def test_a_pasted_row_leads_to_its_page(lawyer):
    answer = lawyer.post(reverse(HOME), {"text": ROW}, follow=True)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert CODE in shown
    assert "5 дней со дня обращения" in shown
    assert "base: 5 days" in shown


def test_a_file_with_two_rows_makes_two_drafts(lawyer):
    table = (
        "номер;наименование;срок;плата\n"
        "2.27;Выдача справки о неполучении пенсии;5 дней;бесплатно\n"
        "2.24;Выдача справки о необеспеченности путевкой;5 дней;бесплатно\n"
    )
    file = SimpleUploadedFile("table.csv", table.encode(), "text/csv")
    answer = lawyer.post(reverse(HOME), {"text": "", "file": file})
    assert answer.status_code == 302
    assert set(RowDraft.objects.values_list("code", flat=True)) == {"U200/2.27", "U200/2.24"}


def test_checked_phrases_are_settled_and_the_rest_stays_open(lawyer, draft):
    key = draft.facts[0]["key"]
    assert lawyer.post(address("settle", draft), {"right": [key]}).status_code == 302
    shown = lawyer.get(address("draft", draft)).content.decode()
    assert f'value="{key}"' not in shown
    assert f'value="{draft.facts[1]["key"]}"' in shown


def test_a_definition_with_a_mistake_is_saved_and_its_line_is_told(lawyer, draft):
    text = draft.text.replace("base: 5 days", "base: five days")
    lawyer.post(address("write", draft), {"text": text})
    line = text.splitlines().index("  base: five days") + 1
    shown = lawyer.get(address("draft", draft)).content.decode()
    assert f'<td class="num">{line}</td>' in shown
    assert lawyer.post(address("review", draft)).status_code == 422
    assert lawyer.post(address("try_out", draft)).status_code == 422


def test_an_empty_definition_is_refused(lawyer, draft):
    assert lawyer.post(address("write", draft), {"text": ""}).status_code == 422


def test_the_scenarios_are_tried_with_a_button(lawyer, draft):
    answer = lawyer.post(address("try_out", draft))
    assert answer.status_code == 200
    assert "Нішто не перашкаджае" in answer.content.decode()


def test_the_reviewer_is_shown_no_button_to_publish_and_is_refused(lawyer, state, draft):
    reviewed(draft, state)
    shown = lawyer.get(address("draft", draft)).content.decode()
    assert address("publish", draft) not in shown
    today = timezone.localdate()
    answer = lawyer.post(address("publish", draft), day_of(today))
    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.state == State.REVIEWED


def test_another_lawyer_publishes(client, state, office, draft):
    reviewed(draft, state)
    sign_in(client, state.officials["law_publisher"], acting=office)
    assert address("publish", draft) in client.get(address("draft", draft)).content.decode()
    assert client.post(address("publish", draft), {"valid_from_day": "x"}).status_code == 422
    today = timezone.localdate()
    assert client.post(address("publish", draft), day_of(today)).status_code == 302
    assert edition_in_force(CODE, today).by_act
    shown = client.get(address("draft", draft)).content.decode()
    assert address("write", draft) not in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [("be", "Хто звяртаецца"), ("ru", "Кто обращается"), ("en", "Who applies")],
)
def test_the_form_is_previewed_in_three_languages(lawyer, draft, language, words):
    shown = lawyer.get(reverse("law:workshop_preview", args=[draft.pk, language]))
    assert shown.status_code == 200
    page = shown.content.decode()
    assert words in page
    assert f'<html lang="{language}"' in page
    assert 'name="details"' in page


def test_there_is_no_preview_in_another_language_or_of_a_broken_definition(lawyer, state, draft):
    assert lawyer.get(reverse("law:workshop_preview", args=[draft.pk, "de"])).status_code == 404
    services.write(draft, "code: x", by=state.officials["law_reviewer"], now=timezone.now())
    assert lawyer.get(reverse("law:workshop_preview", args=[draft.pk, "be"])).status_code == 404
    assert lawyer.get(address("draft", draft)).status_code == 200
