"""From "Apply" to the number: one question group a page, saved at every press."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    access_mode,
    nothing_typed_is_lost,
    require_access,
    typed_words,
    words_given_back,
)
from ratusha.applications import filling
from ratusha.applications.answers import Filled
from ratusha.applications.channels import channel_of, may_go_on
from ratusha.applications.fees import cost_before_lodging
from ratusha.applications.for_whom import acted_for, applicants_for, beyond_mandate
from ratusha.applications.forms import PageForm, uploads
from ratusha.applications.models import Draft
from ratusha.applications.presentation import check_rows, known_rows
from ratusha.applications.services.draft import (
    begin,
    discard,
    follow_the_rules,
    hand_over,
    keep_typed,
    save_page,
)
from ratusha.applications.services.files import keep_uploads
from ratusha.applications.services.lodge import lodge
from ratusha.kernel.errors import Conflict, DomainError, NotPermitted, RuleBroken
from ratusha.kernel.texts import in_language
from ratusha.parties.public import Act
from ratusha.procedures.public import Edition, Page, edition_in_force
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page as answer

APPLY_FROM = "e3"  # the lowest electronic level at which an application can be lodged here
MODES = {"none": AccessMode.PASSWORD, "password": AccessMode.PASSWORD, "strict": AccessMode.STRICT}


def find_edition(code: str) -> Edition:
    try:
        edition = edition_in_force(code, timezone.localdate())
    except RuleBroken as error:
        raise Http404(error.message) from error
    if edition.electronic_level < APPLY_FROM:
        raise Http404
    return edition


def find_draft(request: SignedInRequest, draft: UUID) -> Draft:
    mine = Draft.objects.mine(request.user).with_edition()
    found = get_object_or_404(mine, pk=draft)
    if not may_go_on(request.user, found, timezone.localdate()):
        raise Http404
    return found


def as_surely_as_asked(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """A draft of a service for strictly known persons is not opened through a password; a lodged one is its case."""

    @wraps(view)
    def guarded(request: SignedInRequest, draft: UUID, **more: str) -> HttpResponseBase:
        own = Draft.objects.filter(user=request.user).with_edition().select_related("lodged_as")
        found = get_object_or_404(own, pk=draft)
        if found.lodged_as and request.method == "GET":  # who went back after lodging
            return redirect("applications:case", found.lodged_as.reference)
        needed = MODES[found.edition.access_mode]
        return require_access(needed)(view)(request, draft, **more)

    return guarded


@require_access(AccessMode.PASSWORD)
def start(request: SignedInRequest, list_code: str, number: str) -> HttpResponseBase:
    """Who applies: oneself at once, or a choice where one may act for others."""
    edition = find_edition(f"{list_code}/{number}")
    if access_mode(request) < MODES[edition.access_mode]:
        return require_access(MODES[edition.access_mode])(start)(request, list_code, number)
    today = timezone.localdate()
    choices = applicants_for(request.user, edition, today)
    chosen = request.POST.get("applicant", "")
    if request.method == "POST" or len(choices) == 1:
        applicant = next((c for c in choices if len(choices) == 1 or str(c.id) == chosen), None)
        if applicant:
            draft = begin(
                edition,
                user=request.user,
                applicant_id=applicant.id,
                language=translation.get_language(),
                now=timezone.now(),
            )
            return to_next_page(draft)
    context = {
        "edition": edition,
        "choices": choices,
        "missed": request.method == "POST",
        "beyond": beyond_mandate(request.user, edition, today),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if context["missed"] else HTTPStatus.OK
    return answer(request, "applications/start.html", context, status=status)


def to_next_page(draft: Draft) -> HttpResponse:
    filled = filling.of_draft(draft, timezone.localdate())
    nearest = filled.first_open_page(draft.done)
    if nearest is None:
        return redirect("applications:check", draft.pk)
    return redirect("applications:page", draft.pk, nearest.code)


def _page_of(filled: Filled, code: str) -> tuple[Page, int, int]:
    pages = filled.pages()
    for number, page in enumerate(pages, start=1):
        if page.code == code:
            return page, number, len(pages)
    raise Http404


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
@as_surely_as_asked
def page(request: SignedInRequest, draft: UUID, code: str) -> HttpResponse:
    found = find_draft(request, draft)
    if request.method == "GET" and (words := words_given_back(request)):
        found = keep_typed(found.pk, code, words, by=request.user, now=timezone.now())
    filled = filling.of_draft(found, timezone.localdate())
    question, number, count = _page_of(filled, code)
    language = translation.get_language()
    if request.method == "POST":
        form = PageForm(question, filled, language, request.POST, request.FILES)
        saved = _save(request, found, question, form, language)
        if saved:
            if "later" in request.POST:
                messages.success(request, _("Saved. You can go on from any device."))
                return redirect("portal:my_page")
            return to_next_page(saved)
    else:
        form = PageForm(question, filled, language)
        form = _with_typed(form, found, question, filled, language)
    context = {
        "draft": found,
        "edition": found.edition,
        "question": question,
        "known": known_rows(filled, question, language),
        "number": number,
        "count": count,
        "back": _page_before(filled, found, code),
    }
    status = HTTPStatus.OK if request.method == "GET" else None
    return answer(request, "applications/page.html", context, form=form, status=status)


def _with_typed(
    form: PageForm, draft: Draft, question: Page, filled: Filled, language: str
) -> PageForm:
    """Words that did not pass the last time come back as they were typed, with what was wrong."""
    typed = draft.typed.get(question.code)
    if not typed:
        return form
    words = QueryDict(mutable=True)
    for name, values in typed.items():
        words.setlist(name, values)
    again = PageForm(question, filled, language, words)
    if again.appeared:
        again.forgive()
    return again


def _save(
    request: SignedInRequest, draft: Draft, question: Page, form: PageForm, language: str
) -> Draft | None:
    """Keep the page if it passes; else keep the words and let the page explain."""
    now = timezone.now()
    valid = form.is_valid()
    if form.appeared:
        form.forgive()
    elif valid:
        try:
            files = keep_uploads(uploads(form), by=request.user, now=now)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            given = {**form.as_answers(form.cleaned_data), **files}
            return save_page(
                draft.pk, question.code, given, by=request.user, language=language, now=now
            )
    keep_typed(draft.pk, question.code, typed_words(request), by=request.user, now=now)
    return None


def _page_before(filled: Filled, draft: Draft, code: str) -> str:
    codes = [p.code for p in filled.pages()]
    at = codes.index(code)
    if at:
        return reverse("applications:page", args=[draft.pk, codes[at - 1]])
    procedure = draft.edition.procedure
    return reverse("portal:procedure", args=[procedure.list_id, procedure.number])


@require_access(AccessMode.PASSWORD)
@as_surely_as_asked
def check(request: SignedInRequest, draft: UUID) -> HttpResponse:
    """Check answers; lodging is the POST of this page."""
    if request.method == "POST":
        return _lodge(request, draft)
    found = find_draft(request, draft)
    return _check_page(request, found)


def _check_page(
    request: SignedInRequest, draft: Draft, error: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    filled = filling.of_draft(draft, timezone.localdate())
    if filled.first_open_page(draft.done):
        return to_next_page(draft)
    if other := channel_of(draft):
        return redirect(other.page(draft))
    context: dict[str, Any] = {
        "draft": draft,
        "edition": draft.edition,
        "groups": check_rows(draft, filled, translation.get_language()),
        "cost": cost_before_lodging(filled, filled.today, translation.get_language()),
        "error": error,
        "for_whom": acted_for(request.user, draft),
        "may_lodge": may_go_on(request.user, draft, timezone.localdate(), Act.LODGE),
    }
    return answer(request, "applications/check.html", context, status=status)


def _lodge(request: SignedInRequest, draft: UUID) -> HttpResponse:
    lodged = Draft.objects.filter(pk=draft, user=request.user).select_related("lodged_as").first()
    if lodged is None or channel_of(lodged):
        raise Http404
    try:
        case = lodge(draft, by=request.user, now=timezone.now())
    except NotPermitted:
        raise Http404 from None
    except Conflict as error:
        return _under_new_rules(request, draft, error)
    except RuleBroken as error:
        found = find_draft(request, draft)
        return _check_page(request, found, error.message, HTTPStatus.UNPROCESSABLE_ENTITY)
    if lodged.lodged_as is None:
        words = {"reference": case.reference}
        messages.success(
            request, _("Your application is lodged. Its number is %(reference)s.") % words
        )
    return redirect("applications:case", case.reference)


def _under_new_rules(request: SignedInRequest, draft: UUID, changed: Conflict) -> HttpResponse:
    """The law has changed since the draft was begun: say so and go through the pages of the new edition."""
    try:
        moved = follow_the_rules(draft, by=request.user, now=timezone.now())
    except RuleBroken as gone:
        found = find_draft(request, draft)
        return _check_page(request, found, gone.message, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.warning(request, changed.message)
    return to_next_page(moved)


@require_POST
@require_access(AccessMode.PASSWORD)
def hand_over_draft(request: SignedInRequest, draft: UUID) -> HttpResponse:
    """From who may only prepare to who may lodge."""
    found = find_draft(request, draft)
    try:
        hand_over(found.pk, by=request.user, now=timezone.now())
    except DomainError as error:
        return _check_page(request, found, error.message, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("The application is handed over for lodging."))
    return redirect("portal:my_page")


@require_access(AccessMode.PASSWORD)
def discard_draft(request: SignedInRequest, draft: UUID) -> HttpResponse:
    found = find_draft(request, draft)
    if request.method == "POST":
        discard(found.pk, by=request.user, now=timezone.now())
        messages.success(request, _("The draft is thrown away."))
        return redirect("portal:my_page")
    title = in_language(found.edition.promise.heading, translation.get_language())
    return answer(request, "applications/discard.html", {"draft": found, "title": title})
