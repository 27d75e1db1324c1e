"""The import: batches of rows by COPY, each batch whole or not at all; what is here already is not brought in again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from ratusha.audit.public import record
from ratusha.cases.public import Case, ClockEntry, Outcome, StepTaken, Tick, due_of, references_for
from ratusha.issues.importing.alike import earlier_alike
from ratusha.issues.importing.reading import Refused, Row, read
from ratusha.issues.law import Category, law
from ratusha.issues.models import Executor, Issue, Precedent
from ratusha.issues.permissions import ISSUE
from ratusha.issues.places import dispatcher_of, house_key
from ratusha.issues.rules import Status, Step
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.rows import copy_in

from .route import precedent_of

BATCH = 5000
CHANNEL = "import"
LAST_STEPS = {
    Status.ASSIGNED: Step.ASSIGN,
    Status.PLANNED: Step.PLAN,
    Status.CLOSED: Step.FINISH,
}


@dataclass
class Imported:
    """What became of every row of the file: `new + already + len(refused)` is how many there are."""

    new: int = 0
    already: int = 0
    refused: list[Refused] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(
        default_factory=list
    )  # the row's key, what was left out of it
    alike: int = 0
    without_organisation: int = 0

    @property
    def rows(self) -> int:
        return self.new + self.already + len(self.refused)


def import_file(
    path: Path, *, source: str, place: str, names: Mapping[str, str], language: str, now: datetime
) -> Imported:
    """Every row becomes an issue of the dispatcher of `place`. `source` names the file: its numbers come once."""
    body = dispatcher_of(place, timezone.localdate(now))
    if body is None:
        raise RuleBroken("issue.no_dispatcher", f"Nobody dispatches issues at {place}.")
    done, rows = Imported(), []
    for one in read(path):
        if isinstance(one, Refused):
            done.refused.append(one)
        else:
            rows.append(one)
    rows.sort(key=lambda row: (row.opened, row.key))
    here = _here(source)
    seen: set[str] = set()
    fresh = []
    for row in rows:
        if row.key in here or row.key in seen:
            done.already += 1
            continue
        seen.add(row.key)
        fresh.append(row)
    alike = earlier_alike(fresh)
    ids = {row.key: uuid7() for row in fresh}
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    batch = _Batch(source, place, body, language, now, ids, alike)
    for start in range(0, len(fresh), BATCH):
        part = fresh[start : start + BATCH]
        with transaction.atomic():
            batch.write(part, _executors(part, source, names, language))
            record("issues.import", "file", digest[:40], by=None, body=body, rows=len(part))
    done.new, done.alike = len(fresh), len(alike)
    done.remarks = [(row.key, row.remark) for row in fresh if row.remark]
    done.without_organisation = sum(not row.organisation for row in fresh)
    return done


def _here(source: str) -> set[str]:
    """Numbers of this source that are in the state already."""
    keys = Issue.objects.filter(source_key__startswith=f"{source}:").values_list(
        "source_key", flat=True
    )
    return {key.partition(":")[2] for key in keys.iterator(5000)}


def _executors(
    rows: Sequence[Row], source: str, names: Mapping[str, str], language: str
) -> dict[str, Executor]:
    codes = {row.organisation for row in rows if row.organisation}
    known = {
        one.code: one
        for one in Executor.objects.filter(code__in=[f"{source}:{code}" for code in codes])
    }
    new = [
        Executor(code=f"{source}:{code}", name={language: names.get(code, f"№ {code}")})
        for code in sorted(codes)
        if f"{source}:{code}" not in known
    ]
    Executor.objects.bulk_create(new)
    known |= {one.code: one for one in new}
    return {code: known[f"{source}:{code}"] for code in codes}


@dataclass
class _Batch:
    source: str
    place: str
    body: UUID
    language: str
    now: datetime
    ids: Mapping[str, UUID]
    alike: Mapping[str, str]

    def write(self, rows: Sequence[Row], executors: Mapping[str, Executor]) -> None:
        references = references_for([row.opened for row in rows])
        cases = [self._case(*both) for both in zip(rows, references, strict=True)]
        issues = [self._issue(row, executors) for row in rows]
        copy_in(cases)
        copy_in([self._start(case) for case in cases])
        copy_in([step for row, case in zip(rows, cases, strict=True) for step in _steps(row, case)])
        copy_in(issues)
        copy_in(self._precedents(rows, cases, issues, executors))

    def _case(self, row: Row, reference: str) -> Case:
        category = law().category(row.category)
        closed = row.status == Status.CLOSED
        return Case(
            id=self.ids[row.key],
            reference=reference,
            kind=ISSUE,
            status=row.status,
            outcome=Outcome.GRANTED if closed else "",
            applicant_id=uuid7(),  # nobody: the file does not say who reported it
            body_id=self.body,
            subject_code=category.code,
            title=category.name,
            language=self.language,
            channel=CHANNEL,
            lodged_at=_morning(row.opened),
            lodged_on=row.opened,
            due_on=_due(row.opened, category.term, category.source.cited(self.language)),
            closed_on=(row.planned or row.opened) if closed else None,
        )

    def _start(self, case: Case) -> ClockEntry:
        category: Category = law().category(case.subject_code)
        return ClockEntry(
            case=case,
            tick=Tick.START,
            on=case.lodged_on,
            term=category.term,
            source=category.source.cited(self.language),
            at=case.lodged_at,
        )

    def _issue(self, row: Row, executors: Mapping[str, Executor]) -> Issue:
        earlier = self.alike.get(row.key)
        return Issue(
            case_id=self.ids[row.key],
            category=row.category,
            reported_at=_morning(row.opened),
            address=row.address,
            house_key=house_key(row.address),
            lat=row.lat,
            lon=row.lon,
            unit_code=self.place,
            executor=executors.get(row.organisation),
            planned_on=row.planned,
            routing={"by": CHANNEL},
            alike_to_id=self.ids[earlier] if earlier else None,
            source_key=f"{self.source}:{row.key}",
            search_text=row.address,
        )

    def _precedents(
        self,
        rows: Sequence[Row],
        cases: Sequence[Case],
        issues: Sequence[Issue],
        executors: Mapping[str, Executor],
    ) -> list[Precedent]:
        return [
            precedent_of(issue, case.reference, executors[row.organisation], row.opened)
            for row, case, issue in zip(rows, cases, issues, strict=True)
            if row.organisation
        ]


def _steps(row: Row, case: Case) -> list[StepTaken]:
    """What the file tells of the way: reported, and where it stands; of days of work it names the planned one."""
    last = LAST_STEPS[row.status]
    return [
        StepTaken(case=case, step="lodge", status=Status.REPORTED, at=case.lodged_at),
        StepTaken(
            case=case, step=last, status=row.status, at=_morning(case.closed_on or row.opened)
        ),
    ]


@cache
def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@cache
def _due(opened: date, term: str, source: str) -> date | None:
    start = ClockEntry(tick=Tick.START, on=opened, term=term, source=source)
    return due_of([start], national_calendar()).on
