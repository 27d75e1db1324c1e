"""Forged, replayed, bent and bloated requests."""

from urllib.parse import quote

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import translation

from ratusha.accounts.models import Session
from ratusha.accounts.public import set_password
from ratusha.applications.models import Draft
from ratusha.cases.public import Case, Message
from tests.architecture.test_pages import patterns

from .conftest import fresh
from .test_what_is_not_yours import address, things  # noqa: F401 - a fixture

PASSWORD = "Васілёк-у-жыце-26"
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "///evil.example",
    "javascript:alert(1)",
    "/be/\r\nSet-Cookie: visit=1",
    "http:evil.example",
    "\x00/be/",
    " //evil.example",
    "/%0d%0aX: 1/../" + "a" * 3000,
]
ODD = [
    "\x00",
    "A" * 5000,
    "..%2f..%2fetc",
    "' OR 1=1 --",
    "２０２６",
    "Ⅷ",
    "\u202e",
    "😀",
    "%s{0}{{7*7}}",
    "-1",
]


def pages_without_an_object():
    with translation.override("be"):
        return {
            name: reverse(name)
            for name, page in patterns(get_resolver())
            if "<" not in str(page.pattern)
        }


def test_no_form_is_taken_without_its_token(things, as_citizen):  # noqa: F811
    client = as_citizen("alena", enforce_csrf_checks=True)
    addresses = [address(name, theirs) for name, (theirs, _nowhere) in things.items()]
    addresses += pages_without_an_object().values()
    for path in addresses:
        assert client.post(path, {"sure": "1"}).status_code == 403, path


def test_a_form_from_another_site_is_not_taken(as_citizen, applying):
    case = applying().lodged()
    client = as_citizen("alena", enforce_csrf_checks=True)
    path = address("applications:withdraw", [case.reference])
    client.get(path)
    token = client.cookies["csrf"].value
    sent = {"sure": "1", "csrfmiddlewaretoken": token}
    answer = client.post(path, sent, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert Case.objects.get(pk=case.pk).status == "lodged"


@pytest.mark.parametrize("wanted", ELSEWHERE)
@pytest.mark.usefixtures("state")
def test_nobody_is_sent_elsewhere_after_signing_in(state, wanted):
    alena = state.protagonists.people["alena"].personal_number
    set_password(fresh(state.citizens["alena"]), alena, PASSWORD)
    words = {"login": alena, "password": PASSWORD, "next": wanted}
    answer = Client().post(address("accounts:sign_in_password", []), words)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/be/"), answer["Location"]
    assert "evil" not in answer["Location"]


def test_a_key_planted_before_signing_in_is_worth_nothing(state):
    alena = state.protagonists.people["alena"].personal_number
    set_password(fresh(state.citizens["alena"]), alena, PASSWORD)
    client = Client()
    client.get(address("portal:home", []))
    session = client.session
    session["planted"] = "1"
    session.save()
    client.cookies["visit"] = planted = session.session_key
    client.post(address("accounts:sign_in_password", []), {"login": alena, "password": PASSWORD})
    assert client.cookies["visit"].value != planted
    thief = Client()
    thief.cookies["visit"] = planted
    assert "/account/sign-in/" in thief.get(address("portal:my_page", []))["Location"]


def test_signing_out_ends_the_visit_for_a_copied_key_as_well(as_citizen):
    client = as_citizen("alena")
    copied = client.cookies["visit"].value
    client.post(address("accounts:sign_out", []))
    thief = Client()
    thief.cookies["visit"] = copied
    assert "/account/sign-in/" in thief.get(address("portal:my_page", []))["Location"]
    assert not Session.objects.filter(pk=copied).exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "BREW"])
def test_no_other_method_does_anything(things, as_citizen, as_official, method):  # noqa: F811
    before = [(c.pk, c.status) for c in Case.objects.order_by("pk")], Draft.objects.count()
    for client in (as_citizen("alena"), as_official("clerk")):
        for name, (theirs, _nowhere) in things.items():
            answer = client.generic(method, address(name, theirs), b"sure=1&note=", "text/plain")
            assert answer.status_code < 500, (name, answer.status_code)
    assert before == (
        [(c.pk, c.status) for c in Case.objects.order_by("pk")],
        Draft.objects.count(),
    )


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_address_is_a_page_that_is_not_there(as_citizen, as_official, odd):
    for client in (as_citizen("alena"), as_official("clerk"), Client()):
        for path in (
            f"/be/cases/{quote(odd)}/",
            f"/be/desk/cases/{quote(odd)}/",
            f"/be/desk/requests/{quote(odd)}/",
            f"/be/documents/{quote(odd)}/",
            f"/be/verify/{quote(odd)}/",
            f"/be/services/U200/{quote(odd)}/",
            f"/be/services/{quote(odd)}/1.1/",
            f"/be/services/{quote(odd)}/chapters/99999999999999999999/",
            f"/be/apply/{quote(odd)}/{quote(odd)}/",
            f"/be/life/{quote(odd)}/",
            f"/be/notifications/letters/stop/{quote(odd)}/",
            f"/be/account/settings/email/{quote(odd)}/",
        ):
            assert client.get(path).status_code in {404, 302, 400, 410}, path


@pytest.mark.parametrize("odd", [*ODD, "а" * 100_000, "<script>alert(1)</script>"])
def test_odd_words_in_a_query_break_nothing(as_citizen, as_official, odd):
    citizen, clerk = as_citizen("alena"), as_official("clerk")
    for client, path, name in (
        (citizen, "/be/search/", "q"),
        (citizen, "/be/search/", "who"),
        (citizen, "/be/services/", "for"),
        (citizen, "/be/services/U200/1.3.2/", "place"),
        (citizen, "/be/services/U200/1.3.2/", "code"),
        (citizen, "/be/my/", "page"),
        (citizen, "/be/my-data/journal/", "case"),
        (citizen, "/be/my-data/journal/", "page"),
        (citizen, "/be/notifications/", "case"),
        (citizen, "/be/notifications/", "page"),
        (clerk, "/be/desk/", "q"),
        (clerk, "/be/desk/", "show"),
        (clerk, "/be/desk/", "page"),
        (clerk, "/be/desk/requests/", "show"),
        (citizen, "/be/account/sign-in/", "next"),
    ):
        answer = client.get(path, {name: odd})
        assert answer.status_code < 500, (path, name)
        assert b"<script>alert" not in answer.content, (path, name)


def test_what_is_typed_is_cleaned_and_bounded(applying, as_citizen):
    case = applying().lodged()
    client = as_citizen("alena")
    path = address("applications:message", [case.reference])
    assert client.post(path, {"text": "x" * 5001}).status_code == 422
    assert client.post(path, {"text": "\x00\x1b\u202e"}).status_code == 422
    assert client.post(path, {"text": "Дом\x00 № 5\x1b[31m\u202e"}).status_code == 302
    assert Message.objects.get().text == "Дом № 5[31m"
    assert client.post(path, {"text": "<img src=x onerror=alert(1)>"}).status_code == 302
    shown = client.get(address("applications:case", [case.reference])).content.decode()
    assert "<img src=x" not in shown


def test_letters_of_two_alphabets_in_one_word_are_pointed_out(as_citizen, applying):
    draft = applying("CM156/9.10", "pavel", of="trader").begun()
    client = as_citizen("pavel")
    path = address("applications:page", [draft.pk, "object"])
    words = {"object_kind": "shop", "object_name": "Мaрчанка", "trade_area": "x"}  # a Latin a
    answer = client.post(path, words)
    assert answer.status_code == 422
    assert "Марчанка" in answer.content.decode()


def test_a_body_that_is_too_large_is_refused_before_it_is_read(as_citizen, applying):
    case = applying().lodged()
    client = as_citizen("alena")
    path = address("applications:message", [case.reference])
    assert client.post(path, {"text": "x" * 3_000_000}).status_code in {400, 413}
    assert client.post(path, {f"f{n}": "1" for n in range(600)}).status_code in {400, 413}


def test_a_lodged_draft_sent_again_gives_the_same_case(applying, as_citizen):
    draft = applying().filled()
    client = as_citizen("alena")
    path = address("applications:check", [draft.pk])
    first, second = client.post(path), client.post(path)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_a_draft_that_was_lodged_cannot_be_changed_by_an_old_form(applying, as_citizen):
    draft = applying().filled()
    client = as_citizen("alena")
    client.post(address("applications:check", [draft.pk]))
    page = address("applications:page", [draft.pk, "purpose"])
    assert client.post(page, {"purpose": "court"}).status_code == 404
    assert client.post(address("applications:discard", [draft.pk])).status_code == 404
    assert Case.objects.count() == 1


def test_a_decision_sent_again_is_not_made_again(applying, as_official):
    case = applying().accepted()
    clerk = as_official("clerk")
    path = address("applications:desk_grant", [case.reference])
    assert clerk.post(path, {"note": ""}).status_code == 302
    assert clerk.post(path, {"note": ""}).status_code == 422


APPEND_ONLY = (
    "audit_entry",
    "audit_seal",
    "exchange_accessrecord",
    "registers_residence",
)


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "words",
    [
        "DELETE FROM {}",
        "TRUNCATE {}",
        "UPDATE {} SET {column} = NULL",
        "DROP TABLE {}",
        "ALTER TABLE {} DISABLE TRIGGER ALL",
    ],
)
def test_the_application_cannot_change_what_is_only_added(table, words):
    """With its own role in the database, as the pages and the worker have it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_name = %s AND is_identity = 'NO'",
            [table],
        )
        column = cursor.fetchone()[0]
        cursor.execute("SET ROLE ratusha_app")
        with (
            pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
            transaction.atomic(),
        ):
            cursor.execute(words.format(table, column=column))
        cursor.execute("RESET ROLE")
