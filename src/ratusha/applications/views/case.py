"""A person's own case: where it is, until when, what was decided, what one can do."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.applications import filling
from ratusha.applications.fees import fee_shown
from ratusha.applications.forms import AnswerForm
from ratusha.applications.holds import (
    requests_rows,
    standstills,
    supplements,
    waiting_supplement,
)
from ratusha.applications.models import Application, Decision
from ratusha.applications.presentation import due, groups_of, looks_at, paper_code, rail
from ratusha.applications.rules import KIND, Step
from ratusha.applications.services.accept import withdraw
from ratusha.applications.services.correct import correct
from ratusha.applications.services.decide import deliver
from ratusha.applications.services.files import keep_uploads
from ratusha.cases.public import (
    AttachForm,
    Attachment,
    Case,
    MessageForm,
    Outcome,
    Rating,
    ask_to_withdraw,
    attach,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.documents.public import StoredFile, file_response
from ratusha.parties.public import party_name
from ratusha.procedures.public import general_term
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


def cases_of(request: SignedInRequest) -> QuerySet[Case]:
    return Case.objects.mine(request.user, timezone.localdate()).filter(kind=KIND)


def find_case(request: SignedInRequest, reference: str) -> Case:
    return get_object_or_404(cases_of(request), reference=reference)


@require_access(AccessMode.PASSWORD)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    mine = cases_of(request).prefetch_related(
        "history__mandate__person", "clock", "messages", "attachments"
    )
    found = get_object_or_404(mine, reference=reference)
    return _case_page(request, found, MessageForm())


def _case_page(request: SignedInRequest, found: Case, form: Form) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    language = translation.get_language()
    application = Application.objects.with_edition().get(pk=found.pk)
    filled = filling.of_application(found, application, today)
    context = {
        "case": found,
        "application": application,
        "fee": fee_shown(found, application, filled, language, now),
        "body": party_name(found.body_id, language),
        "stages": rail(found),
        "due": due(found),
        "groups": groups_of(filled, language),
        "decision": Decision.objects.of(found),
        "rating": Rating.objects.filter(case=found).first(),
        "steps": steps_open_to(request.user, found, today),
        "today": today,
        "requests": requests_rows(found.reference, language),
        "standstills": standstills(found),
        "supplements": supplements(found),
        "supplement": waiting_supplement(found),
        "correction_source": general_term("correction").source,
        "looks": looks_at(found, language),
        "related": related_to(found, user=request.user, at_desk=False, on=today),
        "may_rate": found.outcome in {Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED},
    }
    return answer(request, "applications/case.html", context, form=form)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def message(request: SignedInRequest, reference: str) -> HttpResponse:
    """Sent here. Who only comes back here sees the case, with the words that were held."""
    found = find_case(request, reference)
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        send_message(found.pk, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("Your message is sent."))
        return redirect(found.address)
    return _case_page(request, found, form)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def add_document(request: SignedInRequest, reference: str) -> HttpResponse:
    found = find_case(request, reference)
    form = AttachForm(typed_now(request), request.FILES or None)

    def add() -> Attachment:
        now = timezone.now()
        file = keep_uploads({"file": form.cleaned_data["file"]}, by=request.user, now=now)
        return attach(
            found.pk,
            file_id=UUID(file["file"]["id"]),
            title=form.cleaned_data["title"],
            by=request.user,
            now=now,
        )

    if acted(request, form, add):
        messages.success(request, _("The document is added to the case."))
        return redirect(found.address)
    context = {"case": found, "button": _("Add to the case")}
    return answer(request, "cases/add_document.html", context, form=form)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def answer_supplement(request: SignedInRequest, reference: str) -> HttpResponse:
    """What an official asked for is added: words, a file, or both."""
    found = find_case(request, reference)
    form = AnswerForm(typed_now(request), request.FILES or None)
    if acted(request, form, lambda: _send_answer(found, form, request.user)):
        messages.success(request, _("Your answer is sent. The official goes on with the case."))
        return redirect(found.address)
    context = {"case": found, "supplement": waiting_supplement(found)}
    return answer(request, "applications/answer.html", context, form=form)


@transaction.atomic
def _send_answer(found: Case, form: Form, by: User) -> Case:
    now = timezone.now()
    files = []
    if upload := form.cleaned_data["file"]:
        kept = keep_uploads({"file": upload}, by=by, now=now)
        files = [(UUID(kept["file"]["id"]), form.cleaned_data["title"])]
    return correct(found.pk, text=form.cleaned_data["text"], files=files, by=by, now=now)


@require_safe
@require_access(AccessMode.PASSWORD)
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document of one's own case."""
    found = find_case(request, reference)
    get_object_or_404(found.attachments, file_id=file)
    return file_response(StoredFile.objects.select_related("content").get(pk=file))


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def withdraw_case(request: SignedInRequest, reference: str) -> HttpResponse:
    return ask_to_withdraw(
        request,
        find_case(request, reference),
        withdraw,
        done=_("The application is withdrawn."),
        template="applications/withdraw.html",
    )


@require_POST
@require_access(AccessMode.PASSWORD)
def open_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    """Opening the decision is its delivery; the document follows."""
    found = find_case(request, reference)
    decision = get_object_or_404(Decision, case=found, cancelled_at=None)
    if Step.DELIVER in steps_open_to(request.user, found, timezone.localdate()):
        deliver(found.pk, by=request.user, now=timezone.now())
    code = paper_code(decision)
    if not code:
        raise Http404
    return redirect("documents:download", code)
