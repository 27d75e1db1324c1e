"""Taking the values of a day: each night, and by hand for days that have passed."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.indicators.counting import count
from ratusha.indicators.models import Snapshot
from ratusha.indicators.models.snapshot import digest_of
from ratusha.indicators.passports import Passport, passports
from ratusha.indicators.rules import Cell, Counted, Unit, in_ranges, part_of, value_of


def take_last_night(now: datetime) -> list[Snapshot]:
    """The values of the day that has ended; a second run of a night changes nothing."""
    return take_snapshots(timezone.localdate(now) - timedelta(days=1), now=now)


@transaction.atomic
def take_snapshots(on: date, *, now: datetime, by: User | None = None) -> list[Snapshot]:
    """All indicators in effect, as of the end of a day. One for a day before yesterday says so: counted back."""
    taken = set(Snapshot.objects.filter(on=on).values_list("code", "version"))
    wanted = [
        one for one in passports() if one.in_effect(on) and (one.code, one.version) not in taken
    ]
    back = on < timezone.localdate(now) - timedelta(days=1)
    made = Snapshot.objects.bulk_create(
        [frozen(one, count(one.version, on), on=on, now=now, by=by, back=back) for one in wanted],
        ignore_conflicts=True,
    )
    if made:
        record("indicators.taken", "Snapshot", str(on), by=by.pk if by else None, number=len(made))
    return made


def frozen(
    passport: Passport,
    counted: Counted,
    *,
    on: date,
    now: datetime,
    by: User | None = None,
    back: bool = False,
) -> Snapshot:
    """Not saved yet: the same page shows what is counted at this moment."""
    rows: dict[str, list[Any]] = {
        name: [_row(counted.unit, cell) for cell in cells] for name, cells in counted.rows.items()
    }
    if counted.unit == Unit.DAYS:
        rows["days"] = [
            [f"{first}-{last}", "0", number, str(last)]
            for first, last, number in in_ranges(counted.whole.days)
        ]
    return Snapshot(
        code=passport.code,
        version=passport.version,
        unit=counted.unit,
        on=on,
        value=counted.value,
        part=part_of(counted.unit, counted.whole),
        of=counted.whole.of,
        covers=counted.coverage.what,
        covered=min(counted.coverage.covered, counted.coverage.of),
        covered_of=counted.coverage.of,
        rows=rows,
        hidden=counted.hidden,
        digest=digest_of(rows),
        back=back,
        taken_at=now,
        by=by,
    )


def _row(unit: Unit, cell: Cell) -> list[Any]:
    value = value_of(unit, cell)
    return [cell.key, str(part_of(unit, cell)), cell.of, None if value is None else str(value)]
