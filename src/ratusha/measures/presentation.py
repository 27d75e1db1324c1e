"""What pages show of a measure, in the reader's language. Reads only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, due_of, steps_open_to
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Due
from ratusha.parties.public import party_name
from ratusha.procedures.public import Source

from . import pilot_rules
from .benefits import Course, courses
from .contract_rules import StageState
from .incident_rules import LIVE
from .law import law, name_of
from .models import (
    Agreement,
    Baseline,
    BenefitReview,
    CheckProof,
    Contract,
    Incident,
    Measure,
    RolloutPlan,
    Stage,
    Suspension,
)
from .permissions import PILOT, is_initiator, may_examine, may_hand_over, may_manage
from .queries import points_of
from .rollout_rules import may_enter, may_plan
from .routes import Money, Route, route_of
from .rules import CHECKS, SIX, Status, Step, step_of_six
from .services.contract import AMENDABLE, UNDER_CHANGE

HAND_OVER = (StageState.PLANNED, StageState.REFUSED)
DANGER = (Step.TERMINATE, Step.EXCLUDE, Step.SKIP_EXPERTISE, Step.SKIP_COUNCIL, "stop")
BESIDE = {  # acts that are not steps of the statute
    "remark": lambda: _("Make a remark at a field"),
    "hand_over": lambda: _("Hand over a stage"),
    "accept_stage": lambda: _("Accept or refuse a stage"),
    "mend": lambda: _("Note that remarks are mended"),
    "amend": lambda: _("Amend the contract"),
    "terms": lambda: _("Write the terms of the contract"),
    "pay": lambda: _("Pay"),
    "meet": lambda: _("Show that a condition is met"),
    "measure": lambda: _("Enter measurements"),
    "diary": lambda: _("Write in the diary"),
    "incident": lambda: _("Report an incident"),
    "incident_done": lambda: _("Write what was done about an incident"),
    "prove": lambda: _("Prove checks by a paper"),
    "review": lambda: _("Review the benefits"),
    "suspend": lambda: _("Suspend, by an act"),
    "resume": lambda: _("Let it go on, by an act"),
    "transfer": lambda: _("Transfer to another programme, by an act"),
    "correct": lambda: _("Correct the published goal"),
    "plan_place": lambda: _("Plan a place of the roll-out"),
    "enter_covered": lambda: _("Enter what is covered"),
    "scale_up": lambda: _("Propose the measure that scales it"),
}


@dataclass(frozen=True)
class Stop:
    """One stop of the rail: `state` is done, now, or empty for what is to come."""

    title: str
    note: str
    state: str


@dataclass(frozen=True)
class Offer:
    step: str
    label: str
    kind: str


def rail(case: Case) -> list[Stop]:
    """The six steps of the seed; what is closed early stops where it was."""
    six = pilot_rules.SIX if case.kind == PILOT else SIX
    reached = step_of_six(case.status, six)
    stops = []
    for number, (name, _statuses) in enumerate(six, 1):
        title = _("%(number)s. %(name)s") % {"number": number, "name": name}
        if number == reached:
            stops.append(Stop(title, case.status_label, "now"))
        else:
            stops.append(
                Stop(title, "", "done" if number < reached and not _ended_early(case) else "")
            )
    if case.closed_on:
        stops.append(Stop(case.status_label, day_in_words(case.closed_on), "done"))
    return stops


def _ended_early(case: Case) -> bool:
    return case.status not in {Status.COMPLETED, pilot_rules.PilotStatus.SCALED} and bool(
        case.closed_on
    )


def due(case: Case) -> Due:
    return due_of(list(case.clock.all()), national_calendar())


def route_for(measure: Measure) -> Route:
    return route_of(measure.purpose, measure.sources)


def acts_of(route: Route) -> list[Source]:
    return [law().acts[code] for code in route.acts]


def facts_of(case: Case, measure: Measure) -> list[tuple[str, str]]:
    """What everybody may know of a measure."""
    language = get_language() or ""
    programme = law().programme(measure.programme)
    within = (
        f"{programme.said()}: {name_of(programme.subprogrammes, measure.subprogramme)}"
        if programme
        else ""
    )
    sources = ", ".join(str(Money(code).label) for code in measure.sources)
    examined = party_name(measure.examined_by, language) if measure.examined_by else ""
    told = [
        (_("Initiator"), party_name(case.applicant_id, language)),
        (_("What it is"), str(measure.get_purpose_display())),
        (_("Sphere"), name_of(law().spheres, measure.sphere)),
        (_("Source of money"), sources),
        (_("Programme"), within),
        (_("Examined by"), examined),
    ]
    return [(term, said) for term, said in told if said]


def offers(user: User, case: Case, measure: Measure, on: date) -> list[Offer]:
    """The steps this person may take now, the plain way first."""
    route = route_for(measure)
    hidden = {Step.ROUTE_OWN if route.examined else Step.ROUTE}
    has_contract = Contract.objects.filter(case=case).exists()
    hidden.add(Step.CHOOSE if has_contract else Step.GO_ON)
    if Suspension.objects.filter(case=case, ended_at=None).exists():
        names = ["resume"] if may_manage(user, case, on) else []
        names += of_diary(case) if is_initiator(user, case, on) else []
        return [Offer(name, BESIDE[name](), "primary") for name in names]
    steps = [step for step in steps_open_to(user, case, on) if step not in hidden]
    labels = {step: str(label) for step, label in _steps_of(case).choices}
    found = [Offer(step, labels[step], "danger" if step in DANGER else "primary") for step in steps]
    found = [*_beside(user, case, on, has_contract=has_contract), *found]
    return sorted(found, key=lambda one: one.kind == "danger")


def _beside(user: User, case: Case, on: date, *, has_contract: bool) -> list[Offer]:
    names: list[str] = []
    if case.status == Status.EXPERTISE and may_examine(user, case, on):
        names.append("remark")
    states = _states_of_stages(case)
    if states & set(HAND_OVER) and may_hand_over(user, case, on):
        names.append("hand_over")
    if is_initiator(user, case, on):
        names += _of_initiator(case, states, has_contract=has_contract)
    if not case.closed_on and may_manage(user, case, on):
        names += _of_manager(case)
    return [Offer(name, BESIDE[name](), "quiet") for name in names]


def _states_of_stages(case: Case) -> set[str]:
    """Of what can be handed over and accepted now."""
    if case.status != Status.IMPLEMENTATION:
        return set()
    return set(Stage.objects.filter(contract__case=case).values_list("state", flat=True))


def _of_initiator(case: Case, states: set[str], *, has_contract: bool) -> list[str]:
    paid_in = {Status.IMPLEMENTATION, Status.TRIAL, Status.COMMISSIONED, *UNDER_CHANGE}
    scaled = case.status == pilot_rules.PilotStatus.SCALED
    offered = {
        "meet": case.status == Status.CONDITIONS,
        "accept_stage": StageState.HANDED_OVER in states,
        "mend": StageState.WITH_REMARKS in states,
        "prove": case.status == Status.TRIAL,
        "review": case.status == Status.COMMISSIONED,
        "measure": case.status == pilot_rules.PilotStatus.RUNNING,
        "scale_up": scaled and not Measure.objects.filter(scales=case).exists(),
        "pay": has_contract and case.status in paid_in,
        "terms": has_contract and case.status in AMENDABLE,
        "amend": has_contract and case.status in AMENDABLE,
    }
    return (
        [name for name, open_now in offered.items() if open_now]
        + of_diary(case)
        + _of_rollout(case)
    )


def _of_rollout(case: Case) -> list[str]:
    purpose = Measure.objects.values_list("purpose", flat=True).get(pk=case.pk)
    names = ["plan_place"] if may_plan(purpose, case.status) else []
    planned = RolloutPlan.objects.filter(case=case).exists()
    return [*names, "enter_covered"] if planned and may_enter(purpose, case.status) else names


def of_diary(case: Case) -> list[str]:
    """A pilot that stands still has a diary too."""
    if case.kind != PILOT or case.status not in LIVE:
        return []
    has_incidents = Incident.objects.filter(case=case).exists()
    return ["diary", "incident", *(["incident_done"] if has_incidents else [])]


def _of_manager(case: Case) -> list[str]:
    in_programme = Measure.objects.filter(pk=case.pk).exclude(programme="").exists()
    offered = {
        "transfer": in_programme,
        "correct": case.status not in {Status.DRAFT, Status.CLASSIFIED},
        "suspend": True,
    }
    return [name for name, open_now in offered.items() if open_now]


def benefits_of(case: Case) -> list[Course]:
    """Each promised indicator through the reviews written so far."""
    written = {one.months: one.figures for one in BenefitReview.objects.filter(case=case)}
    return courses(written, law().duties.reviews) if written else []


def proofs_of(case: Case) -> list[tuple[str, str, CheckProof | None]]:
    """Each check with the paper that proves it; none before trial operation."""
    found = {one.code: one for one in CheckProof.objects.filter(case=case)}
    if not found and case.status != Status.TRIAL:
        return []
    return [(code, str(name), found.get(code)) for code, name in CHECKS]


@dataclass(frozen=True)
class Kept:
    """A baseline beside the first one and the one before: by how much, in money and in days."""

    number: int
    act: str
    total: Decimal | None
    ends_on: date | None
    against: tuple[tuple[Decimal | None, int | None], tuple[Decimal | None, int | None]] | None


def baselines_of(case: Case) -> list[Kept]:
    rows = list(Baseline.objects.filter(case=case))
    return [
        Kept(
            one.number, one.act, one.total, one.ends_on,
            (_apart(one, rows[0]), _apart(one, rows[place - 1])) if place else None,
        )
        for place, one in enumerate(rows)
    ]  # fmt: skip


def _apart(one: Baseline, other: Baseline) -> tuple[Decimal | None, int | None]:
    money = one.total - other.total if one.total is not None and other.total is not None else None
    days = (one.ends_on - other.ends_on).days if one.ends_on and other.ends_on else None
    return money, days


@dataclass(frozen=True)
class Place:
    """Where a pilot was measured: on which side, how often, the mean before and after it began."""

    name: str
    with_pilot: bool
    count: int
    before: Decimal | None
    after: Decimal | None


def measured(case: Case) -> list[Place]:
    points = points_of(case)
    agreement = Agreement.objects.filter(pk=case.pk).first()
    if not points or agreement is None:
        return []
    found = []
    for name, with_pilot in sorted(
        {(one.place, one.with_pilot) for one in points}, key=lambda p: (not p[1], p[0])
    ):
        here = [one for one in points if one.place == name]
        sides = [
            [one.value for one in here if (one.on < agreement.starts_on) == before]
            for before in (True, False)
        ]
        found.append(Place(name, with_pilot, len(here), *(_mean(side) for side in sides)))
    return found


def _mean(values: list[float]) -> Decimal | None:
    return Decimal(str(round(fmean(values), 2))) if values else None


def _steps_of(case: Case) -> type[Step] | type[pilot_rules.PilotStep]:
    return pilot_rules.PilotStep if case.kind == PILOT else Step


def label_of(case: Case, step: str) -> str:
    return BESIDE[step]() if step in BESIDE else str(_steps_of(case)(step).label)
