"""The brief of an item: what a member reads on one page before the vote."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.measures.brief import brief_of, groups_of
from ratusha.measures.models import PassportDraft, Profile
from ratusha.measures.services import examine, passport

from .conftest import POSITIVE


@pytest.fixture
def item(state):
    """Of a measure that was returned once, with others of its kind beside it."""
    for total in (500_000, 100_000, 530_000, 900_000):
        other = state.submitted()
        Profile.objects.filter(case=other).update(total=Decimal(total))
    case = state.with_experts()
    examine.give_back(case.pk, ground="goal", text="Удакладніце.", by=state.expert, now=state.now)
    draft = PassportDraft.objects.get(pk=case.pk)
    draft.answers["identity"]["short_name"] = "Маршруты"
    draft.save()
    passport.submit(case.pk, by=state.initiator, now=state.now)
    examine.assign(case.pk, expert=state.experts[0].pk, by=state.manager, now=state.now)
    examine.opine(case.pk, **POSITIVE, by=state.expert, now=state.now)
    return state.published(case)


def test_a_brief_tells_passport_expertise_comparison_places_conflicts_and_history(state, item):
    told = brief_of(item)
    assert {"budget", "goal", "schedule"} <= {one.block for one in told.essentials}
    assert told.opinion.text == POSITIVE["text"]
    assert [one.total for one in told.compared] == [530_000, 500_000, 900_000]  # nearest to 528 000
    assert told.places == ["Мінская вобласць"]
    assert [one.level for one in told.tiles].count(5) == 1
    assert [one.split(",")[0] for one in told.conflicts] == [state.interested.display_name]
    assert [(one.version, one.text) for one in told.returned] == [(1, "Удакладніце.")]
    report = told.report
    report.advice = [["U01", "look", "budget", f"Заўвага {one}"] for one in range(8)]
    report.advice += [["U02", "unknown", "budget", "Няма даных"]] * 3
    report.save(update_fields=["advice"])
    told = brief_of(item)
    assert (len(told.advice), told.more, told.unknown) == (6, 2, 3)
    words = [f"{term} {said}" for _title, rows in groups_of(told) for term, said in rows]
    assert any("Удакладніце." in one for one in words)
    assert any("Мінская вобласць" in one for one in words)
    assert {" Знаходак, якіх тут не паказана: 2", " Праверак, якія немагчыма вылічыць: 3"} <= set(
        words
    )


def test_the_brief_is_a_page_and_a_paper_for_who_sees_all_measures(
    state, item, django_assert_max_num_queries
):
    chair = sign_in(Client(), state.chair, AccessMode.STRICT, state.ministry.pk)
    address = reverse("measures:brief", args=[item.session_id, item.pk])
    assert address in chair.get(reverse("measures:session", args=[item.session_id])).text
    with django_assert_max_num_queries(60):
        page = chair.get(address)
    for words in ("Удакладніце.", state.interested.display_name, "Мінская вобласць"):
        assert words in page.text
    printed = chair.get(reverse("measures:brief_print", args=[item.session_id, item.pk]))
    assert printed.content.startswith(b"%PDF")
    written = chair.get(reverse("measures:brief_word", args=[item.session_id, item.pk]))
    assert written.content.startswith(b"PK")
    initiator = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    assert initiator.get(address).status_code == 404


def test_of_the_first_measure_nothing_is_known_to_compare_and_nothing_came_before(state):
    told = brief_of(state.on_agenda(state.before_council()))
    assert (told.compared, told.returned, told.before, told.conflicts) == ([], [], [], [])
