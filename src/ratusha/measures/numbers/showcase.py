"""How many measures and pilots everybody may read, and how many of them a search has found."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.texts import in_my_language
from ratusha.measures.published import Wanted, find, published
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number

from .of_one import VERSION


def of_showcase(code: str, wanted: Wanted, today: date) -> Number | None:
    whole = published().count()
    told = _("all %(number)s measures and pilots whose route is confirmed") % {"number": whole}
    if code == "all":
        said, found = (
            _("measures and pilots whose route is confirmed"),
            published().order_by("-lodged_at"),
        )
    elif code == "found":
        said, found = (
            _("of them those with the words and filters that were asked for"),
            find(wanted),
        )
    else:
        return None
    inputs = _cases(found)
    return Number(
        _("Measures of digital development"),
        len(inputs),
        said,
        "count(measure)",
        VERSION,
        today,
        told,
        inputs,
    )


def _cases(found: QuerySet[Case]) -> list[Input]:
    return [
        Input("measure", in_my_language(one.title), 1, note=f"{one.reference} · {one.status_label}", on=one.lodged_on,
              address=address_of("measures:card", one.reference))
        for one in found
    ]  # fmt: skip
