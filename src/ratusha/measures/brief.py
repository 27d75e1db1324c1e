"""What a member of the Council reads of an item before the vote, on one page. Reads only.

All of it is of the version of the passport that was locked with the agenda; nothing is told here that stands nowhere
else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.texts import in_my_language
from ratusha.parties.public import party_name
from ratusha.territory.public import OnTile, Tile, region_tiles, regions
from ratusha.ui import formats

from .aids.advice import Level
from .law import law, name_of
from .models import AgendaItem, AutoReport, Measure, Opinion, PassportVersion, Profile
from .passport.changes import in_words, said
from .passport.definition import form
from .passport.reading import number, rows, value
from .queries import form_of, last_version
from .services.room import in_conflict

COMPARED = 3
MOST_ADVICE = 6
FULL = 5  # the shade of a region that is meant
ESSENTIALS = (  # blocks and fields, in the order in which one asks
    ("goal", "problem"), ("goal", "goal"), ("goal", "indicators"), ("identity", "action"),
    ("identity", "tasks"), ("identity", "starts_on"), ("identity", "ends_on"), ("schedule", "operation_on"),
    ("budget", "total"), ("effects", "saved"), ("effects", "net_value"), ("effects", "payback"),
    ("solution", "why"), ("architecture", "hosting"), ("security", "system_class"),
)  # fmt: skip
Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Essential:
    block: str
    term: str
    words: str


@dataclass(frozen=True)
class Compared:
    case: Case
    title: str
    total: Decimal | None
    version: PassportVersion | None  # of its passport, where the total is written


@dataclass(frozen=True)
class Returned:
    version: int
    at: datetime
    ground: str
    text: str


@dataclass(frozen=True)
class Brief:
    item: AgendaItem
    initiator: str
    essentials: list[Essential]
    promised: list[str]
    money: list[str]
    opinion: Opinion | None
    report: AutoReport | None
    advice: list[str]
    more: int  # findings beside those told
    unknown: int
    compared: list[Compared]
    places: list[str]
    tiles: list[Tile]
    conflicts: list[str]
    returned: list[Returned]
    before: list[AgendaItem]

    def untold(self) -> list[str]:
        """What the checks found that is not told here, and how many of them could find nothing."""
        told = (
            [_("Findings not shown here: %(number)s") % {"number": self.more}] if self.more else []
        )
        if self.unknown:
            told.append(
                _("Checks that could not be computed: %(number)s") % {"number": self.unknown}
            )
        return told


def brief_of(item: AgendaItem) -> Brief:
    answers = item.version.answers
    report = AutoReport.objects.filter(version=item.version).first()
    told = [one for one in report.advice if one[1] == Level.LOOK] if report else []
    codes = value(answers, "identity", "places") or []
    return Brief(
        item=item,
        initiator=party_name(item.case.applicant_id, get_language() or ""),
        essentials=list(_essentials(item)),
        promised=[_promised(one) for one in rows(answers, "indicators", "indicators")],
        money=_money(answers),
        opinion=Opinion.objects.filter(version=item.version).first(),
        report=report,
        advice=[f"{code}: {message}" for code, _level, _block, message in told][:MOST_ADVICE],
        more=max(0, len(told) - MOST_ADVICE),
        unknown=sum(one[1] == Level.UNKNOWN for one in report.advice) if report else 0,
        compared=_compared(item),
        places=[in_my_language(one.name).text for one in regions() if one.codes.iso in codes],
        tiles=_tiles(codes),
        conflicts=_conflicts(item),
        returned=_returned(item),
        before=list(
            AgendaItem.objects.filter(case=item.case)
            .exclude(pk=item.pk)
            .exclude(decided_at=None)
            .select_related("session")
            .order_by("decided_at")
        ),
    )


def _essentials(item: AgendaItem) -> Iterator[Essential]:
    asked = form_of(item.case)
    for code, name in ESSENTIALS:
        block = asked.block(code)
        if block is None:
            continue  # a pilot has fewer
        field = block.field(name)
        words = said(item.version.answers, code, field)
        if words:
            yield Essential(code, field.said(), words)


def _promised(row: dict[str, Any]) -> str:
    told = {name: formats.number(number(row, name) or Decimal()) for name in ("baseline", "target")}
    return f"{row.get('name')}, {row.get('unit')}: {told['baseline']} → {told['target']}"


def _money(answers: dict[str, Any]) -> list[str]:
    """By year and source, as the lines of the budget make it."""
    block = form().block("budget")
    assert block is not None  # noqa: S101 - the form has it
    source = next(one for one in block.field("lines").columns if one.code == "source")
    sums: dict[tuple[str, str], Decimal] = {}
    for one in rows(answers, "budget", "lines"):
        place = (str(one.get("year") or ""), in_words(one.get("source"), source))
        sums[place] = sums.get(place, Decimal()) + (number(one, "amount") or Decimal())
    return [f"{year}, {of}: {formats.money(sum_)}" for (year, of), sum_ in sorted(sums.items())]


def _compared(item: AgendaItem) -> list[Compared]:
    """Of the same sphere and kind of work, the nearest in price first; without a price, the newest."""
    own = Measure.objects.get(pk=item.case_id)
    action = str(value(item.version.answers, "identity", "action") or "")
    total = number(item.version.answers.get("budget", {}), "total")
    beside = Profile.objects.filter(sphere=own.sphere, action=action).exclude(case=None)
    found = list(beside.exclude(case=item.case_id).select_related("case"))
    found.sort(key=lambda one: (_far(one.total, total), one.key))
    return [
        Compared(one.case, one.name, one.total, last_version(one.case))
        for one in found[:COMPARED]
        if one.case
    ]


def _far(one: Decimal | None, other: Decimal | None) -> tuple[bool, Decimal]:
    known = one is not None and other is not None
    return not known, abs(one - other) if one is not None and other is not None else Decimal()


def _tiles(codes: list[str]) -> list[Tile]:
    meant = {one.codes.territory for one in regions() if one.codes.iso in codes}

    def told(region: str) -> OnTile:
        here = any(region.startswith(code) for code in meant)
        return OnTile("✓" if here else "", FULL if here else 0)

    return region_tiles(told)


def _conflicts(item: AgendaItem) -> list[str]:
    language = get_language() or ""
    seats = item.session.seats.select_related("member")
    return [
        f"{one.member.display_name}, {party_name(one.organisation_id, language)}"
        for one in in_conflict(seats, item)
    ]


def _returned(item: AgendaItem) -> list[Returned]:
    found = Opinion.objects.filter(
        version__case=item.case, result=Opinion.Result.RETURNED
    ).select_related("version")
    return [
        Returned(one.version.number, one.at, name_of(list(law().grounds), one.ground), one.text)
        for one in found.order_by("at")
    ]


def groups_of(brief: Brief) -> list[tuple[str, Rows]]:
    """The same for paper."""
    opinion = brief.opinion
    expertise: Rows = [
        (str(opinion.get_result_display()), opinion.text)
        if opinion
        else (_("no opinion of the experts"), brief.item.order),
        *((_("Look at it"), one) for one in brief.advice),
        *(("", one) for one in brief.untold()),
    ]
    history: Rows = [
        (
            _("Version %(number)s was returned") % {"number": one.version},
            f"{one.ground}. {one.text}",
        )
        for one in brief.returned
    ]
    history += [
        (
            _("Session No. %(number)s") % {"number": one.session.number},
            str(one.get_decision_display()),
        )
        for one in brief.before
    ]
    return [
        (_("What is proposed"), [(str(brief.item.get_proposal_display()), brief.initiator)]),
        (_("From the passport"), [(one.term, one.words) for one in brief.essentials]),
        (_("What it promises"), [("", one) for one in brief.promised]),
        (_("Money by year and source"), [("", one) for one in brief.money]),
        (_("Where"), [(_("Regions"), ", ".join(brief.places) or _("no data"))]),
        (_("Expertise"), expertise),
        (
            _("Measures to compare with"),
            [
                (
                    f"{one.title} ({one.case.reference})",
                    formats.money(one.total) if one.total is not None else _("no data"),
                )
                for one in brief.compared
            ]
            or [(_("no data"), "")],
        ),
        (
            _("Conflicts of interest"),
            [("", one) for one in brief.conflicts] or [(_("none is known"), "")],
        ),
        (_("What came before"), history or [(_("Nothing was returned or decided."), "")]),
        (
            _("Conditions proposed"),
            [(one.text, formats.day(one.due_on)) for one in brief.item.conditions.all()]
            or [(_("No conditions are proposed."), "")],
        ),
    ]
