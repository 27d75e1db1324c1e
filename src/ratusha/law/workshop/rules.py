"""From a row of the law to an edition in force: who may do what, and when.

That two people answer for a publication is a rule of this house; no act was seen that asks for it.
"""

from collections.abc import Collection
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken


class State(TextChoices):
    COMPILED = "compiled", gettext_lazy("to be checked")
    REVIEWED = "reviewed", gettext_lazy("checked, waits for the second person")
    PUBLISHED = "published", gettext_lazy("published")


class Act(TextChoices):
    """What was done to a draft; a line of its history each."""

    COMPILED = "compiled", gettext_lazy("compiled")
    ACCEPTED = "accepted", gettext_lazy("accepted")
    KEPT = "kept", gettext_lazy("kept as it is written")
    MENDED = "mended", gettext_lazy("said in other words")
    WRITTEN = "written", gettext_lazy("definition changed")
    REVIEWED = "reviewed", gettext_lazy("checked as a whole")
    PUBLISHED = "published", gettext_lazy("published")


RESOLVED = frozenset({Act.ACCEPTED, Act.KEPT})


def require_open(state: str) -> None:
    if state == State.PUBLISHED:
        message = _("This row is published. Compile it anew to change it.")
        raise Conflict("workshop.published", message)


def require_settled(open_facts: Collection[str], findings: int) -> None:
    """Somebody has looked at every phrase, and the definition has no mistake."""
    if open_facts:
        message = _("Phrases that nobody has accepted, mended or kept: %(number)s.")
        raise RuleBroken("workshop.open_facts", message % {"number": len(open_facts)})
    if findings:
        message = _("The definition has mistakes: %(number)s. They are listed beside its text.")
        raise RuleBroken("workshop.findings", message % {"number": findings})


def require_second_person(state: str, reviewed_by: UUID | int | None, by: UUID | int) -> None:
    """Two pairs of eyes: who checked a definition does not put it into force."""
    require_open(state)
    if state != State.REVIEWED:
        message = _("Nobody has checked this definition as a whole yet.")
        raise RuleBroken("workshop.not_reviewed", message)
    if reviewed_by == by:
        message = _("You have checked this definition yourself. Another lawyer puts it into force.")
        raise NotPermitted("workshop.same_person", message)
