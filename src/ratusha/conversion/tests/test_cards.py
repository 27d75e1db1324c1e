"""Cards on PostgreSQL: sent with a duty of three days, agreed by two, switched on by an act, fallen back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ratusha.audit.models import Entry
from ratusha.conversion.models import Card, Side, Stage
from ratusha.conversion.services import cards, falling
from ratusha.conversion.services.duties import RULE
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.notifications.public import Notice
from ratusha.obligations.public import Obligation, tonight

from .conftest import CODE, NOW


def test_a_sent_card_is_a_duty_of_both_sides_for_three_working_days(ministry):
    card = ministry.sent()
    duties = Obligation.objects.filter(rule=RULE, about=str(card.pk))
    assert {one.subject_id for one in duties} == {ministry.regulator.pk, ministry.concerned.pk}
    assert {one.due_on for one in duties} == {date(2026, 9, 4)} == {card.agree_by}
    assert {one.to_id for one in duties} == {ministry.drawing.pk}


def test_a_word_said_in_time_fulfils_the_duty_and_the_next_act_accepts_it(ministry):
    card = ministry.switched_on()
    standings = Obligation.objects.filter(rule=RULE, about=str(card.pk)).values_list(
        "standing", "late_since"
    )
    assert list(standings) == [("accepted", None)] * 2


def test_silence_after_three_days_is_late_for_ever_and_never_consent(ministry):
    card = ministry.sent()
    tonight(NOW + timedelta(days=4))
    late = Obligation.objects.filter(about=str(card.pk)).values_list("late_since", flat=True)
    assert set(late) == {date(2026, 9, 5)}
    ministry.now = NOW + timedelta(days=6)
    assert ministry.agreed(card).stage == Stage.AGREED
    late = Obligation.objects.filter(about=str(card.pk)).values_list("standing", "late_since")
    assert set(late) == {("submitted", date(2026, 9, 5))}


def test_one_no_ends_the_card_and_the_next_one_may_be_drawn(ministry):
    card = ministry.sent()
    with pytest.raises(RuleBroken, match=r"conversion\.no_reason"):
        cards.speak(card, Side.REGULATOR, agrees=False, words="", by=ministry.of_regulator, now=NOW)
    cards.speak(
        card, Side.REGULATOR, agrees=False, words="Рана.", by=ministry.of_regulator, now=NOW
    )
    card.refresh_from_db()
    assert card.stage == Stage.DISAGREED
    assert ministry.drawn().number == 2


def test_whoever_has_drawn_a_card_does_not_agree_to_it(ministry):
    card = ministry.sent()
    with pytest.raises(NotPermitted):
        cards.speak(card, Side.REGULATOR, agrees=True, words="", by=ministry.drawer, now=NOW)


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"level": "e2"}, "conversion.not_online"), ({"title": {"ru": "Справка"}}, None)],
)
def test_a_card_is_switched_on_only_when_the_procedure_in_force_is_online(ministry, changed, code):
    ministry.is_promised(**({} if code is None else changed))
    card = ministry.tested()
    if code is None:
        assert cards.switch_on(card, act="Указ № 1", by=ministry.drawer, now=NOW).switched_on_at
        return
    with pytest.raises(RuleBroken) as refused:
        cards.switch_on(card, act="Указ № 1", by=ministry.drawer, now=NOW)
    assert refused.value.code == code


def test_without_the_act_nothing_is_switched_on(ministry):
    card = ministry.tested()
    with pytest.raises(RuleBroken) as refused:
        cards.switch_on(card, act="  ", by=ministry.drawer, now=NOW)
    assert refused.value.field == "act"


def test_a_procedure_rated_red_for_two_quarters_falls_back_with_the_reason(ministry):
    card = ministry.switched_on()
    ministry.rated(date(2026, 10, 20), 5, 2)
    ministry.rated(date(2027, 1, 20), 6, 1)
    assert falling.judge(NOW + timedelta(days=30)) == 0
    night = NOW.replace(year=2027, month=4, day=2)
    assert falling.judge(night) == 1
    assert falling.judge(night) == 0  # repeated, it finds nothing again
    card.refresh_from_db()
    assert (card.stage, card.fell_back_on) == (Stage.FELL_BACK, date(2027, 4, 2))
    assert [(one["ratings"], one["mean"]) for one in card.rated] == [(5, 2.0), (6, 1.0)]
    assert Entry.objects.filter(action="conversion.fall_back").count() == 1
    notice = Notice.objects.of(ministry.drawer.party_id).get()
    assert CODE in notice.subject["be"]


def test_ratings_before_the_new_way_say_nothing_of_it(ministry):
    ministry.rated(date(2026, 4, 20), 5, 1)
    ministry.rated(date(2026, 7, 20), 5, 1)
    ministry.switched_on()
    assert falling.judge(NOW.replace(month=10, day=2)) == 0


def test_the_database_knows_no_card_that_fell_back_without_a_day(ministry):
    card = ministry.switched_on()
    with pytest.raises(IntegrityError, match="card_fell_back"), transaction.atomic():
        Card.objects.filter(pk=card.pk).update(stage=Stage.FELL_BACK)
