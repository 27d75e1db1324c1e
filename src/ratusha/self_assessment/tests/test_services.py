"""Acts: who may, what is kept, what is refused; on PostgreSQL."""

import io
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from PIL import Image

from ratusha.accounts.tests.factories import official
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.self_assessment import permissions as may
from ratusha.self_assessment.models import Answer, Contact, Edition
from ratusha.self_assessment.offers import offers
from ratusha.self_assessment.queries import answers_of, contacts_of, owners_of, rows_of
from ratusha.self_assessment.rules import Given, Origin, State
from ratusha.self_assessment.services import answering
from ratusha.self_assessment.services import edition as editions

from .conftest import FORM, NOW
from .test_rules import complete

YES, NO = Given(choice=("yes",)), Given(choice=("no",))


def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(drawn, "PNG")
    return drawn.getvalue()


def answer(room, number, given, by=None, **more):
    return answering.answer(room.edition, number, given, by=by or room.owner, now=NOW, **more)


def everything_answered(room, consent):
    for number, given in complete().items():
        links = tuple("http://127.0.0.1:8000/en/" for _link in given.links)
        given = Given(given.choice, given.text, links)  # noqa: PLW2901
        answer(room, number, consent if number == 112 else given, room.coordinator)


# ---- editions ----
def test_the_edition_of_2021_holds_what_was_written_and_no_ticked_box(room):  # noqa: ARG001
    older = Edition.objects.get(name="2021")
    assert older.state == State.HANDED_IN
    answers = answers_of(older)
    assert "Law On information" in answers[37].text
    assert not [one for one in answers.values() if one.choice]
    assert not {2, 3, 4, 5, 15, 16, 17, 18} & set(answers)
    assert set(older.answers.values_list("origin", flat=True)) == {Origin.IMPORTED}


def test_an_edition_is_taken_over_once(room):  # noqa: ARG001
    again = editions.take_over("answers-2021", now=NOW)
    assert Edition.objects.filter(name="2021").count() == 1
    assert again.answers.count() == 60


def test_a_new_edition_stands_after_the_one_before(room):
    assert room.edition.before.name == "2021"
    assert room.edition.state == State.FILLING


def test_who_does_not_coordinate_opens_nothing(room):
    with pytest.raises(NotPermitted):
        editions.open_edition("2028", FORM, by=room.owner, body_id=room.owner_body, now=NOW)


def test_two_editions_of_a_form_are_not_filled_in_at_once(room):
    with pytest.raises(Conflict):
        editions.open_edition("2028", FORM, by=room.coordinator, body_id=room.body, now=NOW)
    with pytest.raises(RuleBroken, match="name_taken"):
        editions.open_edition("2026", FORM, by=room.coordinator, body_id=room.body, now=NOW)


def test_the_last_owner_named_is_the_owner(room):
    other = official(may.FILL, body_id=room.owner_body, display_name="Іншы")
    editions.name_owner(room.edition, "C", other, by=room.coordinator, now=NOW)
    assert owners_of(room.edition)["C"] == other
    assert room.edition.owners.count() == 2
    with pytest.raises(NotPermitted):
        editions.name_owner(room.edition, "C", other, by=room.owner, now=NOW)


# ---- answering ----
def test_an_answer_is_added_and_the_newest_counts(room):
    answer(room, 36, NO)
    answer(room, 36, YES)
    assert answers_of(room.edition)[36] == YES
    assert Answer.objects.filter(edition=room.edition, question=36).count() == 2


def test_an_answer_that_is_emptied_is_no_answer(room):
    answer(room, 36, YES)
    answer(room, 36, Given())
    assert 36 not in answers_of(room.edition)


def test_half_an_answer_is_kept(room):
    answer(room, 36, YES)
    answer(room, 37, Given(text="To be proved."))
    assert answers_of(room.edition)[37].text == "To be proved."


def test_a_shut_question_is_not_answered(room):
    with pytest.raises(RuleBroken, match="shut"):
        answer(room, 37, Given(text="The law."))


def test_the_owner_answers_their_section_alone_and_the_coordinator_all(room):
    with pytest.raises(NotPermitted):
        answer(room, 56, YES)
    answer(room, 56, YES, room.coordinator)
    with pytest.raises(NotPermitted):
        answer(room, 36, YES, room.stranger)


def test_an_owner_whose_appointment_has_ended_answers_no_more(room):
    past = official(may.FILL, until=date(2026, 11, 1), display_name="Былы")
    editions.name_owner(room.edition, "C", past, by=room.coordinator, now=NOW)
    with pytest.raises(NotPermitted):
        answer(room, 36, YES, past)


def test_a_copy_is_kept_and_stays_with_the_next_words(room):
    answer(room, 36, YES)
    kept = answer(room, 37, Given(text="See the copy."), copy=answering.Copy("act.png", picture()))
    again = answer(room, 37, Given(text="See page 2 of the copy.", has_copy=True))
    assert again.copy == kept.copy is not None


def test_what_names_a_person_has_no_history(room):
    for name in ("First", "Second"):
        answer(room, 2, Given(text=name), room.coordinator)
    assert contacts_of(room.edition) == {2: "Second"}
    assert not Answer.objects.filter(edition=room.edition, question=2).exists()
    assert Contact.objects.filter(edition=room.edition).count() == 1


# ---- what the platform offers ----
def test_an_offer_is_accepted_to_the_letter_with_who_and_when(room):
    (made,) = answering.accept_offers(room.edition, ["36:law-36"], by=room.owner, now=NOW)
    assert (made.origin, made.fact, made.as_of) == (Origin.ACCEPTED, "law-36", date(2026, 11, 20))
    assert (made.by, made.at) == (room.owner, NOW)
    offered = next(o for o in offers(date(2026, 11, 20), questions={36}))
    assert made.given() == offered.given
    assert made.offered == offered.as_offered()


def test_a_yes_and_its_detail_are_accepted_together_in_the_right_order(room):
    keys = ["37:law-36", "36:law-36"]
    made = answering.accept_offers(room.edition, keys, by=room.owner, now=NOW)
    assert [one.question for one in made] == [36, 37]


def test_a_detail_is_not_accepted_while_its_parent_is_open(room):
    with pytest.raises(RuleBroken, match="shut"):
        answering.accept_offers(room.edition, ["37:law-36"], by=room.owner, now=NOW)
    assert not rows_of(room.edition)


def test_what_is_begun_from_an_offer_and_changed_says_so(room):
    answer(room, 36, YES)
    made = answer(room, 37, Given(text="In other words."), from_offer="law-36")
    assert (made.origin, made.fact, made.text) == (Origin.EDITED, "law-36", "In other words.")
    assert made.offered["text"].startswith("Law of 10 November 2008")


def test_an_offer_is_declined_with_a_reason(room):
    declined = answering.decline_offer(
        room.edition, 36, "law-36", "Заменены.", by=room.owner, now=NOW
    )
    assert (declined.fact, declined.reason, declined.by) == ("law-36", "Заменены.", room.owner)
    assert 36 not in answers_of(room.edition)


def test_what_is_not_offered_cannot_be_accepted(room):
    with pytest.raises(RuleBroken, match="no_offer"):
        answering.accept_offers(room.edition, ["36:usage"], by=room.owner, now=NOW)


# ---- the end ----
def test_an_incomplete_form_is_not_handed_in(room):
    with pytest.raises(RuleBroken, match="incomplete"):
        editions.hand_in(room.edition, by=room.coordinator, now=NOW)


def test_a_complete_form_is_handed_in_and_published_with_consent(room):
    everything_answered(room, YES)
    handed = editions.hand_in(room.edition, by=room.coordinator, now=NOW)
    assert handed.state == State.HANDED_IN
    with pytest.raises(Conflict):
        answer(room, 36, YES)
    shown = editions.publish(room.edition, by=room.coordinator, now=NOW)
    assert shown.state == State.PUBLISHED
    with pytest.raises(Conflict):
        editions.publish(room.edition, by=room.coordinator, now=NOW)


def test_without_consent_nothing_is_published(room):
    everything_answered(room, NO)
    editions.hand_in(room.edition, by=room.coordinator, now=NOW)
    with pytest.raises(RuleBroken, match="consent"):
        editions.publish(room.edition, by=room.coordinator, now=NOW)
    assert Edition.objects.get(name="2026").published_at is None


def test_nobody_else_hands_in_or_publishes(room):
    other = official(may.COORDINATE, body_id=uuid4())
    for act in (editions.hand_in, editions.publish):
        with pytest.raises(NotPermitted):
            act(room.edition, by=other, now=datetime(2026, 11, 21, tzinfo=UTC))


def test_contacts_go_three_years_after_their_edition_was_handed_in(room):
    answer(room, 2, Given(text="Somebody"), room.coordinator)
    everything_answered(room, YES)
    editions.hand_in(room.edition, by=room.coordinator, now=NOW)
    editions.forget_contacts(NOW + timedelta(days=3 * 365 - 2))
    assert Contact.objects.filter(edition=room.edition).exists()
    editions.forget_contacts(NOW + timedelta(days=3 * 366))
    assert not Contact.objects.filter(edition=room.edition).exists()
