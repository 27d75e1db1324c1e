"""A person asks about their own data, and reads what the body replied."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.cases.public import Case, MessageForm, due_of, send_message, steps_open_to
from ratusha.exchange.public import journal_of
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import DomainError
from ratusha.kernel.pack import pack
from ratusha.parties.public import party_name
from ratusha.records.models import DataRequest, Reply
from ratusha.records.services.data_requests import ask_about_data, withdraw
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from .forms import AskForm, WhyForm
from .known import look_of, paper_code, row_of
from .law import law, rule_of
from .rules import KIND, Asks


def _language_of_answer() -> str:
    """One of the languages of the state: that of the page, where it is one."""
    known: list[str] = pack().about["official_languages"]
    here = get_language() or ""
    return here if here in known else known[0]


def _find(request: SignedInRequest, reference: str) -> Case:
    mine = Case.objects.mine(request.user, timezone.localdate()).filter(kind=KIND)
    return get_object_or_404(mine, reference=reference)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def new(request: SignedInRequest) -> HttpResponse:
    """Ask a body that has looked at one's data for what the law lets a person ask."""
    party, language = request.user.party_id, get_language() or ""
    found = journal_of(party).filter(body_id__isnull=False) if party else None
    ids = found.order_by("body_id").values_list("body_id", flat=True).distinct() if found else []
    bodies = [(str(one), party_name(one, language)) for one in ids if one]
    form = AskForm(bodies, typed_now(request))

    def ask() -> Case:
        given = form.cleaned_data
        return ask_about_data(
            asks=given["asks"],
            body_id=UUID(given["body"]),
            text=given["text"],
            language=_language_of_answer(),
            by=request.user,
            now=timezone.now(),
        )

    if bodies and (made := acted(request, form, ask)):
        messages.success(request, _("Your request is lodged."))
        return redirect(made.address)
    context = {"bodies": bodies, "rules": [(one.label, rule_of(one)) for one in Asks]}
    return page(request, "records/ask.html", context, form=form)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def about_look(request: SignedInRequest, look: UUID) -> HttpResponse:
    """Why did they look? What the system knows, and the question to the body that looked."""
    party = request.user.party_id
    row = row_of(party, look) if party else None
    if party is None or row is None or row.body_id is None:
        raise Http404
    form = WhyForm(typed_now(request))
    body = row.body_id

    def ask() -> Case:
        return ask_about_data(
            asks=Asks.INFORMATION,
            body_id=body,
            text=form.cleaned_data["text"],
            language=_language_of_answer(),
            by=request.user,
            now=timezone.now(),
            look=look,
        )

    if made := acted(request, form, ask):
        messages.success(request, _("Your request is lodged."))
        return redirect(made.address)
    context = {
        "look": look_of(party, look, get_language() or "", user=request.user.pk),
        "rule": law().asks[Asks.INFORMATION],
    }
    return page(request, "records/why.html", context, form=form)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was asked, until when, and what was replied; on POST a message to the official."""
    found, language = _find(request, reference), get_language() or ""
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        send_message(found.pk, text=form.cleaned_data["text"], by=request.user, now=timezone.now())
        messages.success(request, _("Your message is sent."))
        return redirect(found.address)
    asked = DataRequest.objects.get(pk=found.pk)
    reply = Reply.objects.filter(pk=found.pk).first()
    context = {
        "case": found,
        "asked": asked,
        "look": look_of(found.applicant_id, asked.look, language, user=request.user.pk)
        if asked.look
        else None,
        "reply": reply,
        "paper": paper_code(reply),
        "body": party_name(found.body_id, language),
        "rule": rule_of(asked.asks),
        "due": due_of(list(found.clock.all()), national_calendar()),
        "steps": steps_open_to(request.user, found, timezone.localdate()),
    }
    return page(request, "records/data_request.html", context, form=form)


@require_access(AccessMode.PASSWORD)
def withdraw_request(request: SignedInRequest, reference: str) -> HttpResponse:
    found, form = _find(request, reference), Form(request.POST or None)
    if request.method == "POST":
        try:
            withdraw(found.pk, by=request.user, now=timezone.now())
        except DomainError as error:
            messages.info(request, error.message)
        else:
            messages.success(request, _("The request is withdrawn."))
        return redirect(found.address)
    return page(request, "records/withdraw_request.html", {"case": found}, form=form)
