"""What lies between the agreement and switching on: the interagency working group, development, test. Pure.

The working group may send a card back at any time until it is switched on; a test that was not passed leads back to
development. A procedure that is abolished or merged has nothing to develop.
"""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.errors import Conflict, RuleBroken

from .models import Stage, WorkKind
from .ways import ENDS_THE_PROCEDURE

OPEN = (
    Stage.DRAFT, Stage.AGREEING, Stage.AGREED, Stage.SETTLED, Stage.DEVELOPED, Stage.TESTED,
)  # fmt: skip
WHEN = {
    WorkKind.GROUP: (Stage.AGREED, Stage.SETTLED, Stage.DEVELOPED, Stage.TESTED),
    WorkKind.DEVELOPMENT: (Stage.SETTLED,),
    WorkKind.TEST: (Stage.DEVELOPED,),
}


def kinds_of(variant: str) -> list[WorkKind]:
    """The steps that a card of this variant goes through."""
    return [WorkKind.GROUP] if variant in ENDS_THE_PROCEDURE else list(WorkKind)


def in_turn(stage: str, variant: str) -> list[WorkKind]:
    """What may be done now; the step that leads on comes first."""
    found = [kind for kind in kinds_of(variant) if stage in WHEN[kind]]
    return found if stage == Stage.AGREED else found[1:] + found[:1]


def stage_after(kind: WorkKind, stage: str, *, goes_on: bool) -> Stage:
    match kind, goes_on:
        case WorkKind.GROUP, False:
            return Stage.RETURNED
        case WorkKind.GROUP, True:
            return Stage.SETTLED if stage == Stage.AGREED else Stage(stage)
        case WorkKind.TEST, False:
            return Stage.SETTLED
        case WorkKind.TEST, True:
            return Stage.TESTED
        case _:
            return Stage.DEVELOPED


def may_be_switched_on(stage: str, variant: str) -> bool:
    return stage == (Stage.SETTLED if variant in ENDS_THE_PROCEDURE else Stage.TESTED)


def require_in_turn(kind: WorkKind, stage: str, variant: str) -> None:
    if kind not in in_turn(stage, variant):
        raise Conflict(
            "conversion.not_in_turn", _("It is not the turn of this step. Look at the card again.")
        )


def require_ready(stage: str, variant: str) -> None:
    if not may_be_switched_on(stage, variant):
        message = _(
            "It is switched on after the working group, the development and a test that was passed."
        )
        raise Conflict("conversion.not_ready", message)


def require_day(on: date, *, since: date, today: date) -> None:
    """A step is written down when it is over, and no step ends before the one that goes before it."""
    if on > today:
        raise RuleBroken("conversion.day_ahead", _("This day has not come yet."), field="on")
    if on < since:
        message = _("The step before it was done later than on this day.")
        raise RuleBroken("conversion.day_before", message, field="on")
