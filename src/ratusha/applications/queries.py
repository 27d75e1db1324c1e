"""Finding drafts, without writing anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from ratusha.accounts.public import User

from . import filling
from .channels import PORTAL, may_go_on
from .models import Decision, Draft
from .presentation import Group, check_rows
from .rules import REFUSED_OUTCOMES


@dataclass(frozen=True)
class FilledIn:
    """A draft as it would be printed: its groups of answers, and whether every page is filled in."""

    groups: list[Group]
    complete: bool


def filled_in(draft: Draft, *, on: date, language: str) -> FilledIn:
    filled = filling.of_draft(draft, on)
    complete = filled.first_open_page(draft.done) is None
    return FilledIn(check_rows(draft, filled, language), complete)


@dataclass(frozen=True)
class DraftOnTheWay:
    draft: Draft
    done: int
    pages: int


def drafts_of(user: User, today: date) -> list[DraftOnTheWay]:
    """The person's drafts, the last touched first, with how far each has come."""
    drafts = Draft.objects.mine(user).with_edition().order_by("-saved_at")
    found = []
    for draft in drafts.filter(channel=PORTAL)[:20]:
        if draft.applicant_id != user.party_id and not may_go_on(user, draft, today):
            continue  # the mandate has ended
        codes = [page.code for page in filling.of_draft(draft, today).pages()]
        found.append(DraftOnTheWay(draft, sum(c in draft.done for c in codes), len(codes)))
    return found


FEWEST_SHOWN = 5


@dataclass(frozen=True)
class RefusalsOf:
    """`count` is None where there were fewer than five: so few could be recognised."""

    procedure: str
    outcome: str
    ground: str
    text: dict[str, str]
    count: int | None


def refusals_by_ground(body_id: UUID, year: int) -> list[RefusalsOf]:
    """Refusals of a body that stand, of one calendar year. No sums, from which what is hidden could be counted."""
    rows = (
        Decision.objects.filter(
            case__body_id=body_id,
            outcome__in=REFUSED_OUTCOMES,
            cancelled_at=None,
            decided_at__year=year,
        )
        .values("case__subject_code", "outcome", "ground_code", "ground")
        .annotate(count=Count("pk"))
        .order_by("case__subject_code", "outcome", "ground_code")
    )
    return [
        RefusalsOf(
            row["case__subject_code"],
            row["outcome"],
            row["ground_code"],
            row["ground"],
            row["count"] if row["count"] >= FEWEST_SHOWN else None,
        )
        for row in rows
    ]
