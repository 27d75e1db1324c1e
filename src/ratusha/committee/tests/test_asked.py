"""Consultations in a digest: what ended in the week, in sums that tell of no few, read in three languages."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.committee import permissions as may
from ratusha.committee.models import Digest
from ratusha.committee.services.digest import make_digests
from ratusha.committee.weeks import monday_of
from ratusha.consultations.models import (
    Budget,
    Discussion,
    Draft,
    Petition,
    Poll,
    Signature,
    Stance,
    Statement,
)
from ratusha.issues.public import draw_anew

from .conftest import after, day

MONDAY = monday_of(day()) - timedelta(weeks=1)
FRIDAY = MONDAY + timedelta(days=4)
MAP = {
    "placed": 12, "asked": [1, 2], "silhouette": 0.5, "explained": 0.9, "axes": [[1, 0], [0, 1]], "means": [0, 0],
    "groups": [{"number": n, "size": 6, "x": n, "y": 0} for n in (1, 2)],
    "answers": [
        [{"agree": 6, "disagree": 0, "pass": 0}, {"agree": 5, "disagree": 1, "pass": 0}],
        [{"agree": 6, "disagree": 0, "pass": 0}, {"agree": 0, "disagree": 6, "pass": 0}],
    ],
}  # fmt: skip


@pytest.fixture
def reader(hall):
    return official(may.SEE, body_id=hall.committee.pk)


def poll(hall, *, votes, cast, **changed):
    moment = after(days=(FRIDAY - day()).days)
    return Poll.objects.create(**{
        "code": f"poll{cast}", "body_id": hall.committee.pk, "language": "be", "title": "Двор", "about": "Двор.",
        "questions": [{"question": "Што?", "answers": ["Сквер", "Стаянка"], "max": 1}], "age": 16,
        "status": "counted", "prepared_by": hall.deputy, "prepared_at": moment - timedelta(days=9),
        "closes_at": moment, "opened_at": moment - timedelta(days=8), "closed_at": moment, "papers_given": cast,
        "ballots_cast": cast, "result": [votes], **changed,
    })  # fmt: skip


def petition(hall, **changed):
    return Petition.objects.create(**{
        "code": "petition1", "body_id": hall.committee.pk, "language": "be", "title": "Пандус", "text": "Пандус.",
        "threshold": 5, "author_id": UserFactory().pk, "lodged_at": after(days=-60), "signed": 40,
        "status": "answered", "answer": "Зробім.", "finished_on": FRIDAY, "reached_on": MONDAY - timedelta(days=30),
        **changed,
    })  # fmt: skip


def discussion(hall):
    made = Discussion.objects.create(
        code="talk1", body_id=hall.committee.pk, language="be", title="Бібліятэка", about="Пра час.",
        opens_on=MONDAY - timedelta(days=20), closes_on=FRIDAY, map=MAP, placed=12,
    )  # fmt: skip
    said = [
        Statement.objects.create(
            discussion=made, number=number, text=f"Сказ {number}", language="be", on=MONDAY, status="admitted"
        )
        for number in (1, 2)
    ]  # fmt: skip
    Stance.objects.bulk_create(
        Stance(statement=one, holder=f"{nth}", value=1) for one in said for nth in range(12)
    )
    return made


def ended(hall):
    make_digests(hall.town.now)
    return Digest.objects.get(week=MONDAY).ended


def test_a_poll_comes_with_its_result_and_one_of_few_with_none(hall, reader):  # noqa: ARG001
    poll(hall, votes=[6, 20, 14], cast=40)
    poll(hall, votes=[0, 27, 3], cast=30)
    many, few = sorted(ended(hall), key=lambda one: -one["took_part"])
    assert [line["count"] for line in many["lines"]] == [20, 14, 6]
    assert [line["count"] for line in few["lines"]] == [None, None, None]
    assert few["took_part"] == 30


def test_a_discussion_tells_what_all_groups_agree_with_and_no_number_of_it(hall, reader):  # noqa: ARG001
    discussion(hall)
    (one,) = ended(hall)
    assert one["took_part"] == 12
    assert [(line["text"], line["count"]) for line in one["lines"]] == [({"be": "Сказ 1"}, None)]


def test_a_petition_of_few_says_so_and_a_refused_one_is_not_named(hall, reader):  # noqa: ARG001
    author = UserFactory()
    made = petition(
        hall, signed=3, reached_on=None, status="lapsed", answer="", author_id=author.pk
    )
    Signature.objects.create(petition=made, person_id=author.pk, on=MONDAY)
    petition(
        hall, code="bad", title="Абраза", status="refused", ground="insult", answer="", reached_on=None
    )  # fmt: skip
    (one,) = found = ended(hall)
    assert one["took_part"] is None
    kept = json.dumps(found, ensure_ascii=False)
    assert "Абраза" not in kept
    assert str(author.pk) not in kept


def test_a_budget_and_a_draft_law_come_in_the_week_of_their_last_day(hall, reader):  # noqa: ARG001
    budget = Budget.objects.create(
        code="money1", body_id=hall.committee.pk, language="be", title="Двары", about="Двары.", amount=100,
        ideas_until=MONDAY - timedelta(days=9), votes_until=FRIDAY, status="decided",
        outcome={"bought": [{"project": 1}], "votes": {"1": 0}},
    )  # fmt: skip
    budget.projects.create(
        number=1, author_id=UserFactory().pk, title="Лаўкі", text="Лаўкі.", language="be",
        at=after(days=-30), status="admitted", cost=50,
    )  # fmt: skip
    for code, last in (("draft1", FRIDAY), ("draft2", MONDAY + timedelta(days=7))):
        Draft.objects.create(
            code=code, body_id=hall.committee.pk, language="be", title=code, about="Правілы.",
            opens_on=MONDAY - timedelta(days=20), closes_on=last,
        )  # fmt: skip
    assert {one["code"]: [line["text"] for line in one["lines"]] for one in ended(hall)} == {
        "money1": [{"be": "Лаўкі"}],
        "draft1": [],
    }


def test_how_long_issues_took_is_kept_for_the_territory_and_few_are_not_told(hall, reader):
    for nth in range(5):
        hall.town.now = after(days=(MONDAY - day()).days, hours=nth)
        hall.town.done(lat=53.8 + nth / 50)
    draw_anew()
    hall.town.now = after(days=1)
    ended(hall)
    kept = Digest.objects.get(week=MONDAY).times
    (row,) = kept["districts"]
    assert row["done"] == {"known": 5, "of": 5, "median": 0.08, "p90": 0.08}
    assert row["closed"]["median"] is None
    browser = sign_in(Client(), reader, AccessMode.STRICT, hall.committee.pk)
    page = browser.get(reverse("committee:digest", args=[Digest.objects.get(week=MONDAY).pk])).text
    assert "known of 5 of 5" in page
    assert "no data, or of fewer than five" in page
    table = browser.get(
        reverse("committee:digest_csv", args=[Digest.objects.get(week=MONDAY).pk])
    ).text
    told = {line["topic"]: line["count"] for line in csv.DictReader(io.StringIO(table))}
    assert told["By district: done"] == "0.08"
    assert told["By district: In their term"] == str(row["in_term"])


def test_what_others_asked_is_not_told_here(hall, reader):  # noqa: ARG001
    petition(hall, body_id=hall.stranger.pk, unit_code="")
    assert ended(hall) == []


def test_what_ended_is_read_printed_and_taken_as_a_table(hall, reader):
    poll(hall, votes=[6, 20, 14], cast=40)
    discussion(hall)
    petition(hall)
    ended(hall)
    address = [Digest.objects.get(week=MONDAY).pk]
    browser = sign_in(Client(), reader, AccessMode.STRICT, hall.committee.pk)
    page = browser.get(reverse("committee:digest", args=address)).text
    for words in ("Двор", "40 people", "Сказ 1", "Пандус"):
        assert words in page
    paper = browser.get(reverse("committee:digest_pdf", args=address))
    assert paper.content.startswith(b"%PDF")
    table = browser.get(reverse("committee:digest_csv", args=address)).text
    told = {row["topic"]: row["count"] for row in csv.DictReader(io.StringIO(table))}
    assert told == {
        "Двор": "40", "Што?: Сквер": "20", "Што?: Стаянка": "14", "Што?: No answer": "6", "Пандус": "40",
        "Бібліятэка": "12", "Сказ 1": "",
    }  # fmt: skip
