"""The body's own words at the desk: all of them, new ones, the next version, and the end of a series."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.kernel.texts import in_language
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .forms import ChangeWordsForm, NewWordsForm
from .permissions import WORDS
from .queries import Series, grounds_at, series_of
from .services import change_words, retire_words, write_words


def _body(request: SignedInRequest) -> UUID:
    """The body one writes words for, or nothing to be found here."""
    body = request.acting_body_id
    if body is None or not request.user.may(WORDS, body, on=timezone.localdate()):
        raise Http404
    return body


def _find(body: UUID, series: UUID) -> Series:
    found = [one for one in series_of(body, timezone.localdate()) if one.last.series == series]
    if not found:
        raise Http404
    return found[0]


@require_office
def words(request: SignedInRequest) -> HttpResponse:
    body, today = _body(request), timezone.localdate()
    context = {"rows": series_of(body, today), "grounds": grounds_at(body, today)}
    return page(request, "applications/words.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest) -> HttpResponse:
    body, today = _body(request), timezone.localdate()
    language = get_language() or ""
    choices = [
        (ground.code, f"{in_language(ground.text, language)} ({ground.source.cited(language)})")
        for ground in grounds_at(body, today).values()
    ]
    form = NewWordsForm(choices, typed_now(request), initial={"since": today})
    return _written(request, form, partial(write_words, body), {})


@nothing_typed_is_lost
@require_office
def change(request: SignedInRequest, series: UUID) -> HttpResponse:
    """The last version stands in the form; what is sent is added after it."""
    body, today = _body(request), timezone.localdate()
    found = _find(body, series)
    form = ChangeWordsForm(typed_now(request), initial={**found.last.text, "since": today})
    context = {
        "series": found,
        "ground": grounds_at(body, today).get(found.last.ground_code),
    }
    return _written(request, form, partial(change_words, series), context)


@require_POST
@require_office
def retire(request: SignedInRequest, series: UUID) -> HttpResponse:
    _find(_body(request), series)
    retire_words(series, by=request.user, now=timezone.now())
    messages.success(request, _("The words are retired: they are not offered any more."))
    return redirect("applications:words")


def _written(
    request: SignedInRequest,
    form: ChangeWordsForm,
    act: Callable[..., object],
    context: dict[str, Any],
) -> HttpResponse:
    def write() -> object:
        return act(by=request.user, now=timezone.now(), **form.said)

    if acted(request, form, write):
        messages.success(request, _("The words are written."))
        return redirect("applications:words")
    return page(request, "applications/words_form.html", context, form=form)
