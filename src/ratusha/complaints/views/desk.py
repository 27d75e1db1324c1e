"""The desk of the higher body: a complaint beside the decision it is about, and the steps, one question a page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import (
    HELD_BY,
    Case,
    MessageForm,
    ask_to_give,
    attached_file,
    budget_of,
    is_disinterested,
    may_assign,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.complaints.contested import complained_about, decision_in
from ratusha.complaints.forms import (
    AskForm,
    DecideForm,
    IdentifyForm,
    NotConsiderForm,
    RestoreForm,
)
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint, Obligation, Ruling
from ratusha.complaints.permissions import KIND, has_no_conflict
from ratusha.complaints.presentation import due, paper_code
from ratusha.complaints.rules import TO_DO, Status, Step, needless_now
from ratusha.complaints.services import examine, explain, lodge
from ratusha.complaints.services.decide import decide, leave_without_consideration
from ratusha.complaints.services.look import look_into
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer

DECIDE = "decide"  # one page for all results


def complaints_at_desk(request: SignedInRequest) -> QuerySet[Case]:
    today, body = timezone.localdate(), request.acting_body_id
    there = Case.objects.at_desk_of(request.user, today, body=body).filter(kind=KIND)
    return there.select_related("handler").prefetch_related("links__about", "history__by", "clock")


def find_complaint(request: SignedInRequest, reference: str) -> Case:
    """Who applied for what is complained about, or acts for who did, does not see the complaint at the desk either."""
    found = get_object_or_404(complaints_at_desk(request), reference=reference)
    about = complained_about(found)
    if about and not is_disinterested(request.user, about, timezone.localdate()):
        raise Http404
    return found


@nothing_typed_is_lost
@require_office
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The complaint, and on POST a message to the complainant. The look itself is journalled."""
    found = find_complaint(request, reference)
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        send_message(found.pk, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("The message is sent."))
        return redirect(found.desk_address)
    return _page(request, found, form)


def _page(request: SignedInRequest, found: Case, form: Form) -> HttpResponse:
    now = timezone.now()
    today, language = timezone.localdate(now), get_language() or ""
    complaint, about = look_into(found, by=request.user, now=now)
    late, restored = examine.is_late(complaint), bool(complaint.restored_because)
    ruling = Ruling.objects.filter(pk=found.pk).first()
    context = {
        "case": found,
        "complaint": complaint,
        "about": about,
        "decision": decision_in(about) if about else None,
        "complainant": party_name(found.applicant_id, language),
        "applicant": party_name(about.applicant_id, language) if about else "",
        "first_body": party_name(complaint.first_body_id, language),
        "late": late,
        "conflict": not has_no_conflict(request.user, found, today),
        "to_do": TO_DO.get(Status(found.status), ""),
        "due": due(found),
        "budget": budget_of(found, today),
        "held_by": HELD_BY,
        "today": today,
        "may_assign": not found.closed_on and may_assign(request.user, found, today),
        "ruling": ruling,
        "owed": Obligation.objects.filter(pk=found.pk).first(),
        "related": related_to(found, user=request.user, at_desk=True, on=today),
        "paper": paper_code(ruling),
        "steps": _offered(
            set(steps_open_to(request.user, found, today)),
            needless_now(found=about is not None, late=late, restored=restored),
        ),
        "law": law(),
    }
    return answer(request, "complaints/desk_case.html", context, form=form)


@require_safe
@require_office
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document that the complainant has added."""
    return attached_file(find_complaint(request, reference), file)


@nothing_typed_is_lost
@require_office
def give(request: SignedInRequest, reference: str) -> HttpResponse:
    """The head of the work gives the complaint to an official of the higher body."""
    found = find_complaint(request, reference)

    def hand(chosen: User) -> Case:
        return examine.give(found.pk, chosen, by=request.user, now=timezone.now())

    return ask_to_give(
        request,
        found,
        hand,
        done=_("The complaint is given to another official."),
        template="complaints/desk_give.html",
    )


def _offered(open_steps: set[str], needless: set[Step]) -> list[tuple[str, str]]:
    offered = [(s.value, str(s.label)) for s in PAGES if s in open_steps and s not in needless]
    may_decide = Step.UPHOLD in open_steps
    return [(DECIDE, _("Decide")), *offered] if may_decide else offered


FormMaker = Callable[[Complaint, Any], Form]
FORMS: dict[str, FormMaker] = {
    Step.IDENTIFY: lambda _c, data: IdentifyForm(data),
    Step.RESTORE: lambda _c, data: RestoreForm(data),
    Step.NOT_CONSIDER: lambda _c, data: NotConsiderForm(law().grounds, data),
    Step.ASK: lambda _c, data: AskForm(data),
    DECIDE: lambda c, data: DecideForm(c.subject, data),
}
PAGES: dict[Step, Callable[..., Case]] = {
    Step.ACCEPT: examine.accept,
    Step.TAKE_UP: examine.take_up,
    Step.RESTORE: examine.restore_term,
    Step.IDENTIFY: lodge.identify,
    Step.ASK: explain.ask_to_explain,
    Step.GO_ON: explain.go_on,
    Step.NOT_CONSIDER: leave_without_consideration,
}


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, reference: str, step: str) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the complaint."""
    found = find_complaint(request, reference)
    complaint = Complaint.objects.get(pk=found.pk)
    data = typed_now(request)
    form = FORMS[step](complaint, data) if step in FORMS else Form(data)
    act = decide if step == DECIDE else PAGES[Step(step)]
    label = _("Decide") if step == DECIDE else Step(step).label

    def take() -> Case:
        return act(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, take, in_office=True):
        messages.success(request, _("Done: “%(step)s”.") % {"step": label})
        return redirect(found.desk_address)
    context = {"case": found, "complaint": complaint, "step": step, "label": label, "law": law()}
    return answer(request, "complaints/desk_step.html", context, form=form)
