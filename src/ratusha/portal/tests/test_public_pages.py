"""What a stranger can read: honest about what is electronic, quick, and kept ready without anything personal."""

import re

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from ratusha.life_events.public import life_events
from ratusha.procedures.public import Procedure, in_force
from ratusha.ui import formats

LANGUAGES = ["be", "ru", "en"]
PAGES = [
    "",
    "search/",
    "search/?q=паспорт",
    "life/birth/",
    "services/",
    "services/?for=business",
    "services/U200/chapters/2/",
    "services/U200/1.3.2/",
    "services/U200/2.5/",
    "about/",
    "privacy/",
]


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize("address", PAGES)
def test_public_pages_need_few_queries_and_no_account(
    client, address, django_assert_max_num_queries
):
    client.get("/be/")
    with django_assert_max_num_queries(6):
        answer = client.get(f"/be/{address}")
    assert answer.status_code == 200
    assert not answer.cookies


@pytest.mark.usefixtures("_catalogue")
def test_every_procedure_of_a_life_event_is_in_the_lists():
    codes = {need.code for event in life_events() for need in event.procedures}
    assert codes - set(Procedure.objects.values_list("code", flat=True)) == set()
    in_use = set(in_force(timezone.localdate()).values_list("procedure_id", flat=True))
    assert codes - in_use == set()
    assert all(set(event.title) == {"be", "ru", "en"} for event in life_events())


@pytest.mark.usefixtures("_catalogue")
def test_a_procedure_says_first_what_need_not_be_brought(client):
    text = client.get("/en/services/U200/1.3.2/").text
    assert text.index("You need not bring anything.") < text.index("<dt>How long it takes</dt>")
    assert "Population register" in text
    assert "sample" in text


@pytest.mark.usefixtures("_catalogue")
def test_an_electronic_procedure_leads_to_its_application(client):
    text = client.get("/en/services/U200/1.3.2/").text
    assert 'href="/en/apply/U200/1.3.2/"' in text


@pytest.mark.usefixtures("_catalogue")
def test_the_first_page_counts_what_is_in_force(client):
    text = client.get("/en/").text
    number = in_force(timezone.localdate()).count()
    assert f"<b>{formats.number(number)}</b>procedures in force" in text
    assert "rating of results" not in text  # nobody has rated anything yet


@pytest.mark.usefixtures("_catalogue")
def test_a_procedure_known_by_name_only_says_so(client):
    row = in_force(timezone.localdate()).filter(electronic_level="e0").first()
    listed, number = row.procedure_id.split("/", 1)
    text = client.get(f"/en/services/{listed}/{number}/").text
    assert "only the name from the official list" in text
    assert "This procedure is not electronic yet." in text
    assert ">Apply<" not in text


@pytest.mark.usefixtures("_catalogue")
def test_a_town_is_answered_with_the_office_that_serves_it(client):
    text = client.get("/en/services/U200/5.1/", {"place": "Ліда"}).text
    assert "Lidski" in text.partition('class="office"')[2].partition("</div>")[0]


@pytest.mark.usefixtures("_catalogue")
def test_a_name_that_several_places_share_is_asked_about(client):
    text = client.get("/be/services/U200/5.1/", {"place": "Бярозаўка"}).text
    assert 'href="?code=' in text
    assert 'class="office"' not in text


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize(
    "asked", [{"place": "Атлантыда"}, {"code": "99"}, {"code": "x"}, {"place": "\x00" * 999}]
)
def test_a_place_that_does_not_exist_is_no_error(client, asked):
    assert client.get("/be/services/U200/5.1/", asked).status_code == 200


@pytest.mark.usefixtures("_catalogue")
def test_text_in_another_language_is_marked(client):
    row = next(e for e in in_force(timezone.localdate()) if set(e.title) == {"ru"})
    text = client.get(f"/en/services/{row.procedure_id}/").text
    assert re.search(r'<h1[^>]*><span lang="ru">', text)


@pytest.mark.usefixtures("_catalogue")
def test_a_chapter_shows_no_heading_without_rows(client):
    text = client.get("/be/services/U200/chapters/1/").text
    assert "1.3.2" in text
    assert "U200/1.1.1/" not in text


@pytest.mark.parametrize(
    "address", ["services/U200/99.99/", "services/X/1/", "services/U200/chapters/99/", "life/x/"]
)
@pytest.mark.django_db
def test_what_is_not_there_is_a_404(client, address):
    assert client.get(f"/be/{address}").status_code == 404


@pytest.mark.usefixtures("_catalogue")
@pytest.mark.parametrize("words", ["", " ", "\x00\x07", "ы" * 5000, "<b>&\"'", "%", "\u202eгнек"])
def test_search_bears_anything(client, words):
    answer = client.get("/be/search/", {"q": words})
    assert answer.status_code == 200
    assert "<b>&" not in answer.text


@pytest.mark.usefixtures("_catalogue")
def test_search_that_finds_nothing_shows_a_way_on(client):
    text = client.get("/en/search/", {"q": "абракадабрашвабра", "who": "business"}).text
    assert "Look through all services by chapters" in text
    assert "Search among all services" in text


def test_large_text_needs_no_account(client):
    answer = client.post("/en/accessibility/", {"ways": ["large"]})
    assert answer.status_code == 302
    assert 'class="large"' in client.get("/en/about/").text
    client.post("/en/accessibility/", {"ways": []})
    assert 'class="large"' not in client.get("/en/about/").text


def test_a_way_of_reading_that_does_not_exist_is_refused(client):
    answer = client.post("/en/accessibility/", {"ways": ["huge"]})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text


@pytest.fixture
def _kept(settings):
    settings.PUBLIC_PAGE_SECONDS = 30
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.mark.usefixtures("_kept")
def test_a_public_page_is_kept_ready_and_not_sent_twice(client):
    first = client.get("/en/about/")
    again = client.get("/en/about/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Cookie" in first["Vary"]
    assert first["Content-Security-Policy"] == client.get("/en/about/")["Content-Security-Policy"]


@pytest.mark.usefixtures("_kept")
def test_each_way_of_reading_has_its_own_kept_page():
    stranger, reader = Client(), Client()
    reader.cookies["ratusha_view"] = "large"
    stranger.get("/en/about/")
    assert 'class="large"' in reader.get("/en/about/").text
    assert 'class="large"' not in stranger.get("/en/about/").text


@pytest.mark.usefixtures("_kept")
@pytest.mark.django_db
def test_who_carries_any_other_cookie_gets_a_fresh_page(client):
    client.get("/en/about/")
    client.cookies["visit"] = "something"
    assert "ETag" not in client.get("/en/about/")


@pytest.mark.usefixtures("_kept")
def test_pages_with_a_form_to_send_are_never_kept(client):
    assert "ETag" not in client.get("/en/accessibility/")


@pytest.mark.usefixtures("_catalogue")
def test_a_procedure_shows_every_tariff_in_money_of_today_and_who_pays_nothing(
    client, time_machine
):
    time_machine.move_to("2026-12-01T09:00:00+00:00", tick=False)
    text = formats_plain(client.get("/en/services/U200/6.1.1/").text)
    assert "0.1 of a base value, today 4.50 BYN" in text
    assert "1 base value, today 45.00 BYN" in text
    assert "from 4.50 BYN" in text
    assert "for each document" in text
    text = formats_plain(client.get("/en/services/U200/13.2/").text)
    assert "You live in a hostel" in text
    assert "attach the document that proves it" in text
    assert "we see it ourselves: Population register" in formats_plain(
        client.get("/en/services/U200/5.9/").text
    )


@pytest.mark.usefixtures("_catalogue")
def test_a_procedure_names_the_body_and_says_where_that_is_only_a_sample(client):
    ministry = formats_plain(client.get("/en/services/CM156/10.17/").text)
    assert "Ministry of Health" in ministry
    assert "Rule for the demonstration" not in ministry.split("Who decides")[1].split("</div>")[0]
    forest = client.get("/en/services/CM156/6.46/").text.split("Who decides")[1].split("</div>")[0]
    assert "tag sample" in forest
    assert "by chapter of the list" in forest


def formats_plain(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())
