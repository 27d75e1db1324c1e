"""The few pages that belong to no module: the way into a language, the gallery of components."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from . import gallery as samples
from .pages import page


@login_not_required
def first_page(request: HttpRequest) -> HttpResponse:
    """`/` leads to the language of the cookie, else of the browser, else the first one of the country."""
    response = HttpResponseRedirect(f"/{translation.get_language_from_request(request)}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, to be looked at and tested; not on a server."""
    if not settings.DEBUG:
        raise Http404
    form = samples.GalleryForm(request.POST or None, request.FILES or None)
    if "errors" in request.GET:
        form = samples.GalleryForm(samples.WRONG_ANSWERS)
    return page(request, "ui/gallery.html", samples.context(), form=form)
