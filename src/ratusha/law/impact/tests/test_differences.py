"""Two editions told in words."""

import msgspec
import pytest
from django.utils import translation

from ratusha.kernel.pack import pack
from ratusha.law.impact.differences import differences
from ratusha.procedures.public import Ground, Source, read_definitions

BENEFIT = next(d for d in read_definitions(pack().folder) if d.code == "U200/2.6")
SAID = {"be": "новае", "ru": "новое", "en": "new"}
change = msgspec.structs.replace


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(after):
    return {d.place: (d.before, d.after) for d in differences(BENEFIT, after)}


def test_the_same_words_have_no_differences():
    assert differences(BENEFIT, BENEFIT) == []


def test_a_later_first_day_alone_changes_nothing():
    assert told(change(BENEFIT, valid_from=BENEFIT.valid_from.replace(year=2030))) == {}


def test_a_longer_term_is_told_in_words():
    after = change(BENEFIT, term=change(BENEFIT.term, base="1 month"))
    assert told(after) == {"term.base": ("10 days", "1 month")}
    assert differences(BENEFIT, after)[0].what == "Term: base"


def test_a_new_ground_has_nothing_before_it():
    ground = Ground(code="new_one", text=SAID, source=Source(title="Act"))
    assert told(change(BENEFIT, refuse=[*BENEFIT.refuse, ground])) == {
        "refuse.new_one": ("", "new")
    }


def test_a_document_that_is_gone_has_nothing_after_it():
    after = change(BENEFIT, documents=[d for d in BENEFIT.documents if d.code != "guardianship"])
    assert told(after) == {
        "documents.guardianship": ("Copy of the decision on adoption or guardianship", "")
    }


def test_moving_a_question_is_no_change_of_the_question():
    page = BENEFIT.form[0]
    moved = change(page, fields=[*page.fields[1:], page.fields[0]])
    assert told(change(BENEFIT, form=[moved, *BENEFIT.form[1:]])) == {}


def test_a_question_that_became_voluntary_is_told_at_its_place():
    page = BENEFIT.form[0]
    first = change(page.fields[0], required=False)
    after = change(
        BENEFIT, form=[change(page, fields=[first, *page.fields[1:]]), *BENEFIT.form[1:]]
    )
    assert told(after) == {"form.child.fields.child.required": ("", "no")}
