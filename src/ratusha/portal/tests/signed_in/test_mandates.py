"""“Who may act for whom”: given with a code, accepted, narrowed, ended; nothing of it to a stranger."""

import re

import pytest
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.tests.state import NOW
from ratusha.parties.public import Mandate, MandateOffer


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


pytestmark = pytest.mark.django_db
PAGE = "portal:mandates"


def give(client, state, **other):
    ihar = state.protagonists.people["ihar"]
    return client.post(
        reverse("portal:give_mandate"),
        {
            "for_whom": "myself", "agent_number": ihar.personal_number, "agent_named": "Ігар Дудко",
            "procedures": "u200/1.3.2", "acts": ["prepare", "lodge"], **other,
        },
    )  # fmt: skip


def as_person(client, state, name, mode=AccessMode.STRICT):
    return sign_in(client, state.citizens[name], mode)


def test_given_with_a_code_accepted_and_ended(client, state):
    as_person(client, state, "jadviha")
    answer = give(client, state)
    assert answer.url == reverse(PAGE)
    code = re.search(r"\b\d{6}\b", client.get(reverse(PAGE)).content.decode())[0]
    assert code not in client.get(reverse(PAGE)).content.decode()
    offer = MandateOffer.objects.get(mandate=None)

    as_person(client, state, "ihar")
    address = reverse("portal:mandate_offer", args=[offer.pk])
    assert address in client.get(reverse(PAGE)).content.decode()
    wrong = client.post(address, {"code": "000000" if code != "000000" else "1", "agreed": "on"})
    assert wrong.status_code == 422
    assert client.post(address, {"code": code, "agreed": "on"}).status_code == 302
    mandate = Mandate.objects.get(principal_id=state.party("jadviha"))

    as_person(client, state, "jadviha", AccessMode.PASSWORD)
    ending = reverse("portal:revoke_mandate", args=[mandate.pk])
    assert client.get(ending).status_code == 200
    assert Mandate.objects.get(pk=mandate.pk).revoked_at is None
    assert client.post(ending).status_code == 302
    assert Mandate.objects.get(pk=mandate.pk).revoked_at == NOW


@pytest.mark.parametrize(
    "wrong",
    [
        {"agent_number": "123"},
        {"procedures": "U200/999.9"},
        {"procedures": ""},
        {"acts": []},
        {"for_whom": "o:0197b0a0-0000-7000-8000-000000000000"},
        {"until_day": "1", "until_month": "1", "until_year": "2020"},
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_is_offered(client, state, wrong):
    as_person(client, state, "jadviha")
    before = MandateOffer.objects.count()
    assert give(client, state, **wrong).status_code == 422
    assert MandateOffer.objects.count() == before


def test_giving_and_accepting_needs_a_strictly_known_person(client, state):
    as_person(client, state, "jadviha", AccessMode.PASSWORD)
    assert "/sign-in/card/" in client.get(reverse("portal:give_mandate"))["Location"]


def test_an_offer_or_mandate_of_others_is_not_found(client, state):
    as_person(client, state, "jadviha")
    give(client, state)
    offer = MandateOffer.objects.get(mandate=None)
    company = Mandate.objects.get(person_id=state.party("ihar"))
    as_person(client, state, "pavel")
    for address in (
        reverse("portal:mandate_offer", args=[offer.pk]),
        reverse("portal:revoke_mandate", args=[company.pk]),
        reverse("portal:limit_mandate", args=[company.pk]),
        reverse("portal:minor_consent", args=[state.party("mikhail")]),
    ):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    assert client.post(reverse("portal:decline_mandate", args=[offer.pk])).status_code == 404


def test_a_parent_cannot_end_what_the_register_says(client, state):
    as_person(client, state, "alena")
    child = Mandate.objects.get(person_id=state.party("alena"), principal_id=state.party("hanna"))
    assert client.get(reverse("portal:revoke_mandate", args=[child.pk])).status_code == 404


def test_the_head_allows_less(client, state):
    mandate = Mandate.objects.get(person_id=state.party("ihar"))
    as_person(client, state, "volha")
    address = reverse("portal:limit_mandate", args=[mandate.pk])
    wanted = {"procedures": "CM156/9.10", "acts": ["prepare"]}
    until = {"until_day": "1", "until_month": "2", "until_year": "2027"}
    assert client.post(address, {**wanted, **until, "acts": ["pay"]}).status_code == 422
    assert client.post(address, {**wanted, **until}).status_code == 302
    new = Mandate.objects.get(replaces=mandate)
    assert (new.acts, new.until.isoformat()) == (["prepare"], "2027-02-01")


def test_the_employee_sees_the_limits_and_the_head_sees_the_employee(client, state):
    as_person(client, state, "ihar", AccessMode.PASSWORD)
    assert "CM156/9.10" in client.get(reverse(PAGE)).content.decode()
    as_person(client, state, "volha", AccessMode.PASSWORD)
    assert "Дудко Ігар Мікалаевіч" in client.get(reverse(PAGE)).content.decode()


def test_the_page_costs_the_same_however_many_mandates_there_are(
    client, state, django_assert_max_num_queries
):
    as_person(client, state, "jadviha")
    for service in ("U200/1.3.2", "U200/13.1", "U200/2.6"):
        give(client, state, procedures=service)
    client.get(reverse(PAGE))
    with django_assert_max_num_queries(14):
        text = client.get(reverse(PAGE)).content.decode()
    assert "U200/13.1" in text
