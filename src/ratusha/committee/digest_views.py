"""Digests of weeks: the list, one of them, and the same on paper and for programs."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import pdf_response
from ratusha.ui.pages import page

from . import permissions
from .asked import asked_in
from .models import Digest
from .reading import noise_words, privacy_words, told
from .sheets import as_csv, as_pdf, title_of
from .waiting import times_in


def _find(request: SignedInRequest, digest_id: UUID) -> Digest:
    body = _committee(request)
    return get_object_or_404(
        Digest.objects.select_related("committee"), committee=body, pk=digest_id
    )


def _committee(request: SignedInRequest) -> UUID:
    body = request.acting_body_id
    if body is None or not permissions.may_see(request.user, body, timezone.localdate()):
        raise Http404
    return body


@require_safe
@require_office
def digests(request: SignedInRequest) -> HttpResponse:
    found = Digest.objects.filter(committee=_committee(request))
    context = {
        "digests": [(one, title_of(one)) for one in found],
        "privacy": privacy_words(),
    }
    return page(request, "committee/digests.html", context)


@require_safe
@require_office
def digest(request: SignedInRequest, digest_id: UUID) -> HttpResponse:
    found = _find(request, digest_id)
    tables = told(found)
    context = {
        "digest": found,
        "heading": title_of(found),
        "tables": tables,
        "ended": asked_in(found.ended),
        "times": times_in(found.times),
        "privacy": privacy_words(),
        "noise": noise_words(tables),
    }
    return page(request, "committee/digest.html", context)


@require_safe
@require_office
def digest_pdf(request: SignedInRequest, digest_id: UUID) -> HttpResponse:
    found = _find(request, digest_id)
    content = as_pdf(found, language=get_language() or "")
    return pdf_response(content, f"digest-{found.week.isoformat()}")


@require_safe
@require_office
def digest_csv(request: SignedInRequest, digest_id: UUID) -> HttpResponse:
    found = _find(request, digest_id)
    headers = {"Content-Disposition": f'attachment; filename="digest-{found.week.isoformat()}.csv"'}
    return HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)
