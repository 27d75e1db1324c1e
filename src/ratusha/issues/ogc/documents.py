"""The documents of the specification: landing page, conformance, collections, items."""

from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.issues.law import law

from .layers import Feature, Layer, Page
from .wire import GEOJSON, HTML, JSON, OPENAPI

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
CONFORMS = [
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{one}"
    for one in ("core", "oas30", "html", "geojson")
]
Document = dict[str, Any]
Asked = dict[str, str]


def address(name: str, *args: str, pages: bool = False, asked: Asked | None = None) -> str:
    """Of the data or, with `pages`, of the page for people, which carries its language."""
    space = "ogcapi_pages" if pages else "ogcapi"
    path = reverse(f"{space}:{name}", args=args)
    query = f"?{urlencode(asked, quote_via=quote)}" if asked else ""
    return settings.SITE_ADDRESS.rstrip("/") + path + query


def link(rel: str, href: str, kind: str, title: str) -> Document:
    return {"rel": rel, "href": href, "type": kind, "title": title}


def _both(
    name: str, *args: str, kind: str = JSON, rel: str = "self", asked: Asked | None = None
) -> list[Document]:
    """Itself as data, and the same as a page."""
    return [
        link(rel, address(name, *args, asked=asked), kind, _("The data")),
        link(
            "alternate" if rel == "self" else rel,
            address(name, *args, pages=True, asked=asked),
            HTML,
            _("The same as a page"),
        ),
    ]


def landing() -> Document:
    return {
        "title": _("Layers of open data: issues in town and village"),
        "description": _("Public facts with their place, for every program of maps. Nobody has to sign in."),
        "links": [
            *_both("landing"),
            link("service-desc", address("api"), OPENAPI, _("Description for programs (OpenAPI 3.0)")),
            link("service-doc", address("api", pages=True), HTML, _("Description for people")),
            link("conformance", address("conformance"), JSON, _("What it conforms to")),
            link("data", address("collections"), JSON, _("The layers")),
            link("license", LICENCE, HTML, "CC0-1.0"),
        ],
    }  # fmt: skip


def conformance() -> Document:
    return {"conformsTo": CONFORMS, "links": _both("conformance")}


def collections(layers: list[Layer]) -> Document:
    return {
        "links": _both("collections"),
        "collections": [collection(layer) for layer in layers],
    }


def collection(layer: Layer) -> Document:
    extent: Document = {"spatial": {"bbox": [list(law().bounds)], "crs": CRS84}}
    if begins := layer.begins():
        first = timezone.localtime(begins).isoformat(timespec="seconds")
        extent["temporal"] = {"interval": [[first, None]], "trs": GREGORIAN}
    told: Document = {
        "id": layer.code,
        "title": layer.title,
        "description": layer.description,
        "itemType": "feature",
        "crs": [CRS84],
        "extent": extent,
        "links": [
            *_both("collection", layer.code),
            *_both("items", layer.code, kind=GEOJSON, rel="items"),
        ],
    }
    if layer.sources:
        told["attribution"] = "; ".join(layer.sources)
    else:
        told["links"].append(link("license", LICENCE, HTML, "CC0-1.0"))
    return told


def items(layer: Layer, page: Page, asked: Asked) -> Document:
    """`asked`: the words of the question, which the next page repeats."""
    links = _both("items", layer.code, kind=GEOJSON, asked=asked)
    if page.after:
        further = {**asked, "after": page.after}
        href = address("items", layer.code, asked=further)
        links.append(link("next", href, GEOJSON, _("The next page")))
    links.append(link("collection", address("collection", layer.code), JSON, layer.title))
    told: Document = {
        "type": "FeatureCollection",
        "timeStamp": timezone.now().strftime(
            "%Y-%m-%dT%H:%M:00Z"
        ),  # of the minute, as caches keep it
        "numberReturned": len(page.features),
        "links": links,
        "features": page.features,
    }
    if page.matched is not None:
        told["numberMatched"] = page.matched
    return told


def item(layer: Layer, found: Feature) -> Document:
    key = found["id"]
    links = _both("item", layer.code, key, kind=GEOJSON)
    links.append(link("collection", address("collection", layer.code), JSON, layer.title))
    return {**found, "links": links}
