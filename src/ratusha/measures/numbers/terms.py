"""Figures that the terms of a contract state: tax in the price, warranty, availability."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.measures.models import ContractTerms
from ratusha.ui.numbers import Number, Unit, Words

from .of_one import Of


def vat(of: Of, key: str) -> Number | None:
    return _stated(of, key, _("Value added tax in the price, per cent"), "vat")


def warranty(of: Of, key: str) -> Number | None:
    return _stated(of, key, _("Warranty, months"), "warranty_months")


def availability(of: Of, key: str) -> Number | None:
    return _stated(of, key, _("Availability promised, per cent"), "availability")


def _stated(of: Of, key: str, label: Words, name: str) -> Number | None:
    found = ContractTerms.objects.filter(contract__case=of.case).select_related("contract", "by")
    told = None if key else found.last()
    value: Any = getattr(told, name, None)
    if told is None or value is None or not told.shows(name, inside=of.inside):
        return None
    paper = _("Contract No. %(number)s") % {"number": told.contract.number}
    return of.given(
        label, value, Unit.COUNT, paper=paper, at=timezone.localdate(told.at), by=told.by
    )
