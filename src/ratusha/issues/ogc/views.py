"""The endpoints. Each makes one document: it goes out as data, or behind a language as a page for people."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.ui.pages import page as as_page
from ratusha.ui.public_pages import public_page

from . import documents
from .asked import ALWAYS, OF_ITEMS, form_of, read_asked, read_known
from .issues import Issues
from .layers import Layer
from .openapi import described
from .settlements import Settlements
from .territories import Territories
from .wire import GEOJSON, HTML, JSON, OPENAPI, Refusal, answer, refuse

View = Callable[..., HttpResponse]
LAYERS: dict[str, Layer] = {layer.code: layer for layer in (Issues(), Settlements(), Territories())}
PAGES = "ogcapi_pages"


def endpoint(view: View) -> View:
    """Open to all. Whoever wants a page is led to the one that carries a language; refusals are told, never guessed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if _wants_page(request):
                return _to_page(request)
            shown = (
                public_page(view) if _is_page(request) else view
            )  # data differ by more than an address
            return shown(request, *args, **kwargs)
        except Refusal as refusal:
            if not _is_page(request):
                return refuse(refusal)
            if refusal.status == HTTPStatus.NOT_FOUND:
                raise Http404 from refusal
            context = {"refusal": refusal}
            return as_page(request, "issues/ogc/refused.html", context, status=refusal.status)

    opened: View = login_not_required(require_safe(guarded))
    return opened


def _is_page(request: HttpRequest) -> bool:
    return request.resolver_match is not None and PAGES in request.resolver_match.namespaces


def _wants_page(request: HttpRequest) -> bool:
    if _is_page(request):
        return False
    asked = form_of(request.GET)
    return asked == "html" or (
        not asked and request.get_preferred_type([JSON, GEOJSON, OPENAPI, HTML]) == HTML
    )


def _to_page(request: HttpRequest) -> HttpResponse:
    asked = request.GET.copy()
    asked.pop("f", None)
    rest = request.path.removeprefix(reverse("ogcapi:landing"))
    target = reverse(f"{PAGES}:landing") + quote(rest)
    response = redirect(f"{target}?{asked.urlencode()}" if asked else target)
    response["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie"])
    return response


def _tell(
    request: HttpRequest, told: documents.Document, template: str, kind: str = JSON, **context: Any
) -> HttpResponse:
    if _is_page(request):
        return as_page(request, f"issues/ogc/{template}.html", {"told": told, **context})
    return answer(request, told, kind)


def _layer(code: str) -> Layer:
    if code not in LAYERS:
        raise Refusal("collectionId", _("There is no such layer."), status=HTTPStatus.NOT_FOUND)
    return LAYERS[code]


@endpoint
def landing(request: HttpRequest) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    return _tell(request, documents.landing(), "landing", layers=LAYERS.values())


@endpoint
def conformance(request: HttpRequest) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    return _tell(request, documents.conformance(), "conformance")


@endpoint
def api(request: HttpRequest) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    told = described(list(LAYERS.values()))
    return _tell(request, told, "api", OPENAPI, address=documents.address("api"))


@endpoint
def collections(request: HttpRequest) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    return _tell(request, documents.collections(list(LAYERS.values())), "collections")


@endpoint
def collection(request: HttpRequest, code: str) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    layer = _layer(code)
    return _tell(request, documents.collection(layer), "collection", layer=layer)


@endpoint
def items(request: HttpRequest, code: str) -> HttpResponse:
    layer = _layer(code)
    words = read_known(request.GET, (*OF_ITEMS, *layer.wanted))
    words.pop("f", None)
    asked = read_asked(words, layer.wanted)
    page = layer.page(asked)
    told = documents.items(layer, page, words)
    start = documents.address(
        "items", code, pages=True, asked={k: v for k, v in words.items() if k != "after"}
    )
    return _tell(
        request, told, "items", GEOJSON,
        layer=layer, after=page.after, start=start, begun=bool(asked.after),
    )  # fmt: skip


@endpoint
def item(request: HttpRequest, code: str, key: str) -> HttpResponse:
    read_known(request.GET, ALWAYS)
    layer = _layer(code)
    found = layer.one(key)
    if found is None:
        raise Refusal(
            "featureId", _("There is no such thing in this layer."), status=HTTPStatus.NOT_FOUND
        )
    return _tell(request, documents.item(layer, found), "item", GEOJSON, layer=layer)
