"""Handing out what is kept: the browser saves it and runs nothing of it. Who may have it, the caller has checked."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .models import Document, StoredFile


def read_file(file_id: UUID) -> bytes:
    return bytes(StoredFile.objects.select_related("content").get(pk=file_id).content.body)


def attachment(content: bytes, *, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def file_response(stored: StoredFile) -> HttpResponse:
    return attachment(bytes(stored.content.body), media_type=stored.media_type, name=stored.name)


def document_response(document: Document) -> HttpResponse:
    name = f"{document.title} {document.number.replace('/', '-')}.pdf"
    return attachment(bytes(document.content.body), media_type="application/pdf", name=name)
