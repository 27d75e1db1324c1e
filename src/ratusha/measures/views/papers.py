"""Files of a measure, for those who have a part in it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import Document, StoredFile, document_response, file_response
from ratusha.measures.models import StagePaper
from ratusha.measures.services.protocol import EXTRACT

from .measures import find


@require_safe
@require_office
def paper(request: SignedInRequest, reference: str, file_id: UUID) -> HttpResponse:
    """Another measure's file is not there."""
    case = find(request, reference)
    kept = get_object_or_404(StagePaper, file_id=file_id, act__stage__contract__case=case)
    stored = StoredFile.objects.select_related("content").get(pk=kept.file_id)
    return file_response(stored)


@require_safe
@require_office
def extract(request: SignedInRequest, reference: str, code: str) -> HttpResponse:
    """What the Council has decided of this measure, sealed: one item of the protocol, without names of voters."""
    case = find(request, reference)
    sealed = Document.objects.filter(kind=EXTRACT, case_reference=case.reference)
    return document_response(get_object_or_404(sealed.select_related("content"), code=code))
