"""The desk of a body: an appeal with the whole story beside it, and the steps, one question a page."""

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
from ratusha.appeals.forms import AnswerForm, ForwardForm, LeaveForm, ProlongForm, ReasonsForm
from ratusha.appeals.law import law
from ratusha.appeals.models import Answer, Forwarding
from ratusha.appeals.presentation import due, paper_code
from ratusha.appeals.queries import bodies_named
from ratusha.appeals.rules import ANSWERS, KIND, TO_DO, Status, Step
from ratusha.appeals.services import answer as answering
from ratusha.appeals.services import consider
from ratusha.appeals.services.look import look_into
from ratusha.appeals.story import story_of
from ratusha.cases.public import (
    HELD_BY,
    Case,
    MessageForm,
    ask_to_give,
    attached_file,
    budget_of,
    hand_to,
    matter_of,
    may_assign,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.kernel.texts import state_languages
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer

ANSWER = "answer"  # one page for all results
PAGES: dict[Step, Callable[..., Case]] = {
    Step.TAKE_UP: consider.take_up,
    Step.FORWARD: consider.forward,
    Step.STUDY: consider.study,
    Step.PROLONG: consider.prolong,
    Step.LEAVE: answering.leave,
}


def appeals_at_desk(request: SignedInRequest) -> QuerySet[Case]:
    today, body = timezone.localdate(), request.acting_body_id
    there = Case.objects.at_desk_of(request.user, today, body=body).filter(kind=KIND)
    return there.select_related("handler").prefetch_related("history__by", "clock")


def find_appeal(request: SignedInRequest, reference: str) -> Case:
    return get_object_or_404(appeals_at_desk(request), reference=reference)


@nothing_typed_is_lost
@require_office
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The appeal, and on POST a message to the person. The look itself is journalled."""
    found = find_appeal(request, reference)
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
    appeal = look_into(found, by=request.user, now=now)
    given = Answer.objects.filter(pk=found.pk).first()
    matter = matter_of(found)
    context = {
        "case": found,
        "appeal": appeal,
        "signatures": appeal.signatures.count() if appeal.is_collective else 0,
        "applicant": party_name(found.applicant_id, language),
        "forwardings": [
            (one, party_name(one.from_body, language))
            for one in Forwarding.objects.filter(case=found)
        ],
        "to_do": TO_DO.get(Status(found.status), ""),
        "due": due(found),
        "act_by": consider.should_go_by(found, law().forwarding.term),
        "budget": budget_of(found, today),
        "held_by": HELD_BY,
        "today": today,
        "may_assign": not found.closed_on and may_assign(request.user, found, today),
        "given": given,
        "paper": paper_code(given),
        "matter": story_of(matter.at_desk(found)),
        "matter_number": matter.number,
        "related": related_to(found, user=request.user, at_desk=True, on=today),
        "answer_language": dict(state_languages()).get(found.language, found.language),
        "steps": _offered(set(steps_open_to(request.user, found, today))),
        "law": law(),
    }
    return answer(request, "appeals/desk_case.html", context, form=form)


def _offered(open_steps: set[str]) -> list[tuple[str, str]]:
    offered = [(step.value, str(step.label)) for step in PAGES if step in open_steps]
    return [(ANSWER, _("Answer")), *offered] if open_steps & set(ANSWERS) else offered


@require_safe
@require_office
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document that the person has added."""
    return attached_file(find_appeal(request, reference), file)


@nothing_typed_is_lost
@require_office
def give(request: SignedInRequest, reference: str) -> HttpResponse:
    """The head of the work gives the appeal to an official of the body."""
    found = find_appeal(request, reference)

    def hand(chosen: User) -> Case:
        return hand_to(found.pk, chosen, by=request.user, now=timezone.now())

    return ask_to_give(
        request,
        found,
        hand,
        done=_("The appeal is given to another official."),
        template="appeals/desk_give.html",
    )


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, reference: str, step: str) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the appeal, or to the desk where it has gone elsewhere."""
    found = find_appeal(request, reference)
    _require_open(request, found, {step})
    form = _form(request, step)

    def take() -> Case:
        return PAGES[Step(step)](found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if made := acted(request, form, take, in_office=True):
        messages.success(request, _("Done: “%(step)s”.") % {"step": Step(step).label})
        gone = made.body_id != found.body_id
        return redirect("portal:desk") if gone else redirect(made.desk_address)
    context = {
        "case": found,
        "step": step,
        "label": Step(step).label,
        "law": law(),
        "sought": request.GET.get("q", "")[:100],
        "act_by": consider.should_go_by(found, law().forwarding.term),
    }
    return answer(request, "appeals/desk_step.html", context, form=form)


def _form(request: SignedInRequest, step: str) -> Form:
    data = typed_now(request)
    if step == Step.FORWARD:
        sought = request.GET.get("q", "").strip()[:100]
        found = bodies_named(sought, timezone.localdate()) if sought else []
        elsewhere = [one for one in found if one.pk != request.acting_body_id]
        return ForwardForm(elsewhere, data)
    made: dict[str, Callable[[Any], Form]] = {
        Step.STUDY: ReasonsForm,
        Step.PROLONG: ProlongForm,
        Step.LEAVE: lambda sent: LeaveForm(law().grounds, sent),
    }
    return made.get(step, Form)(data)


@nothing_typed_is_lost
@require_office
def give_answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """The answer, looked over before it goes: what forbids it, and what only asks to be confirmed."""
    found = find_appeal(request, reference)
    _require_open(request, found, set(ANSWERS))
    appeal = look_into(found, by=request.user, now=timezone.now())
    data = typed_now(request)
    remarks = answering.looked_over(data.get("text", ""), found) if data else []
    form = AnswerForm(remarks, data)

    def send() -> Case:
        given = dict(form.cleaned_data)
        confirmed = bool(given.pop("confirmed", False))
        return answering.answer(
            found.pk, by=request.user, now=timezone.now(), confirmed=confirmed, **given
        )

    if acted(request, form, send, in_office=True):
        messages.success(request, _("The answer is signed and sent."))
        return redirect(found.desk_address)
    context = {
        "case": found,
        "appeal": appeal,
        "law": law(),
        "remarks": [("", one) for one in remarks],
        "answer_language": dict(state_languages()).get(found.language, found.language),
    }
    return answer(request, "appeals/desk_answer.html", context, form=form)


def _require_open(request: SignedInRequest, found: Case, steps: set[str]) -> None:
    if not steps & set(steps_open_to(request.user, found, timezone.localdate())):
        raise Http404
