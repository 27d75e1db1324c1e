"""A person asks why somebody looked; an official of the body that looked answers, once, with a norm."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.cases.public import CaseMoved, CaseOpened, MessageSent, send_message
from ratusha.cases.rules import _statutes
from ratusha.documents.public import Document
from ratusha.exchange.public import Purpose, journal_of
from ratusha.exchange.services.journal import write_down
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.notifications.public import Notice
from ratusha.parties.tests.factories import BodyFactory, PersonFactory
from ratusha.records.asking.rules import KIND, Asks, Step
from ratusha.records.models import DataRequest, Reply
from ratusha.records.public import (
    record_of,
    write_about_lodging,
    write_about_message,
    write_about_step,
)
from ratusha.records.schedule import schedule
from ratusha.records.services.data_requests import ask_about_data, reply, take_up, withdraw

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
WORKS = ("cases.see", "cases.accept", "cases.decide")
BASIS = "Закон № 433-З, арт. 15"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def alena():
    return UserFactory(party_id=PersonFactory().pk)


@pytest.fixture
def body():
    return BodyFactory(name={"be": "Пашпартны стол", "ru": "Паспортный стол"}).pk


@pytest.fixture
def clerk(body):
    return official(*WORKS, body_id=body)


@pytest.fixture
def look(alena, body):
    return a_look(alena.party_id, body)


def a_look(subject, body):
    return write_down(
        subject, (), service="population.person", fields=["birth_date"],
        purpose=Purpose("examine", case_reference="2026-7HKM-4XQ3-9"), legal_basis=BASIS,
        by=uuid4(), body=body, now=NOW,
    )  # fmt: skip


@pytest.fixture
def asked(alena, body, look):
    return why(alena, body, look)


def why(user, body, look):
    return ask_about_data(
        asks=Asks.INFORMATION, body_id=body, text="", language="be", by=user, now=NOW, look=look
    )


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(f"records:{name}", args=args)


class TestActs:
    def test_the_request_goes_to_the_body_that_looked_with_the_term_of_law(self, asked, body):
        assert (asked.kind, asked.body_id, asked.status) == (KIND, body, "lodged")
        assert asked.due_on == date(2026, 3, 27)  # five working days
        assert asked.clock.get().source == "Закон № 99-З, арт. 11"

    def test_a_second_press_gives_the_same_request(self, alena, body, look, asked):
        assert why(alena, body, look) == asked
        assert DataRequest.objects.count() == 1

    def test_after_the_end_one_may_ask_again(self, alena, body, look, asked):
        withdraw(asked.pk, by=alena, now=NOW)
        assert why(alena, body, look) != asked

    def test_an_answer_ends_the_case_and_the_person_reads_it(self, asked, clerk, alena):
        take_up(asked.pk, by=clerk, now=NOW)
        case = reply(
            asked.pk, Step.ANSWER, text="Па вашай заяве.", legal_source=BASIS, by=clerk, now=NOW
        )
        assert (case.status, case.outcome) == ("answered", "granted")
        assert record_of(case, "be")["reply"]["text"] == "Па вашай заяве."
        write_about_lodging(CaseOpened(case_id=case.pk, kind=KIND, at=NOW))
        moved = CaseMoved(
            case_id=case.pk, kind=KIND, step="answer", status="answered", outcome="granted", at=NOW
        )
        write_about_step(moved)
        write_about_step(moved)  # told twice, it stays one letter
        told = Notice.objects.of(alena.party_id).filter(case_reference=case.reference)
        assert sorted(n.kind for n in told) == ["data_request_answer", "data_request_lodged"]
        assert any("Па вашай заяве." in n.body["be"] for n in told)

    def test_the_answer_is_a_sealed_paper_that_only_its_person_takes(
        self, client, asked, clerk, alena
    ):
        take_up(asked.pk, by=clerk, now=NOW)
        reply(asked.pk, Step.ANSWER, text="Так.", legal_source=BASIS, by=clerk, now=NOW)
        paper = Document.objects.get(pk=Reply.objects.get().document_id)
        assert (paper.holder_id, paper.case_reference) == (alena.party_id, asked.reference)
        page = sign_in(client, alena).get(address("data_request", asked.reference))
        way = reverse("documents:download", args=[paper.code])
        assert way.removeprefix("/be") in page.text
        assert client.get(way).content.startswith(b"%PDF")
        assert sign_in(client, UserFactory()).get(way).status_code == 404

    def test_a_message_of_the_official_is_told_once(self, asked, clerk, alena):
        take_up(asked.pk, by=clerk, now=NOW)
        message = send_message(asked.pk, text="Якая памылка?", by=clerk, now=NOW)
        for from_applicant in (False, False, True):
            write_about_message(
                MessageSent(
                    case_id=asked.pk,
                    kind=KIND,
                    message_id=message.pk,
                    from_applicant=from_applicant,
                    at=NOW,
                )
            )
        told = Notice.objects.of(alena.party_id).filter(case_reference=asked.reference)
        assert [n.kind for n in told] == [f"data_request_message:{message.pk}"]

    def test_a_refusal_without_a_norm_is_no_refusal(self, asked, clerk):
        take_up(asked.pk, by=clerk, now=NOW)
        with pytest.raises(RuleBroken) as refused:
            reply(asked.pk, Step.REFUSE, text="Не.", legal_source=" ", by=clerk, now=NOW)
        assert refused.value.field == "legal_source"
        assert not Reply.objects.exists()

    def test_nobody_answers_for_another_body(self, asked):
        stranger = official(*WORKS)
        with pytest.raises(NotPermitted):
            take_up(asked.pk, by=stranger, now=NOW)

    def test_nobody_answers_twice(self, asked, clerk):
        take_up(asked.pk, by=clerk, now=NOW)
        reply(asked.pk, Step.ANSWER, text="Так.", legal_source=BASIS, by=clerk, now=NOW)
        with pytest.raises(RuleBroken):
            reply(asked.pk, Step.ANSWER, text="Інакш.", legal_source=BASIS, by=clerk, now=NOW)
        assert Reply.objects.get().text == "Так."

    def test_the_schedule_names_every_kind_of_case(self):
        of_tests = {
            kind for kind, statute in _statutes.items() if ".tests." in statute.steps.__module__
        }
        assert {one.kind for one in schedule().cases} == set(_statutes) - of_tests


class TestPagesOfThePerson:
    def test_each_look_of_a_body_has_its_question(self, client, alena, look):
        sign_in(client, alena)
        with translation.override("en"):
            page = client.get(reverse("exchange:journal"))
        assert address("ask_about_look", look) in page.text

    def test_a_look_of_the_site_itself_has_none(self, client, alena):
        own = a_look(alena.party_id, None)
        sign_in(client, alena)
        with translation.override("en"):
            assert str(own) not in client.get(reverse("exchange:journal")).text
        assert client.get(address("ask_about_look", own)).status_code == 404

    def test_the_look_of_another_person_is_not_there(self, client, alena, body):
        sign_in(client, alena)
        assert client.get(address("ask_about_look", a_look(uuid4(), body))).status_code == 404

    def test_asking_why_lodges_a_request(self, client, alena, look):
        sign_in(client, alena)
        page = client.get(address("ask_about_look", look))
        assert BASIS in page.text
        assert "5 working days" in page.text
        sent = client.post(address("ask_about_look", look), {"text": "Навошта?"}, follow=True)
        assert "Your request is lodged." in sent.text
        assert DataRequest.objects.get().text == "Навошта?"

    def test_a_correction_without_a_word_is_explained_at_the_field(self, client, alena, body, look):  # noqa: ARG002
        sign_in(client, alena)
        page = client.post(address("ask_about_data"), {"asks": "correction", "body": str(body)})
        assert page.status_code == 422
        assert "Write what is wrong" in page.text
        assert not DataRequest.objects.exists()

    def test_any_right_can_be_used_at_a_body_that_looked(self, client, alena, body, look):  # noqa: ARG002
        sign_in(client, alena)
        typed = {"asks": "erasure", "body": str(body), "text": ""}
        client.post(address("ask_about_data"), typed)
        case = DataRequest.objects.select_related("case").get().case
        assert case.due_on >= date(2026, 4, 4)

    def test_the_request_of_another_person_is_not_there(self, client, asked):
        sign_in(client, UserFactory(party_id=PersonFactory().pk))
        for name in ("data_request", "withdraw_data_request"):
            assert client.get(address(name, asked.reference)).status_code == 404

    def test_a_request_can_be_withdrawn(self, client, alena, asked):
        sign_in(client, alena)
        client.post(address("withdraw_data_request", asked.reference))
        asked.refresh_from_db()
        assert asked.status == "withdrawn"

    def test_a_word_to_the_official_and_back(self, client, asked, clerk, alena, body):
        mine = address("data_request", asked.reference)
        assert sign_in(client, alena).post(mine, {"text": ""}).status_code == 422
        assert "Калі?" in client.post(mine, {"text": "Калі?"}, follow=True).text
        desk = address("desk_data_request", asked.reference)
        sign_in(client, clerk, acting=body)
        assert "Заўтра." in client.post(desk, {"text": "Заўтра."}, follow=True).text
        assert client.post(desk, {"text": ""}).status_code == 422
        assert "Заўтра." in sign_in(client, alena).get(mine).text

    def test_my_page_and_the_journal_lead_to_the_question(self, client, alena):
        sign_in(client, alena)
        for page in ("portal:my_page", "exchange:journal"):
            with translation.override("en"):
                assert f'href="{address("ask_about_data")}"' in client.get(reverse(page)).text


class TestDesk:
    def test_the_official_answers_from_a_draft_made_of_the_journal(
        self, client, alena, asked, clerk, body
    ):
        sign_in(client, clerk, acting=body)
        assert BASIS in client.get(address("desk_data_request", asked.reference)).text
        assert journal_of(alena.party_id).filter(purpose="data_request", by=clerk.pk).exists()
        client.post(address("desk_data_take_up", asked.reference))
        form = client.get(address("desk_data_answer", asked.reference))
        assert "Пашпартны стол" in form.text
        assert "2026-7HKM-4XQ3-9" in form.text
        typed = {"text": "Па вашай заяве.", "legal_source": BASIS}
        assert client.post(address("desk_data_answer", asked.reference), typed).status_code == 302
        sign_in(client, alena)
        assert "Па вашай заяве." in client.get(address("data_request", asked.reference)).text

    def test_an_empty_answer_is_explained_at_the_fields(self, client, asked, clerk, body):
        take_up(asked.pk, by=clerk, now=NOW)
        sign_in(client, clerk, acting=body)
        page = client.post(
            address("desk_data_refuse", asked.reference), {"text": "", "legal_source": ""}
        )
        assert page.status_code == 422
        assert not Reply.objects.exists()

    def test_another_body_does_not_find_it(self, client, asked):
        other = BodyFactory().pk
        sign_in(client, official(*WORKS, body_id=other), acting=other)
        assert client.get(address("desk_data_request", asked.reference)).status_code == 404
        for name in ("desk_data_answer", "desk_data_refuse", "desk_data_take_up"):
            assert client.post(address(name, asked.reference)).status_code == 404
