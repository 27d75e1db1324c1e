"""Figures of one subject, out to a spreadsheet and back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    require_office,
)
from ratusha.indicators import files
from ratusha.indicators.collection_rules import (
    WRITTEN,
)
from ratusha.indicators.forms import UploadForm
from ratusha.indicators.services import collecting
from ratusha.kernel.texts import in_my_language
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .reached import answers_for, answers_of, names_of, task_reached

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@require_office
def file(request: SignedInRequest, code: str, subject: str, kind: str) -> HttpResponse:
    """What is written so far, for a spreadsheet."""
    found = task_reached(request, code, subject)
    names = {code: said.text for code, said in names_of(found.collection).items()}
    if kind == "csv":
        content: str | bytes = files.as_csv(answers_of(found), names)
        media_type = "text/csv; charset=utf-8"
    elif kind == "xlsx":
        content, media_type = files.as_xlsx(answers_of(found), names), XLSX
    else:
        raise Http404
    name = f"{code}-{subject}.{kind}"
    return HttpResponse(
        content,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_office
def upload(request: SignedInRequest, code: str, subject: str) -> HttpResponse:
    """Figures from a file, checked as if they had been typed; of a file with problems nothing is taken over."""
    found = task_reached(request, code, subject)
    if not answers_for(request, found):
        raise PermissionDenied
    posted = request.method == "POST"
    form = UploadForm(request.POST if posted else None, request.FILES if posted else None)
    problems: list[files.Problem] = []

    def do() -> bool:
        writable = [one.question for one in found.answers.all() if one.state in WRITTEN]
        figures, wrong = files.read(form.cleaned_data["file"].read(), writable)
        problems.extend(wrong)
        if wrong:
            form.add_error("file", _("Nothing was taken over: some lines hold what they may not."))
            return True
        collecting.save_answers(found.pk, figures, by=request.user, now=timezone.now())
        return True

    if acted(request, form, do, in_office=True) and not problems:
        messages.success(request, _("The figures are taken over from the file."))
        return redirect("indicators:task", code, subject)
    context = {"task": found, "collection": found.collection, "name": in_my_language(found.name),
               "problems": problems}  # fmt: skip
    return page(request, "indicators/upload.html", context, form=form)
