"""The night of the lots for one issue of the running state: `python lot_night.py REFERENCE`.

Run beside the state with its environment, as the application. The issue is taken to have been reported done on the day
that the waiting draw decides on; then the night after that day comes.
"""

import sys
from datetime import datetime, time, timedelta

import django


def main(reference: str) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.cases.models import Case  # noqa: PLC0415
    from ratusha.issues.models import Draw  # noqa: PLC0415
    from ratusha.issues.public import tend_survey  # noqa: PLC0415

    case = Case.objects.get(reference=reference)
    draw = Draw.objects.get(drawn_at=None)
    day = max(draw.since, case.lodged_on)
    Case.objects.filter(pk=case.pk).update(closed_on=day)
    night = timezone.make_aware(datetime.combine(day + timedelta(days=1), time(6, 50)))
    print(tend_survey(night))  # noqa: T201 - told to the journey
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1])
