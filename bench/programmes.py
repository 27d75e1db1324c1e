"""The dashboards of programmes with thousands of measures and ten years of payments, acceptances and ratings."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from typing import Any

from django.test import Client, override_settings
from django.utils import timezone, translation

from ratusha.accounts.public import Appointment
from ratusha.config.demonstration import programmes as demonstration
from ratusha.config.demonstration.officials import Account
from ratusha.programmes.public import nodes, picture

from .asked import measured
from .people import headers_of

MONTHS = 120
PAGES = (
    "",
    "2021-2025/",
    "2021-2025.3/",
    "2021-2025.3.1/",
    "2021-2025/figures/paid/",
    "all/figures/independent/",
)


class Many(demonstration.Making):
    """The invented measures of the demonstration again and again, begun over ten years and rated each month."""

    def __init__(self, officials: dict[str, Account], measures: int, seed: int) -> None:
        super().__init__(officials, timezone.now(), seed)
        self.measures, self.months_rated = measures, MONTHS

    def stories(self) -> Iterator[demonstration.Story]:
        first = self.today - timedelta(days=365 * 10)
        events = cycle(node for node in nodes().values() if node.key.count(".") == 2)  # noqa: PLR2004 - an event
        for number in range(self.measures):
            mood = self.random.random()
            yield demonstration.Story(
                name=f"Мерапрыемства {number}",
                node=next(events).key,
                begun=first + timedelta(days=self.random.randint(0, 3600)),
                months=self.random.randint(14, 60),
                cost=self.money(),
                mood=mood,
                body=self.random.choice(self.bodies),
            )

    def rated_until_it_ended(self) -> bool:
        return True


def _official(permission: str) -> Any:
    found = Appointment.objects.filter(permissions__contains=[permission])
    official = found.select_related("user").first()
    if official is None:
        message = (
            f"nobody has {permission}: the kept state is older than the demonstration, remove it"
        )
        raise LookupError(message)
    return official


def fill(measures: int) -> dict[str, Any]:
    """As many measures as are asked for, once."""
    there = len(picture(timezone.localdate()).rows)
    if there < measures:
        translation.activate("be")
        named = {
            "programme": "programmes.keep",
            "initiator": "measures.prepare",
            "expert": "programmes.rate",
        }
        officials = {}
        for code, permission in named.items():
            user = _official(permission).user
            officials[code] = Account(code, "", "", None, user, user.pk)  # type: ignore[arg-type]  # no card is used
        demonstration.enter(Many(officials, measures - there, seed=11))
    return {"measures": len(picture(timezone.localdate()).rows)}


def dashboards(count: int) -> dict[str, Any]:
    """Each page made anew for a stranger, and inside government; none is kept ready."""
    translation.activate("be")
    official = _official("programmes.keep")
    inside = Client(headers=headers_of(official.user, acting_for=official.body_id))
    rows = picture(timezone.localdate()).rows
    found: dict[str, Any] = {}
    pages = {page or "state": page for page in PAGES} | {"measure": f"{rows[0].key}/"}
    with override_settings(PUBLIC_PAGE_SECONDS=0):
        for name, page in pages.items():
            for who, client in (("everybody", Client()), ("inside", inside)):
                found[f"{name.rstrip('/')}, {who}"] = measured(
                    client, f"/be/steering/programmes/{page}", count
                )
    return found
