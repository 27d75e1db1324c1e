"""A person's own appeal: where it is, until when, how it was answered, what one can do."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.appeals.forms import ContestForm
from ratusha.appeals.law import law
from ratusha.appeals.models import Answer, Appeal
from ratusha.appeals.presentation import due, paper_code, rail
from ratusha.appeals.rules import ANSWERED, KIND
from ratusha.appeals.services.consider import withdraw
from ratusha.appeals.services.lodge import body_above, contest
from ratusha.appeals.story import story_of
from ratusha.cases.public import (
    Case,
    MessageForm,
    Rating,
    ask_to_add_document,
    ask_to_withdraw,
    attached_file,
    matter_of,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


def appeals_of(request: SignedInRequest) -> QuerySet[Case]:
    return Case.objects.mine(request.user, timezone.localdate()).filter(kind=KIND)


def find_appeal(request: SignedInRequest, reference: str) -> Case:
    return get_object_or_404(appeals_of(request), reference=reference)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The appeal, and on POST a message to the official who considers it."""
    mine = appeals_of(request).prefetch_related("history", "clock", "messages", "attachments")
    found = get_object_or_404(mine, reference=reference)
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        send_message(found.pk, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("Your message is sent."))
        return redirect(found.address)
    return _page(request, found, form)


def _page(request: SignedInRequest, found: Case, form: Form) -> HttpResponse:
    today, language = timezone.localdate(), get_language() or ""
    appeal = Appeal.objects.get(pk=found.pk)
    given = Answer.objects.filter(pk=found.pk).first()
    matter = matter_of(found)
    join = reverse("appeals:join", args=[appeal.join_code]) if appeal.is_collective else ""
    context = {
        "case": found,
        "appeal": appeal,
        "signatures": appeal.signatures.count() if appeal.is_collective else 0,
        "join": request.build_absolute_uri(join) if join else "",
        "body": party_name(found.body_id, language),
        "stages": rail(found, language),
        "due": due(found),
        "given": given,
        "paper": paper_code(given),
        "may_contest": found.status in ANSWERED,
        "above": body_above(found.body_id, timezone.now()),
        "rating": Rating.objects.filter(case=found).first(),
        "steps": steps_open_to(request.user, found, today),
        "law": law(),
        "matter": story_of(matter.of_person(request.user, today)),
        "matter_number": matter.number,
        "related": related_to(found, user=request.user, at_desk=False, on=today),
    }
    return answer(request, "appeals/case.html", context, form=form)


@require_access(AccessMode.PASSWORD)
def add_document(request: SignedInRequest, reference: str) -> HttpResponse:
    return ask_to_add_document(
        request,
        find_appeal(request, reference),
        button=_("Add to the appeal"),
        done=_("The document is added to the appeal."),
    )


@require_safe
@require_access(AccessMode.PASSWORD)
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document of one's own appeal."""
    return attached_file(find_appeal(request, reference), file)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def withdraw_appeal(request: SignedInRequest, reference: str) -> HttpResponse:
    return ask_to_withdraw(
        request,
        find_appeal(request, reference),
        withdraw,
        done=_("The appeal is withdrawn."),
        template="appeals/withdraw.html",
        law=law(),
    )


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def contest_answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """The answer goes to the body above."""
    found = find_appeal(request, reference)
    if found.status not in ANSWERED:
        raise Http404
    above = body_above(found.body_id, timezone.now())
    form = ContestForm(typed_now(request))

    def lodge() -> Case:
        text = form.cleaned_data["text"]
        return contest(found.pk, text=text, by=request.user, now=timezone.now())

    if above and (made := acted(request, form, lodge)):
        messages.success(request, _("Your complaint about the answer is registered."))
        return redirect(made.address)
    given = Answer.objects.get(pk=found.pk)
    context = {"case": found, "above": above, "law": law(), "given": given}
    return answer(request, "appeals/contest.html", context, form=form)
