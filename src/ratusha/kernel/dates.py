"""Dates as people write them, in the language of the page."""

from datetime import date

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import get_language


def day_in_words(day: date, lang: str = "") -> str:
    """22 December 2026, 22 снежня 2026, 22 декабря 2026."""
    return format_date(day, "d MMMM y", locale=_locale(lang))


def weekday(day: date, lang: str = "") -> str:
    """Sunday, нядзеля, воскресенье."""
    return format_date(day, "EEEE", locale=_locale(lang))


def _locale(lang: str) -> str:
    return (lang or get_language() or str(settings.LANGUAGE_CODE)).partition("-")[0]
