"""The whole register, read for a file: every card for who oversees it, the open part for everybody."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from ratusha.kernel.texts import Text
from ratusha.parties.public import bodies
from ratusha.ui.addresses import address_of

from .card import read
from .kept import OpenRegister, open_register
from .law import law
from .linked import Catalogue, written
from .models import System
from .opened import open_part
from .register_file.form import Entry
from .register_file.writing import as_csv, as_json


def whole_register() -> list[Entry]:
    """With what is inside and what is for service use."""
    return [
        Entry(one.card, one.number, one.version, one.confirmed_on) for one in System.objects.all()
    ]


@dataclass(frozen=True)
class Linked:
    """What each process keeps of a form while the register, and what it says of bodies, is the same."""

    version: tuple[Any, ...]
    content: bytes
    mark: str


_kept: dict[str, Linked] = {}  # by form: there are two


def linked_kept(form: str) -> Linked:
    """The open part as linked data, "ttl" or "jsonld", with the mark of its content."""
    register = open_register()
    named = {law().registrar} | {
        code for one in register.cards.values() for code in (one.owner, one.operator)
    }
    told = dict(bodies().filter(code__in=named).order_by("code").values_list("code", "name"))
    version = (*register.version, settings.SITE_ADDRESS, told)
    kept = _kept.get(form)
    if kept is None or kept.version != version:
        content = written(_catalogue(register, told), form)
        kept = _kept[form] = Linked(version, content, mark_of(content))
    return kept


def linked_register(form: str) -> bytes:
    return linked_kept(form).content


def mark_of(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:24]}"'


def _catalogue(register: OpenRegister, named: dict[str, Text]) -> Catalogue:
    known = set(register.cards)
    registered = System.objects.filter(number__in=known).values_list("number", "registered_at")
    return Catalogue(
        address=_address(),
        cards={n: read(open_part(card, known)) for n, card in register.cards.items()},
        whole=register.whole,
        registered_on={number: timezone.localdate(at) for number, at in registered},
        bodies=named,
        spheres={one.code: one.name for one in law().spheres},
        registrar=law().registrar,
    )


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
