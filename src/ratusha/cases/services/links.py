"""What one case says of another: tying them, and ending the tie with a reason."""

from datetime import datetime
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.cases.models import Case, CaseLink

from .traces import trace


def link_cases(case: Case, *, about: Case, kind: str, by: User | None, now: datetime) -> CaseLink:
    """Tie a case to the one it is about; a part of the act that finds this out."""
    link = CaseLink.objects.create(case=case, about=about, kind=kind, at=now)
    trace(case, "link", by, kind=kind, about=about.reference)
    return link


def end_link(
    case: Case, *, about: UUID, kind: str, reason: str, by: User, now: datetime
) -> CaseLink:
    """It was not about that one after all: said with a reason, and kept. A part of the act that finds this out."""
    link = CaseLink.objects.select_for_update().get(
        case=case, about=about, kind=kind, ended_at=None
    )
    end(link, reason=reason, by=by, now=now)
    trace(case, "end_link", by, kind=kind, about=link.about.reference)
    return link


def end(link: CaseLink, *, reason: str, by: User, now: datetime) -> None:
    """A link that is held by its lock."""
    link.ended_at, link.ended_by, link.ended_because = now, by, reason
    link.save(update_fields=["ended_at", "ended_by", "ended_because"])
