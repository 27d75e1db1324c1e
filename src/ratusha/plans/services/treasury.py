"""Figures of the treasury come in as a table: body, source, amount. Each import stays; the newest counts."""

import csv
import io
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import find_body
from ratusha.plans.law import law
from ratusha.plans.models import TreasurySum
from ratusha.plans.permissions import CHECK, require

COLUMNS = ["body", "source", "amount"]
MOST_ROWS = 5000


@transaction.atomic
def import_treasury(content: bytes, *, year: int, by: User, now: datetime) -> int:
    """Everything in the table, or nothing: the first mistake is told with its line. How many sums came in."""
    require(allowed=bool(by.bodies_with(CHECK, on=timezone.localdate(now))))
    rows = _read(content)
    sums = [_sum(line, row, year=year, by=by, now=now) for line, row in enumerate(rows, 2)]
    if len({(one.body_id, one.source) for one in sums}) < len(sums):
        raise _wrong(_("A body has two sums from one source."))
    TreasurySum.objects.bulk_create(sums)
    record("plans.import_treasury", "year", year, by=by.pk, sums=len(sums))
    return len(sums)


def _read(content: bytes) -> list[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(_("The table must be a CSV file in UTF-8.")) from error
    found = csv.DictReader(io.StringIO(text))
    if found.fieldnames != COLUMNS:
        raise _wrong(_("The first line must be: body,source,amount."))
    rows = [dict(row) for row in found]
    if not 0 < len(rows) <= MOST_ROWS:
        raise _wrong(_("The table has no rows, or too many."))
    return rows


def _sum(line: int, row: dict[str, str], *, year: int, by: User, now: datetime) -> TreasurySum:
    body = find_body((row["body"] or "").strip())
    if body is None:
        raise _wrong(_("Line %(line)s: there is no such body.") % {"line": line})
    source = (row["source"] or "").strip()
    if source not in {one.code for one in law().money}:
        raise _wrong(_("Line %(line)s: there is no such source of money.") % {"line": line})
    try:
        amount = Decimal((row["amount"] or "").strip())
    except InvalidOperation as error:
        raise _wrong(_("Line %(line)s: the amount is not a number.") % {"line": line}) from error
    if not amount.is_finite() or amount < 0 or amount != round(amount, 2):
        raise _wrong(_("Line %(line)s: the amount is not a sum of money.") % {"line": line})
    return TreasurySum(
        body=body, year=year, source=source, amount=amount, imported_at=now, imported_by=by
    )


def _wrong(message: str) -> RuleBroken:
    return RuleBroken("plans.treasury", message, field="table")
