"""The pages of those who take part: an edition, its sections, a question."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.documents.public import file_response
from ratusha.self_assessment import export
from ratusha.self_assessment.forms import AnswerForm, EditionForm, OwnerForm, PressForm, ReasonForm
from ratusha.self_assessment.models import Answer, Contact, DeclinedOffer, Edition
from ratusha.self_assessment.offers import offers
from ratusha.self_assessment.permissions import may_coordinate
from ratusha.self_assessment.presentation import questions_of, rings
from ratusha.self_assessment.queries import (
    answers_of,
    answers_with_contacts,
    candidates,
    contacts_of,
    form_of,
    rows_of,
)
from ratusha.self_assessment.questionnaire import Questionnaire, newest
from ratusha.self_assessment.rules import Answers, Given, State, differences
from ratusha.self_assessment.services import answering
from ratusha.self_assessment.services import edition as editions
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from .reached import (
    answers_section,
    coordinates,
    edition_of,
    question_of,
    require_part,
    section_of,
    today,
)


@require_office
def work(request: SignedInRequest) -> HttpResponse:
    """All editions, and a new one for who coordinates."""
    require_part(request)
    form = EditionForm(request.POST if request.method == "POST" else None)

    def begin() -> Edition:
        assert request.acting_body_id is not None, "an office"  # noqa: S101
        name, now = form.cleaned_data["name"], timezone.now()
        return editions.open_edition(
            name, newest().code, by=request.user, body_id=request.acting_body_id, now=now
        )

    if made := acted(request, form, begin, in_office=True):
        return redirect("self_assessment:edition", made.name)
    context = {
        "editions": Edition.objects.all(),
        "may_open": may_coordinate(request.user, request.acting_body_id, today()),
        "states": State,
    }
    return page(request, "self_assessment/work.html", context, form=form)


@require_safe
@require_office
def edition(request: SignedInRequest, name: str) -> HttpResponse:
    return _edition(request, edition_of(request, name))


def _edition(request: SignedInRequest, found: Edition, form: Form | None = None) -> HttpResponse:
    drawn = rings(found, today(), with_offers=found.state == State.FILLING)
    context = {
        "edition": found,
        "rings": drawn,
        "open": sum(one.progress.open for one in drawn),
        "done": sum(one.progress.done for one in drawn),
        "lacking": sum(one.progress.lacking for one in drawn),
        "offered": sum(one.offered for one in drawn),
        "coordinates": coordinates(request, found),
        "states": State,
    }
    return page(request, "self_assessment/edition.html", context, form=form)


@require_POST
@require_office
def hand_in(request: SignedInRequest, name: str) -> HttpResponse:
    found, form = edition_of(request, name), PressForm(request.POST)
    now = timezone.now()
    if acted(
        request, form, lambda: editions.hand_in(found, by=request.user, now=now), in_office=True
    ):
        messages.success(request, _("Handed in. What is in it stays as it is."))
        return redirect("self_assessment:edition", name)
    return _edition(request, found, form)


@require_POST
@require_office
def publish(request: SignedInRequest, name: str) -> HttpResponse:
    found, form = edition_of(request, name), PressForm(request.POST)
    now = timezone.now()
    if acted(
        request, form, lambda: editions.publish(found, by=request.user, now=now), in_office=True
    ):
        messages.success(
            request, _("Published for everybody, without the answers that name persons.")
        )
        return redirect("self_assessment:published", name)
    return _edition(request, found, form)


@require_safe
@require_office
def section(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    found = edition_of(request, name)
    return _section(request, found, code)


def _section(
    request: SignedInRequest, found: Edition, code: str, form: Form | None = None
) -> HttpResponse:
    part = section_of(found, code)
    may = answers_section(request, found, part)
    is_filling = found.state == State.FILLING
    context = {
        "edition": found,
        "section": part,
        "sections": form_of(found).sections,
        "questions": questions_of(
            found, part, today(), sees_contacts=may, with_offers=is_filling
        ),
        "may_answer": may and is_filling,
        "states": State,
    }  # fmt: skip
    return page(request, "self_assessment/section.html", context, form=form)


@require_POST
@require_office
def accept(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    """The offers that a person has ticked, each taken by name."""
    found, form = edition_of(request, name), PressForm(request.POST)
    part, now = section_of(found, code), timezone.now()
    numbers = {str(number) for number in part.numbers()}
    keys = [one for one in request.POST.getlist("offer") if one.partition(":")[0] in numbers]

    def take() -> list[Answer]:
        return answering.accept_offers(found, keys, by=request.user, now=now)

    if not keys:
        form.add_error(None, _("Tick the offers that are right."))
    elif (made := acted(request, form, take, in_office=True)) is not None:
        said = ngettext(
            "%(number)s answer taken from the platform.",
            "%(number)s answers taken from the platform.",
            len(made),
        )
        messages.success(request, said % {"number": len(made)})
        return redirect("self_assessment:section", name, code)
    return _section(request, found, code, form)


@require_office
def owner(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    """Who answers for a section."""
    found = edition_of(request, name)
    part = section_of(found, code)
    people = candidates(today())
    form = OwnerForm(people, request.POST if request.method == "POST" else None)

    def keep() -> object:
        chosen = next(one for one in people if str(one.pk) == form.cleaned_data["owner"])
        now = timezone.now()
        return editions.name_owner(found, part.code, chosen, by=request.user, now=now)

    if acted(request, form, keep, in_office=True):
        return redirect("self_assessment:edition", name)
    return page(
        request, "self_assessment/owner.html", {"edition": found, "section": part}, form=form
    )


@nothing_typed_is_lost
@require_office
def question(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    """One question: what was answered before, what the platform offers, and the words of the person."""
    found = edition_of(request, name)
    asked = question_of(found, code)
    part = form_of(found).section_of(asked.number)
    may = answers_section(request, found, part)
    offer = next(
        (o for o in offers(today(), questions={asked.number}) if o.fact == request.GET.get("from")),
        None,
    )
    given = _given(found, asked.number)
    form = AnswerForm(asked, offer.given if offer else given, typed_now(request), request.FILES)

    def keep() -> Answer | Contact:
        now = timezone.now()
        return answering.answer(
            found, asked.number, form.given(today()), by=request.user, now=now, copy=form.copy(),
            from_offer=offer.fact if offer else "",
        )  # fmt: skip

    made = acted(request, form, keep, in_office=True) if may else None
    if made is not None:
        messages.success(request, _("Saved."))
        return redirect("self_assessment:section", name, part.address)
    return _question(request, found, asked.number, form)


def _given(found: Edition, number: int) -> Given:
    contact = contacts_of(found).get(number)
    if contact is not None:
        return Given(text=contact)
    row = rows_of(found).get(number)
    return row.given() if row else Given()


def _question(
    request: SignedInRequest, found: Edition, number: int, form: Form, *, declining: str = ""
) -> HttpResponse:
    part = form_of(found).section_of(number)
    may = answers_section(request, found, part)
    shown = next(
        one
        for one in questions_of(found, part, today(), sees_contacts=may)
        if one.question.number == number
    )
    context = {
        "edition": found,
        "section": part,
        "shown": shown,
        "history": Answer.objects.filter(edition=found, question=number).select_related("by"),
        "declined": DeclinedOffer.objects.filter(edition=found, question=number).select_related("by"),
        "may_answer": may and found.state == State.FILLING,
        "reason": form if declining else ReasonForm(),
        "declining": declining,
        "begun_from": request.GET.get("from", ""),
    }  # fmt: skip
    return page(request, "self_assessment/question.html", context, form=form)


@require_POST
@require_office
def decline(request: SignedInRequest, name: str, code: str, fact: str) -> HttpResponse:
    found = edition_of(request, name)
    asked, form = question_of(found, code), ReasonForm(request.POST)

    def keep() -> object:
        reason, now = form.cleaned_data["reason"], timezone.now()
        return answering.decline_offer(
            found, asked.number, fact, reason, by=request.user, now=now
        )  # fmt: skip

    if acted(request, form, keep, in_office=True):
        messages.success(request, _("Noted. The offer is not shown again in this edition."))
        return redirect("self_assessment:question", name, code)
    return _question(request, found, asked.number, form, declining=fact)


@require_safe
@require_office
def kept_copy(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    """The stored copy behind an answer."""
    found = edition_of(request, name)
    row = rows_of(found).get(question_of(found, code).number)
    if row is None or row.copy is None:
        raise Http404
    return file_response(row.copy)


@require_safe
@require_office
def changes(request: SignedInRequest, name: str) -> HttpResponse:
    """What this edition says otherwise than the one before it."""
    found = edition_of(request, name)
    form = form_of(found)
    before = answers_of(found.before) if found.before else {}
    context = {
        "edition": found,
        "changes": differences(form, before, answers_of(found)) if found.before else [],
    }
    return page(request, "self_assessment/changes.html", context)


@require_safe
@require_office
def spreadsheet(request: SignedInRequest, name: str) -> HttpResponse:
    """The form in the order of the UN, as a spreadsheet."""
    return _file(request, name, "xlsx", export.as_spreadsheet, export.XLSX)


@require_safe
@require_office
def document(request: SignedInRequest, name: str) -> HttpResponse:
    """The form in the order of the UN, as a document."""
    return _file(request, name, "docx", export.as_document, export.DOCX)


def _file(
    request: SignedInRequest,
    name: str,
    ending: str,
    write: Callable[[Questionnaire, str, Answers], bytes],
    kind: str,
) -> HttpResponse:
    """Names of persons only for who coordinates: they send the form."""
    found = edition_of(request, name)
    whole = coordinates(request, found)
    answers = answers_with_contacts(found) if whole else answers_of(found)
    content = write(form_of(found), found.name, answers)
    headers = {"Content-Disposition": f'attachment; filename="self-assessment-{name}.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
