"""The passport as a file for a program of spreadsheets: taken from here, written there, brought back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.cases.public import Case
from ratusha.kernel.texts import in_my_language
from ratusha.measures.forms.asking import Questions
from ratusha.measures.models import PassportDraft
from ratusha.measures.passport.check import Finding
from ratusha.measures.queries import findings_of, form_of
from ratusha.measures.services.passport import replace_passport
from ratusha.measures.spreadsheet.guarding import MOST_BYTES
from ratusha.measures.spreadsheet.layout import address_of
from ratusha.measures.spreadsheet.reading import Problem, read
from ratusha.measures.spreadsheet.writing import write
from ratusha.ui import forms as ui
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .measures import find
from .passport import draft_for, may_write

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@require_office
def file(request: SignedInRequest, reference: str) -> HttpResponse:
    """In the reader's language; what is in it is what is written now."""
    case = find(request, reference)
    draft = draft_for(request, case)
    title = in_my_language(case.title).text
    content = write(form_of(case), draft.answers, reference=case.reference, title=title)
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{case.reference}.xlsx"'
    return response


@require_office
def exchange(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take it, bring it back; what is wrong is told with the cell in which it stands."""
    case = find(request, reference)
    draft = draft_for(request, case)
    if not may_write(request, case):
        raise PermissionDenied
    problems: list[Problem] = []
    form = Questions(
        _asked(), request.POST if request.method == "POST" else None, files=request.FILES
    )

    def take() -> PassportDraft | None:
        found = read(form.cleaned_data["file"].read(), form_of(case), reference=case.reference)
        problems.extend(found.problems)
        if problems:
            form.add_error("file", _("Nothing was taken over: some cells hold what they may not."))
            return draft
        now = timezone.now()
        return replace_passport(case.pk, answers=found.answers, by=request.user, now=now)

    if acted(request, form, take, in_office=True) and not problems:
        messages.success(request, _("The passport is taken over from the file."))
        return redirect("measures:spreadsheet", case.reference)
    found = findings_of(case, draft.answers, timezone.localdate())
    context = {
        "case": case,
        "passport": form_of(case),
        "problems": problems,
        "findings": [(_cell(case, draft, one), one) for one in found],
    }
    return answer(request, "measures/spreadsheet.html", context, form=form)


def _asked() -> dict[str, ui.FileField]:
    label = _("The file with the passport")
    return {"file": ui.FileField(label=label, max_bytes=MOST_BYTES, kinds=f".xlsx,{XLSX}")}


def _cell(case: Case, draft: PassportDraft, found: Finding) -> str:
    """Where it would stand in the file taken now."""
    form = form_of(case)
    block = form.block(found.block)
    assert block is not None, "a block of this form"  # noqa: S101
    return address_of(block, form.number_of(found.block), found.field, draft.answers)
