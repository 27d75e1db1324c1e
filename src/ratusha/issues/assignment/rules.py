"""What holds for every assignment of territories. Pure. No act that we have read fixes these rules: samples."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken


def require_act(act: str, act_on: date, *, today: date) -> None:
    if not act.strip():
        message = _("Name the act: what it is called and its number.")
        raise RuleBroken("assignment.no_act", message, field="act")
    if act_on > today:
        message = _("The act cannot be dated in the future.")
        raise RuleBroken("assignment.act_later", message, field="act_on")


def require_begins(since: date, act_on: date, *, today: date) -> None:
    """Nobody answers for the past by an act of today."""
    if since < today:
        message = _("An assignment cannot begin in the past: choose today or a later day.")
        raise RuleBroken("assignment.begins_past", message, field="since")
    if since < act_on:
        message = _("An assignment cannot begin before the act was signed.")
        raise RuleBroken("assignment.begins_before_act", message, field="since")


def require_whole(*, gaps: int, overlaps: int, ended: int) -> None:
    """Every place has an organisation, one only, on every day."""
    if gaps:
        message = _(
            "Places are left without an organisation. Mend the outlines and bring the file again."
        )
        raise RuleBroken("assignment.gap", message)
    if overlaps:
        message = _(
            "Places are given to two organisations. Mend the outlines and bring the file again."
        )
        raise RuleBroken("assignment.overlap", message)
    if ended:
        message = _(
            "An organisation of this edition ends its work: from that day nobody would answer."
        )
        raise RuleBroken("assignment.organisation_ends", message)


def require_ends(until: date, since: date, *, today: date) -> None:
    """`until`: the last day."""
    if until < today:
        message = _("The last day cannot be in the past.")
        raise RuleBroken("assignment.ends_past", message, field="until")
    if until < since:
        message = _("The last day cannot be before the first.")
        raise RuleBroken("assignment.ends_before", message, field="until")
