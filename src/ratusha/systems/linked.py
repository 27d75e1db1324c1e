"""The open register as linked data: a catalogue of DCAT-AP with the states of ADMS, for machines of others. Pure.

The register is a `dcat:Catalog`; a system in it is a `dcat:Resource` that `dct:requires` the systems it cannot work
without; a data object is a `dcat:Dataset`, part of the system that is its source of truth.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ratusha.kernel.texts import Text

from .card import Card, DataObject
from .graph import Landscape
from .presentation import KINDS, object_names
from .rules import Status
from .software.rules import licences_in

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ACCESS = "http://publications.europa.eu/resource/authority/access-right/"
CC0 = "http://publications.europa.eu/resource/authority/licence/CC0"
LICENCES = "http://spdx.org/licenses/"
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FORMS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
TITLE = _("Register of systems")
ABOUT = _(
    "Which information systems the state has, whose they are, what they hold and with whom they exchange it."
)
OBJECT = _("A kind of fact that systems of the state hold and exchange.")
SAMPLE = _("Made up for the demonstration")


@dataclass(frozen=True)
class Catalogue:
    """Everything told: `address` is that of the register, `cards` are their open parts by number."""

    address: str
    cards: Mapping[str, Card]
    whole: Landscape
    registered_on: Mapping[str, date]
    bodies: Mapping[str, Text]
    spheres: Mapping[str, Text]
    registrar: str


def written(told: Catalogue, form: str) -> bytes:
    """`form`: "ttl" or "jsonld"."""
    found = serialize(triples(told), format=FORMS[form], prefixes=PREFIXES)
    assert found is not None, "no file was given to write to"  # noqa: S101 - pyoxigraph's signature
    return found


def triples(told: Catalogue) -> Iterator[Triple]:
    yield from _catalogue(told)
    for number, card in told.cards.items():
        yield from _system(told, number, card)
    yield from _exchanges(told)
    yield from _objects(told)
    yield from _around(told)


def _term(name: str) -> NamedNode:
    prefix, _sign, word = name.partition(":")
    return NamedNode(PREFIXES[prefix] + word)


def _inner(told: Catalogue, kind: str, code: str) -> NamedNode:
    """A thing that has no page of its own: `…/systems/#body-state%3A351`."""
    return NamedNode(f"{told.address}#{kind}-{quote(code, safe='')}")


def _page(told: Catalogue, number: str) -> NamedNode:
    return NamedNode(f"{told.address}cards/{quote(number)}/")


def _link(subject: NamedNode, name: str, address: str) -> Iterator[Triple]:
    """What people typed may be no address at all; then it is not told."""
    if address.startswith(("http://", "https://")):
        try:
            yield Triple(subject, _term(name), NamedNode(address))
        except ValueError:
            return


def _said(subject: NamedNode, name: str, words: Text) -> Iterator[Triple]:
    for code, text in words.items():
        if text:
            yield Triple(subject, _term(name), Literal(text, language=code))


def _in_all(words: Promise | str) -> dict[str, str]:
    found = {}
    for code in LANGUAGES:
        with translation.override(code):
            found[code] = str(words)
    return found


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=_term("xsd:date"))


def _catalogue(told: Catalogue) -> Iterator[Triple]:
    me = NamedNode(told.address)
    yield Triple(me, _term("rdf:type"), _term("dcat:Catalog"))
    yield from _said(me, "dct:title", _in_all(TITLE))
    yield from _said(me, "dct:description", _in_all(ABOUT))
    yield Triple(me, _term("dct:publisher"), _inner(told, "body", told.registrar))
    yield Triple(me, _term("dct:license"), NamedNode(CC0))
    yield Triple(me, _term("foaf:homepage"), me)
    yield Triple(me, _term("dcat:themeTaxonomy"), NamedNode(f"{told.address}#spheres"))
    for number in told.cards:
        yield Triple(me, _term("dcat:resource"), _page(told, number))


def _system(told: Catalogue, number: str, card: Card) -> Iterator[Triple]:
    me = _page(told, number)
    yield Triple(me, _term("rdf:type"), _term("dcat:Resource"))
    yield Triple(me, _term("dct:identifier"), Literal(number))
    yield from _said(me, "dct:title", card.name)
    yield from _said(me, "dct:description", card.purpose)
    if card.short_name:
        yield Triple(me, _term("dct:alternative"), Literal(card.short_name))
    yield Triple(me, _term("dct:publisher"), _inner(told, "body", card.owner))
    if card.operator:
        yield Triple(me, _term("schema:provider"), _inner(told, "body", card.operator))
    yield Triple(me, _term("dct:type"), _inner(told, "kind", card.kind))
    yield Triple(me, _term("adms:status"), _inner(told, "status", card.status))
    if card.sphere in told.spheres:
        yield Triple(me, _term("dcat:theme"), _inner(told, "sphere", card.sphere))
    yield Triple(me, _term("dct:issued"), _day(told.registered_on[number]))
    if card.statuses:
        yield Triple(me, _term("dct:modified"), _day(max(one.on for one in card.statuses)))
    yield from _link(me, "dcat:landingPage", card.address)
    yield from _link(me, "schema:codeRepository", card.repository)
    for licence in sorted(licences_in(card.licence) or ()):
        yield Triple(me, _term("dct:license"), NamedNode(LICENCES + licence))
    if card.successor in told.cards:
        yield Triple(me, _term("dct:isReplacedBy"), _page(told, card.successor))
    for one in card.objects:
        name = "dct:hasPart" if one.master else "dct:references"
        yield Triple(me, _term(name), _inner(told, "object", one.code))
    if card.sample:
        yield from _said(me, "rdfs:comment", _in_all(SAMPLE))


def _exchanges(told: Catalogue) -> Iterator[Triple]:
    needed: dict[tuple[str, str], bool] = {}
    for one in told.whole.links:
        pair = (one.taker, one.giver)
        needed[pair] = one.needed or needed.get(pair, False)
    for (taker, giver), is_needed in sorted(needed.items()):
        name = "dct:requires" if is_needed else "dct:relation"
        yield Triple(_page(told, taker), _term(name), _page(told, giver))


def _objects(told: Catalogue) -> Iterator[Triple]:
    me = NamedNode(told.address)
    names = object_names(told.cards)
    for code, one in _known_objects(told.cards.values()).items():
        found = _inner(told, "object", code)
        yield Triple(me, _term("dcat:dataset"), found)
        yield Triple(found, _term("rdf:type"), _term("dcat:Dataset"))
        yield Triple(found, _term("dct:identifier"), Literal(code))
        yield Triple(found, _term("dct:title"), Literal(names[code], language=LANGUAGES[0]))
        yield from _said(found, "dct:description", _in_all(OBJECT))
        right = "PUBLIC" if one.open else "NON_PUBLIC" if one.personal else "RESTRICTED"
        yield Triple(found, _term("dct:accessRights"), NamedNode(ACCESS + right))
        if master := told.whole.masters.get(code):
            yield Triple(found, _term("dct:isPartOf"), _page(told, master))
            owner = told.cards[master].owner
            yield Triple(found, _term("dct:publisher"), _inner(told, "body", owner))


def _known_objects(cards: Iterable[Card]) -> dict[str, DataObject]:
    """Of each data object what its master says of it; else the first."""
    known: dict[str, DataObject] = {}
    for card in cards:
        for one in card.objects:
            if one.master or one.code not in known:
                known[one.code] = one
    return known


def _around(told: Catalogue) -> Iterator[Triple]:
    """The bodies, and the lists that statuses, kinds and spheres are taken from."""
    for code, name in told.bodies.items():
        me = _inner(told, "body", code)
        yield Triple(me, _term("rdf:type"), _term("foaf:Agent"))
        yield Triple(me, _term("dct:identifier"), Literal(code))
        yield from _said(me, "foaf:name", name)
    lists: tuple[tuple[str, str, Mapping[str, Promise | str]], ...] = (
        ("statuses", "status", dict(Status.choices)),
        ("kinds", "kind", KINDS),
    )
    for scheme, kind, words in lists:
        yield from _concepts(
            told, scheme, kind, {code: _in_all(one) for code, one in words.items()}
        )
    yield from _concepts(told, "spheres", "sphere", told.spheres)


def _concepts(
    told: Catalogue, scheme: str, kind: str, words: Mapping[str, Text]
) -> Iterator[Triple]:
    whole = NamedNode(f"{told.address}#{scheme}")
    yield Triple(whole, _term("rdf:type"), _term("skos:ConceptScheme"))
    yield from _said(whole, "dct:title", _in_all(TITLE))
    for code, name in words.items():
        me = _inner(told, kind, code)
        yield Triple(me, _term("rdf:type"), _term("skos:Concept"))
        yield Triple(me, _term("skos:inScheme"), whole)
        yield Triple(me, _term("skos:notation"), Literal(code))
        yield from _said(me, "skos:prefLabel", name)
