"""Who may be given what. Pure: the catalogue is an argument."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.terms import Term

from .catalogue import PurposeRule

ANSWER_TERM = Term.parse(
    "7 days"
)  # Law 433-Z: a body answers another body in seven days unless set otherwise
Facts = dict[str, Any]


class Status(models.TextChoices):
    SENT = "sent", _("Waiting for an answer")
    ANSWERED = "answered", _("Answered")


class Part(models.TextChoices):
    """What the person of a journal row was in the answer."""

    SUBJECT = "subject", _("asked about")
    MENTIONED = "mentioned", _("mentioned")


@dataclass(frozen=True)
class Purpose:
    """Why data are asked for. The code is of the pack; an empty legal basis takes the one of the pack."""

    code: str
    legal_basis: str = ""
    case_reference: str = ""
    procedure_code: str = ""


def allowed_fields(
    rule: PurposeRule, service: str, purpose: Purpose, wanted: Collection[str] | None
) -> frozenset[str]:
    """The fields this purpose may be given. To ask for more than it needs is refused, not silently trimmed."""
    if service not in rule.services:
        message = gettext("This purpose does not allow asking this register.")
        raise RuleBroken("exchange.not_for_this_purpose", message)
    if rule.needs_case and not purpose.case_reference:
        message = gettext("Data can be asked for only within a case.")
        raise RuleBroken("exchange.case_missing", message)
    allowed = rule.services[service]
    if wanted is None:
        return allowed
    if set(wanted) - allowed:
        message = gettext("More data were asked for than this purpose needs.")
        raise RuleBroken("exchange.over_collection", message)
    return frozenset(wanted)


def trim(facts: Mapping[str, Any], fields: Collection[str]) -> Facts:
    """Only the fields named, `list.field` inside lists too."""
    given: Facts = {}
    for name, value in facts.items():
        inner = {field.split(".", 1)[1] for field in fields if field.startswith(f"{name}.")}
        if name in fields:
            given[name] = value
        elif inner and isinstance(value, list):
            given[name] = [{key: row[key] for key in row if key in inner} for row in value]
    return given


def given_fields(facts: Mapping[str, Any], fields: Collection[str]) -> list[str]:
    """The names of what was really given: a field without a value was not."""
    return sorted(field for field in fields if _was_given(facts, field))


def _was_given(facts: Mapping[str, Any], field: str) -> bool:
    name, _dot, inner = field.partition(".")
    value = facts.get(name)
    if inner:
        return isinstance(value, list) and any(inner in row for row in value)
    return value not in (None, "", [], {})


def require_waiting(status: str) -> None:
    if status != Status.SENT:
        raise Conflict(
            "request.answered_already", gettext("This request has been answered already.")
        )


def is_overdue(status: str, due_on: date, today: date) -> bool:
    return status == Status.SENT and due_on < today
