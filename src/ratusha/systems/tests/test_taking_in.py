"""A whole register comes in from a file: each row or its reason, once, and its owner confirms it."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.audit.models import Entry as Trace
from ratusha.systems.card import DataObject, Interface, plain
from ratusha.systems.models import CardVersion, Mastery, System
from ratusha.systems.queries import cards
from ratusha.systems.register_file.form import Entry
from ratusha.systems.register_file.writing import as_csv, as_json
from ratusha.systems.services import filing
from ratusha.systems.services.entering import change_card
from ratusha.systems.services.taking_in import take_in
from ratusha.systems.whole import whole_register

from .conftest import NOW, PERSON


def taken(content, **given):
    return take_in(content, name="register.csv", now=NOW, **given)


def reasons(done):
    return [(one.line, one.reason.partition(":")[0]) for one in done.refused]


@pytest.fixture
def ring(state):
    """Three systems: two that need each other, one for service use; `state.owner` owns them."""
    assert state.owner
    one, two, three = (f"SYS-2020-0000{n}" for n in (1, 2, 3))
    return [
        Entry(state.card("Адзін", objects=[PERSON], interfaces=[Interface(two)]), one),
        Entry(state.card("Два", interfaces=[Interface(one)], contact="+375 17"), two),
        Entry(state.card("=Тры", access="service"), three),
    ]


@pytest.mark.parametrize("write", [as_csv, as_json])
def test_a_register_that_is_taken_out_comes_in_the_same(ring, write):
    done = taken(write(ring))
    assert (done.rows, len(done.new), done.refused) == (3, 3, [])
    assert cards(open_only=False) == {one.number: one.card for one in ring}
    again = taken(write(whole_register()))
    assert (again.new, again.unchanged, again.refused) == ([], 3, [])
    assert CardVersion.objects.count() == 3


def test_a_trial_writes_nothing(ring):
    assert len(taken(as_json(ring), trial=True).new) == 3
    assert not System.objects.exists()
    assert not Trace.objects.filter(action__startswith="system.").exists()


def test_the_owner_confirms_what_was_taken_in(state, ring):
    taken(as_json(ring))
    number = ring[0].number
    assert System.objects.get(number=number).awaits_owner_since == NOW.date()
    page = Client().get(reverse("systems:card", args=[number])).text
    assert "іншага рэестра" in page
    desk = state.at_desk(state.keeper, state.owner).get(reverse("systems:desk")).text
    assert desk.count("іншага рэестра") == 3
    filing.confirm(number, by=state.keeper, now=NOW)
    assert System.objects.get(number=number).awaits_owner_since is None
    other = System.objects.get(number=ring[1].number)
    change_card(other.pk, other.card, owner_id=state.owner.pk, by=None, now=NOW, reason="")
    other.refresh_from_db()
    assert other.awaits_owner_since is None


def test_a_row_is_refused_with_its_line_and_who_needs_it_with_it(state):
    assert state.owner
    lost, needs, sound = "SYS-2020-00001", "SYS-2020-00002", "SYS-2020-00003"
    rows = [
        Entry(state.card("Два", interfaces=[Interface(lost)]), needs),
        Entry(state.card("Адзін", commissioned_by=""), lost),
        Entry(state.card("Тры"), sound),
        Entry(state.card("Чатыры", owner="state:999"), "SYS-2020-00004"),
    ]
    done = taken(as_csv(rows))
    assert reasons(done) == [(2, "G02"), (3, "G05"), (5, "G04")]
    assert list(System.objects.values_list("number", flat=True)) == [sound]


def test_two_masters_of_one_object_do_not_come_in(state):
    state.entered(objects=[PERSON])
    other = DataObject("land", "Зямля", master=True)
    done = taken(
        as_json(
            [
                Entry(state.card("Адзін", objects=[PERSON])),
                Entry(state.card("Два", objects=[other])),
                Entry(state.card("Тры", objects=[other])),
            ]
        )
    )
    assert [reason for _line, reason in reasons(done)] == ["G01", "G01"]
    assert Mastery.objects.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"commissioned_by": ""}, {"interfaces": [Interface("SYS-2020-00009")]}]
)
def test_a_refused_row_claims_no_object(state, wrong):
    assert state.owner
    rows = [
        Entry(state.card("Адзін", objects=[PERSON], **wrong)),
        Entry(state.card("Два", objects=[PERSON])),
    ]
    done = taken(as_json(rows))
    assert len(done.new) == len(done.refused) == 1
    assert Mastery.objects.get().system.name == {"be": "Два"}


def test_who_is_refused_for_another_masters_sake_claims_nothing_either(state):
    assert state.owner
    land, water = (DataObject(code, code, master=True) for code in ("land", "water"))
    lost = "SYS-2020-00002"
    rows = [
        Entry(state.card("Першая", objects=[land])),
        Entry(state.card("Страчаная", objects=[land]), lost),
        Entry(state.card("Залежная", objects=[water], interfaces=[Interface(lost)])),
        Entry(state.card("Добрая", objects=[water])),
    ]
    done = taken(as_json(rows))
    assert [reason for _line, reason in reasons(done)] == ["G01", "G02"]
    assert {one.system.name["be"] for one in Mastery.objects.all()} == {"Першая", "Добрая"}


@pytest.mark.parametrize("numbers", [("", "SYS-2020-00001"), ("SYS-2020-00001", "")])
def test_a_system_with_its_number_and_without_it_comes_once(state, numbers):
    assert state.owner
    done = taken(as_csv([Entry(state.card("Адна"), number) for number in numbers]))
    assert len(done.new) == len(done.refused) == 1


def test_a_row_without_a_number_gets_the_next_and_comes_once(state):
    assert state.owner
    rows = as_csv([Entry(state.card("Без")), Entry(state.card("З нумарам"), "SYS-2026-00001")])
    done = taken(rows)
    assert dict(done.new) == {2: "SYS-2026-00002", 3: "SYS-2026-00001"}
    assert taken(rows).unchanged == 2


def test_what_differs_or_comes_twice_is_refused(state):
    known = state.entered("Рэестр лекаў")
    rows = [
        Entry(state.card("Іншая назва"), known.number),
        Entry(state.card("Новая")),
        Entry(state.card("Новая", contact="Ян")),
    ]
    done = taken(as_json(rows))
    assert len(done.refused) == 2
    assert known.number in done.refused[0].reason
    assert System.objects.get(pk=known.pk).told == plain(known.card)


def test_who_took_what_in_is_in_the_journal(ring):
    taken(as_json(ring))
    assert Trace.objects.filter(action="system.take_in").count() == 3
    whole = Trace.objects.get(action="system.take_in_file")
    assert whole.details["new"] == 3
    assert whole.object_id in CardVersion.objects.first().reason


def test_who_oversees_downloads_the_whole_register(state, ring):
    taken(as_json(ring))
    page = state.at_desk(state.registrar, state.registrar_body)
    told = page.get(reverse("systems:whole_csv"))
    assert "'=Тры" in told.content.decode()
    assert "attachment" in told["Content-Disposition"]
    assert len(page.get(reverse("systems:whole_json")).json()["systems"]) == 3
    stranger = state.at_desk(state.keeper, state.owner)
    assert stranger.get(reverse("systems:whole_csv")).status_code == 404
    assert Client().get(reverse("systems:whole_csv")).status_code == 302
