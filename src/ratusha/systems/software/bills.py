"""Bills of materials that others made: CycloneDX in JSON and XML, SPDX in JSON. Whatever comes is hostile until read.

Sizes and depths are bounded before anything is built; document types and entities of XML are refused; CycloneDX is held
against its official schemas, which its library brings. The library's own check of JSON would need eighteen packages
more than `jsonschema-rs`, which is here.
"""

import io
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cyclonedx.schema
import jsonschema_rs
import msgspec
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component
from cyclonedx.model.license import LicenseExpression
from cyclonedx.schema import SchemaVersion
from cyclonedx.schema.deprecation import BaseSchemaDeprecationWarning
from cyclonedx.validation.xml import XmlValidator
from django.utils.translation import gettext as _
from lxml import etree
from packageurl import PackageURL

from ratusha.kernel.errors import RuleBroken

MOST_BYTES = 8 * 1024 * 1024
DEEPEST = 60
MOST_PARTS = 20_000
LONGEST = 300
SCHEMAS = Path(cyclonedx.schema.__file__).parent / "_res"  # a test sees that every version is there
PREFIX = "http://cyclonedx.org/schema/"
BESIDE = ("spdx", "jsf-0.82", "cryptography-defs")
NAMESPACE = re.compile(r"\{http://cyclonedx\.org/schema/bom/(1\.\d)\}bom")
OPENS, CLOSES = frozenset(b"[{"), frozenset(b"]}")
QUOTE, BACKSLASH = ord('"'), ord("\\")


@dataclass(frozen=True)
class Part:
    name: str
    version: str = ""
    vendor: str = ""
    purl: str = ""
    cpe: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Bill:
    form: str
    parts: list[Part]


def read_bill(content: bytes) -> Bill:
    if len(content) > MOST_BYTES:
        raise _wrong(
            _("The file is too large: at most %(most)s MB.") % {"most": MOST_BYTES // 2**20}
        )
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        return _bounded(_xml(content))
    if start != b"{":
        raise _wrong(_("This is neither CycloneDX (JSON, XML) nor SPDX (JSON)."))
    _require_shallow(content)
    try:
        told = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise _wrong(_("The JSON of the file cannot be read.")) from error
    if told.get("bomFormat") == "CycloneDX":
        return _bounded(_cyclonedx(told))
    if str(told.get("spdxVersion", "")).startswith("SPDX-2."):
        return _bounded(_spdx(content, str(told["spdxVersion"])))
    raise _wrong(_("This is neither CycloneDX (JSON, XML) nor SPDX (JSON)."))


def _wrong(message: str) -> RuleBroken:
    return RuleBroken("software.bill_wrong", message, field="file")


def _require_shallow(content: bytes) -> None:
    """Counts brackets outside strings, before any tree is built."""
    depth, inside, escaped = 0, False, False
    for sign in content:
        if inside:
            if escaped:
                escaped = False
            elif sign == BACKSLASH:
                escaped = True
            elif sign == QUOTE:
                inside = False
        elif sign == QUOTE:
            inside = True
        elif sign in OPENS:
            depth += 1
            if depth > DEEPEST:
                raise _wrong(_("The file is nested too deeply."))
        elif sign in CLOSES:
            depth -= 1


def _bounded(bill: Bill) -> Bill:
    if len(bill.parts) > MOST_PARTS:
        raise _wrong(
            _("The file names too many components: at most %(most)s.") % {"most": MOST_PARTS}
        )
    return bill


# ---- CycloneDX ----
@cache
def _schema(version: str) -> Any:
    """The official schema of a version, with those it refers to; nothing is fetched."""
    file = SCHEMAS / f"bom-{version}-strict.SNAPSHOT.schema.json"
    if not file.exists():
        file = SCHEMAS / f"bom-{version}.SNAPSHOT.schema.json"
    if not file.exists():
        raise _wrong(
            _("This version of CycloneDX is not known: %(version)s.") % {"version": version}
        )
    beside = {
        f"{PREFIX}{name}.SNAPSHOT.schema.json": json.loads(
            (SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text()
        )
        for name in BESIDE
    }
    registry = jsonschema_rs.Registry(beside.items(), draft=jsonschema_rs.Draft7)
    return jsonschema_rs.Draft7Validator(json.loads(file.read_text()), registry=registry)


def _cyclonedx(told: dict[str, Any]) -> Bill:
    version = str(told.get("specVersion", ""))[:8]
    if not re.fullmatch(r"1\.\d", version):
        raise _wrong(
            _("This version of CycloneDX is not known: %(version)s.") % {"version": version}
        )
    error = next(_schema(version).iter_errors(told), None)
    if error is not None:
        place = "/".join(str(part) for part in error.instance_path)
        message = _("It does not follow the schema of CycloneDX %(version)s, at %(place)s.")
        raise _wrong(message % {"version": version, "place": place[:LONGEST] or "/"})
    return Bill(f"CycloneDX {version} JSON", list(_parts(_built(lambda: Bom.from_json(told)))))  # type: ignore[attr-defined]


def _xml(content: bytes) -> Bill:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _wrong(_("The XML of the file cannot be read.")) from error
    if root.getroottree().docinfo.doctype or any(True for _one in root.iter(etree.Entity)):
        raise _wrong(_("The file declares a document type or entities, which are not taken."))
    if any(_depth(one) > DEEPEST for one in root.iter() if not len(one)):
        raise _wrong(_("The file is nested too deeply."))
    found = NAMESPACE.fullmatch(str(root.tag))
    versions = {one.to_version(): one for one in SchemaVersion}
    if found is None or found[1] not in versions:
        raise _wrong(_("This is neither CycloneDX (JSON, XML) nor SPDX (JSON)."))
    text = etree.tostring(root, encoding="unicode")
    mistake = XmlValidator(versions[found[1]]).validate_str(text)
    if mistake is not None:
        message = _("It does not follow the schema of CycloneDX %(version)s, at %(place)s.")
        place = getattr(mistake.data, "line", "") or ""
        raise _wrong(message % {"version": found[1], "place": _("line %(line)s") % {"line": place}})
    built = _built(lambda: Bom.from_xml(io.StringIO(text)))  # type: ignore[attr-defined]
    return Bill(f"CycloneDX {found[1]} XML", list(_parts(built)))


def _depth(node: Any) -> int:
    return sum(1 for _one in node.iterancestors())


def _built(build: Any) -> Bom:
    """The library raises what it likes on what the schema lets through: a wrong UUID, an unknown licence."""
    try:
        with warnings.catch_warnings():  # an old bill is not a mistake of ours
            warnings.simplefilter("ignore", BaseSchemaDeprecationWarning)
            made: Bom = build()
    except Exception as error:
        raise _wrong(
            _("The file cannot be understood: %(reason)s") % {"reason": str(error)[:LONGEST]}
        ) from error
    return made


def _parts(bom: Bom) -> Iterator[Part]:
    yield from _walk(bom.components)


def _walk(components: Iterable[Component]) -> Iterator[Part]:
    waiting = list(components)
    while waiting:
        one = waiting.pop()
        waiting.extend(one.components)
        vendor = one.publisher or (one.supplier.name if one.supplier else "") or one.group or ""
        yield Part(
            _short(f"{one.group}/{one.name}" if one.group else one.name),
            _short(one.version),
            _short(vendor),
            _plain_purl(one.purl),
            _short(one.cpe),
            _short(_licences(one)),
        )


def _licences(one: Component) -> str:
    """Codes of SPDX where there are any; names in free words only where there is nothing better."""
    codes = [
        licence.value if isinstance(licence, LicenseExpression) else licence.id or ""
        for licence in one.licenses
    ]
    names = [getattr(licence, "name", None) or "" for licence in one.licenses]
    return " AND ".join(sorted(filter(None, codes)) or sorted(filter(None, names)))


def _plain_purl(purl: PackageURL | None) -> str:
    """Without qualifiers: one thing fetched from two places is one thing."""
    return (
        _short(PackageURL(purl.type, purl.namespace, purl.name, purl.version).to_string())
        if purl
        else ""
    )


def _short(text: str | None) -> str:
    return (text or "").replace("\x00", "").strip()[:LONGEST]


# ---- SPDX 2 ----
class _Reference(msgspec.Struct, rename="camel"):
    reference_type: str = ""
    reference_locator: str = ""


class _Package(msgspec.Struct, rename="camel"):
    name: str
    spdx_id: str = msgspec.field(name="SPDXID")
    version_info: str = ""
    supplier: str = ""
    license_concluded: str = ""
    license_declared: str = ""
    external_refs: list[_Reference] = []


class _Document(msgspec.Struct, rename="camel"):
    """The fields of SPDX 2.2 and 2.3 that the register takes in; the others are let be."""

    spdx_version: str
    name: str
    spdx_id: str = msgspec.field(name="SPDXID")
    packages: list[_Package] = []
    document_describes: list[str] = []


NOTHING = ("", "NOASSERTION", "NONE")


def _spdx(content: bytes, version: str) -> Bill:
    try:
        found = msgspec.json.decode(content, type=_Document)
    except msgspec.ValidationError as error:
        message = _("It does not follow SPDX: %(reason)s") % {"reason": str(error)[:LONGEST]}
        raise _wrong(message) from error
    whole = set(found.document_describes)  # what the bill is about is not a part of itself
    parts = [
        _package(one)
        for one in found.packages
        if one.spdx_id not in whole or len(found.packages) == 1
    ]
    return Bill(f"{version.replace('-', ' ')} JSON", parts)


def _package(one: _Package) -> Part:
    known = {ref.reference_type: ref.reference_locator for ref in one.external_refs}
    licence = next(
        (text for text in (one.license_concluded, one.license_declared) if text not in NOTHING), ""
    )
    vendor = one.supplier.partition(": ")[2] if one.supplier not in NOTHING else ""
    return Part(
        _short(one.name), _short(one.version_info), _short(vendor), _purl_of(known.get("purl", "")),
        _short(known.get("cpe23Type", "")), _short(licence),
    )  # fmt: skip


def _purl_of(text: str) -> str:
    try:
        return _plain_purl(PackageURL.from_string(text)) if text else ""
    except ValueError:
        return ""
