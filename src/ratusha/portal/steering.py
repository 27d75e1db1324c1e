"""The home of digital development: six numbers, a map, the rooms, and what waits for a decision."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import User
from ratusha.conversion import public as conversion
from ratusha.indicators import public as indicators
from ratusha.kernel.texts import Said
from ratusha.measures import public as measures
from ratusha.obligations import public as obligations
from ratusha.plans import public as plans
from ratusha.self_assessment import public as self_assessment
from ratusha.systems import public as systems
from ratusha.ui import charts
from ratusha.ui.addresses import address_of
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

Part = Callable[[User, UUID | None, date], bool]
ON_THE_MAP = "in-term"  # unless the reader chooses another


@dataclass(frozen=True)
class Room:
    """One room of steering; `part` says who works in it, and for whom else it is not there."""

    title: Promise
    note: Promise
    address: str
    part: Part | None = None


ROOMS = [
    Room(
        _("Live indicators"),
        _("What is counted every night, each value down to its rows"),
        "indicators:indicators",
    ),
    Room(
        _("Collections of figures"),
        _("Answer, verify and publish what no register knows"),
        "indicators:collections",
        indicators.may_work,
    ),
    Room(
        _("Indices of digital development"),
        _("Published levels with ranks, ranges and methods"),
        "steering:indices",
    ),
    Room(
        _("Programmes of digital development"),
        _("Money, time and confidence at every level, each number down to its rows"),
        "programmes:state",
    ),
    Room(
        _("Measures of digital development"),
        _("What is being built, and where each measure is"),
        "measures:showcase",
    ),
    Room(
        _("What the state owes itself"),
        _("Plans, reports and other duties: by which act, whose, until which day"),
        "obligations:rules",
    ),
    Room(
        _("Calendar of duties"),
        _("What is due when, who is late, and what your body owes"),
        "obligations:calendar",
        obligations.has_part,
    ),
    Room(
        _("Procedures become electronic"),
        _("The way to the goal of 2030, and what comes next"),
        "conversion:home",
    ),
    Room(
        _("Cards of reengineering"),
        _("Draw the way as it is and as it is to be, agree"),
        "conversion:cards",
        conversion.has_part,
    ),
    Room(
        _("How people rate organisations"),
        _("A mean with its interval, by those whose case was finished"),
        "ratings:organisations",
    ),
    Room(
        _("UN self-assessment"),
        _("The questionnaire of the UN, answered with evidence"),
        "self_assessment:home",
    ),
    Room(
        _("Plans and reports"),
        _("What bodies will reach and have reached, signed by two and judged by the ministry"),
        "plans:plans",
        plans.has_part,
    ),
    Room(
        _("Measures at your desk"),
        _("Propose, examine, decide and carry out"),
        "measures:measures",
        measures.may_look_around,
    ),
    Room(
        _("Self-assessment at your desk"),
        _("Answer sections, take what the platform offers, hand in"),
        "self_assessment:work",
        self_assessment.takes_part,
    ),
    Room(
        _("Register of systems"),
        _("Which systems the state has, what they hold, who depends on whom"),
        "systems:register",
    ),
    Room(
        _("Software of the state"),
        _("Where it comes from, until when it is supported, what is replaced when"),
        "systems:software",
    ),
    Room(
        _("Offices of digitalisation"),
        _("Who carries digital development in spheres, regions and bodies"),
        "systems:offices",
    ),
    Room(
        _("Your work with the register of systems"),
        _("Write cards, agree, accept, take in what systems consist of"),
        "systems:desk",
        systems.has_part,
    ),
]


@dataclass(frozen=True)
class Number:
    name: Said
    value: str
    spark: str
    standing: indicators.Standing
    on: date | None
    coverage: str
    covers: str  # where the coverage opens
    address: str


def may_work(user: User, body_id: UUID | None, on: date) -> bool:
    """Whether anything of digital development is work of this person at the body they act for."""
    return any(room.part(user, body_id, on) for room in ROOMS if room.part)


@login_not_required
@require_safe
@public_page
def steering(request: HttpRequest) -> HttpResponse:
    codes = indicators.on_the_home_page()
    values, series = indicators.newest(codes), indicators.history(codes)
    numbers = [_number(code, values.get(code), series[code]) for code in codes]
    chosen, choices = _chosen(request), _choices()
    snapshot, regions = indicators.by_region(chosen)
    context = {
        "numbers": numbers,
        "rooms": _rooms(request),
        "chosen": chosen,
        "choices": choices,
        "mapped": snapshot,
        "tiles": indicators.tiles(snapshot, regions) if snapshot and regions else [],
        "coverage": indicators.said_coverage(snapshot) if snapshot else "",
        "covers": _covers(snapshot),
        "waiting": _waiting(request),
        "below": [one for one in numbers if one.standing == indicators.Standing.POOR],
    }
    return page(request, "portal/steering.html", context)


def _number(
    code: str, value: indicators.Snapshot | None, series: list[indicators.Snapshot]
) -> Number:
    passport = indicators.passport(code)
    assert passport is not None, f"no indicator {code}"  # noqa: S101 - our own data
    return Number(
        name=passport.said(),
        value=indicators.said_value(value.value if value else None, passport.unit),
        spark=charts.spark([one.value for one in series]),
        standing=passport.standing(value.value if value else None),
        on=value.on if value else None,
        coverage=indicators.said_coverage(value) if value else "",
        covers=_covers(value),
        address=address_of("indicators:indicator", code),
    )


def _covers(value: indicators.Snapshot | None) -> str:
    return (
        address_of("indicators:number", value.code, value.on.isoformat(), "coverage")
        if value
        else ""
    )


def _choices() -> list[tuple[str, Said]]:
    """What can be seen by region: what is counted by bodies."""
    counted_by_body = ("in-term", "median-days", "satisfaction", "online", "refused")
    found = [indicators.passport(code) for code in counted_by_body]
    return [(one.code, one.said()) for one in found if one]


def _chosen(request: HttpRequest) -> str:
    asked = request.GET.get("map", "")
    return asked if asked in {code for code, _name in _choices()} else ON_THE_MAP


def _rooms(request: HttpRequest) -> list[tuple[str, str, str]]:
    user, body = request.user, getattr(request, "acting_body_id", None)
    today = timezone.localdate()
    return [
        (str(room.title), str(room.note), address_of(room.address))
        for room in ROOMS
        if room.part is None or (isinstance(user, User) and room.part(user, body, today))
    ]


def _waiting(request: HttpRequest) -> list[indicators.Waiting]:
    """What waits for the person who reads, at the body they act for; for a stranger nothing does."""
    if not isinstance(request.user, User):
        return []
    body = getattr(request, "acting_body_id", None)
    return indicators.waiting_for(request.user, body, timezone.localdate())
