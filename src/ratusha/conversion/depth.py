"""How deep a procedure is electronic: six interaction points and a depth of 0 to 6, from its definition. Pure.

The rule of level 5 is that of the service inventory of Canada: at least one point applies and none is missing.
F01, F03 and F05 are rules of this house (requirements, 5.g).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ratusha.procedures.public import Definition

APPLY_FROM = "e3"  # the lowest level at which an application can be lodged here
PROACTIVE = "e5"


class Point(TextChoices):
    """Where a person and the state meet in a procedure."""

    IDENTITY = "identity", _("Proving who one is")
    APPLICATION = "application", _("Applying")
    DOCUMENTS = "documents", _("Giving documents")
    PAYMENT = "payment", _("Paying")
    RESULT = "result", _("Getting the result")
    FOLLOWING = "following", _("Following the case and rating it")


class Met(TextChoices):
    YES = "yes", _("online")
    NO = "no", _("not online")
    NOT_NEEDED = "na", _("not needed")


class Depth(IntEnum):
    NONE = 0
    INFORMATION = 1
    FORM = 2
    APPLICATION = 3
    SERVED = 4  # with payment, identity and status
    END_TO_END = 5
    PROACTIVE = 6


NAMES = {
    Depth.NONE: _("only its name"),
    Depth.INFORMATION: _("information"),
    Depth.FORM: _("a form to take away"),
    Depth.APPLICATION: _("application online"),
    Depth.SERVED: _("with identity, payment and status"),
    Depth.END_TO_END: _("from end to end, no visit and no paper"),
    Depth.PROACTIVE: _("the state begins it"),
}
BEFORE = {"e0": Depth.NONE, "e1": Depth.INFORMATION, "e2": Depth.FORM}


def points(one: Definition) -> dict[Point, Met]:
    """Each of the six as the definition lets it be."""
    online = one.level >= APPLY_FROM
    yes_or_no = Met.YES if online else Met.NO
    papers = any(
        document.from_ == "applicant" and not document.service for document in one.documents
    )
    return {
        Point.IDENTITY: Met.NOT_NEEDED
        if online and one.access_mode == "none"
        else yes_or_no,
        Point.APPLICATION: Met.NOT_NEEDED if one.level == PROACTIVE else yes_or_no,
        Point.DOCUMENTS: yes_or_no if papers else Met.NOT_NEEDED,
        Point.PAYMENT: _payment(one),
        Point.RESULT: Met.YES if gives_result_online(one) else Met.NO,
        Point.FOLLOWING: yes_or_no,
    }  # fmt: skip


def _payment(one: Definition) -> Met:
    """Online where the sum is asked here; a fee that is paid to the body directly is not."""
    if one.fee is None or one.fee.kind == "free":
        return Met.NOT_NEEDED
    return Met.YES if one.level >= APPLY_FROM and one.fee.charged else Met.NO


def gives_result_online(one: Definition) -> bool:
    """F01: the decision is a signed electronic document made from a template."""
    return one.decision_electronic and one.result is not None and bool(one.result.template)


def is_end_to_end(met: dict[Point, Met]) -> bool:
    """At least one point applies, and none is missing."""
    return Met.YES in met.values() and Met.NO not in met.values()


def depth_of(one: Definition) -> Depth:
    if one.level in BEFORE:
        return BEFORE[one.level]
    met = points(one)
    if is_end_to_end(met):
        return Depth.PROACTIVE if one.level == PROACTIVE else Depth.END_TO_END
    served = (Point.IDENTITY, Point.PAYMENT, Point.FOLLOWING)
    return Depth.SERVED if all(met[point] != Met.NO for point in served) else Depth.APPLICATION


@dataclass(frozen=True)
class Finding:
    """A rule that holds a procedure back, or warns."""

    rule: str
    text: object
    blocks: bool


def findings(one: Definition, *, asked_twice: int, cases: int, fell: bool) -> Iterator[Finding]:
    """F01 to F05 of one procedure."""
    if one.level >= APPLY_FROM and not gives_result_online(one):
        text = _("The result is not a signed electronic document made from a template.")
        yield Finding("F01", text, blocks=True)
    if one.level >= APPLY_FROM and not cases:
        yield Finding("F02", _("Converted, and nobody has applied here yet."), blocks=False)
    if asked_twice:
        text = _("It asks for what a connected register holds, so it does not count as converted.")
        yield Finding("F03", text, blocks=True)
    if fell:
        yield Finding("F04", _("Its level is lower than in the edition before."), blocks=True)
    if not (one.title.get("be") and one.title.get("ru")):
        yield Finding("F05", _("It is not there in both official languages."), blocks=True)
