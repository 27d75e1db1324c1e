"""Dates, numbers and money as the reader's language writes them: 22 снежня 2026, 1 494,5, 12,50 руб."""

from datetime import date, datetime, time
from decimal import Decimal

from babel.numbers import format_decimal, format_percent
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.kernel.money import Money
from ratusha.kernel.pack import pack

KIB = 1024


def _locale() -> str:
    return (translation.get_language() or "en").replace("-", "_")


def _local(value: date) -> date:
    """A moment is shown on the clock of the country, not of the server."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def day(value: date | None) -> str:
    """22 снежня 2026; the spaces do not break."""
    if value is None:
        return ""
    return day_in_words(value).replace(" ", "\u00a0")


def short_day(value: date | None) -> str:
    """22.12.2026, in every language: the form that is written on documents here."""
    return f"{_local(value):%d.%m.%Y}" if value else ""


def clock(value: datetime | time | None) -> str:
    if isinstance(value, datetime):
        return f"{_local(value):%H:%M}"
    return f"{value:%H:%M}" if value else ""


def moment(value: datetime | None) -> str:
    """22 снежня 2026, 10:42."""
    return f"{day(value)}, {clock(value)}" if value else ""


def number(value: float | Decimal | None, places: int | None = None) -> str:
    """1 494 or 4,6; with `places` exactly so many digits after the comma."""
    if value is None:
        return ""
    pattern = "#,##0.###" if places is None else "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, pattern, locale=_locale())


def share(value: float | Decimal | None, places: int = 1) -> str:
    """0.382 as 38,2 %."""
    if value is None:
        return ""
    zeros = "." + "0" * places if places else ""
    return format_percent(value, f"#,##0{zeros}\u00a0%", locale=_locale())


def money(value: Money | Decimal | int | None) -> str:
    """A `Money` or a bare amount in the national currency: 12,50 руб."""
    if value is None:
        return ""
    if not isinstance(value, Money):
        value = Money(Decimal(value), pack().about["currency"])
    return value.text()


def file_size(size: int) -> str:
    if size < KIB * KIB:
        return _("%(size)s KB") % {"size": number(max(1, round(size / KIB)))}
    return _("%(size)s MB") % {"size": number(round(size / KIB / KIB, 1))}
