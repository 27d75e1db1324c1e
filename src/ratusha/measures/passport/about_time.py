"""Rules about time: stages, their order and days, how long they take (P03, P17)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .definition import Answers
from .graph import cycle_in
from .reading import day, number, rows
from .ruling import ERROR, WARNING, Circumstances, Rules

LONGEST_STAGE = 183  # days: six months

RULES = Rules()


@RULES.enter("P03", ERROR, "schedule", "stages")
def _stages_follow_each_other(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    stages = rows(answers, "schedule", "stages")
    after = {str(one.get("number")): _numbers(one.get("after")) for one in stages}
    unknown = sorted({name for names in after.values() for name in names} - after.keys())
    if unknown:
        yield _("P03: there are no stages %(numbers)s.") % {"numbers": ", ".join(unknown)}
    elif circle := cycle_in(after):
        yield _("P03: stages wait for each other in a circle: %(numbers)s.") % {
            "numbers": ", ".join(circle)
        }
    identity = answers.get("identity", {})
    first, last = day(identity, "starts_on"), day(identity, "ends_on")
    for one in stages:
        start, end = day(one, "starts_on"), day(one, "ends_on")
        outside = (first and start and start < first) or (last and end and end > last)
        if outside or (start and end and end < start):
            yield _(
                "P03: the days of stage %(number)s are outside the measure, or in the wrong order."
            ) % {"number": one.get("number")}


def _numbers(written: object) -> list[str]:
    return [one.strip() for one in str(written or "").split(",") if one.strip()]


@RULES.enter("P03", ERROR, "schedule", "stages")
def _durations_are_in_order(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "schedule", "stages"):
        three = [number(one, name) for name in ("shortest", "likeliest", "longest")]
        told = [made for made in three if made is not None]
        if told != sorted(told):
            yield _(
                "P03: of stage %(number)s the fewest days are to be at most the likeliest, and these at most the most."
            ) % {"number": one.get("number")}


@RULES.enter("P17", WARNING, "schedule", "stages")
def _stages_are_short(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "schedule", "stages"):
        start, end = day(one, "starts_on"), day(one, "ends_on")
        if start and end and (end - start).days > LONGEST_STAGE:
            yield _("P17: stage %(number)s is longer than six months; cut it into parts.") % {
                "number": one.get("number")
            }
