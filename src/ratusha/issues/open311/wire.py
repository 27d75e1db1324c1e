"""What goes over the wire: JSON and XML of the specification, errors too."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from lxml import etree

NOT_XML = re.compile("[^\x09\x0a\x0d\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMATS = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
Item = dict[str, Any]


@dataclass(frozen=True)
class Names:
    """How a list is called in XML: the whole, and each in it."""

    whole: str
    each: str


SERVICES = Names("services", "service")
REQUESTS = Names("service_requests", "request")
ERRORS = Names("errors", "error")


class Refusal(Exception):
    """Told to the client with its number, as the specification wants."""

    def __init__(self, status: int, description: str, *, wait: int = 0) -> None:
        super().__init__(description)
        self.status, self.description, self.wait = status, description, wait


def answer(
    items: Sequence[Item], names: Names, form: str, status: int = HTTPStatus.OK
) -> HttpResponse:
    if form == "xml":
        content = xml_of(names.whole, [(names.each, item) for item in items])
    else:
        content = json.dumps(items, ensure_ascii=False).encode()
    return _response(content, form, status)


def answer_one(item: Item, name: str, form: str) -> HttpResponse:
    if form == "xml":
        return _response(xml_of(name, list(item.items())), form, HTTPStatus.OK)
    return _response(json.dumps(item, ensure_ascii=False).encode(), form, HTTPStatus.OK)


def refuse(refusal: Refusal, form: str) -> HttpResponse:
    told = [{"code": refusal.status, "description": refusal.description}]
    response = answer(told, ERRORS, form, refusal.status)
    if refusal.wait:
        response.headers["Retry-After"] = str(refusal.wait)
    return response


def _response(content: bytes, form: str, status: int) -> HttpResponse:
    response = HttpResponse(content, content_type=FORMATS[form], status=status)
    response["Access-Control-Allow-Origin"] = "*"  # public data: any page may read them
    return response


def xml_of(name: str, children: Sequence[tuple[str, Any]]) -> bytes:
    root = etree.Element(name)
    for child, value in children:
        _add(root, child, value)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: Any, name: str, value: Any) -> None:
    child = etree.SubElement(parent, name)
    if isinstance(value, dict):
        for inner, inside in value.items():
            _add(child, inner, inside)
    elif isinstance(value, list):
        for inner, inside in value:
            _add(child, inner, inside)
    elif value is not None:
        said = str(value).lower() if isinstance(value, bool) else str(value)
        child.text = NOT_XML.sub("", said)
