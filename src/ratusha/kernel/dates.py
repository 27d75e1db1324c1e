"""Dates as people write them, in the language of the page."""

from datetime import date, datetime
from typing import overload

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language


@overload
def local_day(value: date) -> date: ...
@overload
def local_day(value: None) -> None: ...
def local_day(value: date | None) -> date | None:
    """The day of a moment by the clock of the state, not of the server; a day stays what it is."""
    if not isinstance(value, datetime):
        return value
    return timezone.localdate(value) if timezone.is_aware(value) else value.date()


def day_in_words(day: date, lang: str = "") -> str:
    """22 December 2026, 22 снежня 2026, 22 декабря 2026; of a moment, its day here."""
    return format_date(local_day(day), "d MMMM y", locale=_locale(lang))


def weekday(day: date, lang: str = "") -> str:
    """Sunday, нядзеля, воскресенье."""
    return format_date(day, "EEEE", locale=_locale(lang))


def _locale(lang: str) -> str:
    return (lang or get_language() or str(settings.LANGUAGE_CODE)).partition("-")[0]
