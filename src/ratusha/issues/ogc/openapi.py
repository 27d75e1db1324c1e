"""The description for programs (OpenAPI 3.0), made from the layers, so that it cannot differ from them."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from .asked import FORMS, MOST, USUAL
from .documents import CONFORMS, LICENCE, landing
from .layers import Layer
from .wire import GEOJSON, HTML, JSON

Document = dict[str, Any]
VERSION = "1.0.0"


def described(layers: list[Layer]) -> Document:
    about = landing()
    root = settings.SITE_ADDRESS.rstrip("/") + reverse("ogcapi:landing").rstrip("/")
    return {
        "openapi": "3.0.3",
        "info": {
            "title": about["title"],
            "description": about["description"],
            "version": VERSION,
            "license": {"name": "CC0-1.0", "url": LICENCE},
            "x-conforms-to": CONFORMS,
        },
        "servers": [{"url": root}],
        "tags": [{"name": layer.code, "description": layer.description} for layer in layers],
        "paths": {
            "/": _plain("landing", _("Where everything begins")),
            "/conformance": _plain("conformance", _("What it conforms to")),
            "/api": _plain("api", _("This description")),
            "/collections": _plain("collections", _("The layers")),
            **{path: told for layer in layers for path, told in _of_layer(layer).items()},
        },
        "components": {"parameters": _parameters(), "schemas": _schemas(layers)},
    }


def _plain(name: str, summary: str, tag: str = "") -> Document:
    return _get(name, summary, [{"$ref": "#/components/parameters/f"}], {"type": "object"}, tag=tag)


def _get(
    name: str, summary: str, asked: list[Document], schema: Document, *, kind: str = JSON, tag: str
) -> Document:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            **({"tags": [tag]} if tag else {}),
            "parameters": asked,
            "responses": {
                "200": {
                    "description": summary,
                    "content": {kind: {"schema": schema}, HTML: {"schema": {"type": "string"}}},
                },
                "400": _refused(_("The question makes no sense as it is put")),
                "404": _refused(_("There is no such thing")),
            },
        }
    }


def _refused(description: str) -> Document:
    told = {"schema": {"$ref": "#/components/schemas/exception"}}
    return {"description": description, "content": {JSON: told}}


def _of_layer(layer: Layer) -> Document:
    root = f"/collections/{layer.code}"
    own = [
        {
            "name": name,
            "in": "query",
            "required": False,
            "schema": {"type": "string"},
            "style": "form",
            "explode": False,
        }
        for name in layer.wanted
    ]
    shared = ("bbox", "datetime", "limit", "after", "f")
    asked = [{"$ref": f"#/components/parameters/{name}"} for name in shared]
    key = {"name": "featureId", "in": "path", "required": True, "schema": {"type": "string"}}
    form = {"$ref": "#/components/parameters/f"}
    many = {"$ref": f"#/components/schemas/{layer.code}"}
    one = {"$ref": f"#/components/schemas/{layer.code}_feature"}
    tag = layer.code
    return {
        root: _plain(f"{tag}.collection", layer.title, tag),
        f"{root}/items": _get(
            f"{tag}.items", layer.title, [*asked, *own], many, kind=GEOJSON, tag=tag
        ),
        f"{root}/items/{{featureId}}": _get(
            f"{tag}.item", layer.title, [key, form], one, kind=GEOJSON, tag=tag
        ),
    }


def _parameters() -> Document:
    def one(name: str, description: str, **schema: Any) -> Document:
        told = {"name": name, "in": "query", "required": False, "description": description}
        return {**told, "style": "form", "explode": False, "schema": schema}

    return {
        "bbox": {
            **one("bbox", _("West, south, east, north in degrees, longitude first (CRS84)")),
            "schema": {
                "type": "array",
                "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
                "items": {"type": "number"},
            },
        },
        "datetime": one(
            "datetime", _("A moment, a day, or two of them with a stroke; .. is open"), type="string"
        ),
        "limit": one(
            "limit", _("At most so many"), type="integer", minimum=1, maximum=MOST, default=USUAL
        ),
        "after": one("after", _("Where the page begins: as the link to it says"), type="string"),
        "f": one("f", _("The form of the answer"), type="string", enum=list(FORMS)),
    }  # fmt: skip


def _schemas(layers: list[Layer]) -> Document:
    words = {"type": "string"}
    found: Document = {
        "exception": {
            "type": "object",
            "required": ["code", "description"],
            "properties": {"code": words, "parameter": words, "description": words},
        }
    }
    for layer in layers:
        name = f"{layer.code}_feature"
        found[name] = {
            "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"type": "string", "enum": ["Feature"]},
                "id": words,
                "geometry": {
                    "type": "object",
                    "nullable": True,
                    "properties": {"type": {"type": "string", "enum": [layer.geometry]}},
                },
                "properties": {"type": "object", "properties": layer.properties},
            },
        }
        found[layer.code] = {
            "type": "object",
            "required": ["type", "features"],
            "properties": {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "numberMatched": {"type": "integer"},
                "numberReturned": {"type": "integer"},
                "timeStamp": {"type": "string", "format": "date-time"},
                "features": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
            },
        }
    return found
