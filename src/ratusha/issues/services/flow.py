"""Against floods: how many reports, photos and joinings one address may send in an hour."""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.protection import fingerprint

MOST = {
    "report": 20,
    "join": 60,
    "code": 30,
    "open311": 600,
}  # in an hour from one address; many may share one
COUNT = """
INSERT INTO issues_flow (source, what, hour, count) VALUES (%s, %s, %s, 1)
ON CONFLICT (source, what, hour) DO UPDATE SET count = issues_flow.count + 1 RETURNING count
"""


class TooMuch(RuleBroken):
    """Come back in the next hour."""


@transaction.atomic
def count_one(what: str, *, network: str, now: datetime) -> None:
    """Counted before it is done, so that a hundred at once are a hundred."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM issues_flow WHERE source = %s AND hour < %s", [fingerprint(network), hour]
        )
        cursor.execute(COUNT, [fingerprint(network), what, hour])
        (count,) = cursor.fetchone()
    if count > MOST[what]:
        message = _("Too much came from your address. Please go on in the next hour, or sign in.")
        raise TooMuch("issue.flood", message)
