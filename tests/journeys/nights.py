"""The nights of the worker, as if these days had come: `python nights.py 2026-04-30 2026-05-01 …`.

Run beside the state with its environment, as the application. Each night does what the timed work does: duties of the
year arise, whose day has passed is late, reminders and escalations go out.
"""

import sys
from datetime import date, datetime, time

import django


def main(days: list[str]) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.obligations.public import open_years, tonight  # noqa: PLC0415

    for day in days:
        now = timezone.make_aware(datetime.combine(date.fromisoformat(day), time(6, 50)))
        open_years(now)
        print(day, tonight(now))  # noqa: T201 - told to the journey
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1:])
