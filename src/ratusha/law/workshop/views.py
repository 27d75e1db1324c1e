"""Pages of the workshop: take a row in, check it, mend its definition, put it into force."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import pack
from ratusha.law.publication import publishable
from ratusha.law.scenarios.verdicts import kept_verdict, verdict_on
from ratusha.procedures.public import Definition, digest_of, read_definition_text
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from . import services
from .forms import DefinitionForm, FactsForm, PublicationForm, TableForm
from .models import RowDraft
from .permissions import COMPILE, PUBLISH, has_workshop
from .preview import form_pages
from .rules import Act, State

TAGS = {State.COMPILED: "soon", State.REVIEWED: "plain", State.PUBLISHED: "ok"}
MOST_SHOWN = 200


def may(request: SignedInRequest, permission: str) -> bool:
    return request.user.may(permission, request.acting_body_id, on=timezone.localdate())


def _body(request: SignedInRequest) -> UUID:
    """The office of a lawyer; for everybody else there is no workshop."""
    body = request.acting_body_id
    if body is None or not has_workshop(request.user, body, timezone.localdate()):
        raise Http404
    return body


def draft_of(request: SignedInRequest, pk: UUID) -> RowDraft:
    return get_object_or_404(RowDraft.objects.of_body(_body(request)), pk=pk)


@require_office
def workshop(request: SignedInRequest) -> HttpResponse:
    """Paste or upload a table; below, what this office has in work."""
    body = _body(request)
    posted = request.method == "POST"
    form = TableForm(request.POST, request.FILES) if posted else TableForm()

    def take_in() -> list[RowDraft]:
        given, now = form.data_given(), timezone.now()
        return services.take_in(given, by=request.user, body_id=body, now=now)

    if drafts := acted(request, form, take_in):
        said = ngettext("%(number)s row compiled.", "%(number)s rows compiled.", len(drafts))
        messages.success(request, said % {"number": len(drafts)})
        if len(drafts) == 1:
            return redirect("law:workshop_draft", drafts[0].pk)
        return redirect("law:workshop")
    rows = [
        (one, len(services.resolved(one)), TAGS[State(one.state)])
        for one in RowDraft.objects.of_body(body).defer("text", "source")[:MOST_SHOWN]
    ]
    context = {"rows": rows, "may_compile": may(request, COMPILE)}
    return page(request, "law/workshop.html", context, form=form)


@require_safe
@require_office
def keys(request: SignedInRequest) -> HttpResponse:
    """Which keys lead through the phrases of a row."""
    _body(request)
    return page(request, "law/workshop_keys.html", {})


@require_office
def draft(request: SignedInRequest, pk: UUID) -> HttpResponse:
    return _shown(request, draft_of(request, pk))


def _shown(
    request: SignedInRequest, row: RowDraft, form: Form | None = None, **typed: Any
) -> HttpResponse:
    """The whole screen of a row. `form` is the one that was refused."""
    found = services.findings(row)
    lines = row.text.splitlines()
    done = services.resolved(row)
    promise = None if found else _promise(row)
    context: dict[str, Any] = {
        "draft": row,
        "tag": TAGS[State(row.state)],
        "facts": [(fact, done.get(fact["key"], "")) for fact in row.facts],
        "settled": sum(fact["key"] in done for fact in row.facts),
        "findings": [(one, lines[one.line - 1] if one.line <= len(lines) else "") for one in found],
        "definition": DefinitionForm(initial={"text": row.text}),
        "publication": PublicationForm(initial={"valid_from": timezone.localdate()}),
        "promise": promise,
        "form_languages": dict(settings.LANGUAGES),
        "verdict": kept_verdict(promise) if promise else None,
        "marks": row.marks.select_related("by"),
        "may_compile": may(request, COMPILE) and row.state != State.PUBLISHED,
        "may_publish": may(request, PUBLISH) and row.state == State.REVIEWED,
        "is_reviewer": row.reviewed_by_id == request.user.pk,
        "words": {},
        "acts": dict(Act.choices),
        **typed,
    }
    return page(request, "law/workshop_draft.html", context, form=form)


def _promise(row: RowDraft) -> Definition | None:
    try:
        return read_definition_text(row.text, pack().folder)
    except RuleBroken:
        return None


@require_safe
@require_office
def preview(request: SignedInRequest, pk: UUID, language: str) -> HttpResponse:
    """The form as a person meets it who has answered nothing, in one of the languages; nothing can be sent."""
    row = draft_of(request, pk)
    languages = dict(settings.LANGUAGES)
    promise = None if services.findings(row) else _promise(row)
    if language not in languages or promise is None:
        raise Http404
    with translation.override(language):
        context = {
            "draft": row,
            "promise": promise,
            "language": language,
            "form_languages": languages,
            "pages": form_pages(promise, language, timezone.localdate()),
        }
        return page(request, "law/workshop_preview.html", context)


@require_POST
@require_office
def settle(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Phrases that the reviewer accepted, kept or said in other words."""
    row = draft_of(request, pk)
    words = {
        name.removeprefix("words-"): value.strip()
        for name, value in request.POST.items()
        if name.startswith("words-") and isinstance(value, str) and value.strip()
    }
    form = FactsForm(request.POST)

    def keep() -> RowDraft:
        right = request.POST.getlist("right")
        return services.settle(row, right, words, by=request.user, now=timezone.now())

    if acted(request, form, keep):
        return redirect("law:workshop_draft", row.pk)
    return _shown(request, row, form, words=words)


@require_POST
@require_office
def write(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The definition, changed by hand."""
    row, form = draft_of(request, pk), DefinitionForm(request.POST)

    def change() -> RowDraft:
        given, now = form.cleaned_data["text"], timezone.now()
        return services.write(row, given, by=request.user, now=now)

    if acted(request, form, change):
        messages.success(request, _("Saved and checked."))
        return redirect("law:workshop_draft", row.pk)
    return _shown(request, row, form, definition=form)


@require_POST
@require_office
def try_out(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The scenarios of the definition as it stands, and whatever else stands in the way."""
    row, form = draft_of(request, pk), FactsForm(request.POST)
    promise = None if services.findings(row) else _promise(row)
    if promise is None:
        form.add_error(None, _("Mend the mistakes of the definition first."))
        return _shown(request, row, form)
    now = timezone.now()
    verdict_on(promise, now=now, again=True)
    problems = publishable(promise, folder=pack().folder, now=now)
    return _shown(request, row, problems=problems, tried=digest_of(promise))


@require_POST
@require_office
def review(request: SignedInRequest, pk: UUID) -> HttpResponse:
    row, form = draft_of(request, pk), FactsForm(request.POST)
    if acted(request, form, lambda: services.review(row, by=request.user, now=timezone.now())):
        messages.success(request, _("Checked. Another lawyer can now put it into force."))
        return redirect("law:workshop_draft", row.pk)
    return _shown(request, row, form)


@require_POST
@require_office
def publish(request: SignedInRequest, pk: UUID) -> HttpResponse:
    row, form = draft_of(request, pk), PublicationForm(request.POST)

    def put_into_force() -> RowDraft:
        given, now = form.cleaned_data["valid_from"], timezone.now()
        return services.publish(row, given, by=request.user, now=now)

    if acted(request, form, put_into_force):
        messages.success(request, _("Published."))
        return redirect("law:workshop_draft", row.pk)
    return _shown(request, row, form, publication=form)
