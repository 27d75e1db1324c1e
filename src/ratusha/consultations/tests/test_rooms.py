"""Petitions, draft laws and budgets: what is done, what is refused, what is nobody else's."""

import zipfile
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.consultations import permissions as may
from ratusha.consultations.budget import services as budgets
from ratusha.consultations.budget.services import Planned
from ratusha.consultations.drafts import services as drafts
from ratusha.consultations.drafts.services import Said, Text
from ratusha.consultations.events import PetitionAnswered
from ratusha.consultations.law import law
from ratusha.consultations.models import Approval, Budget, Comment, Draft, Petition, Signature
from ratusha.consultations.petitions import services as petitions
from ratusha.kernel.errors import DomainError
from ratusha.notifications.public import Notice

from .test_rules import LAW

BAD = '"><script>alert(1)</script>'
FEW = 3


def at(name, *arguments):
    return reverse(f"consultations:{name}", args=arguments)


def now():
    return timezone.now()


@pytest.fixture
def few(monkeypatch):
    """Three signatures are enough."""
    monkeypatch.setattr(petitions, "threshold_of", lambda _unit: FEW)


@pytest.fixture
def author(town):
    return town.resident()


@pytest.fixture
def petition(town, author, few, monkeypatch):  # noqa: ARG001
    monkeypatch.setattr(petitions, "body_for", lambda _unit, _today: town.council.pk)
    return petitions.lodge_petition(
        title="Дарожка",
        text="Зрабіце дарожку.",
        language="be",
        unit=town.unit.code,
        by=author,
        now=now(),
    )


def at_desk(town, user):
    return sign_in(Client(), user, AccessMode.STRICT, town.council.pk)


def let_through(town, petition):
    return petitions.let_through(petition.pk, by=town.moderator, now=now())


# ---- petitions ----
def test_a_petition_reaches_its_threshold_is_answered_and_all_who_signed_are_told(
    town, petition, published
):
    let_through(town, petition)
    for _one in range(FEW - 1):
        petitions.sign(petition.pk, by=town.resident(), now=now())
    petition.refresh_from_db()
    assert (petition.status, petition.signed) == ("reached", FEW)
    assert petition.due_on > timezone.localdate() + timedelta(days=20)
    petitions.answer_petition(petition.pk, answer="Зробім вясной.", by=town.organiser, now=now())
    (event,) = published(PetitionAnswered)
    for _twice in range(2):
        petitions.tell_signers(event)
    told = Notice.objects.filter(kind="petition.answered")
    assert told.count() == FEW
    assert all("Дарожка" in one.subject["be"] for one in told)


def test_one_signs_once_and_may_think_again(town, petition):
    let_through(town, petition)
    person = town.resident()
    petitions.sign(petition.pk, by=person, now=now())
    with pytest.raises(DomainError) as refused:
        petitions.sign(petition.pk, by=person, now=now())
    assert refused.value.code == "petition.signed"
    petitions.take_back(petition.pk, by=person, now=now())
    petition.refresh_from_db()
    assert petition.signed == 1


def test_the_database_takes_one_signature_of_a_person(town, petition, author):
    let_through(town, petition)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(
            petition=petition, person_id=author.party_id, on=timezone.localdate()
        )


def test_a_refusal_names_a_ground_of_the_list_and_the_author_is_told_it(town, petition):
    with pytest.raises(DomainError):
        petitions.refuse(petition.pk, ground="because", note="", by=town.moderator, now=now())
    petitions.refuse(petition.pk, ground="advertising", note="", by=town.moderator, now=now())
    notice = Notice.objects.get(kind="petition.refused")
    assert notice.body == law().petitions.ground("advertising").name


def test_nobody_moderates_a_petition_of_their_own(town, petition, author):
    mine = official(may.MODERATE, body_id=town.council.pk, party_id=None)
    mine.party_id = author.party_id
    with pytest.raises(DomainError) as refused:
        petitions.let_through(petition.pk, by=mine, now=now())
    assert refused.value.code == "petition.own"


def test_one_person_has_no_flood_of_petitions(town, petition, author):  # noqa: ARG001
    for n in range(law().petitions.most_running - 1):
        petitions.lodge_petition(
            title=f"{n}", text="т", language="be", unit=town.unit.code, by=author, now=now()
        )
    with pytest.raises(DomainError) as refused:
        petitions.lodge_petition(
            title="яшчэ", text="т", language="be", unit=town.unit.code, by=author, now=now()
        )
    assert refused.value.code == "petition.too_many"


@pytest.mark.django_db(transaction=True)
def test_two_petitions_that_are_sent_at_once_are_counted_one_after_the_other(
    town, petition, author
):
    assert petition

    def lodge(title):
        return petitions.lodge_petition(
            title=title, text="т", language="be", unit=town.unit.code, by=author, now=now()
        )

    for n in range(law().petitions.most_running - 2):
        lodge(f"{n}")

    def late():
        try:
            lodge("яшчэ")
        except DomainError as error:
            return error.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            lodge("апошняя")
            waiting = pool.submit(late)
            wait([waiting], timeout=0.5)
        assert waiting.result() == "petition.too_many"


def test_who_lives_elsewhere_does_not_sign(town, petition):
    let_through(town, petition)
    with pytest.raises(DomainError) as refused:
        petitions.sign(petition.pk, by=town.resident(here=False), now=now())
    assert refused.value.code == "consultation.lives_elsewhere"


def test_what_is_not_reached_in_time_lapses_and_signatures_are_forgotten_a_year_later(
    town, petition
):
    let_through(town, petition)
    late = now() + timedelta(days=200)
    assert petitions.end_petitions(late) == 1
    assert Signature.objects.count() == 1
    petitions.end_petitions(late + timedelta(days=400))
    assert Signature.objects.count() == 0
    petition.refresh_from_db()
    assert (petition.status, petition.signed) == ("lapsed", 1)


def test_the_pages_of_a_petition(town, petition, author):
    voter, stranger = sign_in(Client(), town.resident()), Client()
    assert stranger.get(at("petition", petition.code)).status_code == 404
    assert sign_in(Client(), author).get(at("petition", petition.code)).status_code == 200
    desk = at_desk(town, town.moderator)
    assert "Дарожка" in desk.get(at("desk")).text
    assert desk.post(at("refuse", petition.code), {"ground": ""}).status_code == 422
    assert desk.post(at("let_through", petition.code)).status_code == 302
    assert stranger.get(at("petition", petition.code)).status_code == 200
    assert stranger.get(at("sign", petition.code)).status_code == 302
    assert voter.post(at("sign", petition.code)).status_code == 302
    assert voter.post(at("sign", petition.code)).status_code == 422
    assert voter.post(at("withdraw", petition.code)).status_code == 404
    sign_in(Client(), town.resident()).post(at("sign", petition.code))
    assert (
        at_desk(town, town.organiser).post(at("answer", petition.code), {"answer": ""}).status_code
        == 422
    )
    done = at_desk(town, town.organiser).post(at("answer", petition.code), {"answer": "Так."})
    assert done.url == at("petition", petition.code)
    assert "Так." in stranger.get(done.url).text


# ---- draft laws ----
@pytest.fixture
def draft(town) -> Draft:
    text = Text(
        language="be", title="Пра скверы", about="Калі адкрыта.", source=LAW,
        closes_on=timezone.localdate() + timedelta(days=12),
    )  # fmt: skip
    return drafts.publish_draft(text, body_id=town.council.pk, by=town.organiser, now=now())


def said(part, text="Лепей да паўночы."):
    return Said(part=part, text=text, language="be")


def test_a_comment_keeps_its_place_in_a_new_version_and_is_answered_once(town, draft):
    first = drafts.comment(draft.pk, said("art_2__para_1"), by=town.resident(), now=now())
    second = drafts.comment(
        draft.pk, said("art_2__para_1", "Згодны."), by=town.resident(), now=now()
    )
    moved = "# 1. Новы {art_9}\n" + LAW.replace("# 1. П", "# 2. П").replace(
        "Прадмет", "Прадмет {art_1}"
    )
    moved = moved.replace("# 2. Час", "# 3. Час {art_2}").replace("23", "24")
    drafts.add_version(draft.pk, moved, by=town.organiser, now=now())
    made = drafts.reply(
        draft.pk, [first.pk, second.pk], decision="taken", reasons="", part="art_2__para_1",
        by=town.organiser, now=now(),
    )  # fmt: skip
    assert made.comments.count() == 2
    with pytest.raises(DomainError) as refused:
        drafts.reply(
            draft.pk,
            [first.pk],
            decision="declined",
            reasons="Не.",
            part="",
            by=town.organiser,
            now=now(),
        )
    assert refused.value.code == "draft.answered_already"
    page = Client().get(at("draft", draft.code)).text
    section = page[page.index('id="art_2__para_1"') :]
    assert "24" in section[: section.index("</section>")]
    assert "Згодны." in section[: section.index("</section>")]


def test_the_same_words_twice_are_one_comment_and_a_flood_is_stopped(town, draft):
    person = town.resident()
    for _twice in range(2):
        drafts.comment(draft.pk, said("art_1"), by=person, now=now())
    assert Comment.objects.count() == 1
    for n in range(law().drafts.most_a_day - 1):
        drafts.comment(draft.pk, said("art_1", f"{n}"), by=person, now=now())
    with pytest.raises(DomainError) as refused:
        drafts.comment(draft.pk, said("art_1", "яшчэ"), by=person, now=now())
    assert refused.value.code == "draft.too_many"


def test_a_discussion_is_finished_when_every_comment_is_answered(town, draft):
    one = drafts.comment(draft.pk, said("art_1"), by=town.resident(), now=now())
    after = now() + timedelta(days=13)
    for code in ("draft.still_open", "draft.unanswered"):
        with pytest.raises(DomainError) as refused:
            drafts.finish(
                draft.pk, by=town.organiser, now=now() if code == "draft.still_open" else after
            )
        assert refused.value.code == code
    drafts.hide(one.pk, ground="insult", by=town.moderator, now=now())
    drafts.finish(draft.pk, by=town.organiser, now=after)
    assert "Лепей да паўночы." not in Client().get(at("draft", draft.code)).text


def test_the_table_of_answers_is_a_document_with_every_comment(town, draft):
    one = drafts.comment(draft.pk, said("art_1", "<&> словы"), by=town.resident(), now=now())
    drafts.reply(
        draft.pk,
        [one.pk],
        decision="declined",
        reasons="Так ужо ёсць.",
        part="",
        by=town.organiser,
        now=now(),
    )
    package = zipfile.ZipFile(BytesIO(Client().get(at("table", draft.code)).content))
    document = etree.fromstring(package.read("word/document.xml"))
    words = [node.text for node in document.iter("{*}t")]
    assert "<&> словы" in words
    assert "Так ужо ёсць." in words
    assert package.testzip() is None


def test_the_pages_of_a_draft(town, draft):
    person, desk = sign_in(Client(), town.resident()), at_desk(town, town.organiser)
    comment = at("comment", draft.code, "art_2__para_1")
    assert person.post(comment, {"text": ""}).status_code == 422
    assert person.post(comment, {"text": BAD}).url == at("draft", draft.code) + "#art_2__para_1"
    assert person.get(at("comment", draft.code, "art_7")).status_code == 404
    assert Client().get(comment).status_code == 302
    for page in (
        Client().get(at("draft", draft.code)),
        desk.get(at("desk_draft", draft.code)),
        desk.get(at("reply", draft.code)),
    ):
        assert page.status_code == 200
        assert "<script>alert" not in page.text
    chosen = {"comments": [str(Comment.objects.get().pk)], "decision": "declined"}
    assert desk.post(at("reply", draft.code), chosen).status_code == 422
    assert desk.post(at("reply", draft.code), {**chosen, "reasons": "Не."}).status_code == 302
    assert desk.get(at("version", draft.code)).status_code == 200
    stranger = sign_in(
        Client(),
        official(may.PREPARE, may.ANSWER, body_id=town.union.pk),
        AccessMode.STRICT,
        town.union.pk,
    )
    for name in ("desk_draft", "version", "reply", "finish"):
        assert stranger.get(at(name, draft.code)).status_code == 404


# ---- budgets ----
@pytest.fixture
def budget(town) -> Budget:
    today = timezone.localdate()
    planned = Planned(
        language="be", title="Двары", about="На двары.", unit=town.unit.code, amount=100,
        ideas_until=today + timedelta(days=5), votes_until=today + timedelta(days=20),
    )  # fmt: skip
    return budgets.open_budget(planned, body_id=town.council.pk, by=town.organiser, now=now())


def with_projects(town, budget, *costs):
    for n, cost in enumerate(costs, start=1):
        project = budgets.propose(
            budget.pk, title=f"Праект {n}", text=BAD, language="be", by=town.resident(), now=now()
        )
        budgets.check_project(
            project.pk,
            cost=cost,
            reasons="" if cost else "Няма месца.",
            by=town.organiser,
            now=now(),
        )
    for days in (6, 6):
        budgets.go_on(budget.pk, by=town.organiser, now=now() + timedelta(days=days))
    budget.refresh_from_db()
    return budget


def test_people_propose_choose_and_the_published_rule_decides(town, budget):
    with_projects(town, budget, 50, 50, 40, None)
    for choice in [[1, 2]] * 6 + [[3]] * 4:
        budgets.approve(budget.pk, choice, by=town.resident(), now=now())
    budgets.go_on(budget.pk, by=town.organiser, now=now() + timedelta(days=21))
    budget.refresh_from_db()
    assert [one["project"] for one in budget.outcome["bought"]] == [1, 3]
    assert budget.outcome["greedy"] == [1, 2]
    page = Client().get(at("budget", budget.code))
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    file = Client().get(at("budget_file", budget.code)).text
    assert "num_votes;10" in file
    assert at_desk(town, town.organiser).get(at("desk_budget", budget.code)).status_code == 200


def test_a_later_choice_replaces_the_earlier_one(town, budget):
    with_projects(town, budget, 50, 40)
    person = town.resident()
    for choice in ([1], [2]):
        budgets.approve(budget.pk, choice, by=person, now=now())
    assert Approval.objects.get().projects == [2]


def test_a_part_does_not_begin_before_its_day(town, budget):
    for code in ("budget.ideas_run",):
        with pytest.raises(DomainError) as refused:
            budgets.go_on(budget.pk, by=town.organiser, now=now())
        assert refused.value.code == code
    with pytest.raises(DomainError):
        budgets.approve(budget.pk, [1], by=town.resident(), now=now())


def test_the_pages_of_a_budget(town, budget):
    person, desk = sign_in(Client(), town.resident()), at_desk(town, town.organiser)
    idea = {"title": "Лаўка", "text": "Каля школы.", "language": "be"}
    assert person.post(at("propose", budget.code), {**idea, "title": ""}).status_code == 422
    assert person.post(at("propose", budget.code), idea).status_code == 302
    assert desk.post(at("check", budget.code, "1"), {"cost": "", "reasons": ""}).status_code == 422
    assert desk.post(at("check", budget.code, "1"), {"cost": "200"}).status_code == 422
    assert desk.post(at("check", budget.code, "1"), {"cost": "20"}).status_code == 302
    assert desk.post(at("go_on", budget.code)).status_code == 422
    assert Client().get(at("budget", budget.code)).status_code == 200
    assert Client().get(at("budget_file", budget.code)).status_code == 404
    for days in (6, 6):
        budgets.go_on(budget.pk, by=town.organiser, now=now() + timedelta(days=days))
    assert person.post(at("approve", budget.code), {}).status_code == 422
    assert person.post(at("approve", budget.code), {"projects": ["1"]}).status_code == 302
    stranger = sign_in(
        Client(), official(may.PREPARE, body_id=town.union.pk), AccessMode.STRICT, town.union.pk
    )
    assert stranger.get(at("desk_budget", budget.code)).status_code == 404


def test_the_forms_of_officials_make_a_draft_and_a_budget(town):
    desk, last = at_desk(town, town.organiser), timezone.localdate() + timedelta(days=20)
    day = {"day": last.day, "month": last.month, "year": last.year}
    made = desk.post(
        at("new_draft"),
        {
            "title": "Т",
            "about": "А",
            "language": "be",
            "source": LAW,
            **{f"closes_on_{k}": v for k, v in day.items()},
        },
    )
    assert made.status_code == 302
    assert Draft.objects.get().versions.count() == 1
    soon = timezone.localdate() + timedelta(days=2)
    made = desk.post(
        at("new_budget"),
        {
            "title": "Т", "about": "А", "language": "be", "unit": town.unit.code, "amount": "1000",
            "ideas_until_day": soon.day, "ideas_until_month": soon.month, "ideas_until_year": soon.year,
            **{f"votes_until_{k}": v for k, v in day.items()},
        },
    )  # fmt: skip
    assert made.status_code == 302
    assert Budget.objects.get().amount == 1000
    assert desk.get(at("desk")).status_code == 200
    assert Client().get(at("hub")).status_code == 200


def test_a_person_begins_a_petition_on_a_page(town, few, monkeypatch):  # noqa: ARG001
    monkeypatch.setattr(petitions, "body_for", lambda _unit, _today: town.council.pk)
    person = sign_in(Client(), town.resident())
    typed = {"title": BAD, "text": BAD, "language": "be", "unit": town.unit.code}
    assert person.post(at("new_petition"), {**typed, "text": ""}).status_code == 422
    assert person.post(at("new_petition"), typed).status_code == 302
    assert Petition.objects.get().threshold == FEW
