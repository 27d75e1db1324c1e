"""Past cases lived once more under a new edition: whose term, fee, papers, body or acceptance would be another.

Answers and facts are taken as they were kept. Nothing is written, and the report names no case that is closed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.applications.public import KIND, Application, Filled
from ratusha.cases.public import Case, Tick
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import in_language
from ratusha.law.clock.recompute import Line, due_by
from ratusha.parties.public import describe_party
from ratusha.procedures.public import Definition, Edition, fee_of

PAST_CASES = 10_000
SHOWN = 100
AT_ONCE = 500


class Kind(TextChoices):
    TERM = "term", gettext_lazy("Term")
    FEE = "fee", gettext_lazy("Fee")
    DOCUMENTS = "documents", gettext_lazy("Documents to bring")
    BODY = "body", gettext_lazy("Responsible body")
    ACCEPTANCE = "acceptance", gettext_lazy("Can be lodged")


@dataclass(frozen=True)
class Changed:
    """One thing that would be another for one case. A closed case is only a number in the report."""

    case: str
    kind: Kind
    before: str
    after: str


@dataclass
class Impact:
    """`replayed` cases were lived once more; `affected` of them have something changed."""

    replayed: int = 0
    affected: int = 0
    running: int = 0
    running_affected: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Kind.values, 0))
    rows: list[Changed] = field(default_factory=list)

    def add(self, case: Case, changed: list[Changed]) -> None:
        self.replayed += 1
        self.running += case.closed_on is None
        if changed:
            self.affected += 1
            self.running_affected += case.closed_on is None
            for one in changed:
                self.counts[one.kind] += 1
            self.rows = [*self.rows, *changed][:SHOWN]

    def to_json(self) -> dict[str, Any]:
        rows = [
            {"case": r.case, "kind": r.kind.value, "before": r.before, "after": r.after}
            for r in self.rows
        ]
        return {
            "replayed": self.replayed,
            "affected": self.affected,
            "running": self.running,
            "running_affected": self.running_affected,
            "counts": self.counts,
            "rows": rows,
        }


def replay(after: Definition, *, cases: int = PAST_CASES) -> Impact:
    """The newest cases of the procedure, each under the edition it was lodged under and under this one."""
    impact = Impact()
    editions = {edition.pk: edition for edition in Edition.objects.filter(procedure=after.code)}
    newest = Case.objects.filter(kind=KIND, subject_code=after.code).order_by("-lodged_at")[:cases]
    for part in _parts(list(newest.prefetch_related("clock"))):
        held = Application.objects.in_bulk([case.pk for case in part])
        for case in part:
            if application := held.get(case.pk):
                before = editions[application.edition_id].promise
                number = impact.replayed + 1
                impact.add(case, list(compare(case, application, before, after, number)))
    return impact


def _parts(cases: list[Case]) -> Iterator[list[Case]]:
    for start in range(0, len(cases), AT_ONCE):
        yield cases[start : start + AT_ONCE]


def compare(
    case: Case, application: Application, before: Definition, after: Definition, number: int
) -> Iterator[Changed]:
    """A running case is named, so that it can be found; a closed one is a number and a month."""
    month = f"{case.lodged_on:%Y-%m}"
    name = case.reference if case.closed_on is None else f"{number} ({month})"
    old, new = (_filled(case, application, promise) for promise in (before, after))
    for kind, was, is_ in (
        (Kind.TERM, _due(case, before, old), _due(case, after, new)),
        (Kind.FEE, _fee(old), _fee(new)),
        (Kind.DOCUMENTS, _papers(old), _papers(new)),
        (Kind.BODY, _body(before), _body(after)),
        (Kind.ACCEPTANCE, _acceptance(old), _acceptance(new)),
    ):
        if was != is_:
            yield Changed(name, kind, was, is_)


def _filled(case: Case, application: Application, promise: Definition) -> Filled:
    return Filled(
        promise,
        application.answers,
        application.facts,
        describe_party(case.applicant_id),
        case.lodged_on,
    )


def _due(case: Case, promise: Definition, filled: Filled) -> str:
    """The ledger as it was, with the terms of this edition in the places of the terms."""
    if promise.term is None:
        return ""
    asked = any(_holds(filled, request.when) for request in promise.requests)
    lines = [Line(Tick.START, case.lodged_on, promise.term.base, "")]
    if asked and promise.term.if_requested:
        lines.append(
            Line(Tick.EXTEND, case.lodged_on, promise.term.if_requested, "request_to_body")
        )
    stops = [entry for entry in case.clock.all() if entry.tick in {Tick.STOP, Tick.RESUME}]
    lines += [Line(entry.tick, entry.on, "", entry.reason) for entry in stops]
    return _said_day(due_by(tuple(lines)))


def _said_day(day: date | None) -> str:
    return day_in_words(day) if day else _("the clock stands")


def _fee(filled: Filled) -> str:
    """The sum on the day of lodging, where the tariffs are known; else what is known of them."""
    rule = filled.promise.fee
    if rule is None:
        return ""
    try:
        fee = fee_of(filled.promise, filled.context, filled.today)
    except RuleBroken as error:
        return error.message
    return fee.total.text() if fee.known else rule.kind


def _papers(filled: Filled) -> str:
    """What the applicant is to bring."""
    wanted = [
        in_language(document.title, "").text
        for document in filled.promise.documents
        if document.from_ == "applicant" and not document.service and _holds(filled, document.when)
    ]
    return "; ".join(sorted(wanted))


def _body(promise: Definition) -> str:
    rule = promise.body
    return f"{rule.named or rule.kind}, {rule.by}" if rule else ""


def _acceptance(filled: Filled) -> str:
    """Whether the application as it was could be lodged; else the first question that stands in the way."""
    try:
        problems = filled.problems()
    except RuleBroken as error:
        return error.message
    if not problems:
        return _("can be lodged")
    labels = {f.code: in_language(f.label, "").text for f in filled.promise.fields}
    return f"{labels.get(problems[0].field, problems[0].field)}: {problems[0].message}"


def _holds(filled: Filled, condition: str) -> bool:
    try:
        return filled.holds(condition)
    except RuleBroken:
        return False
