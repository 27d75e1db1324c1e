"""A collection from its opening to its publication; who may not, and what is refused."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.indicators import permissions as may
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import State
from ratusha.indicators.models import Answer, AnswerStep, Collection, Proof, Task
from ratusha.indicators.passports import responsible_code
from ratusha.indicators.services import collecting, verifying
from ratusha.indicators.services.collecting import Figures
from ratusha.indicators.services.duties import address_of_duty
from ratusha.indicators.waiting import waiting_for
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.obligations.models import Obligation
from ratusha.parties.models import Organisation

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
SUBJECTS = law().template("regions").subjects
QUESTIONS = law().template("regions").questions


class State7:
    """Seven regions whose committees answer; a ministry that leads; a centre that verifies."""

    def __init__(self):
        self.committees = {
            code: Organisation.objects.create(
                kind="executive_committee", is_body=True, code=f"executive_committee:{code}",
                name={"be": f"Камітэт {code}"}, serves=[],
            )
            for code in SUBJECTS
        }  # fmt: skip
        self.ministry = self.body("ministry")
        self.centre = self.body("centre")
        self.lead = official(may.LEAD, body_id=self.ministry.pk, display_name="Метадыст")
        self.second = official(may.PUBLISH, body_id=self.ministry.pk, display_name="Другі")
        self.verifier = official(may.VERIFY, body_id=self.centre.pk, display_name="Правяральнік")
        self.people = {
            code: official(may.ANSWER, body_id=body.pk, display_name="Адказны")
            for code, body in self.committees.items()
        }

    def body(self, code):
        return Organisation.objects.create(
            kind="ministry", is_body=True, code=code, name={"be": code}
        )

    def opened(self):
        return collecting.open_collection("regions", year=2026, number=1, by=self.lead, now=NOW)

    def task(self, code=SUBJECTS[0]):
        return Task.objects.get(subject=code)

    def written(self, code=SUBJECTS[0], **changed):
        figures = {
            one.code: Figures(Decimal(60), Decimal(100))
            if one.kind == "share"
            else Figures(Decimal(20))
            for one in QUESTIONS
        }
        task = self.task(code)
        collecting.save_answers(task.pk, {**figures, **changed}, by=self.people[code], now=NOW)
        for one in QUESTIONS:
            if one.evidence:
                collecting.add_proof(
                    task.pk, one.code, title="Справаздача", taken_on=date(2027, 1, 15),
                    link="https://example.org/report", by=self.people[code], now=NOW,
                )  # fmt: skip
        return task

    def handed_in(self, code=SUBJECTS[0], **changed):
        task = self.written(code, **changed)
        return collecting.hand_in(task.pk, by=self.people[code], now=NOW)

    def verified(self):
        self.opened()
        for code in SUBJECTS:
            self.handed_in(code)
        for answer in Answer.objects.all():
            verifying.verify(answer.pk, accept=True, by=self.verifier, now=NOW)
        return Collection.objects.get()


@pytest.fixture
def seven(db):  # noqa: ARG001 - its tables
    return State7()


# ---- opening and answering ----
def test_every_subject_gets_a_task_of_its_own_body_and_all_questions(seven):
    collection = seven.opened()
    assert collection.last_day == date(2027, 2, 28)
    assert Task.objects.count() == len(SUBJECTS)
    assert Answer.objects.filter(state=State.NOT_STARTED).count() == 70
    assert seven.task().body_id == seven.committees[SUBJECTS[0]].pk


def test_a_collection_is_opened_once_a_round(seven):
    seven.opened()
    with pytest.raises(RuleBroken, match=r"collection\.twice"):
        seven.opened()


def test_who_answers_does_not_open(seven):
    with pytest.raises(NotPermitted):
        collecting.open_collection(
            "regions", year=2026, number=1, by=seven.people[SUBJECTS[0]], now=NOW
        )


def test_a_part_of_the_figures_is_kept_and_only_what_changed_is_told(seven):
    seven.opened()
    person = seven.people[SUBJECTS[0]]
    for _time in range(2):
        collecting.save_answers(
            seven.task().pk, {"incidents": Figures(Decimal("4.5"))}, by=person, now=NOW
        )
    assert AnswerStep.objects.count() == 1
    assert Answer.objects.get(task=seven.task(), question="incidents").state == State.DRAFT


def test_another_body_does_not_write_here(seven):
    seven.opened()
    with pytest.raises(NotPermitted):
        collecting.save_answers(
            seven.task().pk,
            {"incidents": Figures(Decimal(1))},
            by=seven.people[SUBJECTS[1]],
            now=NOW,
        )


def test_an_error_holds_the_whole_back_and_a_remark_goes_with_it(seven):
    seven.opened()
    with pytest.raises(RuleBroken, match=r"collection\.errors"):
        seven.handed_in(channels=Figures(Decimal(101), Decimal(100)))
    task = collecting.save_answers(
        seven.task().pk,
        {"channels": Figures(Decimal(90), Decimal(100))},
        by=seven.people[SUBJECTS[0]],
        now=NOW,
    )
    late = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    collecting.hand_in(task.pk, by=seven.people[SUBJECTS[0]], now=late)
    answer = Answer.objects.get(task=task, question="channels")
    assert answer.state == State.AUTO_FLAGGED
    assert [one.rule for one in answer.kept_findings] == ["V12"]


def test_a_figure_of_class_a_needs_a_proof(seven):
    seven.opened()
    task = collecting.save_answers(
        seven.task().pk,
        {"attested": Figures(Decimal(5), Decimal(9))},
        by=seven.people[SUBJECTS[0]],
        now=NOW,
    )
    with pytest.raises(RuleBroken, match=r"collection\.errors"):
        collecting.hand_in(task.pk, by=seven.people[SUBJECTS[0]], now=NOW)


def test_a_file_as_a_proof_is_looked_at_and_its_fingerprint_kept(seven):
    seven.opened()
    more = {
        "title": "Акт",
        "taken_on": date(2027, 1, 1),
        "by": seven.people[SUBJECTS[0]],
        "now": NOW,
    }
    with pytest.raises(RuleBroken):
        collecting.add_proof(seven.task().pk, "attested", content=b"MZ...", name="a.exe", **more)
    with pytest.raises(RuleBroken, match=r"collection\.no_proof"):
        collecting.add_proof(seven.task().pk, "attested", **more)
    assert not Proof.objects.exists()


# ---- verifying ----
def test_what_was_given_back_is_corrected_disputed_or_decided(seven):
    seven.opened()
    seven.handed_in()
    first, second = Answer.objects.filter(task=seven.task())[:2]
    person = seven.people[SUBJECTS[0]]
    for answer in (first, second):
        verifying.verify(
            answer.pk, accept=False, reason="Не сыходзіцца.", by=seven.verifier, now=NOW
        )
    verifying.dispute(second.pk, reason="Сыходзіцца: гл. акт.", by=person, now=NOW)
    verifying.settle(second.pk, uphold=True, reason="Акт пераканаў.", by=seven.lead, now=NOW)
    second.refresh_from_db()
    assert second.state == State.ACCEPTED
    collecting.save_answers(
        seven.task().pk, {first.question: Figures(Decimal(70), Decimal(100))}, by=person, now=NOW
    )
    collecting.hand_in(seven.task().pk, by=person, now=NOW)
    first.refresh_from_db()
    assert first.state == State.SUBMITTED
    assert [one.step for one in second.history.all()][-3:] == ["give_back", "dispute", "uphold"]


def test_nobody_verifies_their_own_answer_nor_their_own_body(seven):
    seven.opened()
    seven.handed_in()
    answer = Answer.objects.filter(task=seven.task()).first()
    person = seven.people[SUBJECTS[0]]
    colleague = official(may.ANSWER, may.VERIFY, body_id=seven.committees[SUBJECTS[0]].pk)
    with pytest.raises(NotPermitted):
        verifying.verify(answer.pk, accept=True, by=person, now=NOW)
    with pytest.raises(NotPermitted, match="own_body"):
        verifying.verify(answer.pk, accept=True, by=colleague, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(verified_by=answer.answered_by)


def test_the_lot_falls_on_a_tenth_and_the_rest_is_accepted_unopened(seven):
    seven.opened()
    for code in SUBJECTS:
        seven.handed_in(code)
    collection = Collection.objects.get()
    number = verifying.choose_for_verifying(collection.pk, by=seven.verifier, now=NOW)
    assert number == 7
    assert Answer.objects.filter(state=State.VERIFYING, why="lot").count() == 7
    assert verifying.accept_the_rest(collection.pk, by=seven.verifier, now=NOW) == 63


def test_nobody_accepts_the_rest_before_the_lot_is_drawn(seven):
    seven.opened()
    for code in SUBJECTS:
        seven.handed_in(code)
    collection = Collection.objects.get()
    assert verifying.accept_the_rest(collection.pk, by=seven.verifier, now=NOW) == 63
    assert Answer.objects.filter(state=State.VERIFYING, why="lot").count() == 7
    assert verifying.choose_for_verifying(collection.pk, by=seven.verifier, now=NOW) == 0


# ---- publishing ----
def test_two_people_put_together_and_publish(seven):
    collection = seven.verified()
    verifying.put_together(collection.pk, by=seven.lead, now=NOW)
    done = verifying.publish_collection(collection.pk, author="Цэнтр", by=seven.second, now=NOW)
    assert done.publication.rated == 7
    assert done.publication.period == "2026"
    assert done.publication.by == seven.second
    assert set(Answer.objects.values_list("state", flat=True)) == {State.APPROVED}


def test_who_put_it_together_does_not_publish_it(seven):
    collection = seven.verified()
    both = official(may.LEAD, may.PUBLISH, body_id=seven.ministry.pk)
    verifying.put_together(collection.pk, by=both, now=NOW)
    with pytest.raises(NotPermitted, match="same_person"):
        verifying.publish_collection(collection.pk, author="Цэнтр", by=both, now=NOW)


def test_before_the_last_day_nothing_is_left_out_and_after_it_what_is_missing_stays_empty(seven):
    seven.opened()
    seven.handed_in()
    collection = Collection.objects.get()
    for answer in Answer.objects.filter(state=State.SUBMITTED)[:3]:
        verifying.verify(answer.pk, accept=True, by=seven.verifier, now=NOW)
    with pytest.raises(RuleBroken, match=r"collection\.open"):
        verifying.put_together(collection.pk, by=seven.lead, now=NOW)
    after = NOW + timedelta(days=40)
    done = verifying.put_together(collection.pk, by=seven.lead, now=after)
    assert ",,,,,,," in done.table


def test_the_next_year_keeps_the_years_that_were_published(seven):
    collection = seven.verified()
    verifying.put_together(collection.pk, by=seven.lead, now=NOW)
    verifying.publish_collection(collection.pk, author="Цэнтр", by=seven.second, now=NOW)
    next_ = datetime(2028, 2, 1, 9, 0, tzinfo=UTC)
    collecting.open_collection("regions", year=2027, number=1, by=seven.lead, now=next_)
    task = Task.objects.get(collection__year=2027, subject=SUBJECTS[0])
    person = seven.people[SUBJECTS[0]]
    collecting.save_answers(
        task.pk,
        {"incidents": Figures(Decimal(0)), "open_sets": Figures(Decimal(200))},
        by=person,
        now=next_,
    )
    collecting.hand_in(task.pk, by=person, now=next_)
    rules = {one.question: {f.rule for f in one.kept_findings} for one in task.answers.all()}
    assert rules["incidents"] == {"V03"}
    assert rules["open_sets"] == {"V10"}


def test_to_answer_is_a_dated_duty_that_ends_with_the_publication(seven):
    Organisation.objects.create(
        kind="ministry", is_body=True, code=responsible_code(), name={"be": "Мінсувязі"}
    )
    collection = seven.verified()
    duties = Obligation.objects.filter(rule="indicators.answer")
    assert duties.count() == len(SUBJECTS)
    assert {one.due_on for one in duties} == {date(2027, 2, 28)}
    assert {one.standing for one in duties} == {"submitted"}
    assert address_of_duty(duties[0]).endswith(f"/collections/regions-2026-1/{SUBJECTS[0]}/")
    verifying.put_together(collection.pk, by=seven.lead, now=NOW)
    verifying.publish_collection(collection.pk, author="Цэнтр", by=seven.second, now=NOW)
    assert {one.standing for one in duties.all()} == {"accepted"}


def test_each_is_told_on_the_home_page_what_waits_for_them(seven):
    translation.activate("be")
    collection = seven.opened()
    person, today = seven.people[SUBJECTS[0]], NOW.date()
    body = seven.committees[SUBJECTS[0]].pk
    assert [one.text for one in waiting_for(person, body, today)] == ["Напісаць трэба 10 лічбаў"]
    assert waiting_for(person, seven.committees[SUBJECTS[1]].pk, today) == []
    seven.handed_in()
    assert waiting_for(person, body, today) == []
    verifying.choose_for_verifying(collection.pk, by=seven.verifier, now=NOW)
    chosen = Answer.objects.filter(state=State.VERIFYING).count()
    told = waiting_for(seven.verifier, seven.centre.pk, today)
    assert len(told) == (1 if chosen else 0)
    assert waiting_for(seven.lead, seven.ministry.pk, today) == []


# ---- pages ----
@pytest.fixture
def at():
    with time_machine.travel(NOW, tick=False):
        yield lambda user, body: sign_in(Client(), user, acting=body.pk)


def address(name, *arguments):
    return reverse(f"indicators:{name}", args=arguments).replace("/be/", "/en/")


def test_a_stranger_finds_no_collections(seven, at):
    seven.opened()
    other = at(official("cases.see", body_id=seven.ministry.pk), seven.ministry)
    for page in (
        address("collections"),
        address("collection", "regions-2026-1"),
        address("task", "regions-2026-1", SUBJECTS[0]),
    ):
        assert other.get(page).status_code == 404, page


def test_a_body_sees_its_own_task_and_not_that_of_another(seven, at):
    seven.opened()
    mine = at(seven.people[SUBJECTS[0]], seven.committees[SUBJECTS[0]])
    assert mine.get(address("task", "regions-2026-1", SUBJECTS[0])).status_code == 200
    for name in ("task", "upload"):
        assert mine.get(address(name, "regions-2026-1", SUBJECTS[1])).status_code == 404
    for name in ("answer", "proof"):
        page = address(name, "regions-2026-1", SUBJECTS[1], "incidents")
        assert mine.get(page).status_code == 404


def test_figures_are_saved_handed_in_and_an_error_is_told_beside_its_figure(seven, at):
    seven.opened()
    mine = at(seven.people[SUBJECTS[0]], seven.committees[SUBJECTS[0]])
    page = address("task", "regions-2026-1", SUBJECTS[0])
    wrong = mine.post(page, {"trained-part": "9", "trained-whole": "5", "hand_in": "1"})
    assert wrong.status_code == 422
    assert "V02" in wrong.text
    assert Answer.objects.get(task=seven.task(), question="trained").part == 9  # it is kept
    letters = mine.post(page, {"trained-part": "many", "save": "1"})
    assert letters.status_code == 422
    assert "#id_trained-part" in letters.text
    assert "many" in letters.text
    right = mine.post(page, {"trained-part": "4", "trained-whole": "5", "hand_in": "1"})
    assert right.status_code == 302
    assert Answer.objects.get(task=seven.task(), question="trained").state == State.SUBMITTED


def test_a_verifier_gives_back_with_reasons_and_not_without(seven, at):
    seven.opened()
    seven.handed_in()
    desk = at(seven.verifier, seven.centre)
    page = address("answer", "regions-2026-1", SUBJECTS[0], "trained")
    assert desk.post(page, {"act": "give_back", "reason": ""}).status_code == 422
    assert desk.post(page, {"act": "give_back", "reason": "Не тое."}).status_code == 302
    assert "Не тое." in desk.get(page).text
    assert desk.post(page, {"act": "uphold", "reason": "x"}).status_code == 403


def test_one_opens_chooses_puts_together_and_another_publishes_in_the_pages(seven, at):
    lead, second = at(seven.lead, seven.ministry), at(seven.second, seven.ministry)
    desk = at(seven.verifier, seven.centre)
    asked = {"template": "regions", "year": "2026", "number": "1"}
    assert lead.post(address("open"), {**asked, "year": "2099"}).status_code == 422
    assert lead.post(address("open"), asked).status_code == 302
    assert desk.post(address("open"), asked).status_code == 403
    for code in SUBJECTS:
        seven.handed_in(code)
    for client, act in ((desk, "choose"), (desk, "accept-rest")):
        assert client.get(address("act", "regions-2026-1", act)).status_code == 200
        assert client.post(address("act", "regions-2026-1", act)).status_code == 302
    assert lead.post(address("act", "regions-2026-1", "together")).status_code == 422
    for answer in Answer.objects.filter(state=State.VERIFYING):
        page = address("answer", "regions-2026-1", answer.task.subject, answer.question)
        assert desk.post(page, {"act": "accept"}).status_code == 302
    assert lead.post(address("act", "regions-2026-1", "together")).status_code == 302
    assert lead.post(address("act", "regions-2026-1", "publish")).status_code == 403
    assert second.post(address("act", "regions-2026-1", "publish")).status_code == 302
    assert "The published index" in second.get(address("collection", "regions-2026-1")).text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_figures_go_out_as_a_file_and_come_back(seven, at, kind, tmp_path):
    seven.opened()
    seven.written()
    mine = at(seven.people[SUBJECTS[0]], seven.committees[SUBJECTS[0]])
    taken = mine.get(address("file", "regions-2026-1", SUBJECTS[0], kind)).content
    Answer.objects.filter(task=seven.task()).update(part=None, whole=None)
    file = tmp_path / f"figures.{kind}"
    file.write_bytes(taken)
    with file.open("rb") as opened:
        answer = mine.post(address("upload", "regions-2026-1", SUBJECTS[0]), {"file": opened})
    assert answer.status_code == 302, answer.text
    assert Answer.objects.get(task=seven.task(), question="trained").whole == 100
    assert not Answer.objects.filter(task=seven.task(), part=None).exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("question,part,whole\ntrained,many,5\n", "Line 2"),
        ("question,part,whole\ntrained,1,5\nnonsense,1,2\n", "nonsense"),
        ("a,b\n1,2\n", "name the columns"),
        ("question,part,whole\n", "no line"),
    ],
)
def test_of_a_file_with_a_mistake_nothing_is_taken_over(seven, at, text, said, tmp_path):
    seven.opened()
    mine = at(seven.people[SUBJECTS[0]], seven.committees[SUBJECTS[0]])
    file = tmp_path / "figures.csv"
    file.write_text(text)
    with file.open("rb") as opened:
        answer = mine.post(address("upload", "regions-2026-1", SUBJECTS[0]), {"file": opened})
    assert answer.status_code == 422
    assert said in answer.text
    assert not Answer.objects.exclude(part=None).exists()
