"""How many statements a page and an act may ask of the database: as measured, so that one more is seen."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode, User
from ratusha.applications import public as applications
from ratusha.applications.tests.state import HOUSEHOLD, NOW, Applying, LivingState, living_state
from ratusha.cases.public import take_step

PUBLIC = {
    "/be/": 0,  # its figures are kept for some seconds
    "/be/search/?q=даведка": 2,
    "/be/services/U200/1.3.2/": 2,  # what is loaded, and when such cases usually end
}
MY_PAGE, MY_CASE = 12, 23  # my page: offers, events of life begun; my case: one for the one number
DESK, DESK_CASE = 8, 27  # one each for complaints, stepping aside, legal holds, the whole story
# two of them the savepoint that stands for the transaction, one asks whether the number drawn is free
LODGING, LODGING_OVER_HTTP = 8, 12
STEP, STEP_OVER_HTTP = 7, 33


@pytest.fixture(scope="module")
def state(django_db_setup, django_db_blocker) -> Iterator[LivingState]:  # noqa: ARG001 - wanted first
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.fixture(autouse=True)
def _at_work(state, db, settings, tmp_path) -> Iterator[None]:  # noqa: ARG001 - wanted, not their values
    settings.DATA = tmp_path
    with time_machine.travel(NOW, tick=False):
        yield


def visit(user: User, body_id: object = "") -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session.update({"mode": int(AccessMode.STRICT), "acting": str(body_id) if body_id else None})
    session.save()
    client.get("/be/about/")  # what a process reads once is read
    return client


@pytest.fixture
def citizen(state) -> Client:
    return visit(state.citizens["alena"])


@pytest.fixture
def clerk(state) -> Client:
    return visit(state.officials["clerk"], state.bodies["clerk"].pk)


@pytest.fixture
def applying(state) -> Applying:
    return Applying(state, HOUSEHOLD, "alena")


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_asks_little(client, address, django_assert_max_num_queries):
    client.get(address)
    with django_assert_max_num_queries(PUBLIC[address]):
        assert client.get(address).status_code == 200


def test_my_page_asks_as_much_for_three_cases_as_for_one(
    citizen, applying, django_assert_max_num_queries
):
    for _number in range(3):
        applying.lodged()
    applying.begun()
    with django_assert_max_num_queries(MY_PAGE):
        assert citizen.get(reverse("portal:my_page")).status_code == 200


def test_my_case(citizen, applying, django_assert_max_num_queries):
    case = applying.lodged()
    with django_assert_max_num_queries(MY_CASE):
        assert citizen.get(reverse("applications:case", args=[case.reference])).status_code == 200


def test_the_desk_asks_as_much_for_three_cases_as_for_one(
    clerk, applying, django_assert_max_num_queries
):
    for _number in range(3):
        applying.lodged()
    with django_assert_max_num_queries(DESK):
        assert clerk.get(reverse("portal:desk")).status_code == 200


def test_a_case_at_the_desk(clerk, applying, django_assert_max_num_queries):
    case = applying.lodged()
    address = reverse("applications:desk_case", args=[case.reference])
    with django_assert_max_num_queries(DESK_CASE):
        assert clerk.get(address).status_code == 200


def test_lodging(applying, django_assert_max_num_queries):
    applying.lodged()
    draft = applying.filled()
    with django_assert_max_num_queries(LODGING):
        applications.lodge(draft.pk, by=applying.user, now=NOW)


def test_lodging_over_http(citizen, applying, django_assert_max_num_queries):
    draft = applying.filled()
    with django_assert_max_num_queries(LODGING_OVER_HTTP):
        answer = citizen.post(reverse("applications:check", args=[draft.pk]))
    assert "/cases/" in answer.url


def test_a_step(state, applying, django_assert_max_num_queries):
    case = applying.lodged()
    with django_assert_max_num_queries(STEP):
        take_step(case.pk, "accept", by=state.officials["clerk"], now=NOW)


def test_accepting_over_http(clerk, applying, django_assert_max_num_queries):
    case = applying.lodged()
    address = reverse("applications:desk_accept", args=[case.reference])
    with django_assert_max_num_queries(STEP_OVER_HTTP):
        assert clerk.post(address).status_code == 302
