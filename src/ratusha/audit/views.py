"""The auditor's page. Looking at the journal is itself written into it."""

from typing import Protocol
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ratusha.ui.pages import page

from .forms import SearchForm
from .queries import found
from .services import record

SHOWN = 100


class Reader(Protocol):
    """The signed-in person, as far as the journal must know them: accounts are a floor above."""

    pk: UUID

    def may(self, permission: str, body_id: UUID | None, *, on: object) -> bool: ...


def readable(reader: Reader, body_id: UUID | None) -> list[UUID] | None:
    """The entries of the body one acts for, or with the wider permission all of them."""
    today = timezone.localdate()
    if reader.may("audit.read_all", body_id, on=today):
        return None
    if body_id and reader.may("audit.read", body_id, on=today):
        return [body_id]
    raise PermissionDenied


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    reader: Reader = request.user  # type: ignore[assignment]
    body_id: UUID | None = getattr(request, "acting_body_id", None)
    bodies = readable(reader, body_id)
    form = SearchForm(request.GET or None)
    entries = []
    if form.is_valid():
        entries = list(found(bodies, form.cleaned_data)[: SHOWN + 1])
        asked = sorted(name for name, value in form.cleaned_data.items() if value)
        record("audit.read", "journal", "", by=reader.pk, body=body_id, asked=asked)
    context = {"entries": entries[:SHOWN], "more": len(entries) > SHOWN, "whole": bodies is None}
    return page(request, "audit/journal.html", context, form=form)
