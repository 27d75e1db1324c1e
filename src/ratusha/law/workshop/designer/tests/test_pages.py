"""The pages of the designer: a section is a form over the same text, and mistakes are told at their section."""

import pytest
from django.urls import reverse
from django.utils import timezone

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.law.workshop import services
from ratusha.law.workshop.designer.forms import form_of
from ratusha.law.workshop.designer.sections import section
from ratusha.law.workshop.designer.text import plain
from ratusha.law.workshop.models import RowDraft
from ratusha.law.workshop.rules import Act
from ratusha.law.workshop.tests.test_reading import ROW


@pytest.fixture
def office(state):
    return state.bodies["law_reviewer"].pk


@pytest.fixture
def alena(state):
    return state.officials["law_reviewer"]


@pytest.fixture
def lawyer(alena, office, client):
    return sign_in(client, alena, acting=office)


@pytest.fixture
def draft(alena, office, db):  # noqa: ARG001 - in the transaction of the test
    (one,) = services.take_in(ROW.encode(), by=alena, body_id=office, now=timezone.now())
    return one


def address(draft, name="design", *place):
    return reverse(f"law:{name}", args=[draft.pk, *place])


def shown(draft, place):
    """What the form of a section would send if nothing were changed."""
    return form_of(section(place, plain(draft.text))).initial


def test_strangers_find_no_designer(client, draft, office):
    sign_in(client, official("cases.see", body_id=office), acting=office)
    assert client.get(address(draft)).status_code == 404
    assert client.get(address(draft, "design_section", "titles")).status_code == 404
    for act in ("design_more", "design_less", "design_earlier"):
        assert client.post(address(draft, act, "documents/0")).status_code == 404
    assert client.post(address(draft, "design_section", "titles"), {}).status_code == 404


@pytest.mark.usefixtures("lawyer")
def test_a_section_writes_the_text_and_leaves_a_mark(client, draft):
    sent = {
        **shown(draft, "titles"),
        "short-be": "Даведка",
        "short-ru": "Справка",
        "short-en": "Reference",
    }
    assert client.post(address(draft, "design_section", "titles"), sent).status_code == 302
    after = RowDraft.objects.get(pk=draft.pk)
    assert plain(after.text)["short"]["en"] == "Reference"
    assert after.text.startswith(draft.text.splitlines()[0])
    assert after.by_hand
    assert after.marks.filter(act=Act.WRITTEN).count() == 1


@pytest.mark.usefixtures("lawyer")
def test_a_missing_title_is_asked_for_at_its_field(client, draft):
    response = client.post(
        address(draft, "design_section", "titles"), {**shown(draft, "titles"), "title-be": ""}
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_title-be"' in page
    assert RowDraft.objects.get(pk=draft.pk).text == draft.text


def test_a_mistake_of_the_pack_check_is_told_at_its_section(client, lawyer, alena, draft):  # noqa: ARG001 - signed in
    services.write(
        draft, draft.text.replace("base: 5 days", "base: five days"), by=alena, now=timezone.now()
    )
    overview = client.get(address(draft)).content.decode()
    assert overview.count('class="tag late"') == 1
    assert "five days" in client.get(address(draft, "design_section", "term")).content.decode()
    assert (
        "five days" not in client.get(address(draft, "design_section", "titles")).content.decode()
    )


@pytest.mark.usefixtures("lawyer")
def test_a_page_with_a_question_is_made_and_seen_in_three_languages(client, draft):
    client.post(address(draft, "design_more", "form"))
    pages = plain(RowDraft.objects.get(pk=draft.pk).text)["form"]
    place = f"form/{len(pages) - 1}"
    client.post(address(draft, "design_more", f"{place}/fields"))
    sent = {
        "code": "why", "kind": "choice", "label-be": "Навошта?", "label-ru": "Зачем?", "label-en": "What for?",
        "hint-be": "", "hint-ru": "", "hint-en": "", "required": "yes", "when": "",
        "choices": "court | Суд | Суд | Court\nbank | Банк | Банк | Bank",
    }  # fmt: skip
    question = address(draft, "design_section", f"{place}/fields/0")
    assert client.post(question, sent).status_code == 302
    seen = client.get(question).content.decode()
    for language, words in (("be", "Навошта?"), ("ru", "Зачем?"), ("en", "What for?")):
        assert f'id="seen-{language}"' in seen
        assert f"<li>{words}" in seen


@pytest.mark.usefixtures("lawyer")
def test_what_is_added_can_be_taken_out(client, draft):
    before = len(plain(draft.text).get("documents", []))
    client.post(address(draft, "design_more", "documents"))
    assert len(plain(RowDraft.objects.get(pk=draft.pk).text)["documents"]) == before + 1
    client.post(address(draft, "design_less", f"documents/{before}"))
    assert plain(RowDraft.objects.get(pk=draft.pk).text) == plain(draft.text)


def test_a_text_that_cannot_be_read_says_so_and_shows_no_sections(client, lawyer, alena, draft):  # noqa: ARG001 - signed in
    services.write(draft, "code: [", by=alena, now=timezone.now())
    assert client.get(address(draft)).status_code == 200
    assert client.get(address(draft, "design_section", "titles")).status_code == 404


@pytest.mark.usefixtures("lawyer")
def test_the_keys_are_listed(client):
    assert client.get(reverse("law:workshop_keys")).content.decode().count("<kbd>") == 10
