"""Personal reception: hours, places, and when an oral appeal may be answered at once (Law 300-Z, art. 6). Pure."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from ratusha.kernel.errors import Conflict, RuleBroken

CHANNEL = "reception"  # of an appeal that was spoken at one
MOST_PLACES = 40
SHORTEST, LONGEST = 5, 60  # minutes for a person
KEPT_DAYS = 365  # of who booked and did not speak: as in RETENTION
LONGEST_MATTER = 500  # characters of what somebody comes with


def time_of(begins_at: datetime, minutes: int, number: int) -> datetime:
    """When it is the turn of this place."""
    return begins_at + timedelta(minutes=minutes * (number - 1))


def require_to_come(begins_at: datetime, now: datetime) -> None:
    if begins_at <= now:
        message = _("The reception has begun or is over: choose another.")
        raise RuleBroken("reception.begun", message, field="day")


def require_day(day: date, today: date) -> None:
    """Nobody is received before the day."""
    if day > today:
        message = _("The reception has not come yet.")
        raise RuleBroken("reception.not_yet", message)


def require_a_free_place(taken: int, places: int) -> None:
    if taken >= places:
        message = _(
            "No place is left at this reception: choose another, or come without a booking."
        )
        raise Conflict("reception.full", message)


def require_same(*, same: bool) -> None:
    """What was announced stays as people have read it: an official receives once at a time."""
    if not same:
        message = _(
            "The official receives at this hour already, and otherwise: choose another hour."
        )
        raise Conflict("reception.announced_otherwise", message)


def require_not_given_up(*, given_up: bool) -> None:
    if given_up:
        message = _("This place was given up: write down who has come without a booking.")
        raise RuleBroken("reception.given_up", message)


def require_compared(*, compared: bool) -> None:
    if not compared:
        message = _("Compare the person with the photo in their document first.")
        raise RuleBroken("reception.not_compared", message, field="compared")


def require_consent_to_words(*, agrees: bool) -> None:
    """An answer by word of mouth alone is given only to who agrees to it; else the appeal goes on as a written one."""
    if not agrees:
        message = _("Without the consent of the person the answer is written: choose that.")
        raise RuleBroken("reception.no_consent", message, field="agrees")
