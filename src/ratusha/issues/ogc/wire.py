"""What goes over the wire, and how a refusal is told."""

import hashlib
import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

JSON, GEOJSON, HTML = "application/json", "application/geo+json", "text/html"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
FRESH = 60  # seconds that a cache on the way need not ask again


class Refusal(Exception):
    """A question that cannot be answered as it was put. `about`: the parameter that is wrong."""

    def __init__(
        self, about: str, description: str, *, status: int = HTTPStatus.BAD_REQUEST
    ) -> None:
        super().__init__(description)
        self.about, self.description, self.status = about, description, status


def answer(request: HttpRequest, told: dict[str, Any], kind: str) -> HttpResponse:
    content = json.dumps(told, ensure_ascii=False).encode()
    response = _open(HttpResponse(content, content_type=kind))
    etag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={FRESH}"
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response


def refuse(refusal: Refusal) -> HttpResponse:
    """The body that the specification gives an exception."""
    code = "NotFound" if refusal.status == HTTPStatus.NOT_FOUND else "InvalidParameterValue"
    told = {"code": code, "parameter": refusal.about, "description": refusal.description}
    content = json.dumps(told, ensure_ascii=False).encode()
    return _open(HttpResponse(content, content_type=JSON, status=refusal.status))


def _open(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"  # public data: any page may read them
    patch_vary_headers(response, ["Accept"])
    return response
