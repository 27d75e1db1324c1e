"""The frame of every page: languages, errors, and nothing inline."""

import hashlib
import re
from pathlib import Path

import pytest
from django.test import Client

UI = Path(__file__).resolve().parent.parent
SOURCE = UI.parent


@pytest.fixture
def gallery(settings):
    settings.DEBUG = True
    return lambda address="/en/gallery/": Client().get(address)


@pytest.mark.parametrize(
    ("asked", "cookie", "expected"),
    [
        ("ru,en;q=0.5", "", "/ru/"),
        ("de", "", "/be/"),
        ("en-GB", "", "/en/"),
        ("ru", "be", "/be/"),
    ],
)
def test_the_first_address_leads_to_the_readers_language(client, asked, cookie, expected):
    if cookie:
        client.cookies["django_language"] = cookie
    answer = client.get("/", headers={"accept-language": asked})
    assert (answer.status_code, answer["Location"]) == (302, expected)


def test_the_language_switch_keeps_the_page_and_the_question(gallery):
    text = gallery("/be/gallery/?errors=1").text
    assert 'href="/ru/gallery/?errors=1"' in text
    assert '<html lang="be">' in text


def test_a_language_the_browser_did_not_ask_for_is_remembered(client):
    answer = client.get("/ru/about/", headers={"accept-language": "be"})
    assert answer.cookies["django_language"].value == "ru"
    assert not client.get("/ru/about/", headers={"accept-language": "ru"}).cookies


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_a_missing_page_is_explained_in_the_readers_language(client, language):
    answer = client.get(f"/{language}/no-such-page/")
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.text


def test_a_broken_page_names_an_incident(client, monkeypatch):
    def fall(*_args, **_options):
        raise RuntimeError

    monkeypatch.setattr("ratusha.portal.views.page", fall)
    client.raise_request_exception = False
    answer = client.get("/en/about/")
    assert answer.status_code == 500
    assert re.search(r'<b class="reference">[0-9A-Z-]{8,12}</b>', answer.text)


def test_the_gallery_is_not_on_a_server(client):
    assert client.get("/en/gallery/").status_code == 404


def test_errors_stand_first_in_the_title_and_lead_to_their_fields(gallery):
    answer = gallery("/en/gallery/?errors=1")
    assert answer.status_code == 422
    assert "<title>Error: Components" in answer.text
    summary = answer.text.partition('class="error-summary"')[2].partition("</div>")[0]
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) >= 8
    ids = set(re.findall(r'\bid="([^"]+)"', answer.text))
    assert set(targets) <= ids
    assert "id_born_day" in targets


def test_every_id_of_a_page_is_its_own_and_every_description_exists(gallery):
    text = gallery("/en/gallery/?errors=1").text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for described in re.findall(r'aria-describedby="([^"]+)"', text):
        assert set(described.split()) <= set(ids)


def test_words_are_kept_when_a_form_has_errors(gallery):
    text = gallery("/en/gallery/?errors=1").text
    assert 'value="лютага"' in text
    assert "Did you mean “Мінска”?" in text


def test_a_shared_place_name_is_asked_about(gallery):
    text = gallery("/en/gallery/?errors=1").text
    assert "Бярозаўка, Лідскі раён" in text
    assert 'name="address_code"' in text


def test_the_fonts_are_the_published_files():
    fonts = UI / "static/ui/fonts"
    for line in (fonts / "manifest.sha256").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((fonts / name).read_bytes()).hexdigest() == digest


def test_pages_forbid_anything_inline(client):
    policy = client.get("/en/about/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "template", sorted(SOURCE.glob("*/jinja2/**/*.html")), ids=lambda path: path.name
)
def test_templates_have_nothing_inline(template):
    text = template.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))
