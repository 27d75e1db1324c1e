"""An edition that goes into force by an act of officials, beside those that the pack brings."""

from datetime import date

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

from .definition import Definition
from .models import Edition, Procedure
from .search.index import index_edition
from .services import Wanted, digest_of, next_edition


@transaction.atomic
def put_in_force(definition: Definition, *, valid_from: date, today: date) -> Edition:
    """From this day on; the edition before it ends. Whoever calls has asked everybody who must agree."""
    if valid_from < today:
        message = _("An edition cannot begin in the past.")
        raise RuleBroken("procedures.begins_in_the_past", message, field="valid_from")
    rows = Procedure.objects.select_for_update().filter(code=definition.code)
    row = rows.filter(is_heading=False, excluded_since=None).first()
    if row is None:
        message = _("%(code)s is no row of a list in force.") % {"code": definition.code}
        raise RuleBroken("procedures.no_such_row", message)
    if definition.valid_until is not None and definition.valid_until <= valid_from:
        message = _("The edition would end before it begins: mend valid_until in its text.")
        raise RuleBroken("procedures.ends_before", message, field="valid_from")
    before = Edition.objects.filter(procedure=row).order_by("-number").first()
    dated = msgspec.structs.replace(definition, valid_from=valid_from)
    edition = next_edition(before, Wanted(dated, digest_of(dated), dated=True))
    edition.by_act = True
    if before is not None and (before.valid_until is None or before.valid_until > valid_from):
        Edition.objects.filter(pk=before.pk).update(valid_until=valid_from)
    edition.save(force_insert=True)
    index_edition(edition)
    return edition


def rows_of_the_lists() -> dict[str, bool]:
    """The codes of all rows; True for one that can have a definition."""
    found = Procedure.objects.values_list("code", "is_heading", "excluded_since")
    return {code: not heading and excluded is None for code, heading, excluded in found}
