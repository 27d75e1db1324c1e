"""Who may do what to a draft, without a database."""

import pytest

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.law.workshop.rules import (
    State,
    require_open,
    require_second_person,
    require_settled,
)

ALENA, ANDREI = 1, 2


def test_another_lawyer_publishes_what_was_reviewed():
    require_second_person(State.REVIEWED, ALENA, ANDREI)


def test_who_reviewed_may_not_publish():
    with pytest.raises(NotPermitted) as refused:
        require_second_person(State.REVIEWED, ALENA, ALENA)
    assert refused.value.code == "workshop.same_person"


def test_nobody_publishes_what_nobody_reviewed():
    with pytest.raises(RuleBroken) as refused:
        require_second_person(State.COMPILED, None, ANDREI)
    assert refused.value.code == "workshop.not_reviewed"


def test_what_is_published_is_not_changed():
    with pytest.raises(Conflict):
        require_open(State.PUBLISHED)
    require_open(State.COMPILED)
    require_open(State.REVIEWED)


@pytest.mark.parametrize(
    ("open_facts", "findings", "code"),
    [(["term-1"], 0, "workshop.open_facts"), ([], 2, "workshop.findings")],
)
def test_a_review_waits_for_every_phrase_and_for_a_definition_without_mistakes(
    open_facts, findings, code
):
    with pytest.raises(RuleBroken) as refused:
        require_settled(open_facts, findings)
    assert refused.value.code == code


def test_a_settled_definition_can_be_reviewed():
    require_settled([], 0)
