"""Duties for calendar programs (RFC 5545). Words are in the language of the address."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from .law import law
from .models import Obligation
from .presentation import last_day_of, source_of

WARNS_BEFORE = timedelta(days=7)
MAKER = "-//Ratusha//obligations//"


def all_rules(years: Iterable[int], *, now: datetime) -> bytes:
    """Every rule in every year: what the state owes itself, without who has done it."""
    calendar = _calendar(_("Duties of the state in digital development"))
    for year in years:
        for rule in law().rules:
            period = year + rule.period
            source = rule.source.cited(get_language() or "")
            calendar.add_component(
                _event(
                    f"rule-{rule.code}-{year}",
                    on=last_day_of(rule, year),
                    summary=_("%(duty)s, %(period)s") % {"duty": rule.said(), "period": period},
                    words=source,
                    address="",
                    now=now,
                )
            )
    return bytes(calendar.to_ical())


def of_body(body: str, duties: Iterable[Obligation], *, now: datetime) -> bytes:
    calendar = _calendar(_("Duties: %(body)s") % {"body": body})
    for duty in duties:
        said = {"duty": duty.said(), "period": duty.period}
        summary = _("%(duty)s, %(period)s") % said
        event = _event(
            str(duty.pk),
            on=duty.deadline,
            summary=summary,
            words="\n".join(
                (source_of(duty).cited(get_language() or ""), duty.get_standing_display())
            ),
            address=settings.SITE_ADDRESS.rstrip("/") + duty.get_absolute_url(),
            now=now,
        )
        if duty.is_to_do:
            event.add_component(_alarm(summary))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"{MAKER}{(get_language() or 'en').upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    return calendar


def _event(uid: str, *, on: date, summary: str, words: str, address: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uid}@ratusha")
    event.add("dtstamp", now)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", words)
    event.add("transp", "TRANSPARENT")
    if address:
        event.add("url", address)
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -WARNS_BEFORE)
    return alarm
