"""The open register for machines of others: linked data read by rdflib, publiccode.yml as its standard asks."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from ruamel.yaml import YAML

from ratusha.parties.models import Organisation
from ratusha.systems import whole
from ratusha.systems.card import DataObject, Interface
from ratusha.systems.whole import linked_register

from .conftest import PERSON

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
ADMS = Namespace("http://www.w3.org/ns/adms#")
LISTS = URIRef("http://www.w3.org/ns/dcat#resource")  # of DCAT 3, which rdflib does not list yet
SITE = "http://127.0.0.1:8000"


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


def iri(name, *arguments, part=""):
    return URIRef(SITE + at(name, *arguments) + part)


@pytest.fixture
def three(state):
    assert state.registrar_body
    first = state.entered(
        "Рэгістр «насельніцтва» \\ <x>", objects=[PERSON], sphere="people", address="https://a.by/ x",
        licence="EUPL-1.2", repository="https://git.example/x",
    )  # fmt: skip
    second = state.entered(
        "Рэестр лекаў", contact="Ян", interfaces=[Interface(first.number, objects=["person"])],
        objects=[DataObject("person", "Чалавек", "used"), DataObject("drug", "Лек", master=True, open=True)],
    )  # fmt: skip
    hidden = state.entered("Мяжа", access="service", interfaces=[Interface(first.number)])
    return first, second, hidden


@pytest.mark.parametrize(("name", "form"), [("list_ttl", "turtle"), ("list_jsonld", "json-ld")])
def test_a_program_of_others_reads_the_register(three, name, form):
    first, second, hidden = three
    answer = Client().get(at(name))
    assert answer["ETag"]
    told = Graph().parse(data=answer.content.decode(), format=form)
    register, one = iri("register"), iri("card", first.number)
    assert (register, RDF.type, DCAT.Catalog) in told
    assert set(told.objects(register, LISTS)) == {one, iri("card", second.number)}
    assert told.value(one, DCTERMS.title) == Literal("Рэгістр «насельніцтва» \\ <x>", lang="be")
    assert (iri("card", second.number), DCTERMS.requires, one) in told
    assert told.value(one, DCTERMS.license) == URIRef("http://spdx.org/licenses/EUPL-1.2")
    assert told.value(one, DCAT.landingPage) is None  # what was typed is no address
    status = told.value(one, ADMS.status)
    assert Literal("у эксплуатацыі", lang="be") in set(told.objects(status, SKOS.prefLabel))
    assert told.value(told.value(one, DCTERMS.publisher), FOAF.name) is not None
    said = answer.content.decode()
    assert hidden.number not in said
    assert "Ян" not in said


def test_what_the_profile_requires_is_there(three):
    """DCAT-AP 3 asks a title and a description of a catalogue and of a data set, a name of an agent."""
    assert three
    told = Graph().parse(data=linked_register("ttl").decode(), format="turtle")
    required = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
        DCAT.Resource: (DCTERMS.title, DCTERMS.identifier, DCTERMS.publisher, ADMS.status),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
        FOAF.Agent: (FOAF.name,),
        SKOS.Concept: (SKOS.prefLabel, SKOS.inScheme),
    }
    for kind, properties in required.items():
        found = set(told.subjects(RDF.type, kind))
        assert found
        for one in found:
            assert all((one, each, None) in told for each in properties), one
    drug = iri("register", part="#object-drug")
    assert str(told.value(drug, DCTERMS.accessRights)).endswith("/PUBLIC")
    assert told.value(drug, DCTERMS.isPartOf) == iri("card", three[1].number)


def test_a_system_has_one_name_in_whatever_language_one_asks(three):
    assert three
    told = set()
    for language in ("be", "ru", "en"):
        whole._kept.clear()
        with translation.override(language):
            told.add(Client().get(at("list_ttl")).content)
    assert len(told) == 1


def test_both_forms_say_the_same(three):
    assert three
    turtle = Graph().parse(data=linked_register("ttl").decode(), format="turtle")
    ld = Graph().parse(data=linked_register("jsonld").decode(), format="json-ld")
    assert isomorphic(turtle, ld)


def test_linked_data_are_made_once_for_a_version(three, monkeypatch):
    assert three
    monkeypatch.setattr(whole, "_kept", {})
    answer = Client().get(at("list_ttl"))
    made = []
    monkeypatch.setattr(whole, "written", lambda *given: made.append(given) or b"anew")
    same = Client(headers={"If-None-Match": answer["ETag"]}).get(at("list_ttl"))
    assert (same.status_code, made) == (304, [])
    Organisation.objects.filter(code="state:331").update(name={"be": "Іншая назва"})
    assert linked_register("ttl") == b"anew"
    assert len(made) == 1


# ---- publiccode.yml ----
PURPOSE = "Вядзе рэестр лекаў, дазволеных у краіне, і паказвае іх кожнаму. " * 3
OPEN_SOURCE = {
    "repository": "https://git.example/drugs", "licence": "EUPL-1.2", "address": "https://drugs.example",
    "purpose": {"be": PURPOSE.strip()}, "functions": ["Пошук лекаў", "Выпіскі"], "languages": ["be", "ru"],
}  # fmt: skip


def test_an_open_source_system_has_what_the_standard_asks(state):
    found = state.entered(**OPEN_SOURCE)
    answer = Client().get(at("publiccode", found.number))
    told = YAML(typ="safe", pure=True).load(io.BytesIO(answer.content))
    assert set(told) >= {
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal",
        "maintenance", "localisation",
    }  # fmt: skip
    assert (told["url"], told["legal"]["license"]) == ("https://git.example/drugs", "EUPL-1.2")
    assert told["developmentStatus"] == "stable"
    assert not {"softwareVersion", "releaseDate"} & set(told)  # optional and in no card
    assert told["legal"] == {"license": "EUPL-1.2"}
    for assumed in ("platforms", "softwareType", "maintenance", "localisationReady"):
        assert f"# assumed, in no card: {assumed}" in answer.content.decode()
    said = told["description"]["be"]
    assert len(said["shortDescription"]) <= 150 <= len(said["longDescription"])
    assert said["features"] == ["Пошук лекаў", "Выпіскі"]
    assert told["maintenance"]["contacts"] == [{"name": "Міністэрства аховы здароўя"}]
    assert told["localisation"] == {"localisationReady": True, "availableLanguages": ["be", "ru"]}
    assert at("publiccode", found.number) in Client().get(at("card", found.number)).text


@pytest.mark.parametrize("lacks", ["purpose", "functions", "languages", "address"])
def test_what_a_card_lacks_is_told(state, lacks):
    empty = {"purpose": {"be": "Коратка."}, "address": "intranet"}.get(lacks, [])
    found = state.entered(**{**OPEN_SOURCE, lacks: empty})
    assert Client().get(at("publiccode", found.number)).status_code == 404
    assert "publiccode.yml" in Client().get(at("card", found.number)).text


def test_what_is_not_open_source_has_none(state):
    found = state.entered(repository="https://git.example/x")
    assert Client().get(at("publiccode", found.number)).status_code == 404
    assert "publiccode" not in Client().get(at("card", found.number)).text
