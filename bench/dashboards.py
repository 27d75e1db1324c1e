"""Every dashboard of steering as an official opens it, with large data: 2,000 measures and systems, all procedures."""

import gc
from typing import Any

from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone, translation

from ratusha.accounts.public import Appointment
from ratusha.conversion.counting import table
from ratusha.obligations.models import Obligation
from ratusha.programmes.public import picture
from ratusha.systems.models import CardVersion, System

from . import machine
from .asked import asked, measured
from .people import headers_of

ROOMS = {
    "home": "",
    "programmes": "programmes/",
    "a programme": "programmes/2021-2025/",
    "a subprogramme": "programmes/2021-2025.3/",
    "a number of programmes": "programmes/all/figures/independent/",
    "indicators": "indicators/",
    "conversion": "conversion/",
    "queue of conversion": "conversion/queue/",
    "a number of conversion": "conversion/figures/needed/",
    "systems": "systems/",
    "graph of systems": "systems/graph/",
    "what stops if one stops": "systems/graph/?stop=SYS-2000-00100",
    "neighbours of a system": "systems/graph/?around=SYS-2000-00100",
    "software": "systems/software/",
    "duties": "obligations/",
    "who is late": "obligations/late/",
    "consolidated plan": "plans/all/plan/{next_year}/",
    "indices": "indices/",
    "self-assessment": "self-assessment/",
}
CHANGES = {  # as an act leaves it, and as a statement that changes more than can be named
    "programmes, first after an act": """INSERT INTO programmes_change (measure)
        SELECT case_id FROM programmes_baseline ORDER BY id DESC OFFSET %s LIMIT 1""",
    "programmes, all read anew": "INSERT INTO programmes_change DEFAULT VALUES",
}


def fill(systems: int) -> dict[str, int]:
    """Copies of the open systems of the demonstration, each exchanging with the one before and ten before."""
    there = list(System.objects.filter(is_open=True))
    made, versions, now = [], [], timezone.now()
    for number in range(System.objects.count(), systems):
        like = there[number % len(there)]
        name = f"SYS-2000-{number:05d}"
        takes = [
            f"SYS-2000-{other:05d}" for other in (number - 1, number - 10) if other >= len(there)
        ]
        told = like.told | {
            "interfaces": [
                {"direction": "takes", "system": one, "channel": "state_exchange"} for one in takes
            ],
            "objects": [],
        }
        made.append(
            System(number=name, owner_id=like.owner_id, status=like.status, told=told, registered_at=now,
                   confirmed_on=now.date())
        )  # fmt: skip
        versions.append(CardVersion(system=made[-1], number=1, told=told, at=now))
    System.objects.bulk_create(made)
    CardVersion.objects.bulk_create(versions)
    return {"systems": System.objects.count()}


def rooms(count: int) -> dict[str, Any]:
    """What is read again and again, and of programmes the first reading after an act."""
    translation.activate("be")
    today = timezone.localdate()
    official = (
        Appointment.objects.filter(permissions__contains=["programmes.keep"])
        .select_related("user")
        .first()
    )
    assert official is not None, "the demonstration has one"
    client = Client(headers=headers_of(official.user, acting_for=official.body_id))
    found: dict[str, Any] = {
        "counted": {
            "measures": len(picture(today).rows), "procedures": len(table(today)),
            "systems": System.objects.count(), "duties": Obligation.objects.count(),
        }
    }  # fmt: skip
    with override_settings(PUBLIC_PAGE_SECONDS=0):
        for name, page in ROOMS.items():
            address = page.format(next_year=today.year + 1)
            asked(
                client, f"/be/steering/{address}"
            )  # what is loaded for it stays, as in a web process
            gc.collect()
            gc.freeze()
            found[name] = measured(client, f"/be/steering/{address}", count)
        for name, change in CHANGES.items():
            taken = []
            for time in range(max(3, count // 4)):
                with connection.cursor() as cursor:
                    cursor.execute(change, [time] if "%s" in change else None)
                taken.append(asked(client, f"/be/steering/{ROOMS['programmes']}"))
            found[name] = machine.percentiles(taken)
    return found
