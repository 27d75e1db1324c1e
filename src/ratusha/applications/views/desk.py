"""The official's page of one case, and the steps taken there: one question a page."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.applications import filling
from ratusha.applications.fees import fee_shown
from ratusha.applications.forms import (
    GiveBackForm,
    GoOnForm,
    NoteForm,
    RefuseForm,
    RefuseToAcceptForm,
    StandAsideForm,
    SupplementForm,
    SuspendForm,
)
from ratusha.applications.holds import (
    draft_decision,
    requests_rows,
    standstills,
    supplements,
)
from ratusha.applications.models import Application, Decision
from ratusha.applications.presentation import due, groups_of, paper_code, terms_of
from ratusha.applications.reasons import Words, words_alike, words_by_ground, words_of_body
from ratusha.applications.rules import KIND, TO_DO, Status, Step
from ratusha.applications.services import accept, ask_others, confirm, correct, decide
from ratusha.applications.services.correct import latest_day
from ratusha.applications.services.look import look_into
from ratusha.applications.words.permissions import WORDS
from ratusha.cases.public import (
    HELD_BY,
    Case,
    MessageForm,
    Outcome,
    ask_to_give,
    budget_of,
    hand_to,
    is_handler,
    may_assign,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.documents.public import StoredFile, file_response
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name
from ratusha.procedures.public import Definition, Ground, general_term
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


def cases_at_desk(request: SignedInRequest) -> QuerySet[Case]:
    today, body = timezone.localdate(), request.acting_body_id
    return Case.objects.at_desk_of(request.user, today, body=body).filter(kind=KIND)


def find_case(request: SignedInRequest, reference: str) -> Case:
    return get_object_or_404(cases_at_desk(request), reference=reference)


@require_office
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """Application, documents, register facts and law on one page. The look itself is journalled."""
    at_desk = cases_at_desk(request).select_related("handler")
    found = get_object_or_404(
        at_desk.prefetch_related(
            "history__by",
            "history__acting_for",
            "history__mandate",
            "clock",
            "messages",
            "attachments",
        ),
        reference=reference,
    )
    return _case_page(request, found, MessageForm())


def _case_page(request: SignedInRequest, found: Case, form: Form) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    language = translation.get_language()
    application = look_into(found, by=request.user, now=now)
    promise = application.edition.promise
    open_steps = steps_open_to(request.user, found, today)
    to_confirm = found.status == Status.TO_CONFIRM
    decision = Decision.objects.of(found)
    filled = filling.of_application(found, application, today)
    fee = fee_shown(found, application, filled, language, now)
    context = {
        "case": found,
        "application": application,
        "promise": promise,
        "terms": terms_of(promise, language),
        "applicant": party_name(found.applicant_id, language),
        "to_do": TO_DO.get(Status(found.status), ""),
        "due": due(found),
        "budget": budget_of(found, today),
        "held_by": HELD_BY,
        "today": today,
        "groups": groups_of(filled, language),
        "decision": decision,
        "fee": fee,
        "may_ask_more": fee and not found.closed_on and is_handler(request.user, found, today),
        "paper": paper_code(decision) if decision else "",
        "requests": requests_rows(found.reference, language),
        "standstills": standstills(found),
        "supplements": supplements(found),
        "draft": draft_decision(found),
        "notification_source": general_term("notification").source,
        "may_confirm": to_confirm and Step.GRANT in open_steps,
        "steps": [
            s
            for s in ACTS
            if s in open_steps and not (to_confirm and s in {Step.GRANT, Step.REFUSE})
        ],
        "related": related_to(found, user=request.user, at_desk=True, on=today),
        "may_assign": not found.closed_on and may_assign(request.user, found, today),
    }
    return answer(request, "applications/desk_case.html", context, form=form)


@require_safe
@require_office
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document that the applicant, or an official, has added to the case."""
    found = find_case(request, reference)
    get_object_or_404(found.attachments, file_id=file)
    return file_response(StoredFile.objects.select_related("content").get(pk=file))


@nothing_typed_is_lost
@require_office
def message(request: SignedInRequest, reference: str) -> HttpResponse:
    """Sent here. Who only comes back here sees the case, with the words that were held."""
    found = find_case(request, reference)
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        send_message(found.pk, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("The message is sent."))
        return redirect("applications:desk_case", found.reference)
    return _case_page(request, found, form)


def _grounds(grounds: list[Ground]) -> list[tuple[str, str]]:
    language = translation.get_language()
    return [
        (g.code, f"{in_language(g.text, language).text} ({g.source.cited(language)})")
        for g in grounds
    ]


def _stated(promise: Definition) -> str:
    wanted = promise.result.stated if promise.result else {}
    return in_language(wanted, translation.get_language()).text if wanted else ""


FormMaker = Callable[[Case, Definition, Any], Form]
FORMS: dict[str, FormMaker] = {
    Step.REFUSE: lambda _c, p, data: RefuseForm(_grounds(p.refuse), data),
    Step.REFUSE_TO_ACCEPT: lambda c, p, data: RefuseToAcceptForm(
        _grounds(p.refuse_to_accept), c.channel, data
    ),
    Step.GRANT: lambda _c, p, data: NoteForm(_stated(p), data),
    Step.SUSPEND: lambda _c, _p, data: SuspendForm(data),
    Step.ASK_CORRECTION: lambda _c, _p, data: SupplementForm(
        latest_day(timezone.localdate()), data
    ),
    Step.GO_ON: lambda _c, _p, data: GoOnForm(data),
    Step.GIVE_BACK: lambda _c, _p, data: GiveBackForm(data),
}
ACTS: dict[Step, Callable[..., Case]] = {
    Step.ACCEPT: accept.accept,
    Step.TAKE_UP: accept.take_up,
    Step.REFUSE_TO_ACCEPT: decide.refuse_to_accept,
    Step.GRANT: decide.grant,
    Step.REFUSE: decide.refuse,
    Step.ASK_CORRECTION: correct.ask_correction,
    Step.GO_ON: correct.go_on,
    Step.SUSPEND: ask_others.suspend,
    Step.RESUME: ask_others.resume,
    Step.GIVE_BACK: confirm.give_back,
    Step.DELIVER: decide.deliver,
}


REFUSALS: dict[Step, tuple[Outcome, Callable[[Definition], list[Ground]]]] = {
    Step.REFUSE: (Outcome.REFUSED, lambda p: p.refuse),
    Step.REFUSE_TO_ACCEPT: (Outcome.NOT_ACCEPTED, lambda p: p.refuse_to_accept),
}


def _words(request: SignedInRequest, found: Case, step: Step, promise: Definition) -> list[Words]:
    """What may be said with each ground, and what was said in cases alike."""
    if step not in REFUSALS:
        return []
    outcome, grounds_of = REFUSALS[step]
    grounds, language = grounds_of(promise), translation.get_language()
    ready = words_by_ground(grounds, language, found.language)
    ready += words_of_body(found.body_id, grounds, language, found.language, timezone.localdate())
    return ready + words_alike(found, cases_at_desk(request), outcome, grounds, language)


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, reference: str, step: Step) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the case."""
    found = find_case(request, reference)
    application = Application.objects.with_edition().get(pk=found.pk)
    promise = application.edition.promise
    data = typed_now(request)
    form = FORMS[step](found, promise, data) if step in FORMS else Form(data)
    words = _words(request, found, step, promise)
    for one in words:
        if one.key == request.GET.get("words"):
            form.initial = {"ground": one.ground, "reasons": one.text.text}

    def take() -> Case:
        return ACTS[step](found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, take, in_office=True):
        messages.success(request, _("Done: “%(step)s”.") % {"step": step.label})
        return redirect(found.desk_address)
    context = {
        "case": found,
        "application": application,
        "promise": promise,
        "step": step,
        "words": words,
        "may_write_words": bool(words)
        and request.user.may(WORDS, found.body_id, on=timezone.localdate()),
        "to_be_confirmed": step == Step.GRANT and confirm.is_to_be_confirmed(found, timezone.now()),
        "correction_source": general_term("correction").source,
        "applicant": party_name(found.applicant_id, translation.get_language()),
    }
    return answer(request, "applications/desk_step.html", context, form=form)


@require_office
def confirm_draft(request: SignedInRequest, reference: str) -> HttpResponse:
    """The second official reads the draft and signs it."""
    found = find_case(request, reference)
    draft = draft_decision(found)
    if draft is None or draft.ended_at:
        raise Http404
    form = Form(request.POST if request.method == "POST" else None)
    sign = partial(confirm.confirm, found.pk, by=request.user, now=timezone.now())
    if acted(request, form, sign, in_office=True):
        messages.success(request, _("The decision is confirmed and sent."))
        return redirect(found.desk_address)
    promise = Application.objects.with_edition().get(pk=found.pk).edition.promise
    context = {
        "case": found,
        "draft": draft,
        "ground": dict(_grounds(promise.refuse)).get(draft.ground_code, ""),
        "applicant": party_name(found.applicant_id, translation.get_language()),
    }
    return answer(request, "applications/desk_confirm.html", context, form=form)


@nothing_typed_is_lost
@require_office
def stand_aside(request: SignedInRequest, reference: str) -> HttpResponse:
    """An official declares a conflict of interest; the case is nothing of theirs any more."""
    found = find_case(request, reference)
    form = StandAsideForm(typed_now(request))

    def leave() -> Case:
        reason = form.cleaned_data["reason"]
        return confirm.stand_aside(found.pk, reason=reason, by=request.user, now=timezone.now())

    if acted(request, form, leave, in_office=True):
        messages.success(request, _("You stand aside: another official takes the case up."))
        return redirect("portal:desk")
    return answer(request, "applications/desk_stand_aside.html", {"case": found}, form=form)


@nothing_typed_is_lost
@require_office
def give(request: SignedInRequest, reference: str) -> HttpResponse:
    """The head of the work gives the case to an official of the body."""
    found = find_case(request, reference)

    def hand(chosen: User) -> Case:
        return hand_to(found.pk, chosen, by=request.user, now=timezone.now())

    return ask_to_give(
        request,
        found,
        hand,
        done=_("The case is given to another official."),
        template="applications/desk_give.html",
    )
