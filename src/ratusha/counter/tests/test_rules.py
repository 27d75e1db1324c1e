from datetime import timedelta

import pytest

from ratusha.counter.rules import digest, printed, require_checked, require_signed, waiting_time
from ratusha.kernel.errors import RuleBroken


@pytest.mark.parametrize(("number", "shown"), [(7, "007"), (42, "042"), (1234, "1234")])
def test_a_number_is_called_with_three_figures(number, shown):
    assert printed(number) == shown


@pytest.mark.parametrize(
    ("ahead", "minutes", "windows", "wait"),
    [(4, [10, 20, 12], 2, 24), (4, [10], 0, 40), (0, [10], 1, 0), (4, [], 2, None)],
)
def test_the_wait_is_the_usual_visit_for_each_ahead_shared_by_the_windows(
    ahead, minutes, windows, wait
):
    found = waiting_time(ahead, [timedelta(minutes=m) for m in minutes], windows)
    assert found == (None if wait is None else timedelta(minutes=wait))


@pytest.mark.parametrize(
    ("stands", "agrees", "field"), [(False, True, "stands_here"), (True, False, "agrees")]
)
def test_nothing_is_looked_up_without_the_person_and_the_consent(stands, agrees, field):
    with pytest.raises(RuleBroken) as refusal:
        require_checked(stands_here=stands, agrees=agrees)
    assert refusal.value.field == field


def test_only_the_paper_that_was_signed_is_lodged():
    answers = {"purpose": "school"}
    require_signed(digest(answers), answers, signed=True)
    with pytest.raises(RuleBroken, match="not_printed"):
        require_signed("", answers, signed=True)
    with pytest.raises(RuleBroken, match="not_signed"):
        require_signed(digest(answers), answers, signed=False)
    with pytest.raises(RuleBroken, match="changed_since_printed"):
        require_signed(digest(answers), {"purpose": "court"}, signed=True)
