"""Ages that give a right: the register tells once who has reached one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ratusha.kernel.events import publish
from ratusha.parties.public import Person
from ratusha.registers.events import PensionAgeReached
from ratusha.registers.models import PensionAge
from ratusha.registers.reading import pension_ages
from ratusha.registers.rules import born_for, day_of_age

CATCH_UP = timedelta(days=31)  # after a pause of the worker


@transaction.atomic
def tell_pension_ages(now: datetime) -> int:
    """Everybody who reached the age since the last time, each once. How many there were."""
    today = timezone.localdate(now)
    reached = [
        PensionAge(person_id=person_id, since=day_of_age(born, years), told_at=now)
        for sex, years in pension_ages().items()
        for person_id, born in Person.objects.filter(
            sex=sex,
            died_on=None,
            birth_date__gt=born_for(today - CATCH_UP, years),
            birth_date__lte=born_for(today, years),
        ).values_list("id", "birth_date")
    ]
    known = PensionAge.objects.in_bulk([one.person_id for one in reached])
    new = [one for one in reached if one.person_id not in known]
    PensionAge.objects.bulk_create(new)
    for one in new:
        publish(PensionAgeReached(person_id=one.person_id, since=one.since, at=now))
    return len(new)
