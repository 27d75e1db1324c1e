"""How long what is kept; handing out packages to the person and to officials: an act, so it is sent by POST."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    require_access,
    require_office,
)
from ratusha.cases.public import Case
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .schedule import lines, schedule
from .services.export import export_case, export_everything


@login_not_required
@require_safe
@public_page
def retention(request: HttpRequest) -> HttpResponse:
    """How long we keep what: the schedule of the country and what each module says."""
    context = {"cases": schedule().cases, "lines": lines()}
    return answer(request, "records/retention.html", context)


def _package(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/zip")
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.zip")
    response["Content-Disposition"] = disposition or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_access(AccessMode.PASSWORD)
def whole_file(request: SignedInRequest, reference: str) -> HttpResponse:
    """Everything kept about one's own case, as one sealed package."""
    now = timezone.now()
    mine = Case.objects.mine(request.user, timezone.localdate(now))
    case = get_object_or_404(mine, reference=reference)
    if request.method != "POST":
        return answer(request, "records/whole_file.html", {"case": case, "at_desk": False})
    language = translation.get_language()
    content = export_case(case, by=request.user, body=None, language=language, now=now)
    return _package(content, f"case-{case.reference}")


@require_office
def desk_whole_file(request: SignedInRequest, reference: str) -> HttpResponse:
    """The same for the body's archive or for a court; the journal keeps who took it."""
    now = timezone.now()
    body = request.acting_body_id
    there = Case.objects.at_desk_of(request.user, timezone.localdate(now), body=body)
    case = get_object_or_404(there, reference=reference)
    if request.method != "POST":
        return answer(request, "records/whole_file.html", {"case": case, "at_desk": True})
    language = translation.get_language()
    content = export_case(case, by=request.user, body=body, language=language, now=now)
    return _package(content, f"case-{case.reference}")


@require_access(AccessMode.STRICT)
def everything(request: SignedInRequest) -> HttpResponse:
    """One's whole relationship with the state in one archive; a password is not enough for so much."""
    if request.method != "POST" or request.user.party_id is None:
        return answer(request, "records/everything.html")
    now = timezone.now()
    content = export_everything(request.user, language=translation.get_language(), now=now)
    return _package(content, f"everything-{timezone.localdate(now):%Y-%m-%d}")
