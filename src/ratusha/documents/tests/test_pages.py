"""The pages: anybody may check, few may have."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.audit.models import Entry
from ratusha.documents import guessing
from ratusha.documents.models import Revocation, WrongCode
from ratusha.documents.public import DocumentRevoked, revoke
from ratusha.documents.rules import new_code, new_key, spaced
from ratusha.documents.seal import Keys
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.tests.factories import MandateFactory

from .conftest import BODY, HOLDER, NOW

pytestmark = pytest.mark.django_db
LANGUAGES = ["be", "ru", "en"]


@pytest.fixture
def document(issued, time_machine):
    time_machine.move_to(NOW)
    return issued()


def at(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


@pytest.mark.parametrize("language", LANGUAGES)
def test_anybody_sees_that_a_document_is_genuine(client, document, language):
    answer = client.get(at("documents:verified", document.key, language=language))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert document.number in text
    assert "К. А. У." in text
    assert "Кавалёва" not in text
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_a_typed_code_leads_to_its_page_however_it_was_typed(client, document):
    typed = f" {spaced(document.code).lower().replace('-', ' ')} "
    answer = client.post(at("documents:verify"), {"code": typed, "check_code": "1"}, follow=True)
    assert "Genuine" in answer.content.decode()


@pytest.mark.parametrize(
    "typed", ["", "abc", "0" * 11 + "Z", "<script>", "ы" * 12, "\x00" * 12, "1" * 500]
)
def test_a_wrong_code_keeps_the_words_and_says_what_is_wrong(client, typed):
    answer = client.post(at("documents:verify"), {"code": typed, "check_code": "1"})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert "<script>" not in answer.content.decode().replace("<script src", "")


@pytest.mark.parametrize(
    ("change", "word"),
    [(lambda c: c, "Genuine"), (lambda c: c[:-9] + b"x" + c[-8:], "Changed"), (lambda _: b"%PDF-1.7 x", "Unknown")],
)  # fmt: skip
def test_a_file_is_checked_by_its_bytes(client, document, change, word):
    content = change(bytes(document.content.body))
    file = SimpleUploadedFile("paper.pdf", content, "application/pdf")
    answer = client.post(at("documents:verify"), {"file": file, "check_file": "1"})
    assert f"<h1>{word}</h1>" in answer.content.decode()
    if word != "Genuine":
        assert document.number not in answer.content.decode()


def test_a_revoked_document_says_when_and_why_in_the_language_of_the_reason(client, document):
    revoke(document.pk, reason={"be": "Памылка ў даных"}, by=None, now=NOW)
    text = client.get(at("documents:verified", document.key)).content.decode()
    assert "<h1>Revoked</h1>" in text
    assert '<span lang="be">Памылка ў даных</span>' in text


def test_an_expired_document_says_so(client, issued):
    document = issued(valid_until=date(2020, 1, 1))
    assert "<h1>Expired</h1>" in client.get(at("documents:verified", document.key)).content.decode()


def test_codes_cannot_be_tried_out_without_end(client, document, monkeypatch):
    monkeypatch.setattr(guessing, "ALLOWED", 3)
    for _ in range(3):
        assert client.get(at("documents:verified", new_code())).status_code == 200
    assert client.get(at("documents:verified", document.code)).status_code == 429
    assert client.get(at("documents:verified", document.key)).status_code == 200
    assert client.get(at("documents:verified", new_key())).status_code == 200
    other = client.get(at("documents:verified", document.code), REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 200
    assert "127.0.0.1" not in WrongCode.objects.get().source


def test_slips_of_the_finger_do_not_count_as_guesses(client):
    wrong = new_code()
    wrong = wrong[:-1] + ("A" if wrong[-1] != "A" else "B")
    assert client.get(at("documents:verified", wrong)).status_code == 404
    assert not WrongCode.objects.exists()


def test_the_public_key_is_public(client, document):
    keys = Keys.from_pem([client.get("/.well-known/ratusha-seal.pem").content])
    assert document.key_id in keys.by_id


def test_only_reading_methods_reach_a_verdict(client, document):
    assert client.post(at("documents:verified", document.key)).status_code == 405
    assert client.head(at("documents:verified", document.key)).status_code == 200


def test_the_holder_gets_the_very_bytes_and_the_browser_runs_none_of_them(client, document):
    client.force_login(UserFactory(party_id=HOLDER))
    answer = client.get(at("documents:download", document.code))
    assert answer.content == bytes(document.content.body)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert not Entry.objects.filter(action="documents.read").exists()


def test_who_acts_for_an_organisation_gets_its_papers_while_the_mandate_lasts(
    client, issued, time_machine
):
    time_machine.move_to(NOW)
    mandate = MandateFactory(since=date(2026, 1, 1), until=date(2026, 11, 30))
    paper = issued(holder_id=mandate.organisation_id, holder_name="")
    assert paper.holder_short == paper.holder_name != ""
    client.force_login(UserFactory(party_id=mandate.person_id))
    assert client.get(at("documents:download", paper.code)).status_code == 200
    time_machine.move_to(datetime(2026, 12, 1, 9, tzinfo=UTC))
    client.force_login(UserFactory._meta.model.objects.get(party_id=mandate.person_id))
    assert client.get(at("documents:download", paper.code)).status_code == 404


def test_an_official_of_the_body_gets_it_and_leaves_a_trace(client, document):
    user = official("cases.see", body_id=BODY)
    client.force_login(user)
    assert client.get(at("documents:download", document.code)).status_code == 200
    trace = Entry.objects.get(action="documents.read")
    assert (trace.object_id, trace.by) == (document.number, user.pk)


@pytest.mark.parametrize(
    "stranger",
    [
        UserFactory,
        lambda: official("cases.see"),
        lambda: official("cases.accept", body_id=BODY),
        lambda: official("cases.see", body_id=BODY, until=date(2026, 1, 1)),
    ],
)
def test_to_everybody_else_there_is_no_such_document(client, document, stranger):
    client.force_login(stranger())
    assert client.get(at("documents:download", document.code)).status_code == 404


def test_a_document_is_not_handed_to_the_unknown(client, document):
    assert client.get(at("documents:download", document.code)).status_code == 302


def test_the_check_of_a_code_asks_the_database_little(
    client, document, django_assert_max_num_queries
):
    with django_assert_max_num_queries(2):
        client.get(at("documents:verified", document.code))


def test_an_appointed_official_revokes_with_a_reason_and_only_once(client, document, published):
    client.force_login(official("documents.revoke", body_id=BODY))
    address = at("documents:revoke", document.code)
    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": "A mistake in the data"}).status_code == 302
    assert [e.holder_id for e in published(DocumentRevoked)] == [HOLDER]
    again = client.post(address, {"reason": "Once more"})
    assert again.status_code == 422
    assert "already been revoked" in again.content.decode()
    text = client.get(at("documents:verified", document.key)).content.decode()
    assert "A mistake in the data" in text


@pytest.mark.parametrize(
    "stranger",
    [
        lambda: UserFactory(party_id=HOLDER),
        lambda: official("documents.revoke"),
        lambda: official("cases.see", body_id=BODY),
    ],
)
def test_nobody_else_can_revoke(client, document, stranger):
    user = stranger()
    client.force_login(user)
    assert client.post(at("documents:revoke", document.code), {"reason": "x"}).status_code == 404
    with pytest.raises(NotPermitted):
        revoke(document.pk, reason={"en": "x"}, by=user, now=NOW)
    assert not Revocation.objects.exists()
