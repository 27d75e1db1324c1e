"""Files of a measure, for those who have a part in it."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import Document, StoredFile, document_response, file_response
from ratusha.measures.models import CheckProof, Commissioning, StagePaper
from ratusha.measures.published import published
from ratusha.measures.services.protocol import EXTRACT

from .measures import find


@require_safe
@require_office
def paper(request: SignedInRequest, reference: str, file_id: UUID) -> HttpResponse:
    """Another measure's file is not there."""
    case = find(request, reference)
    of_stages = StagePaper.objects.filter(act__stage__contract__case=case)
    proofs = CheckProof.objects.filter(case=case)
    if not any(there.filter(file_id=file_id).exists() for there in (of_stages, proofs)):
        raise Http404
    return file_response(
        get_object_or_404(StoredFile.objects.select_related("content"), pk=file_id)
    )


@require_safe
@login_not_required
def proof(_request: HttpRequest, reference: str, file_id: UUID) -> HttpResponse:
    """What everybody may read: opened by who proves, let out by who puts the system into operation."""
    case = get_object_or_404(published(), reference=reference)
    get_object_or_404(Commissioning, pk=case.pk)
    if not CheckProof.objects.filter(case=case, file_id=file_id, is_open=True).exists():
        raise Http404
    return file_response(
        get_object_or_404(StoredFile.objects.select_related("content"), pk=file_id)
    )


@require_safe
@require_office
def extract(request: SignedInRequest, reference: str, code: str) -> HttpResponse:
    """What the Council has decided of this measure, sealed: one item of the protocol, without names of voters."""
    case = find(request, reference)
    sealed = Document.objects.filter(kind=EXTRACT, case_reference=case.reference)
    return document_response(get_object_or_404(sealed.select_related("content"), code=code))
