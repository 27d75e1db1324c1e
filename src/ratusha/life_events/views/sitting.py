"""A sitting: choose, answer what is not known, check once, lodge at once, and one page of the whole afterwards."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_words,
    words_given_back,
)
from ratusha.applications.public import PageForm, keep_typed, keep_uploads, known_rows, uploads
from ratusha.kernel.errors import DomainError
from ratusha.kernel.texts import in_my_language
from ratusha.life_events.models import Sitting
from ratusha.life_events.presentation import (
    choices_of,
    page_address,
    parts_of,
    rows_of,
    sum_of,
)
from ratusha.life_events.queries import Errands, SittingPage, applicants_in, fillable, may_open
from ratusha.life_events.reading import life_event
from ratusha.life_events.rules import Stage
from ratusha.life_events.services.sitting import answer_page, go_on, lodge_all, sit_down
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page as answer

SURELY = AccessMode.STRICT  # of several services the surest way of being known is asked


@require_access(SURELY)
def choose(request: SignedInRequest, code: str) -> HttpResponse:
    """Which of the event's procedures, and for whom. Those that cannot be lodged here are not on the page."""
    event = life_event(code)
    if event is None or request.user.party_id is None:
        raise Http404
    today = timezone.localdate()
    people = applicants_in(event, request.user, today)
    wanted = request.GET.get("for") or (str(people[0].id) if people else "")
    applicant = next((one for one in people if str(one.id) == wanted), None)
    if applicant is None and people:
        raise Http404
    editions = fillable(event, request.user, applicant.id, today) if applicant else {}
    chosen = request.POST.getlist("procedures")
    error = ""
    if request.method == "POST" and applicant:
        try:
            sitting = sit_down(
                event,
                chosen,
                user=request.user,
                applicant_id=applicant.id,
                language=translation.get_language(),
                now=timezone.now(),
            )
        except DomainError as broken:
            error = broken.message
        else:
            return redirect("life_events:go_on", sitting.pk)
    context = {
        "event": event,
        "title": in_my_language(event.title),
        "people": people,
        "applicant": applicant,
        "choices": choices_of(event, editions),
        "chosen": chosen,
        "error": error,
    }
    return answer(request, "life_events/choose.html", context, status=_status(error))


def _status(error: str) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK


def of_mine(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Another person's sitting is not found."""

    @wraps(view)
    def guarded(request: SignedInRequest, sitting: UUID, **more: object) -> HttpResponseBase:
        found = get_object_or_404(Sitting.objects.mine(request.user), pk=sitting)
        if life_event(found.event) is None or not may_open(
            found, request.user, timezone.localdate()
        ):
            raise Http404
        return view(request, found, **more)

    return guarded


def _with_drafts(request: SignedInRequest, sitting: Sitting) -> Errands:
    """What can be filled in now has its draft: a result may have come, a draft may have been thrown away."""
    language = translation.get_language()
    return go_on(sitting, by=request.user, language=language, now=timezone.now())


@require_access(SURELY)
@of_mine
def resume(request: SignedInRequest, sitting: Sitting) -> HttpResponse:
    """To the first page that still needs the person; else to check; else to the state of the whole."""
    errands = _with_drafts(request, sitting)
    if not errands.to_fill:
        return redirect("life_events:sitting", sitting.pk)
    pages = errands.pages(timezone.localdate())
    nearest = next((one for one in pages if not one.done), None)
    if nearest is None:
        return redirect("life_events:check", sitting.pk)
    return redirect(page_address(nearest.errand, nearest.page.code))


@nothing_typed_is_lost
@require_access(SURELY)
@of_mine
def page(request: SignedInRequest, sitting: Sitting, errand: UUID, code: str) -> HttpResponse:
    today, language = timezone.localdate(), translation.get_language()
    errands = Errands(sitting)
    pages = list(errands.pages(today))
    at = _place(pages, errand, code)
    if request.method == "GET" and (words := words_given_back(request)):
        keep_typed(pages[at].draft.pk, code, words, by=request.user, now=timezone.now())
        errands = Errands(sitting)
        pages = list(errands.pages(today))
    one = pages[at]
    if request.method == "POST":
        form = PageForm(one.page, one.filled, language, request.POST, request.FILES)
        if _save(request, errands, one, form):
            if "later" in request.POST:
                messages.success(request, _("Saved. You can go on from any device."))
                return redirect("portal:my_page")
            return redirect("life_events:go_on", sitting.pk)
    else:
        form = _form(one, language)
    context = {
        "sitting": sitting,
        "title": in_my_language(errands.event.title),
        "name": in_my_language(errands.event.named(one.errand.procedure)),
        "edition": one.draft.edition,
        "question": one.page,
        "known": known_rows(one.filled, one.page, language),
        "number": at + 1,
        "count": len(pages) + 1,
        "also": _also(errands, one),
        "back": _before(sitting, pages, at),
    }
    status = HTTPStatus.OK if request.method == "GET" else None
    return answer(request, "life_events/page.html", context, form=form, status=status)


def _place(pages: list[SittingPage], errand: UUID, code: str) -> int:
    for place, one in enumerate(pages):
        if one.errand.pk == errand and one.page.code == code:
            return place
    raise Http404


def _before(sitting: Sitting, pages: list[SittingPage], at: int) -> str:
    if at:
        return page_address(pages[at - 1].errand, pages[at - 1].page.code)
    return reverse("life_events:sitting", args=[sitting.pk])


def _also(errands: Errands, one: SittingPage) -> list[str]:
    """The other procedures that the answers of this page serve too."""
    codes = {field.code for field in one.page.fields}
    mine = one.errand.procedure
    shared = [q for q in errands.event.sharing if q.get(mine) in codes]
    others = {c for question in shared for c in question if c != mine and c in errands.codes}
    return [in_my_language(errands.event.named(c)).text for c in errands.codes if c in others]


def _form(one: SittingPage, language: str) -> PageForm:
    """Words that did not pass the last time come back as they were typed, with what was wrong."""
    typed = one.draft.typed.get(one.page.code)
    if not typed:
        return PageForm(one.page, one.filled, language)
    words = QueryDict(mutable=True)
    for name, values in typed.items():
        words.setlist(name, values)
    form = PageForm(one.page, one.filled, language, words)
    if form.appeared:
        form.forgive()
    return form


def _save(request: SignedInRequest, errands: Errands, one: SittingPage, form: PageForm) -> bool:
    now, user = timezone.now(), request.user
    valid = form.is_valid()
    if form.appeared:
        form.forgive()
    elif valid:
        try:
            files = keep_uploads(uploads(form), by=user, now=now)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            given = {**form.as_answers(form.cleaned_data), **files}
            language = translation.get_language()
            answer_page(
                errands, one.errand, one.page.code, given, by=user, language=language, now=now
            )
            return True
    keep_typed(one.draft.pk, one.page.code, typed_words(request), by=user, now=now)
    return False


@require_access(SURELY)
@of_mine
def check(request: SignedInRequest, sitting: Sitting) -> HttpResponse:
    """One page of everything that will be lodged; lodging is its POST."""
    error = ""
    if request.method == "POST":
        try:
            cases = lodge_all(sitting, by=request.user, now=timezone.now())
        except DomainError as broken:
            error = _what_failed(sitting, broken)
        else:
            if cases:
                words = ngettext(
                    "%(count)s application is lodged.",
                    "%(count)s applications are lodged.",
                    len(cases),
                )
                messages.success(request, words % {"count": len(cases)})
            return redirect("life_events:sitting", sitting.pk)
    errands = _with_drafts(request, sitting)
    today = timezone.localdate()
    if not errands.to_fill or (any(not one.done for one in errands.pages(today)) and not error):
        return redirect("life_events:go_on", sitting.pk)
    parts = parts_of(errands, today)
    context = {
        "sitting": sitting,
        "title": in_my_language(errands.event.title),
        "parts": parts,
        "together": sum_of(parts),
        "waiting": [row for row in rows_of(errands) if row.stage == Stage.WAIT],
        "error": error,
    }
    return answer(request, "life_events/check.html", context, status=_status(error))


def _what_failed(sitting: Sitting, broken: DomainError) -> str:
    """Nothing was lodged, and because of which of them."""
    event = life_event(sitting.event)
    name = in_my_language(event.named(broken.field or "")).text if event else ""
    words = {"name": name, "reason": broken.message}
    return _("Nothing has been lodged, because of one of them. %(name)s: %(reason)s") % words


@require_access(SURELY)
@of_mine
def state(request: SignedInRequest, sitting: Sitting) -> HttpResponse:
    """The whole event on one page: what is lodged, what waits, what can go on."""
    errands = Errands(sitting)
    context = {
        "sitting": sitting,
        "title": in_my_language(errands.event.title),
        "rows": rows_of(errands),
        "goes_on": bool(errands.to_fill),
    }
    return answer(request, "life_events/sitting.html", context)
