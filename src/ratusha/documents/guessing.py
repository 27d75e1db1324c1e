"""Against guessing codes: an address that asks for many codes leading nowhere has to wait for the next hour."""

from datetime import datetime

from django.db import connection, transaction
from django.http import HttpRequest

from ratusha.accounts.public import caller_network
from ratusha.kernel.protection import fingerprint

from .models import WrongCode

ALLOWED = 30  # wrong codes from one address in an hour; 2**55 codes are possible


def source_of(request: HttpRequest) -> str:
    """Whoever asks, without keeping the address itself."""
    return fingerprint(caller_network(request))


def this_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def must_wait(source: str, *, now: datetime) -> bool:
    counted = WrongCode.objects.filter(source=source, hour=this_hour(now), count__gte=ALLOWED)
    return counted.exists()


@transaction.atomic
def count_wrong_code(source: str, *, now: datetime) -> None:
    """One statement, so that two at once are two; hours gone by are forgotten on the way."""
    WrongCode.objects.filter(source=source, hour__lt=this_hour(now)).delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO documents_wrongcode (source, hour, count) VALUES (%s, %s, 1)"
            " ON CONFLICT (source, hour) DO UPDATE SET count = documents_wrongcode.count + 1",
            [source, this_hour(now)],
        )
