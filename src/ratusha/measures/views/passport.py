"""The passport: its blocks, one a page; what the rules say; versions, what changed, and its print."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Case
from ratusha.documents.public import (
    Sheet,
    pdf_response,
    print_sheet,
    word_response,
    write_sheet,
)
from ratusha.measures.forms.passport import BlockForm
from ratusha.measures.law import law, name_of
from ratusha.measures.looking import similar_to, unanswered
from ratusha.measures.models import PassportDraft, PassportVersion, Remark
from ratusha.measures.passport.changes import changes, said
from ratusha.measures.passport.check import Finding
from ratusha.measures.passport.definition import Answers, Form
from ratusha.measures.permissions import is_initiator
from ratusha.measures.printing import sheet_of
from ratusha.measures.queries import findings_of, form_of, last_returned
from ratusha.measures.services.passport import MAY_BE_WRITTEN, save_block
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .measures import find

Row = tuple[str, str]
LONGEST_NUMBER = 4
SIMILAR = "duplicates"  # the block where what is similar is answered


def may_write(request: SignedInRequest, case: Case) -> bool:
    return case.status in MAY_BE_WRITTEN and is_initiator(request.user, case, timezone.localdate())


def draft_for(request: SignedInRequest, case: Case) -> PassportDraft:
    """What is being written is shown to those who write it."""
    if not is_initiator(request.user, case, timezone.localdate()):
        raise Http404
    return PassportDraft.objects.get(pk=case.pk)


@require_safe
@require_office
def overview(request: SignedInRequest, reference: str) -> HttpResponse:
    """All blocks with what is wrong in each: the way through the form, saved at every page."""
    case = find(request, reference)
    draft = draft_for(request, case)
    form = form_of(case)
    found = findings_of(case, draft.answers, timezone.localdate())
    returned = last_returned(case)
    context = {
        "case": case,
        "passport": form,
        "blocks": [
            (block, _of(found, block.code, "E"), _of(found, block.code, "W"))
            for block in form.blocks
        ],
        "errors": [one for one in found if one.level == "E"],
        "warnings": [one for one in found if one.level == "W"],
        "may_write": may_write(request, case),
        "draft": draft,
        "returned": returned,
        "remarks": Remark.objects.filter(version=returned) if returned else [],
    }
    return answer(request, "measures/passport.html", context)


def _of(found: list[Finding], block: str, level: str) -> int:
    return sum(one.block == block and one.level == level for one in found)


@nothing_typed_is_lost
@require_office
def block(request: SignedInRequest, reference: str, block: str) -> HttpResponse:
    """One block; it is kept as it is, and what is wrong is said beside it."""
    case = find(request, reference)
    draft, form_of_case = draft_for(request, case), form_of(case)
    wanted = form_of_case.block(block)
    if wanted is None:
        raise Http404
    if not may_write(request, case):
        raise PermissionDenied
    answers = draft.answers.get(block, {})
    form = BlockForm(wanted, _with_similar(case, draft, block), typed_now(request))

    def save() -> bool:
        given, now = form.answers(), timezone.now()
        save_block(case.pk, block=block, answers=given, by=request.user, now=now)
        return True

    if acted(request, form, save, in_office=True):
        messages.success(request, _("Saved."))
        return redirect(_next(request, case, form_of_case, block))
    found = findings_of(case, draft.answers, timezone.localdate())
    returned = last_returned(case)
    context = {
        "case": case,
        "passport": form_of_case,
        "block": wanted,
        "number": form_of_case.number_of(block),
        "findings": [one for one in found if one.block == block] if answers else [],
        "in_words": [
            (one.said(), said(draft.answers, block, one))
            for one in wanted.shown(draft.answers)
            if one.retired
        ],
        "remarks": Remark.objects.filter(version=returned, block=block) if returned else [],
        "ground": lambda code: name_of(list(law().grounds), code),
    }
    return answer(request, "measures/block.html", context, form=form)


def _with_similar(case: Case, draft: PassportDraft, block: str) -> dict[str, Any]:
    """What is similar stands in its block ready to be answered."""
    answers: dict[str, Any] = draft.answers.get(block, {})
    if block != SIMILAR:
        return answers
    found = unanswered(draft.answers, similar_to(case, draft.answers))
    asked = [{"system": f"{one.title} ({one.key})"} for one in found]
    return {**answers, "answers": [*answers.get("answers", []), *asked]}


def _next(request: SignedInRequest, case: Case, form: Form, block: str) -> str:
    """Stay, or go to the next block; after the last one to all of them."""
    from_here = f"{case.desk_address}passport/"
    if request.POST.get("then") == "stay":
        return f"{from_here}{block}/"
    codes = [one.code for one in form.blocks]
    place = codes.index(block) + 1
    return f"{from_here}{codes[place]}/" if place < len(codes) else from_here


@require_safe
@require_office
def version(request: SignedInRequest, reference: str, number: str) -> HttpResponse:
    """A passport as it was submitted, with the experts' remarks at their fields and what changed since the last one."""
    case = find(request, reference)
    found = _version(case, number)
    form = form_of(case)
    before = PassportVersion.objects.filter(case=case, number=found.number - 1).first()
    remarks = list(found.remarks.all())
    context = {
        "case": case,
        "version": found,
        "passport": form,
        "blocks": [(one, _rows(found.answers, form, one.code)) for one in form.blocks],
        "remarks": [(form.block(one.block), one) for one in remarks],
        "before": before,
        "changes": changes(before.answers, found.answers, form) if before else [],
        "ground": lambda code: name_of(list(law().grounds), code),
    }
    return answer(request, "measures/version.html", context)


def _rows(answers: Answers, form: Form, block: str) -> list[Row]:
    found = form.block(block)
    assert found is not None, "a block of this form"  # noqa: S101
    return [(field.said(), said(answers, block, field)) for field in found.shown(answers)]


def _version(case: Case, number: str) -> PassportVersion:
    versions = PassportVersion.objects.filter(case=case)
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Http404
    return get_object_or_404(versions, number=int(number))


@require_safe
@require_office
def printed(request: SignedInRequest, reference: str, number: str) -> HttpResponse:
    """On paper."""
    sheet, name = _sheet(request, reference, number)
    return pdf_response(print_sheet(sheet), name)


@require_safe
@require_office
def written(request: SignedInRequest, reference: str, number: str) -> HttpResponse:
    """The same for a word processor."""
    sheet, name = _sheet(request, reference, number)
    return word_response(write_sheet(sheet), name)


def _sheet(request: SignedInRequest, reference: str, number: str) -> tuple[Sheet, str]:
    case = find(request, reference)
    found = _version(case, number)
    sheet = sheet_of(case, found, form_of(case), language=get_language() or "", at=timezone.now())
    return sheet, f"{case.reference}-{found.number}"
