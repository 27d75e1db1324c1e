"""All other approvers agree to a card, as if their days had come: `python agreed.py FILING APPROVER`, without that one.

Run beside the state with its environment, as the application.
"""

import sys

import django


def main(filing: str, but: str) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.accounts.public import Appointment  # noqa: PLC0415
    from ratusha.systems.models import Asked  # noqa: PLC0415
    from ratusha.systems.public import answer  # noqa: PLC0415

    for one in Asked.objects.filter(filing=filing, answer="").exclude(approver=but):
        at_body = Appointment.objects.filter(body_id=one.body_id)
        who = at_body.get(permissions__contains=["systems.approve"]).user
        answer(one.pk, answer="positive", reasons="", by=who, now=timezone.now())
        print(one.approver)  # noqa: T201 - told to the journey
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
