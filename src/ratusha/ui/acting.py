"""The middle of a page that acts: what was sent is right, so it is done; what the domain refuses stands in the form."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest

from ratusha.kernel.errors import DomainError, NotPermitted

from .forms import add_domain_error

Made = TypeVar("Made")


def acted(
    request: HttpRequest, form: BaseForm, act: Callable[[], Made], *, in_office: bool = False
) -> Made | None:
    """What came of the act, and the reader goes on; None: the page is shown, again with what is wrong.

    An official who may not is turned away with a 403 (`in_office`); a person is told why in the form.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        made = act()
    except DomainError as error:
        if in_office and isinstance(error, NotPermitted):
            raise PermissionDenied(error.message) from error
        add_domain_error(form, error)
        return None
    assert made is not None, "an act says what came of it"  # noqa: S101 - else it would look as if nothing had
    return made
