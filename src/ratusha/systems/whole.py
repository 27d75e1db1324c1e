"""The whole register, read for a file: every card for who oversees it, the open part for everybody."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.utils import timezone, translation

from ratusha.parties.public import bodies
from ratusha.ui.addresses import address_of

from .card import read
from .kept import open_register
from .law import law
from .linked import Catalogue, written
from .models import System
from .opened import open_part
from .register_file import Entry, as_csv, as_json


def whole_register() -> list[Entry]:
    """With what is inside and what is for service use."""
    return [
        Entry(one.card, one.number, one.version, one.confirmed_on) for one in System.objects.all()
    ]


def linked_register(form: str) -> bytes:
    """The open part as linked data: "ttl" or "jsonld"."""
    kept = open_register()
    known = set(kept.cards)
    cards = {number: read(open_part(card, known)) for number, card in kept.cards.items()}
    registered = System.objects.filter(number__in=known).values_list("number", "registered_at")
    named = {law().registrar} | {
        code for one in cards.values() for code in (one.owner, one.operator)
    }
    told = Catalogue(
        address=_address(),
        cards=cards,
        whole=kept.whole,
        registered_on={number: timezone.localdate(at) for number, at in registered},
        bodies=dict(
            bodies().filter(code__in=named).order_by("code").values_list("code", "name")
        ),
        spheres={one.code: one.name for one in law().spheres},
        registrar=law().registrar,
    )  # fmt: skip
    return written(told, form)


def _address() -> str:
    """Of the register as a name: the same whoever asks, in whatever language."""
    with translation.override(settings.LANGUAGES[0][0]):
        return settings.SITE_ADDRESS.rstrip("/") + address_of("systems:register")


WRITERS: dict[str, Callable[[], bytes]] = {
    ".csv": lambda: as_csv(whole_register()),
    ".json": lambda: as_json(whole_register()),
    ".ttl": partial(linked_register, "ttl"),
    ".jsonld": partial(linked_register, "jsonld"),
}
