"""The page of an act that is one form: what it does, its questions, its button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


def act_page(
    request: HttpRequest,
    form: Form,
    act: Callable[[], Any],
    *,
    heading: str,
    back: str,
    then: str,
    done: str,
    note: str = "",
    words: Any = None,
    danger: bool = False,
) -> HttpResponse:
    """Done, and on to `then` with a word about it; or the page, again with what is wrong."""
    if acted(request, form, act):
        messages.success(request, done)
        return redirect(then)
    context = {"heading": heading, "back": back, "note": note, "words": words, "danger": danger}
    return answer(request, "consultations/act.html", context, form=form)


def sent(request: HttpRequest) -> Any:
    """What was sent, be it nothing at all: a list without a tick is an answer too."""
    return request.POST if request.method == "POST" else None


def pressed(request: HttpRequest) -> Form:
    """A form of nothing but its button."""
    return Form(sent(request))
