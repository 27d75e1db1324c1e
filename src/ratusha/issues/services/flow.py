"""Against floods: how much one address, one person and one place may send in an hour."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.protection import fingerprint

FLOOD = "issue.flood"
MOST = {  # in an hour; many people may share one address
    "report": 20,
    "photo": 40,
    "join": 60,
    "code": 30,
    "person": 30,  # reports, photos and joinings of one who is signed in
    "place": 40,  # reports about one spot by people who are not
    "call": 120,  # reports that one operator writes down
    "open311": 600,
    "feed": 120,
}
COUNT = """
INSERT INTO issues_flow (source, what, hour, count) VALUES (%s, %s, %s, 1)
ON CONFLICT (source, what, hour) DO UPDATE SET count = issues_flow.count + 1 RETURNING count
"""


class TooMuch(RuleBroken):
    """Come back in the next hour."""


def hour_of(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def seconds_to_wait(now: datetime) -> int:
    """Until everything is counted anew: what Retry-After honestly says."""
    left = hour_of(now) + timedelta(hours=1) - now
    return max(1, -(-left // timedelta(seconds=1)))


@transaction.atomic
def count_one(what: str, *, source: str, now: datetime) -> None:
    """Counted before it is done, so that a hundred at once are a hundred. `source` is kept as a fingerprint."""
    hour, whose = hour_of(now), fingerprint(source)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM issues_flow WHERE source = %s AND hour < %s", [whose, hour])
        cursor.execute(COUNT, [whose, what, hour])
        (count,) = cursor.fetchone()
    if count > MOST[what]:
        minutes = -(-seconds_to_wait(now) // 60)
        raise TooMuch(FLOOD, _refusal(what) % {"minutes": minutes})


def _refusal(what: str) -> str:
    match what:
        case "person":
            return _("You have sent very much in this hour. Please go on in %(minutes)s min.")
        case "place":
            return _(
                "Very many reports about this place have come in this hour: it is known. Please join one of them, "
                "sign in, or come back in %(minutes)s min."
            )
        case _:
            return _(
                "Too much came from your address in this hour. Please go on in %(minutes)s min, or sign in."
            )
