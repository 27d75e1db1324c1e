"""Every number of steering opens: what a reader of the pages, and who works there, sees in digits and cannot follow.

The rooms of the demonstration state are walked from their doors. A number stands in a link, is of a kind that is marked
in the markup (`ratusha.ui.tests.closed`), or is on the list of those known not to open. The list only becomes shorter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve
from django.utils import translation
from lxml import html

from ratusha.accounts.public import AccessMode, User
from ratusha.applications.tests.state import small_pack
from ratusha.committee.public import make_digests
from ratusha.config.demonstration.conversion import live_conversion
from ratusha.config.demonstration.duties import live_duties
from ratusha.config.demonstration.indicators import live_collection, live_indicators
from ratusha.config.demonstration.measures import live_measures
from ratusha.config.demonstration.officials import Account, appoint_officials
from ratusha.config.demonstration.people import settle_protagonists
from ratusha.config.demonstration.programmes import live_programmes
from ratusha.config.demonstration.self_assessment import live_self_assessment
from ratusha.config.demonstration.software import bring_cards, install_software, open_offices
from ratusha.config.demonstration.systems import register_systems
from ratusha.kernel.pack import pack
from ratusha.parties.public import load_bodies
from ratusha.procedures.public import load_pack
from ratusha.steering.public import publish_folder
from ratusha.territory.public import load_territory
from ratusha.ui.tests.closed import closed_numbers

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
STEERING = frozenset({
    "steering", "indicators", "programmes", "systems", "conversion", "plans", "obligations",
    "self_assessment", "measures", "statistics", "portal:steering",
})  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """Who reads, from which doors, in which rooms; at least so many pages are read, or the walk has gone astray."""

    doors: tuple[str, ...]
    rooms: frozenset[str]
    pages: int


WALKS = {
    "": Walk(("steering/", "measures/", "measures/pilots/", "finishing-dates/"), STEERING, 45),
    "programme": Walk(("steering/", "desk/measures/", "desk/pilots/"), STEERING, 100),
    "systems_keeper": Walk(("steering/systems/desk/",), frozenset({"systems"}), 12),
    "committee": Walk(("committee/digests/",), frozenset({"committee:digests", "committee:digest"}), 2),
}  # fmt: skip
ALIKE = 2  # pages of one kind that are read
# kind of page: what does not open on it yet, and why; empty, and to stay so
KNOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def officials(django_db_setup, django_db_blocker) -> Iterator[dict[str, Account]]:  # noqa: ARG001 - wanted first
    """The rooms of steering with life in them, made once and rolled back at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield make()
        transaction.set_rollback(True)


def make() -> dict[str, Account]:
    load_territory(pack())
    load_bodies(pack())
    with TemporaryDirectory() as folder:
        load_pack(small_pack(Path(folder)), today=NOW.date(), now=NOW)
    made, _bodies = appoint_officials(settle_protagonists(now=NOW), seed=7, now=NOW)
    publish_folder(pack().file("demonstration/indices"), author="Дэманстрацыя", now=NOW)
    live_measures(made, now=NOW)
    live_indicators(seed=7, now=NOW)
    installed = register_systems(now=NOW)
    live_programmes(made, now=NOW)
    live_self_assessment(made, now=NOW)
    live_collection(made, now=NOW)
    live_duties(made, seed=7, now=NOW)
    install_software(installed, now=NOW)
    bring_cards(made, now=NOW)
    open_offices(made, now=NOW)
    make_digests(NOW)
    live_conversion(made, now=NOW)
    connection.check_constraints()
    return made


@pytest.fixture(autouse=True)
def _at_work(officials, db, settings, tmp_path) -> Iterator[None]:  # noqa: ARG001 - wanted, not their values
    settings.DATA = tmp_path
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield
    cache.clear()


def reader(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
        session = client.session
        body = user.appointments[0].body_id
        session.update({"mode": int(AccessMode.STRICT), "acting": str(body)})
        session.save()
    return client


def pages(client: Client, walk: Walk) -> Iterator[tuple[str, str, str]]:
    """Kind, address and text of the pages that can be reached, a few of each kind, opened numbers left out."""
    walked, ahead, alike = set(), [f"/en/{door}" for door in walk.doors], Counter()
    while ahead:
        address = ahead.pop(0)
        if address in walked or not address.startswith("/en/"):
            continue
        walked.add(address)
        with translation.override("en"):
            found = resolve(unquote(address))
        kind = found.view_name
        inside = walk.rooms & {kind, found.namespace}
        if not inside or "number" in kind or alike[kind] >= ALIKE:
            continue
        answer = client.get(address)
        if answer.status_code != 200 or not answer["content-type"].startswith("text/html"):
            assert answer.status_code in {200, 302, 404}, address
            continue
        alike[kind] += 1
        yield kind, address, answer.text
        links = html.fromstring(answer.text).xpath("//main//a/@href")
        ahead += [urlsplit(urljoin(address, link)).path for link in links]


@pytest.mark.parametrize("who", WALKS)
def test_every_number_that_is_read_opens(who, officials):
    read, closed = 0, defaultdict(list)
    for kind, address, page in pages(reader(officials[who].user if who else None), WALKS[who]):
        read += 1
        if kind not in KNOWN:
            closed[kind] += [(address, number, words) for number, words in closed_numbers(page)]
    assert {kind: found[:5] for kind, found in closed.items() if found} == {}
    assert read >= WALKS[who].pages, "the walk has gone astray"
