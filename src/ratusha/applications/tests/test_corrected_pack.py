"""A demonstration state follows its pack; who has begun under the old words keeps them."""

import shutil
from datetime import date, timedelta

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import pack
from ratusha.procedures.public import Edition, edition_in_force, load_pack

from .state import HOUSEHOLD, NOW, TODAY, small_pack

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def load(tmp_path):
    """`load("2 months")`: the pack of the living state with other words for how long the certificate is good."""
    folder = small_pack(tmp_path)
    (folder / "procedures").unlink()
    shutil.copytree(pack().folder / "procedures", folder / "procedures")

    def change_and_load(period: str, *, for_trial: bool = True) -> None:
        file = folder / "procedures" / f"{HOUSEHOLD}.yaml"
        good_for = edition_in_force(HOUSEHOLD, TODAY).promise.validity.period
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"period: {good_for}", f"period: {period}"), encoding="utf-8")
        load_pack(folder, today=TODAY, now=NOW, for_trial=for_trial)

    return change_and_load


def good_for(on: date) -> str:
    return edition_in_force(HOUSEHOLD, on).promise.validity.period


def test_a_case_keeps_its_words_and_the_corrected_ones_begin_today(applying, load):
    draft = applying().begun(now=NOW - timedelta(days=7))
    load("2 months")
    assert (good_for(TODAY - timedelta(days=7)), good_for(TODAY)) == ("6 months", "2 months")
    draft.refresh_from_db()
    assert draft.edition.promise.validity.period == "6 months"
    assert draft.edition.valid_until == TODAY


def test_corrected_twice_a_day_the_second_words_replace_the_first(applying, load):
    applying().begun()
    load("2 months")
    load("3 months")
    assert good_for(TODAY) == "3 months"
    assert Edition.objects.filter(procedure=HOUSEHOLD).count() == 2


def test_what_began_today_and_is_held_gives_way_tomorrow(applying, load):
    applying().begun()
    load("2 months")
    applying(who="dzmitry").begun()
    load("3 months")
    assert (good_for(TODAY), good_for(TOMORROW)) == ("2 months", "3 months")


def test_a_real_state_refuses_words_without_a_later_day(applying, load):
    applying().begun()
    with pytest.raises(RuleBroken) as broken:
        load("2 months", for_trial=False)
    assert broken.value.code == "procedures.edition_in_force"
    assert good_for(TODAY) == "6 months"
