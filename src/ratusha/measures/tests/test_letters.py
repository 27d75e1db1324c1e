"""Who is told of a step: those whose turn comes and the body that proposes, never who took it, never twice."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ratusha.kernel.events import deliver_due
from ratusha.measures.rules import TO_DO, Status
from ratusha.notifications.public import Notice

HIS = (Status.CLASSIFIED, Status.SUBMITTED)  # what waits for the manager


def with_party(*users):
    for one in users:
        one.party_id = uuid4()
        one.save(update_fields=["party_id"])


def told(user):
    return [one.body["be"] for one in Notice.objects.of(user.party_id).order_by("created_at")]


@pytest.fixture
def everybody(state):
    with_party(state.initiator, state.inspector, state.manager, state.expert, state.secretary)
    return state


def test_each_hears_when_their_turn_comes_and_nobody_of_their_own_step(everybody):
    state = everybody
    case = state.with_experts()
    for _twice in range(2):
        deliver_due(now=state.now + timedelta(minutes=1))
    his = told(state.manager)
    assert len(his) == len(HIS)
    assert all(any(str(TO_DO[code]) in one for one in his) for code in HIS)
    assert len(told(state.expert)) == 1
    assert len(told(state.inspector)) > len(told(state.initiator)) > 0
    notice = Notice.objects.of(state.expert.party_id).get()
    assert notice.case_reference == case.reference
    assert set(notice.body) == {"be", "ru", "en"}


def test_members_are_invited_with_the_agenda(everybody):
    state = everybody
    with_party(state.chair, state.member, state.interested)
    case = state.before_council()
    state.published(case)
    assert [len(told(one)) for one in (state.chair, state.member, state.interested)] == [1, 1, 1]
    assert "Электронны рэестр" in told(state.member)[0] or "Рэестр" in told(state.member)[0]
