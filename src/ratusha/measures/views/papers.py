"""Files of a measure, for those who have a part in it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import StoredFile, file_response
from ratusha.measures.models import StagePaper

from .measures import find


@require_safe
@require_office
def paper(request: SignedInRequest, reference: str, file_id: UUID) -> HttpResponse:
    """Another measure's file is not there."""
    case = find(request, reference)
    kept = get_object_or_404(StagePaper, file_id=file_id, act__stage__contract__case=case)
    stored = StoredFile.objects.select_related("content").get(pk=kept.file_id)
    return file_response(stored)
