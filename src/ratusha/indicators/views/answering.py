"""Figures of one subject: written, proven, handed in; each answer verified, given back, disputed, settled."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.indicators import permissions
from ratusha.indicators.collection_rules import (
    HANDED_IN,
    WHY,
    WRITTEN,
    State,
    has_errors,
)
from ratusha.indicators.forms import FiguresForm, ProofForm, ReasonForm
from ratusha.indicators.knowing import Knowing
from ratusha.indicators.models import Answer, Task
from ratusha.indicators.services import collecting, verifying
from ratusha.kernel.texts import Said, in_my_language
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of
from ratusha.ui.pages import page

from .reached import answers_for, answers_of, may_here, names_of, task_reached


@nothing_typed_is_lost
@require_office
def task(request: SignedInRequest, code: str, subject: str) -> HttpResponse:
    """All questions with the last figures beside them; saved at any time, handed in when it is right."""
    found = task_reached(request, code, subject)
    writes = answers_for(request, found)
    answers = answers_of(found)
    names = names_of(found.collection)
    writable = [one for one in answers if one.state in WRITTEN]
    form = FiguresForm(writable if writes else [], names, typed_now(request))

    def do() -> str:
        now = timezone.now()
        collecting.save_answers(found.pk, form.figures(), by=request.user, now=now)
        if "hand_in" not in request.POST:
            return "saved"
        collecting.hand_in(found.pk, by=request.user, now=now)
        return "handed_in"

    if request.method == "POST" and not writes:
        raise PermissionDenied
    if done := acted(request, form, do, in_office=True):
        said = {
            "saved": _("What you have written is kept."),
            "handed_in": _("The figures are handed in."),
        }
        messages.success(request, said[done])
        return redirect("indicators:task", code, subject)
    if request.method == "POST":
        answers = answers_of(found)
    context = {
        "task": found,
        "collection": found.collection,
        "name": in_my_language(found.name),
        "title": in_my_language(found.collection.made_of.title),
        "lines": _lines(found, answers, names),
        "writes": writes and bool(writable),
        "late": timezone.localdate() > found.collection.last_day,
    }
    return page(request, "indicators/task.html", context, form=form)


def _lines(found: Task, answers: list[Answer], names: dict[str, Said]) -> list[dict[str, Any]]:
    knowing, today = Knowing(found.collection), timezone.localdate()
    return [_line(answer, knowing, today, names) for answer in answers]


def _line(answer: Answer, knowing: Knowing, today: date, names: dict[str, Said]) -> dict[str, Any]:
    past = knowing.past.get(answer.question, {}).get(answer.task.subject, [])
    written = answer.state in WRITTEN
    findings = knowing.findings(answer, today) if written else answer.kept_findings
    unit = "share" if answer.asked.kind == "share" else "number"
    return {
        "answer": answer,
        "asked": answer.asked,
        "name": names[answer.question],
        "value": answer.value,
        "unit": unit,
        "past": past[-3:],
        "past_at": knowing.past_address(answer.task.subject),
        "truth_at": address_of("indicators:indicator", answer.asked.live)
        if answer.asked.live
        else "",
        "truth": knowing.truths.get(answer.question, {}).get(answer.task.subject),
        "findings": [(one.severity, one.rule, one.sentence()) for one in findings],
        "errors": has_errors(findings),
        "writable": written,
        "why": WHY.get(answer.why, ""),
        "state": State(answer.state),
    }


@nothing_typed_is_lost
@require_office
def answer(request: SignedInRequest, code: str, subject: str, question: str) -> HttpResponse:
    """One answer with its proofs and its history: verified, given back, disputed, settled here."""
    found = task_reached(request, code, subject)
    one = get_object_or_404(
        Answer.objects.select_related("task__collection").prefetch_related("proofs", "history__by"),
        task=found,
        question=question,
    )
    form = ReasonForm(typed_now(request))
    offers = _answer_offers(request, one)

    def do() -> bool:
        name = request.POST.get("act", "")
        if name not in offers:
            raise PermissionDenied
        reason = form.cleaned_data["reason"]
        ANSWER_ACTS[name](one.pk, reason, by=request.user, now=timezone.now())
        return True

    if acted(request, form, do, in_office=True):
        messages.success(request, _("It is noted in the history of the answer."))
        return redirect("indicators:answer", code, subject, question)
    context = {
        "task": found, "collection": found.collection, "name": in_my_language(found.name),
        "line": _line(one, Knowing(found.collection), timezone.localdate(), names_of(found.collection)),
        "offers": [(name, ANSWER_LABELS[name]) for name in offers],
        "history": one.history.all(), "proofs": one.proofs.all(),
    }  # fmt: skip
    return page(request, "indicators/answer.html", context, form=form)


ANSWER_ACTS: dict[str, Callable[..., Any]] = {
    "accept": lambda pk, reason, **who: verifying.verify(pk, accept=True, reason=reason, **who),
    "give_back": lambda pk, reason, **who: verifying.verify(pk, accept=False, reason=reason, **who),
    "dispute": lambda pk, reason, **who: verifying.dispute(pk, reason=reason, **who),
    "uphold": lambda pk, reason, **who: verifying.settle(pk, uphold=True, reason=reason, **who),
    "overrule": lambda pk, reason, **who: verifying.settle(pk, uphold=False, reason=reason, **who),
}
ANSWER_LABELS = {
    "accept": gettext_lazy("The figure is right"),
    "give_back": gettext_lazy("Give back with reasons"),
    "dispute": gettext_lazy("Stand by the figure"),
    "uphold": gettext_lazy("Decide for the respondent"),
    "overrule": gettext_lazy("Decide for the verifier"),
}


def _answer_offers(request: SignedInRequest, one: Answer) -> list[str]:
    state = one.state
    offered = []
    if state in (*HANDED_IN, State.VERIFYING) and may_here(request, permissions.VERIFY):
        offered += ["accept", "give_back"] if one.answered_by_id != request.user.pk else []
    answers = answers_for(request, one.task)
    if state == State.RETURNED and answers:
        offered.append("dispute")
    if state == State.DISPUTED and may_here(request, permissions.LEAD):
        offered += ["uphold", "overrule"]
    return offered


@nothing_typed_is_lost
@require_office
def proof(request: SignedInRequest, code: str, subject: str, question: str) -> HttpResponse:
    """A file or an address that shows where a figure comes from."""
    found = task_reached(request, code, subject)
    one = get_object_or_404(found.answers.select_related("task__collection"), question=question)
    if not answers_for(request, found):
        raise PermissionDenied
    typed = typed_now(request)
    form = ProofForm(typed, request.FILES if typed is not None else None)

    def do() -> Any:
        given = form.cleaned_data
        file = given.pop("file", None)
        return collecting.add_proof(
            found.pk, question, content=file.read() if file else b"", name=file.name if file else "",
            by=request.user, now=timezone.now(), **given,
        )  # fmt: skip

    if acted(request, form, do, in_office=True):
        messages.success(request, _("The proof is added."))
        return redirect("indicators:task", code, subject)
    context = {"task": found, "collection": found.collection, "name": in_my_language(found.name),
               "question": in_my_language(one.asked.name)}  # fmt: skip
    return page(request, "indicators/proof.html", context, form=form)
