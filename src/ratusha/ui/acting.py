"""The middle of a page that acts: what was sent is right, so it is done; what the domain refuses stands in the form."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest

from ratusha.kernel.errors import DomainError, NotPermitted

from .forms import add_domain_error


def acted(
    request: HttpRequest, form: BaseForm, act: Callable[[], object], *, in_office: bool = False
) -> bool:
    """True when it is done, and the reader goes on; else the page is shown, again with what is wrong.

    An official who may not is turned away with a 403 (`in_office`); a person is told why in the form.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except DomainError as error:
        if in_office and isinstance(error, NotPermitted):
            raise PermissionDenied(error.message) from error
        add_domain_error(form, error)
        return False
    return True
