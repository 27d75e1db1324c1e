"""Finding drafts, without writing anything."""

from dataclasses import dataclass
from datetime import date

from ratusha.accounts.public import User

from . import filling
from .channels import PORTAL, may_go_on
from .models import Draft
from .presentation import Group, check_rows


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
