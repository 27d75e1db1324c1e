"""One number for every call: tied by who stands behind both, seen by whoever answers, taken apart with a reason."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.audit.models import Entry
from ratusha.cases.models import CaseLink
from ratusha.cases.public import matter_of, tie, tie_at_desk, untie
from ratusha.issues.services.joining import merge
from ratusha.issues.tests.conftest import NOW, Town
from ratusha.kernel.errors import Conflict, DomainError, NotPermitted, RuleBroken
from ratusha.ratings.public import Marks, give

MARKS, RATED = ("simplicity", "information", "term", "politeness"), "12 з 20"


@pytest.fixture
def town(db, settings, tmp_path):  # noqa: ARG001 - each test in its own transaction
    settings.DATA = tmp_path
    return Town()


def code_of(act, *arguments, **more):
    with pytest.raises(DomainError) as refused:
        act(*arguments, **more)
    return refused.value.code


def two(town, **more):
    """An earlier issue of the neighbour, and a later one."""
    earlier = town.reported()
    town.later()
    return earlier, town.reported(category="green.tree", **more)


# ---- tying ----
def test_a_person_ties_two_of_their_own_under_the_number_of_the_first(town):
    earlier, later = two(town)
    tie(later.pk, number=earlier.reference.lower(), by=town.neighbour, now=NOW)
    for case in (earlier, later):
        assert matter_of(case).number == earlier.reference
    assert code_of(tie, later.pk, number=earlier.reference, by=town.neighbour, now=NOW) == (
        "matter.one_already"
    )


@pytest.mark.parametrize("number", ["2026-0000-0000-0", "x" * 500, "", "здесь был Вася"])
def test_a_number_of_nobody_and_of_somebody_else_are_answered_alike(town, number):
    own, other = town.reported(), town.lodged(by=town.another).case
    for told in (number, other.reference):
        assert code_of(tie, own.pk, number=told, by=town.neighbour, now=NOW) == "matter.unknown"
    with pytest.raises(NotPermitted):
        tie(other.pk, number=own.reference, by=town.neighbour, now=NOW)
    assert not CaseLink.objects.exists()


def test_a_report_without_signing_in_is_tied_by_its_code(town):
    lodged, own = town.lodged(), town.reported(category="green.tree")
    wrong = {"number": lodged.case.reference, "by": town.neighbour, "now": NOW}
    assert code_of(tie, own.pk, code="0" * 20, **wrong) == "matter.unknown"
    tie(own.pk, code=lodged.code, **wrong)
    assert matter_of(own).number == lodged.case.reference


def test_a_story_ends_at_the_case_of_somebody_else(town):
    """The neighbour's issue is tied with one of another person, who has more: that is not the neighbour's story."""
    mine = town.reported()
    theirs = town.lodged(by=town.another).case
    more = town.lodged(by=town.another, category="green.tree").case
    tie(more.pk, number=theirs.reference, by=town.another, now=NOW)
    given = {"by": town.dispatcher, "now": NOW, "reason": "Адна яма."}
    tie_at_desk(mine.pk, number=theirs.reference, **given)
    assert matter_of(mine).at_desk(mine) == [mine, theirs]
    assert matter_of(mine).of_person(town.neighbour, NOW.date()) == [mine]


def test_joined_reports_of_strangers_stay_two_matters(town):
    first = town.reported()
    second = town.lodged(by=town.another).case
    merge(second.pk, into=first.reference, by=town.dispatcher, now=NOW)
    assert matter_of(first).is_one


# ---- at the desk ----
def test_an_official_ties_with_a_reason_and_takes_apart_with_a_reason(town):
    earlier, later = two(town)
    given = {"number": earlier.reference, "by": town.dispatcher, "now": NOW}
    assert code_of(tie_at_desk, later.pk, reason=" ", **given) == "matter.reason_missing"
    link = tie_at_desk(later.pk, reason="Пра адно.", **given)
    stranger = official("cases.see", body_id=town.utility.pk)
    with pytest.raises(NotPermitted):
        untie(link.pk, reason="x", by=stranger, now=NOW)
    with pytest.raises(RuleBroken):
        untie(link.pk, reason="", by=town.dispatcher, now=NOW)
    untie(link.pk, reason="Пра рознае.", by=town.dispatcher, now=NOW)
    assert matter_of(later).is_one
    with pytest.raises(Conflict):
        untie(link.pk, reason="Яшчэ раз.", by=town.dispatcher, now=NOW)
    tie_at_desk(later.pk, reason="Усё ж пра адно.", **given)  # added anew, the history stays
    assert CaseLink.objects.count() == 2
    assert {"case.tie", "case.untie"} <= set(Entry.objects.values_list("action", flat=True))


def test_what_follows_from_the_law_is_not_taken_apart(town):
    first, second = two(town)
    merge(second.pk, into=first.reference, by=town.dispatcher, now=NOW)
    link = CaseLink.objects.get()
    assert code_of(untie, link.pk, reason="x", by=town.dispatcher, now=NOW) == "matter.stands"


# ---- pages ----
def at(name, *arguments):
    return reverse(f"portal:{name}", args=arguments)


def test_the_person_ties_on_a_page_and_reads_the_story(town):
    earlier, later = two(town)
    client = sign_in(Client(), town.neighbour)
    page = at("matter", later.reference)
    wrong = client.post(page, {"matter": "2026-1"})
    assert wrong.status_code == 422
    assert 'href="#id_matter"' in wrong.text
    client.post(page, {"matter": earlier.reference})
    assert earlier.reference in client.get(page).text
    stranger = sign_in(Client(), town.another)
    assert stranger.get(page).status_code == 404


def test_the_official_reads_the_story_and_the_look_is_in_the_journal(town):
    earlier, later = two(town)
    tie(later.pk, number=earlier.reference, by=town.neighbour, now=NOW)
    client = sign_in(Client(), town.dispatcher, AccessMode.STRICT, town.hall.pk)
    page = client.get(at("desk_matter", later.reference))
    assert earlier.reference in page.text
    assert Entry.objects.filter(action="case.read_story", object_id=later.reference).exists()
    link = CaseLink.objects.get()
    sent = client.post(
        at("desk_untie", later.reference, link.case_id, link.about_id), {"reason": "Рознае."}
    )
    assert sent.status_code == 302
    assert matter_of(later).is_one
    other = sign_in(Client(), town.master, AccessMode.STRICT, town.utility.pk)
    assert other.get(at("desk_matter", later.reference)).status_code == 404


def test_one_field_tells_what_a_number_is_and_nothing_to_whom_it_does_not_concern(town):
    public, mine = town.reported(), town.lodged(by=town.another).case
    dispatch_page, anybody = at("number"), Client()
    assert public.address in anybody.post(dispatch_page, {"number": public.reference}).text
    type(mine).objects.filter(pk=mine.pk).update(kind="appeal", status="registered")
    unknown = "2026-7NR4-9WD3-R"
    told = [
        anybody.post(dispatch_page, {"number": number}).text.replace(number, "").split("<main")[1]
        for number in (mine.reference, unknown)
    ]
    strip = [text.split("csrfmiddlewaretoken")[0].split("<form")[0] for text in told]
    assert strip[0] == strip[1]
    slip = anybody.post(dispatch_page, {"number": "2026-7NR4-9WD3-W"})
    assert slip.status_code == 422
    own = sign_in(Client(), town.another)
    assert mine.reference in own.post(dispatch_page, {"number": mine.reference}).text


def test_a_code_opens_what_was_reported_without_signing_in(town):
    lodged = town.lodged()
    answer = Client().post(at("number"), {"number": lodged.case.reference, "code": lodged.code})
    assert reverse("issues:mine", args=[lodged.code]) in answer.text


def test_who_was_rated_reads_no_marks_in_the_story_and_who_answers_elsewhere_does(town):
    """The marks of the first issue are of the utility, which the master works for; the dispatcher is of the hall."""
    done = town.done()
    give(done.pk, Marks(scores=dict.fromkeys(MARKS, 3)), by=town.neighbour, now=town.later())
    later = town.assigned(category="green.tree")
    tie(later.pk, number=done.reference, by=town.neighbour, now=NOW)
    for who, body, reads in (
        (town.dispatcher, town.hall, True),
        (town.master, town.utility, False),
    ):
        client = sign_in(Client(), who, AccessMode.STRICT, body.pk)
        page = client.get(at("desk_matter", later.reference))
        assert done.reference in page.text
        assert (RATED in page.text) is reads
    mine = sign_in(Client(), town.neighbour).get(at("matter", later.reference))
    assert RATED in mine.text
