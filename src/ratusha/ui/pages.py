"""A page as an answer: the right status for a form with errors, and marks that the base template reads."""

from http import HTTPStatus
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    form: BaseForm | None = None,
    status: int | None = None,
) -> HttpResponse:
    """Render `template`; a form with errors makes it 422 and puts "Error:" first in the title."""
    failed = form is not None and form.is_bound and not form.is_valid()
    given: dict[str, Any] = {**(context or {}), "has_errors": failed}
    if form is not None:
        given.setdefault("form", form)
    code = status or (HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK)
    return render(request, template, given, status=code)
