"""Pages of the designer: the sections of a draft, one section as a form, one more, one less, one before."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.kernel import marked
from ratusha.kernel.errors import Conflict, DomainError
from ratusha.kernel.marked import Finding
from ratusha.law.workshop import services
from ratusha.law.workshop.models import RowDraft
from ratusha.law.workshop.permissions import COMPILE
from ratusha.law.workshop.rules import State
from ratusha.law.workshop.views import draft_of, may
from ratusha.ui.forms import Form, add_domain_error
from ratusha.ui.pages import page

from . import text
from .forms import form_of, values_of
from .sections import Section, Steps, section, sections, steps_of


def _may_change(request: SignedInRequest, row: RowDraft) -> bool:
    return may(request, COMPILE) and row.state != State.PUBLISHED


def _section(row: RowDraft, place: str) -> Section:
    whole = text.plain(row.text)
    found = section(place, whole) if whole is not None else None
    if found is None:
        raise Http404
    return found


def _placed(row: RowDraft, found: list[Section]) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """The mistakes of each section, and those that belong to none."""
    placed: dict[str, list[Finding]] = {}
    others: list[Finding] = []
    findings = services.findings(row)
    if not findings:
        return placed, others
    told = marked.read_text(row.text)
    for finding in findings:
        steps = text.steps_at(told, finding.line)
        own = [one for one in found if steps[: len(one.steps)] == one.steps and _is_in(one, steps)]
        nearest = max(own, key=lambda one: len(one.steps), default=None)
        (placed.setdefault(nearest.place, []) if nearest else others).append(finding)
    return placed, others


def _is_in(one: Section, steps: Steps) -> bool:
    return bool(one.steps) or one.slot_at(steps) is not None


@require_safe
@require_office
def design(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """All sections, with what is wrong in each."""
    row = draft_of(request, pk)
    whole = text.plain(row.text)
    found = list(sections(whole)) if whole is not None else []
    placed, others = _placed(row, found) if found else ({}, [])
    context = {
        "draft": row,
        "readable": whole is not None,
        "sections": [(one, placed.get(one.place, [])) for one in found],
        "others": others,
        "may_change": _may_change(request, row),
    }
    return page(request, "law/design.html", context)


@require_office
def design_section(request: SignedInRequest, pk: UUID, place: str) -> HttpResponse:
    """One section as a form; below it, how a person reads it in each language."""
    row = draft_of(request, pk)
    found = _section(row, place)
    posted = request.method == "POST"
    form = form_of(found, request.POST if posted else None)
    if posted and form.is_valid():
        values = values_of(found, form)
        if form.is_valid() and _changed(
            request, row, form, lambda before: text.with_values(before, found, values)
        ):
            messages.success(request, _("Saved and checked."))
            return redirect("law:design_section", row.pk, place)
    placed, _others = _placed(row, list(sections(text.plain(row.text) or {})))
    context = {
        "draft": row,
        "section": found,
        "findings": placed.get(place, []),
        "may_change": _may_change(request, row),
        "previews": _previews(row, found),
    }
    return page(request, "law/design_section.html", context, form=form)


def _previews(row: RowDraft, found: Section) -> list[tuple[str, str, dict[str, object]]]:
    """The page of the form, or the paper, as it stands in the text; for every language."""
    whole = text.plain(row.text) or {}
    if not found.kind.preview:
        return []
    value = found.value if found.kind.preview == "paper" else whole["form"][found.steps[1]]
    return [(code, name, value) for code, name in settings.LANGUAGES]


def _changed(
    request: SignedInRequest, row: RowDraft, form: Form, change: Callable[[str], str]
) -> bool:
    try:
        services.rewrite(row, _careful(change), by=request.user, now=timezone.now())
    except DomainError as error:
        add_domain_error(form, error)
        return False
    return True


def _careful(change: Callable[[str], str]) -> Callable[[str], str]:
    """Somebody may have changed the text since: then the place may be gone."""

    def changed(before: str) -> str:
        try:
            return change(before)
        except (LookupError, TypeError, ValueError) as error:
            message = _("The text was changed meanwhile: look at the sections again.")
            raise Conflict("workshop.place_is_gone", message) from error

    return changed


@require_POST
@require_office
def design_more(request: SignedInRequest, pk: UUID, place: str) -> HttpResponse:
    """Another document, page or question."""
    row, steps = draft_of(request, pk), steps_of(place)
    if steps[-1] not in text.NEW:
        raise Http404
    made: list[int] = []

    def one_more(before: str) -> str:
        after, number = text.with_one_more(before, steps)
        made.append(number)
        return after

    if _changed_or_told(request, row, one_more):
        return redirect("law:design_section", row.pk, f"{place}/{made[0]}")
    return redirect("law:design", row.pk)


@require_POST
@require_office
def design_less(request: SignedInRequest, pk: UUID, place: str) -> HttpResponse:
    row = draft_of(request, pk)
    found = _one_of_many(row, place)
    _changed_or_told(request, row, lambda before: text.without(before, found.steps))
    return redirect("law:design", row.pk)


@require_POST
@require_office
def design_earlier(request: SignedInRequest, pk: UUID, place: str) -> HttpResponse:
    row = draft_of(request, pk)
    found = _one_of_many(row, place)
    _changed_or_told(request, row, lambda before: text.earlier(before, found.steps))
    return redirect("law:design", row.pk)


def _one_of_many(row: RowDraft, place: str) -> Section:
    found = _section(row, place)
    if not found.kind.many:
        raise Http404
    return found


def _changed_or_told(request: SignedInRequest, row: RowDraft, change: Callable[[str], str]) -> bool:
    try:
        services.rewrite(row, _careful(change), by=request.user, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
        return False
    messages.success(request, _("Saved and checked."))
    return True
