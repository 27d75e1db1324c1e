"""Pages of published indices: every number opens down to what it was computed from."""

import csv
import io
from datetime import timedelta

import pytest

from ratusha.steering.tests.test_services import NOW, SPEC, TABLE, published

pytestmark = pytest.mark.django_db
INDEX = "/en/steering/indices/readiness-of-towns/2025/"


def text_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_without_publications_the_page_says_so(client):
    assert "Nothing is published yet" in text_of(client, "/en/steering/indices/")


def test_the_list_names_coverage_author_and_method(client):
    published()
    page = text_of(client, "/en/steering/indices/")
    assert "2 of 3 rated" in page
    assert "Ministry" in page
    assert "version <bdi>1</bdi>" in page


def test_the_name_alone_leads_to_the_newest_publication(client):
    published()
    newer = published(table=TABLE + "D,Дэльта,Delta,2026,1,1\n", now=NOW + timedelta(days=1))
    answer = client.get("/en/steering/indices/readiness-of-towns/")
    assert answer.status_code == 302
    assert answer.url == f"/en/steering/indices/readiness-of-towns/{newer.edition}/"


def test_an_index_tells_values_ranks_changes_and_what_is_missing(client):
    published()
    page = text_of(client, INDEX)
    assert "Alpha" in page
    assert "0.7000" in page
    assert "+0.2000" in page
    assert "without: people" in page
    assert "not rated" in page
    assert "made up for the demonstration" not in page


def test_a_sample_is_marked_wherever_it_is_shown(client):
    published(SPEC + "sample: true\n")
    for address in ("/en/steering/indices/", INDEX, INDEX + "units/A/", INDEX + "what-if/"):
        assert "made up for the demonstration" in text_of(client, address)


def test_a_value_opens_down_to_the_figures_as_they_were_given(client):
    published()
    page = text_of(client, INDEX + "units/B/")
    assert "What it is made of" in page
    assert "200.0" in page  # the share of the table, in percent
    assert "no data" in page
    assert "left out" in page


@pytest.mark.parametrize(
    "address",
    ["units/Z/", "../2031/", "../2031/what-if/", "../2031/units/A/", "../2031/values.csv"],
)
def test_what_is_not_published_is_not_found(client, address):
    published()
    assert client.get("/en/steering/indices/nothing/").status_code == 404
    assert client.get((INDEX + address).replace("2025/../", "")).status_code == 404


def test_other_weights_give_another_order_and_the_published_one_beside(client):
    published(table=TABLE.replace("B,Бэта,Beta,2025,2,", "B,Бэта,Beta,2025,2,10"))
    page = text_of(client, INDEX + "what-if/?net=0&staff=100")
    assert page.index("Beta") < page.index("Alpha")
    assert "1.0000" in page


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("net=0&staff=0", "at least one part"),
        ("net=-1&staff=5", "must be 0 or more"),
        ("net=x&staff=5", "must be a number"),
    ],
)
def test_weights_that_cannot_be_are_explained_and_kept(client, asked, told):
    published()
    page = text_of(client, f"{INDEX}what-if/?{asked}", status=422)
    assert told in page
    assert "There is a problem" in page


def test_everything_is_there_to_compute_it_again(client):
    published()
    values = client.get(INDEX + "values.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(values)))
    assert [(row["unit"], row["rank"]) for row in rows] == [("A", "1"), ("B", "2"), ("C", "")]
    assert client.get(INDEX + "table.csv").content.decode() == TABLE
    assert client.get(INDEX + "specification.yaml").content.decode() == SPEC


def test_names_of_units_are_in_the_language_of_the_reader(client):
    published()
    assert "Альфа" in text_of(client, INDEX.replace("/en/", "/be/"))
    assert "Alpha" in text_of(client, INDEX)


def test_an_index_of_one_expression_has_no_weights_to_try(client):
    published("index: one\nunits: {key: code, period: year}\nvalue: lines * 2\n")
    assert "What if" not in text_of(client, "/en/steering/indices/one/2025/")
    assert client.get("/en/steering/indices/one/2025/what-if/").status_code == 404
    assert "What it is made of" in text_of(client, "/en/steering/indices/one/2025/units/A/")
