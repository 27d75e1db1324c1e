"""A tired person types something; the right procedure comes first, and nothing typed can break the search."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.procedures.models import Edition, Procedure, SearchEntry
from ratusha.procedures.public import pieces, reindex, search
from ratusha.procedures.search.models import SearchState
from ratusha.procedures.search.testing import loaded_catalogue

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module", autouse=True)
def catalogue(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    with django_db_blocker.unblock(), loaded_catalogue(TODAY):
        yield


def first(query, **how):
    result = search(query, lang="ru", on=TODAY, **how)
    return result.hits[0].code if result.hits else ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("прописка", "U200/13.1"),
        ("прапіска", "U200/13.1"),
        ("propiska", "U200/13.1"),
        ("ghjgbcrf", "U200/13.1"),
        ("детский сад", "U200/6.6"),
        ("дзіцячы сад", "U200/6.6"),
        ("kindergarten", "U200/6.6"),
        ("справка с мест роботы", "U200/2.2"),
        ("2.6", "U200/2.6"),
        ("CM156/9.10", "CM156/9.10"),
    ],
)
def test_the_right_procedure_comes_first(typed, code):
    assert first(typed) == code


def test_what_was_mended_is_said():
    assert search("ghjgbcrf", lang="ru", on=TODAY).corrected == "прописка"
    assert (
        search("справка о состове симьи", lang="ru", on=TODAY).corrected
        == "справка о составе семьи"
    )
    assert search("справка о составе семьи", lang="ru", on=TODAY).corrected == ""


def test_the_belarusian_keyboard_is_understood_too():
    assert first("ghfgscrf") == "U200/13.1"
    assert first("lfdtlrf f, crkflpt cqv]b") in {"U200/1.3.2", "U200/1.3.3"}


def test_an_excluded_procedure_is_never_found():
    excluded = set(Procedure.objects.exclude(excluded_since=None).values_list("code", flat=True))
    assert excluded
    assert not SearchEntry.objects.filter(code__in=excluded).exists()
    assert first("приватизация жилого помещения 1.1.9") not in excluded


def test_only_editions_in_force_on_the_day_are_found():
    assert not search("паспорт", lang="ru", on=date(1999, 1, 1)).hits


def test_a_kind_of_applicant_narrows_the_answer():
    for_business = search("товарный знак", lang="ru", applicant_kind="organisation", on=TODAY)
    assert for_business.hits
    assert all("organisation" in hit.edition.applicants for hit in for_business.hits)
    assert first("товарный знак", applicant_kind="citizen") == "U200/19.11"


def test_the_words_that_answer_are_marked_in_the_title():
    hit = search("регистрация рождения", lang="ru", on=TODAY).hits[0]
    marked = [words for words, matched in pieces(hit.edition.title["ru"], hit.matched) if matched]
    assert marked == ["Регистрация рождения"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\x00\x01\x1b[31m",
        "' OR 1=1; DROP TABLE procedures_searchentry; --",
        "паспорт & | ! <-> :* ( 'утрата'",
        "'':A %s %(x)s {} \\",
        "🐕 собака 👨‍👩‍👧",
        "\u202eтропсап",
        "ж" * 10_000,
        "паспорт " * 2_000,
        "1." * 3_000,
        "\ud800\udfff",
        "%_%",
        "א ב ג паспорт",
        "(((((((((",
    ],
)
def test_hostile_input_is_answered_like_any_other(typed):
    result = search(typed, lang="be", on=TODAY)
    assert len(result.hits) <= 20
    assert len(result.query) <= 200


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300), st.sampled_from(["be", "ru", "en", "", "xx"]))
def test_nothing_typed_raises(typed, lang):
    search(typed, lang=lang, on=TODAY)


def test_nothing_meaningful_finds_nothing():
    assert not search("ъъъъъ", lang="ru", on=TODAY).hits
    assert not search("и в на", lang="ru", on=TODAY).hits


def test_a_question_costs_few_queries(django_assert_max_num_queries):
    search("паспорт 11.1.2", lang="ru", on=TODAY)
    with django_assert_max_num_queries(4):
        search("паспорт 11.1.2", lang="ru", on=TODAY)


def test_an_unchanged_catalogue_is_not_indexed_again(django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert reindex() == Edition.objects.filter(procedure__excluded_since=None).count()


@pytest.mark.parametrize("plan", ["enable_hashjoin", "enable_nestloop", "enable_mergejoin"])
def test_the_catalogue_is_the_same_whichever_way_the_database_reads_it(plan):
    before = SearchState.objects.get().digest
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {plan} = off")
    SearchState.objects.update(digest="")
    reindex()
    assert SearchState.objects.get().digest == before
