"""Photos at the desk: as they were brought; what of them is covered before everybody sees them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import StoredFile, file_response, read_file
from ratusha.issues.forms.photos import CoverForm
from ratusha.issues.forms.steps import NothingForm
from ratusha.issues.models import Photo
from ratusha.issues.photos.areas import rows_for
from ratusha.issues.photos.cover import size_of
from ratusha.issues.services.photos import hide_photo, may_release, release_photo
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .desk import find


def _find(request: SignedInRequest, reference: str, photo: UUID) -> Photo:
    issue = find(request, reference)
    return get_object_or_404(Photo.objects.select_related("issue__case"), issue=issue, pk=photo)


@require_office
def as_brought(request: SignedInRequest, reference: str, photo: UUID) -> HttpResponse:
    """The original, for who works on the issue, until it is erased."""
    shown = _find(request, reference, photo)
    return file_response(get_object_or_404(StoredFile, pk=shown.file_id))


@require_office
def release(request: SignedInRequest, reference: str, photo: UUID) -> HttpResponse:
    """Draw rectangles, or tick squares of a numbered grid; the copy that everybody sees is made of it."""
    shown = _find(request, reference, photo)
    today = timezone.localdate()
    if shown.file_id is None or not may_release(request.user, shown.issue.case, shown, today):
        raise Http404
    rows = rows_for(*size_of(read_file(shown.file_id)))
    data = request.POST if request.method == "POST" else None
    form = CoverForm(data, rows=rows, before=shown.areas)

    def show() -> Photo:
        areas = form.cleaned_data["areas"]
        return release_photo(shown.pk, areas=areas, by=request.user, now=timezone.now())

    back = shown.issue.case.desk_address
    if acted(request, form, show, in_office=True):
        messages.success(request, _("Everybody sees the photo now, with what you have covered."))
        return redirect(back)
    context = {"photo": shown, "case": shown.issue.case, "back": back}
    return answer(request, "issues/release.html", context, form=form)


@require_office
def hide(request: SignedInRequest, reference: str, photo: UUID) -> HttpResponse:
    """Ask once; then nobody outside sees it."""
    shown = _find(request, reference, photo)
    today = timezone.localdate()
    if shown.public_file_id is None or not may_release(
        request.user, shown.issue.case, shown, today
    ):
        raise Http404
    form = NothingForm(request.POST if request.method == "POST" else None)
    back = shown.issue.case.desk_address
    if acted(
        request, form, lambda: hide_photo(shown.pk, by=request.user, now=timezone.now()),
        in_office=True,
    ):  # fmt: skip
        messages.success(request, _("Nobody outside sees the photo any more."))
        return redirect(back)
    context = {"case": shown.issue.case, "step": "hide", "label": _("Hide the photo"), "back": back}
    return answer(request, "issues/step.html", context, form=form)
