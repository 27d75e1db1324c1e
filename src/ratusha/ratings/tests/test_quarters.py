"""The analysis of a quarter: what it says and does not say, that it stays, and what is listed below it."""

import csv
import io
import json
from datetime import UTC, date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from ratusha.accounts.tests.factories import UserFactory
from ratusha.cases.models import Rating
from ratusha.ratings.belief import Tally, difference
from ratusha.ratings.models import Analysis, Crowd, Given, Organisation, Remainder
from ratusha.ratings.queries import picture_of, ranking
from ratusha.ratings.reading import corrections_of, facts_of, lines_of, moved_of, signed, themes_of
from ratusha.ratings.rules import analysed_from, last_day_of, quarter_words
from ratusha.ratings.services.analyse import make_analyses
from ratusha.ratings.services.erase import erase
from ratusha.ratings.services.judge import restore, set_aside
from ratusha.ratings.services.reply import reply
from ratusha.ratings.sheets import made_words

from .conftest import BAD, GOOD

MINSK = ZoneInfo("Europe/Minsk")
SUMMER, AUTUMN = "2026-Q3", "2026-Q4"


# ---- rules ----
@pytest.mark.parametrize(
    ("quarter", "last", "made"),
    [
        ("2026-Q1", date(2026, 3, 31), date(2026, 4, 15)),
        ("2026-Q2", date(2026, 6, 30), date(2026, 7, 15)),
        ("2026-Q3", date(2026, 9, 30), date(2026, 10, 15)),
        ("2026-Q4", date(2026, 12, 31), date(2027, 1, 15)),
    ],
)
def test_a_quarter_is_analysed_when_its_last_marks_stand(quarter, last, made):
    assert last_day_of(quarter) == last
    assert analysed_from(quarter, 14) == made


def test_a_quarter_is_named_in_words():
    with translation.override("ru"):
        assert quarter_words("2026-Q3") == "III квартал 2026 года"


def tally(*means):
    return Tally(len(means), sum(means), sum(one**2 for one in means))


def test_a_change_is_as_large_as_the_ratings_allow_and_the_imagined_ones_move_nothing():
    before, now = tally(*[2.0] * 30), tally(*[4.0] * 30)
    told = difference(now, before, both=before + now, weight=10, certainty=0.95)
    assert told.mean == pytest.approx(2 * 30 / 40)  # ten imagined of each forty are the same
    assert 0 < told.low < told.mean < told.high
    same = difference(now, now, both=now + now, weight=10, certainty=0.95)
    assert (same.mean, same.low, same.high) == (0, 0, 0)


def test_few_ratings_prove_no_change():
    told = difference(
        tally(4.0, 3.0, 5.0, 4.0, 4.0), tally(3.0, 4.0, 4.0, 3.0, 5.0),
        both=tally(3.0, 3.0, 4.0, 4.0, 4.0, 4.0, 4.0, 5.0, 5.0, 3.0), weight=10, certainty=0.95,
    )  # fmt: skip
    assert told.low < 0 < told.high


@pytest.mark.parametrize(
    ("low", "high", "tag"), [(0.1, 0.4, "ok"), (-0.4, -0.1, "late"), (-0.1, 0.2, "quiet")]
)
def test_only_a_certain_change_is_called_one(low, high, tag):
    assert moved_of({"mean": (low + high) / 2, "low": low, "high": high}, SUMMER).tag == tag


def test_a_nought_has_no_sign():
    assert [signed(value) for value in (0.004, -0.004, 0.25, -1)] == [
        "0,00",
        "0,00",
        "+0,25",
        "−1,00",
    ]


def test_the_day_of_a_document_is_that_of_the_local_clock():
    night = datetime(2026, 10, 14, 22, 30, tzinfo=UTC)
    with translation.override("en"):
        assert "15 October 2026" in made_words(Analysis(quarter=SUMMER, made_at=night))


# ---- the document ----
def at(*day, hour=12):
    return datetime(*day, hour, tzinfo=MINSK)


def rate(opinions, scores, count, on, category="road.hole"):
    """On one day, so many people about one thing."""
    opinions.town.now = on
    given = []
    with time_machine.travel(on, tick=False):
        for _one in range(count):
            user = UserFactory()
            case = opinions.finished(user, category=category)
            given.append(opinions._given(case, user, scores, "", ""))
    return given


@pytest.fixture
def told(opinions):
    """Nine in each of two quarters about a hole, and in the second three about a lamp; one is replied to."""
    rate(opinions, BAD, 9, at(2026, 8, 3))
    given = rate(opinions, GOOD, 9, at(2026, 10, 12))
    rate(opinions, BAD, 3, at(2026, 10, 13), "road.lights")
    later = at(2026, 10, 15)
    reply(given[0].pk, text="Дзякуй.", by=opinions.clerk, now=later)
    return given


def analysed(now):
    with time_machine.travel(now, tick=False):
        return make_analyses(now)


def of_utility(quarter):
    return Analysis.objects.select_related("organisation").get(
        quarter=quarter, organisation__code="utility"
    )


def test_both_quarters_are_made_once_and_only_when_their_marks_stand(told):  # noqa: ARG001
    assert analysed(at(2026, 10, 14)) == 0
    assert analysed(at(2026, 10, 15)) == 2  # of the organisation and of all
    assert analysed(at(2027, 1, 15)) == 2
    assert analysed(at(2027, 1, 16)) == 0
    assert set(Analysis.objects.values_list("quarter", flat=True)) == {SUMMER, AUTUMN}


def test_the_document_says_means_changes_replies_and_coverage(told):  # noqa: ARG001
    analysed(at(2027, 1, 15))
    figures = of_utility(AUTUMN).figures
    assert (figures["ratings"], figures["finished"], figures["rated"]) == (12, 12, 12)
    assert (figures["set_aside"], figures["rated_of"]) == (0, 12)
    assert (figures["replied"], figures["reply_days"]) == (1, 3)
    assert figures["change"]["low"] > 0
    assert [one["criterion"] for one in figures["criteria"]] == [
        "simplicity", "information", "term", "politeness",
    ]  # fmt: skip
    whole = Analysis.objects.get(quarter=AUTUMN, organisation=None).figures
    assert (whole["organisations"], whole["better"], whole["worse"]) == (1, 1, 0)
    assert of_utility(SUMMER).figures["change"] is None


def test_a_theme_of_few_is_left_out_and_another_with_it(told, opinions):  # noqa: ARG001
    rate(opinions, GOOD, 20, at(2026, 11, 2), "yard.cleaning")
    analysed(at(2027, 1, 15))
    themes = of_utility(AUTUMN).figures["themes"]
    assert [one["ratings"] for one in themes] == [20]  # nine holes are hidden with three lamps
    assert themes[0]["lowest"] == "term"


def test_of_few_ratings_nothing_is_said_but_what_they_are_part_of(opinions):
    rate(opinions, BAD, 4, at(2026, 8, 3))
    analysed(at(2026, 10, 15))
    one = of_utility(SUMMER)
    assert (one.figures, lines_of(one), themes_of(one)) == (
        {"ratings": None, "finished": 4},
        [],
        [],
    )
    assert len(facts_of(one)) == 1
    whole = Analysis.objects.get(quarter=SUMMER, organisation=None)
    assert whole.figures == {"ratings": None, "finished": 4}


def page():
    """What everybody reads of the organisation: all ratings, and quarter by quarter."""
    picture = picture_of(Organisation.objects.get(code="utility"))
    return picture.count, [(one.since, one.name, one.belief.count) for one in picture.quarters]


def test_small_quarters_before_and_after_are_in_no_figure_until_they_are_enough_together(opinions):
    rate(opinions, BAD, 3, at(2026, 8, 3))
    rate(opinions, GOOD, 9, at(2026, 10, 12))
    analysed(at(2027, 1, 15))
    told = {
        one.quarter: one.figures["ratings"] for one in Analysis.objects.exclude(organisation=None)
    }
    assert told == {SUMMER: None, AUTUMN: 9}
    of_autumn = [(AUTUMN, AUTUMN, 9)]
    assert page() == (9, of_autumn)
    rate(opinions, BAD, 2, at(2027, 1, 18))
    assert page() == (9, of_autumn)  # a quarter that is not over says nothing yet
    analysed(at(2027, 4, 15))
    assert page() == (14, [(SUMMER, "2027-Q1", 5), *of_autumn])
    assert of_utility("2027-Q1").figures["ratings"] is None
    assert analysed(at(2027, 4, 16)) == 0
    assert page()[0] == 14


def test_a_document_from_before_crowds_is_one_and_small_quarters_are_not_told_with_it(opinions):
    rate(opinions, BAD, 3, at(2026, 5, 4))
    given = rate(opinions, GOOD, 9, at(2026, 8, 3))
    utility = Organisation.objects.get(code="utility")
    for one in (utility, None):
        Analysis.objects.create(
            organisation=one, quarter=SUMMER, figures={"ratings": 9}, formula="quarter-1",
            made_at=at(2026, 10, 15),
        )  # fmt: skip
    set_aside(given[0].pk, reason="Накрутка", by=opinions.overseer, now=at(2026, 10, 20))
    for day in (27, 28):
        analysed(at(2026, 11, day))
        assert page() == (9, [(SUMMER, SUMMER, 9)])
    assert Given.objects.filter(crowd=None).count() == 3


def test_what_is_set_aside_later_moves_a_figure_only_in_a_crowd(opinions):
    given = rate(opinions, GOOD, 12, at(2026, 8, 3))
    analysed(at(2026, 10, 15))
    for number, one in enumerate(given[:5], 1):
        set_aside(one.pk, reason="Накрутка", by=opinions.overseer, now=at(2026, 10, 20))
        analysed(at(2026, 10, 20 + number))
        assert page()[0] == (12 if number < 5 else 7)
    assert page()[1] == [(SUMMER, SUMMER, 12)]  # as its document has it
    assert corrections_of(of_utility(SUMMER))
    restore(given[0].pk, reason="Памылка", by=opinions.overseer, now=at(2026, 10, 26))
    analysed(at(2026, 10, 27))
    assert page()[0] == 7
    assert all(one.people >= 5 for one in Crowd.objects.all())


def test_what_is_erased_stays_as_it_was_told_and_no_figure_moves(told):
    rest = Given.objects.filter(quarter=AUTUMN).exclude(pk__in=[one.pk for one in told])
    aside = rest.first()
    analysed(at(2027, 1, 15))
    before = page()
    Rating.objects.filter(case=aside.case_id).update(set_aside_at=at(2027, 1, 16))
    with connection.cursor() as cursor:  # as if an act named them
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("given", "reply"):
            cursor.execute(f"ALTER TABLE ratings_{table} DISABLE TRIGGER kept_with_its_case")
    for one in (aside, *told[:2]):
        erase(one.case)
    analysed(at(2027, 1, 17))
    assert page() == before
    assert Remainder.objects.exclude(crowd=None).count() == 3


@pytest.mark.parametrize(
    "change", ["UPDATE ratings_crowd SET people = 9", "DELETE FROM ratings_crowd",
               "UPDATE ratings_remainder SET marks = '[]'", "DELETE FROM ratings_remainder"]
)  # fmt: skip
def test_the_database_itself_keeps_crowds_and_what_is_left_of_ratings(told, change):
    analysed(at(2027, 1, 15))
    Remainder.objects.create(
        organisation=told[0].organisation, quarter=SUMMER, marks=[5, 5, 5, 5], lot=uuid4()
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_whom_few_did_not_rate_is_not_told_beside_those_who_did(opinions):
    rate(opinions, GOOD, 9, at(2026, 8, 3))
    opinions.finished(UserFactory())
    analysed(at(2026, 10, 15))
    figures = of_utility(SUMMER).figures
    assert (figures["ratings"], figures["finished"], figures["rated"]) == (9, 10, None)
    picture = picture_of(Organisation.objects.get(code="utility"))
    assert (picture.count, picture.finished) == (9, None)
    assert "1 з 10" not in read("analysis", "utility", SUMMER).text


def test_the_whole_is_of_the_organisations_that_are_told(opinions):
    given = [*rate(opinions, BAD, 3, at(2026, 8, 3)), *rate(opinions, GOOD, 18, at(2026, 8, 4))]
    for code, theirs in (("small", given[:3]), ("other", given[3:12])):
        organisation = Organisation.objects.create(code=code, name={"be": code})
        Given.objects.filter(pk__in=[one.pk for one in theirs]).update(organisation=organisation)
    analysed(at(2026, 10, 15))
    told = {
        one.organisation.code: one.figures["ratings"]
        for one in Analysis.objects.exclude(organisation=None)
    }
    assert told == {"small": None, "other": 9, "utility": 9}
    assert Analysis.objects.get(organisation=None).figures["ratings"] == 18
    assert (ranking().ratings, ranking().too_few) == (18, 1)


def test_no_person_and_no_case_is_in_a_document(told):
    analysed(at(2027, 1, 15))
    kept = json.dumps(list(Analysis.objects.values_list("figures", flat=True)))
    for given in told:
        assert str(given.case_id) not in kept
        assert str(given.case.applicant_id) not in kept


def test_a_rating_set_aside_later_changes_no_document_and_is_listed_below_it(told, opinions):
    analysed(at(2027, 1, 15))
    before = of_utility(AUTUMN).figures
    set_aside(told[0].pk, reason="Накрутка", by=opinions.overseer, now=at(2027, 2, 1))
    analysed(at(2027, 2, 2))
    assert of_utility(AUTUMN).figures == before
    (one,) = corrections_of(of_utility(AUTUMN))
    assert timezone.localdate(one.at) == date(2027, 2, 1)
    assert corrections_of(of_utility(SUMMER)) == []
    assert "Накрутка" not in read("analysis", "utility", AUTUMN).text


@pytest.mark.parametrize(
    "change", ["UPDATE ratings_analysis SET formula = 'other'", "DELETE FROM ratings_analysis"]
)
def test_the_database_itself_keeps_documents(told, change):  # noqa: ARG001
    analysed(at(2027, 1, 15))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


# ---- pages ----
def read(name, *arguments):
    return Client().get(reverse(f"ratings:{name}", args=arguments))


def test_everybody_reads_the_documents_on_pages_on_paper_and_as_a_table(told):  # noqa: ARG001
    analysed(at(2027, 1, 15))
    assert "IV квартал 2026 года" in read("quarters").text
    assert "ЖКГ № 1" in read("quarter", AUTUMN).text
    page = read("analysis", "utility", AUTUMN).text
    for words in ("дакладна лепш", "12 (100", "Што палічана"):
        assert words in page
    for paper in (read("quarter_pdf", AUTUMN), read("analysis_pdf", "utility", AUTUMN)):
        assert paper.content.startswith(b"%PDF")
    rows = list(csv.DictReader(io.StringIO(read("quarter_csv", AUTUMN).text)))
    assert [row["criterion"] for row in rows if row["code"] == "utility"] == [
        "", "simplicity", "information", "term", "politeness",
    ]  # fmt: skip
    assert {row["ratings"] for row in rows} == {"12"}
    assert f"quarters/{AUTUMN}/" in read("organisation", "utility").text


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("quarter", ["2026-Q1"]), ("quarter_pdf", ["no"]), ("quarter_csv", ["2026-Q1"]),
        ("analysis", ["utility", "2026-Q1"]), ("analysis_pdf", ["nobody", SUMMER]),
    ],
)  # fmt: skip
def test_a_document_that_was_not_made_is_not_there(name, arguments):
    assert read(name, *arguments).status_code == 404


def test_before_the_first_document_the_list_says_when_it_comes(db):  # noqa: ARG001
    with time_machine.travel(at(2026, 9, 2), tick=False):
        assert "14" in read("quarters").text
