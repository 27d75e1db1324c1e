"""What an application for a pilot must say before it is taken (rules Q01 to Q06). Pure.

No official text of these rules is stored: they carry the sample mark.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

LONGEST_PILOT = 12  # months
LEAST_POINTS = 12  # measurements of a comparison of before with after
LEAST_READINESS, MOST_READINESS = 1, 9


class Design(TextChoices):
    """Q02: against what the effect is compared, from the surest to the weakest."""

    RANDOMISED = "randomised", gettext_lazy("Chosen by lot")
    COMPARISON = "comparison", gettext_lazy("Compared with named places without the pilot")
    BEFORE_AFTER = "before_after", gettext_lazy("Before and after, at least twelve measurements")
    OPINION = "opinion", gettext_lazy("Opinion of experts")


def require_measurable(*, baseline: Decimal, target: Decimal) -> None:
    """Q01: the hypothesis says from which figure to which."""
    if baseline == target:
        message = _("Q01: the hypothesis must say what changes: the two figures are the same.")
        raise RuleBroken("pilot.Q01", message, field="target")


def require_duration(months: int) -> None:
    """Q04."""
    if months > LONGEST_PILOT:
        message = _("Q04: a pilot lasts at most %(most)s months.") % {"most": LONGEST_PILOT}
        raise RuleBroken("pilot.Q04", message, field="months")


def require_comparison(design: str, *, compared_with: Sequence[str], points: int) -> None:
    """Q02: against what the effect will be compared is said before the pilot, not chosen when its figures are there."""
    if design == Design.COMPARISON and not compared_with:
        message = _("Q02: name the places without the pilot that it will be compared with.")
        raise RuleBroken("pilot.Q02", message, field="compared_with")
    if design == Design.BEFORE_AFTER and points < LEAST_POINTS:
        message = _("Q02: before and after are compared by at least %(least)s measurements.")
        raise RuleBroken("pilot.Q02", message % {"least": LEAST_POINTS}, field="points")


def require_place_named(place: str, compared_with: Sequence[str]) -> None:
    """Q02: a place to compare with is one of those that the application has named."""
    if compared_with and place not in compared_with:
        message = _("Q02: the application compares with other places: %(places)s.")
        raise RuleBroken("pilot.Q02", message % {"places": ", ".join(compared_with)}, field="place")


def require_effect_for_scaling(low: Decimal, *, council_reason: str) -> None:
    """To scale, the whole interval of the effect lies above zero, or the Council has said why nevertheless."""
    if low <= 0 and not council_reason.strip():
        message = _("The effect is not surely above zero: name the reason of the Council.")
        raise RuleBroken("pilot.effect_unsure", message, field="council_reason")
