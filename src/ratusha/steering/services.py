"""Acts of steering: the only code that writes."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .index import data, output, reading
from .index.compute import Result, compute, named
from .index.mistakes import Mistaken
from .index.sensitivity import Sensitivity, examine
from .index.spec import Spec, in_order
from .models import PublishedIndex, Scenario
from .permissions import SCENARIOS
from .what_if import Line

MANY_ROWS = 20_000  # more is for the command line, not for a page


@transaction.atomic
def publish(
    specification: str,
    table: str,
    *,
    author: str,
    now: datetime,
    by: User | None = None,
    code: str = "",
    version: str = "",
) -> PublishedIndex:
    """Compute and freeze the last period of the table. The same method with the same figures is published once."""
    spec, result, ranges = worked_out(specification, table, code=code, version=version)
    period = max(result.rows.periods, key=in_order)
    name = slugify(spec.code.replace(".", "-"))
    told = output.as_json(result)
    told["ranges"] = {row["unit"]: row for row in ranges.lines()} if ranges else {}
    told["ties"] = (
        {result.rows.keys[at]: tie for at, tie in ranges.ties().items()} if ranges else {}
    )
    told["draws"] = ranges.draws if ranges else 0
    told["interval"] = ranges.interval if ranges else 0
    earlier = PublishedIndex.objects.select_for_update().filter(code=name)
    same = earlier.filter(
        specification_digest=spec.digest, table_digest=result.digests["data"]
    ).first()
    if same is not None:
        return same
    rows = [row for row in told["rows"] if row.get("period", "") == period]
    made = PublishedIndex.objects.create(
        code=name,
        edition=_edition(
            period or str(timezone.localdate(now).year),
            set(earlier.values_list("edition", flat=True)),
        ),
        version=spec.version,
        period=period,
        title=spec.title or {"en": spec.code},
        sample=spec.sample,
        author=author,
        source=str(spec.about.get("source", "")),
        specification=specification,
        table=table,
        specification_digest=spec.digest,
        table_digest=result.digests["data"],
        result=told,
        units=len(rows),
        rated=sum(row["value"] is not None for row in rows),
        published_at=now,
        by=by,
    )
    record(
        "steering.index_published",
        "PublishedIndex",
        made.pk,
        by=by.pk if by else None,
        edition=str(made),
    )
    return made


def worked_out(
    specification: str, table: str, *, code: str = "", version: str = ""
) -> tuple[Spec, Result, Sensitivity | None]:
    """The index with the ranges of its ranks; without ranges where there is nothing to weigh."""
    try:
        specs = reading.read(specification)
        spec = named(specs, code, version)
        read = data.read(table)
        result = compute(spec, read, specs)
    except Mistaken as mistaken:
        message = _("The index cannot be computed: %(reason)s")
        raise RuleBroken(
            "steering.mistaken", message % {"reason": mistaken.findings[0]}
        ) from mistaken
    if result.number > MANY_ROWS:
        message = _("The table has more than %(number)s rows.")
        raise RuleBroken("steering.too_large", message % {"number": MANY_ROWS})
    try:
        period = max(result.rows.periods, key=in_order)
        return spec, result, examine(spec, read, specs, period=period)
    except Mistaken:
        return spec, result, None


def _edition(period: str, taken: set[str]) -> str:
    name, number = slugify(period) or "1", 2
    if name not in taken:
        return name
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


@transaction.atomic
def keep_scenario(
    index: PublishedIndex,
    *,
    name: str,
    question: str,
    unit: str,
    lines: list[Line],
    by: User,
    now: datetime,
) -> Scenario:
    """A question with its answer, under the name of who asked."""
    if not by.bodies_with(SCENARIOS, on=timezone.localdate(now)):
        raise NotPermitted("steering.scenarios", _("You may not keep scenarios."))
    return Scenario.objects.create(
        index=index,
        name=name,
        question=question,
        unit=unit,
        lines={line.key: [line.value, line.rank] for line in lines},
        author=by,
        at=now,
    )


def newest_of(specification: str) -> PublishedIndex | None:
    """The newest publication of the index that a specification is about."""
    name = slugify(named(reading.read(specification), "", "").code.replace(".", "-"))
    return PublishedIndex.objects.filter(code=name).order_by("-published_at").first()


def publish_folder(folder: Path, *, author: str, now: datetime) -> list[PublishedIndex]:
    """Each specification of a folder with the table that has its name."""
    done: list[Any] = []
    for file in sorted(folder.glob("*.yaml")):
        texts = [one.read_text(encoding="utf-8") for one in (file, file.with_suffix(".csv"))]
        done.append(publish(*texts, author=author, now=now))
    return done
