"""Pages of collections: for who leads, answers, verifies, publishes. Everybody reaches only what is theirs."""

from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import format_date
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.indicators import files, permissions
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import (
    HANDED_IN,
    WHY,
    WRITTEN,
    State,
    has_errors,
)
from ratusha.indicators.forms import FiguresForm, OpenForm, ProofForm, ReasonForm, UploadForm
from ratusha.indicators.knowing import Knowing
from ratusha.indicators.models import Answer, Collection, Task
from ratusha.indicators.services import collecting, verifying
from ratusha.kernel.texts import Said, in_language
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _said(text: dict[str, str]) -> Said:
    return in_language(text, get_language() or "")


def _may(request: SignedInRequest, permission: str) -> bool:
    return request.user.may(permission, request.acting_body_id, on=timezone.localdate())


def _reached(request: SignedInRequest) -> Any:
    return permissions.tasks_reached(request.user, request.acting_body_id, timezone.localdate())


def _require_part(request: SignedInRequest) -> None:
    if not permissions.may_work(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404


def _collection(request: SignedInRequest, code: str) -> Collection:
    """Only one in which this person has a part at the body they act for."""
    _require_part(request)
    found = get_object_or_404(Collection, code=code)
    if not _reached(request).filter(collection=found).exists():
        raise Http404
    return found


def _task(request: SignedInRequest, code: str, subject: str) -> Task:
    tasks = _reached(request).select_related("collection")
    found: Task = get_object_or_404(tasks, collection__code=code, subject=subject)
    return found


@require_safe
@require_office
def collections(request: SignedInRequest) -> HttpResponse:
    _require_part(request)
    today = timezone.localdate()
    reached = _reached(request)
    found = Collection.objects.filter(tasks__in=reached).distinct()
    lines = []
    for one in found:
        answers = Answer.objects.filter(task__in=reached.filter(collection=one))
        states = list(answers.values_list("state", flat=True))
        lines.append(
            {
                "collection": one,
                "title": _said(one.made_of.title),
                "sample": one.made_of.sample,
                "done": sum(state in {State.ACCEPTED, State.APPROVED} for state in states),
                "of": len(states),
                "late": today > one.last_day and any(state in WRITTEN for state in states),
            }
        )
    context = {"lines": lines, "may_open": _may(request, permissions.LEAD), "act": law().act}
    return page(request, "indicators/collections.html", context)


@nothing_typed_is_lost
@require_office
def open_new(request: SignedInRequest) -> HttpResponse:
    _require_part(request)
    if not _may(request, permissions.LEAD):
        raise PermissionDenied
    titles = {one.code: _said(one.title) for one in law().templates}
    days = {
        turn.number: _("by %(day)s of the year after") % {"day": _day(turn.month, turn.day)}
        for turn in law().rounds
    }
    form = OpenForm(titles, days, typed_now(request))

    def call() -> Collection:
        given = form.cleaned_data
        return collecting.open_collection(
            given["template"], year=int(given["year"]), number=int(given["number"]),
            by=request.user, now=timezone.now(),
        )  # fmt: skip

    if made := acted(request, form, call, in_office=True):
        return redirect("indicators:collection", made.code)
    return page(request, "indicators/open.html", {"act": law().act}, form=form)


def _day(month: int, day: int) -> str:
    """1 March, 1 сакавіка: of any year."""
    return format_date(date(2000, month, day), "d MMMM", locale=get_language() or "en")


ACTS: dict[str, Callable[..., Any]] = {
    "choose": verifying.choose_for_verifying,
    "accept-rest": verifying.accept_the_rest,
    "together": verifying.put_together,
    "publish": verifying.publish_collection,
}
LABELS = {
    "choose": gettext_lazy("Choose what is to be opened"),
    "accept-rest": gettext_lazy("Accept the rest"),
    "together": gettext_lazy("Put the figures together"),
    "publish": gettext_lazy("Approve and publish"),
}
EXPLAINED = {
    "choose": gettext_lazy(
        "A tenth of the answers is drawn by lot; all that are far off or changed by more than a fifth come with them."
    ),
    "accept-rest": gettext_lazy(
        "Answers without remarks that were not chosen are accepted unopened. Their history says that you did it."
    ),
    "together": gettext_lazy(
        "All verified figures become one table with the earlier years. What is not verified stays empty, never nought."
    ),
    "publish": gettext_lazy(
        "The index is computed from the table and frozen for good. A correction will be another publication."
    ),
}


@require_safe
@require_office
def collection(request: SignedInRequest, code: str) -> HttpResponse:
    """Who is how far, and what may be done now."""
    found = _collection(request, code)
    tasks = _reached(request).filter(collection=found).prefetch_related("answers")
    states = [answer.state for task in tasks for answer in task.answers.all()]
    context = {
        "collection": found,
        "title": _said(found.made_of.title),
        "act": law().act,
        "rows": [_row(task) for task in tasks],
        "offers": [(name, LABELS[name]) for name in _offered(request, found, states)],
        "late": timezone.localdate() > found.last_day,
        "over_all": any(_may(request, one) for one in permissions.OVER_ALL),
    }
    return page(request, "indicators/collection.html", context)


def _row(task: Task) -> dict[str, Any]:
    answers = list(task.answers.all())
    return {
        "task": task,
        "name": _said(task.name),
        "body": party_name(task.body_id, get_language() or ""),
        "written": sum(one.state in WRITTEN for one in answers),
        "handed_in": sum(one.state in (*HANDED_IN, State.VERIFYING) for one in answers),
        "open": sum(one.state in {State.RETURNED, State.DISPUTED} for one in answers),
        "done": sum(one.state in {State.ACCEPTED, State.APPROVED} for one in answers),
        "of": len(answers),
    }


def _offered(request: SignedInRequest, found: Collection, states: list[str]) -> list[str]:
    """What is this person's turn; the acts themselves ask once more."""
    if found.published_at:
        return []
    handed_in = any(state in HANDED_IN for state in states)
    offered = {
        "choose": handed_in and _may(request, permissions.VERIFY),
        "accept-rest": State.SUBMITTED in states and _may(request, permissions.VERIFY),
        "together": State.ACCEPTED in states and _may(request, permissions.LEAD),
        "publish": bool(found.together_at) and _may(request, permissions.PUBLISH),
    }
    return [name for name, mine in offered.items() if mine]


@require_office
def act(request: SignedInRequest, code: str, act: str) -> HttpResponse:
    """Say what will happen, then do it."""
    found = _collection(request, code)
    if act not in ACTS:
        raise Http404
    form = Form(request.POST if request.method == "POST" else None)
    more = {}
    if act == "publish":
        more["author"] = (
            party_name(request.acting_body_id, get_language() or "")
            if request.acting_body_id
            else ""
        )

    def do() -> bool:
        ACTS[act](found.pk, by=request.user, now=timezone.now(), **more)
        return True

    if acted(request, form, do, in_office=True):
        messages.success(request, LABELS[act])
        return redirect("indicators:collection", code)
    context = {
        "collection": found, "title": _said(found.made_of.title), "label": LABELS[act],
        "explained": EXPLAINED[act], "table": found.table if act == "publish" else "",
    }  # fmt: skip
    return page(request, "indicators/act.html", context, form=form)


# ---- one task ----
def _names(found: Collection) -> dict[str, Said]:
    return {one.code: _said(one.name) for one in found.made_of.questions}


def _answers(task: Task) -> list[Answer]:
    return list(task.answers.select_related("task__collection").prefetch_related("proofs"))


@nothing_typed_is_lost
@require_office
def task(request: SignedInRequest, code: str, subject: str) -> HttpResponse:
    """All questions with the last figures beside them; saved at any time, handed in when it is right."""
    found = _task(request, code, subject)
    writes = request.user.may(permissions.ANSWER, found.body_id, on=timezone.localdate())
    answers = _answers(found)
    names = _names(found.collection)
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
        answers = _answers(found)
    context = {
        "task": found,
        "collection": found.collection,
        "name": _said(found.name),
        "title": _said(found.collection.made_of.title),
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
    found = _task(request, code, subject)
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
        "task": found, "collection": found.collection, "name": _said(found.name),
        "line": _line(one, Knowing(found.collection), timezone.localdate(), _names(found.collection)),
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
    if state in (*HANDED_IN, State.VERIFYING) and _may(request, permissions.VERIFY):
        offered += ["accept", "give_back"] if one.answered_by_id != request.user.pk else []
    answers = request.user.may(permissions.ANSWER, one.task.body_id, on=timezone.localdate())
    if state == State.RETURNED and answers:
        offered.append("dispute")
    if state == State.DISPUTED and _may(request, permissions.LEAD):
        offered += ["uphold", "overrule"]
    return offered


@nothing_typed_is_lost
@require_office
def proof(request: SignedInRequest, code: str, subject: str, question: str) -> HttpResponse:
    """A file or an address that shows where a figure comes from."""
    found = _task(request, code, subject)
    one = get_object_or_404(found.answers.select_related("task__collection"), question=question)
    if not request.user.may(permissions.ANSWER, found.body_id, on=timezone.localdate()):
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
    context = {"task": found, "collection": found.collection, "name": _said(found.name),
               "question": _said(one.asked.name)}  # fmt: skip
    return page(request, "indicators/proof.html", context, form=form)


@require_safe
@require_office
def file(request: SignedInRequest, code: str, subject: str, kind: str) -> HttpResponse:
    """What is written so far, for a spreadsheet."""
    found = _task(request, code, subject)
    names = {code: said.text for code, said in _names(found.collection).items()}
    if kind == "csv":
        content: str | bytes = files.as_csv(_answers(found), names)
        media_type = "text/csv; charset=utf-8"
    elif kind == "xlsx":
        content, media_type = files.as_xlsx(_answers(found), names), XLSX
    else:
        raise Http404
    name = f"{code}-{subject}.{kind}"
    return HttpResponse(
        content,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_office
def upload(request: SignedInRequest, code: str, subject: str) -> HttpResponse:
    """Figures from a file, checked as if they had been typed; of a file with problems nothing is taken over."""
    found = _task(request, code, subject)
    if not request.user.may(permissions.ANSWER, found.body_id, on=timezone.localdate()):
        raise PermissionDenied
    posted = request.method == "POST"
    form = UploadForm(request.POST if posted else None, request.FILES if posted else None)
    problems: list[files.Problem] = []

    def do() -> bool:
        writable = [one.question for one in found.answers.all() if one.state in WRITTEN]
        figures, wrong = files.read(form.cleaned_data["file"].read(), writable)
        problems.extend(wrong)
        if wrong:
            form.add_error("file", _("Nothing was taken over: some lines hold what they may not."))
            return True
        collecting.save_answers(found.pk, figures, by=request.user, now=timezone.now())
        return True

    if acted(request, form, do, in_office=True) and not problems:
        messages.success(request, _("The figures are taken over from the file."))
        return redirect("indicators:task", code, subject)
    context = {"task": found, "collection": found.collection, "name": _said(found.name),
               "problems": problems}  # fmt: skip
    return page(request, "indicators/upload.html", context, form=form)
