"""What is wrong with a passport: completeness, and rules P01 to P20. Pure: errors hold it back, warnings advise.

The numbers of the rules and their limits are ours: no official text of them is stored, so they carry the sample mark.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.measures.routes import STATE_MONEY, Money
from ratusha.ui import formats

from .definition import Answers, Field, Form
from .graph import cycle_in
from .names import persons_named
from .reading import day, is_new, number, rows, text, value

ERROR, WARNING = "E", "W"
SUPPORT_YEARS = 3
LEAST_SHARE, MOST_SHARE = Decimal("0.08"), Decimal("0.30")
LAST_QUARTER = Decimal("0.40")
ONE_SUPPLIER = Decimal("0.60")
LONGEST_STAGE = 183  # days: six months
LONGEST_SENTENCE = 25  # words on average
OFFICIAL_HOSTING = ("republican_centre", "republican_platform")


@dataclass(frozen=True)
class Finding:
    """`rule` is P01 and so on, or empty for what is simply not filled in."""

    rule: str
    level: str
    block: str
    field: str
    message: str


@dataclass(frozen=True)
class Circumstances:
    """What a passport is judged beside: the day, the years of its programme, the version that came back.

    `sources` are those of the measure; where none are given, any will do.
    """

    today: date
    years: tuple[int, int] | None = None
    returned: Answers | None = None
    pilot: bool = False
    sources: tuple[str, ...] = ()


Rule = Callable[[Answers, Circumstances], Iterator[str]]
RULES: list[tuple[str, str, str, str, Rule]] = []


def rule(code: str, level: str, block: str, field: str) -> Callable[[Rule], Rule]:
    def enter(check: Rule) -> Rule:
        RULES.append((code, level, block, field, check))
        return check

    return enter


def examine(answers: Answers, form: Form, beside: Circumstances) -> list[Finding]:
    """Everything that is wrong, block by block."""
    found = [*_missing(answers, form)]
    known = {block.code for block in form.blocks}
    for code, level, block, field, check in RULES:
        if block in known:
            found += [Finding(code, level, block, field, said) for said in check(answers, beside)]
    found += [Finding("P18", ERROR, *named) for named in persons_named(answers, form)]
    order = [block.code for block in form.blocks]
    return sorted(found, key=lambda one: (order.index(one.block), one.level, one.rule))


def errors(findings: list[Finding]) -> list[Finding]:
    return [one for one in findings if one.level == ERROR]


def _missing(answers: Answers, form: Form) -> Iterator[Finding]:
    for block, field in form.fields():
        given = value(answers, block.code, field.code)
        if field.retired:
            continue
        if field.kind == "rows":
            for said in _missing_rows(rows(answers, block.code, field.code), field):
                yield Finding("", ERROR, block.code, field.code, said)
        elif field.required and _is_empty(given):
            said = _("Fill in “%(label)s”") % {"label": field.said()}
            yield Finding("", ERROR, block.code, field.code, said)


def _missing_rows(given: list[dict[str, object]], field: Field) -> Iterator[str]:
    if len(given) < field.least:
        said = {"label": field.said(), "least": field.least, "given": len(given)}
        yield _("“%(label)s”: at least %(least)s rows are needed, there are %(given)s.") % said
    for place, row in enumerate(given, 1):
        for column in field.columns:
            if column.required and _is_empty(row.get(column.code)):
                said = {"label": field.said(), "row": place, "column": column.said()}
                yield _("“%(label)s”, row %(row)s: fill in “%(column)s”.") % said


def _is_empty(given: object) -> bool:
    return given is None or given in ("", [])


# ---- money ----
def _lines(answers: Answers) -> list[dict[str, object]]:
    return rows(answers, "budget", "lines")


def _sum(lines: list[dict[str, object]], field: str = "amount") -> Decimal:
    return sum((number(one, field) or Decimal() for one in lines), Decimal())


@rule("P01", ERROR, "budget", "total")
def _total_is_the_sum(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    total = number(answers.get("budget", {}), "total")
    made = _sum(_lines(answers))
    if total is not None and total != made:
        said = {"total": f"{total:.2f}", "made": f"{made:.2f}"}
        yield (
            _(
                "P01: the lines make %(made)s, but the total says %(total)s. They must be equal to the kopeck."
            )
            % said
        )


@rule("P02", ERROR, "budget", "lines")
def _years_are_of_the_programme(answers: Answers, beside: Circumstances) -> Iterator[str]:
    if beside.years is None or value(answers, "budget", "carried_over") is True:
        return
    first, last = beside.years
    for line in _lines(answers):
        year = number(line, "year")
        if year is not None and not first <= year <= last:
            said = {"year": year, "first": first, "last": last}
            yield (
                _(
                    "P02: year %(year)s is outside the programme (%(first)s to %(last)s), and nothing carries over."
                )
                % said
            )


@rule("P02", ERROR, "budget", "lines")
def _money_is_of_the_sources_of_the_measure(
    answers: Answers, beside: Circumstances
) -> Iterator[str]:
    """Its route was chosen by them, and its contract can take money from no other (C04)."""
    taken = {str(one.get("source") or "") for one in _lines(answers)} - {""}
    for source in sorted(taken - set(beside.sources)) if beside.sources else ():
        said = {"source": _source(source), "own": ", ".join(_source(one) for one in beside.sources)}
        yield (
            _("P02: lines take money from “%(source)s”; the measure is paid for by: %(own)s.")
            % said
        )


def _source(code: str) -> str:
    return str(Money(code).label) if code in Money.values else code


@rule("P11", ERROR, "budget", "lines")
def _support_has_money(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    """Every calendar year that the first years of operation touch; without the day nothing can be counted."""
    works_from = day(answers.get("schedule", {}), "operation_on")
    if works_from is None:
        return
    paid = {
        number(one, "year")
        for one in _lines(answers)
        if one.get("nature") == "support" and number(one, "amount")
    }
    bare = [str(year) for year in _years_of_support(works_from) if Decimal(year) not in paid]
    if bare:
        said = {"day": formats.day(works_from), "years": SUPPORT_YEARS, "bare": ", ".join(bare)}
        yield (
            _(
                "P11: from %(day)s on support needs money for %(years)s years; there is none for %(bare)s."
            )
            % said
        )


def _years_of_support(works_from: date) -> range:
    begins_the_year = (works_from.month, works_from.day) == (1, 1)
    return range(works_from.year, works_from.year + SUPPORT_YEARS + (not begins_the_year))


@rule("P12", WARNING, "budget", "lines")
def _support_is_in_proportion(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    lines = _lines(answers)
    capital = _sum([one for one in lines if one.get("nature") == "capital"])
    support = [one for one in lines if one.get("nature") == "support"]
    years = len({one.get("year") for one in support})
    if capital and years:
        share = _sum(support) / years / capital
        if not LEAST_SHARE <= share <= MOST_SHARE:
            said = {"share": round(share * 100, 1)}
            yield (
                _(
                    "P12: a year of support costs %(share)s per cent of the creation; 8 to 30 is usual."
                )
                % said
            )


@rule("P13", WARNING, "budget", "lines")
def _money_is_not_for_the_last_quarter(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for year in sorted({str(one.get("year")) for one in _lines(answers)}):
        lines = [one for one in _lines(answers) if str(one.get("year")) == year]
        if _sum(lines) and _sum(lines, "last_quarter") / _sum(lines) > LAST_QUARTER:
            yield _(
                "P13: more than 40 per cent of the money of %(year)s falls on its last quarter."
            ) % {"year": year}


@rule("P15", WARNING, "budget", "lines")
def _suppliers_are_several(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    total = _sum(_lines(answers))
    for supplier in sorted(
        {str(one.get("supplier") or "").strip() for one in _lines(answers)} - {""}
    ):
        part = _sum(
            [one for one in _lines(answers) if str(one.get("supplier") or "").strip() == supplier]
        )
        if total and part / total > ONE_SUPPLIER:
            yield _("P15: “%(supplier)s” gets more than 60 per cent of the money.") % {
                "supplier": supplier
            }


# ---- time ----
@rule("P03", ERROR, "schedule", "stages")
def _stages_follow_each_other(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    stages = rows(answers, "schedule", "stages")
    after = {str(one.get("number")): _numbers(one.get("after")) for one in stages}
    unknown = sorted({name for names in after.values() for name in names} - after.keys())
    if unknown:
        yield _("P03: there are no stages %(numbers)s.") % {"numbers": ", ".join(unknown)}
    elif circle := cycle_in(after):
        yield _("P03: stages wait for each other in a circle: %(numbers)s.") % {
            "numbers": ", ".join(circle)
        }
    identity = answers.get("identity", {})
    first, last = day(identity, "starts_on"), day(identity, "ends_on")
    for one in stages:
        start, end = day(one, "starts_on"), day(one, "ends_on")
        outside = (first and start and start < first) or (last and end and end > last)
        if outside or (start and end and end < start):
            yield _(
                "P03: the days of stage %(number)s are outside the measure, or in the wrong order."
            ) % {"number": one.get("number")}


def _numbers(written: object) -> list[str]:
    return [one.strip() for one in str(written or "").split(",") if one.strip()]


@rule("P03", ERROR, "schedule", "stages")
def _durations_are_in_order(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "schedule", "stages"):
        three = [number(one, name) for name in ("shortest", "likeliest", "longest")]
        told = [made for made in three if made is not None]
        if told != sorted(told):
            yield _(
                "P03: of stage %(number)s the fewest days are to be at most the likeliest, and these at most the most."
            ) % {"number": one.get("number")}


@rule("P17", WARNING, "schedule", "stages")
def _stages_are_short(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "schedule", "stages"):
        start, end = day(one, "starts_on"), day(one, "ends_on")
        if start and end and (end - start).days > LONGEST_STAGE:
            yield _("P17: stage %(number)s is longer than six months; cut it into parts.") % {
                "number": one.get("number")
            }


@rule("Q05", ERROR, "budget", "lines")
def _a_pilot_takes_no_money_of_the_state(answers: Answers, beside: Circumstances) -> Iterator[str]:
    """As RUL-10 refuses the source of a pilot, so its budget has no line of the state."""
    if beside.pilot and any(one.get("source") in STATE_MONEY for one in _lines(answers)):
        yield _("Q05: a pilot is not paid for by the state: take its lines out of the budget.")


# ---- what is achieved ----
@rule("P04", ERROR, "indicators", "indicators")
def _baseline_is_known(answers: Answers, beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "indicators", "indicators"):
        measured = day(one, "baseline_on")
        if number(one, "baseline") is None or measured is None or measured > beside.today:
            yield _("P04: “%(name)s” needs a baseline, measured not later than today.") % {
                "name": one.get("name")
            }


@rule("P05", ERROR, "indicators", "indicators")
def _target_differs(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "indicators", "indicators"):
        if number(one, "target") is not None and number(one, "target") == number(one, "baseline"):
            yield _("P05: the target of “%(name)s” is the same as its baseline.") % {
                "name": one.get("name")
            }


@rule("P05", ERROR, "indicators", "targets")
def _every_year_has_its_target(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    """The way to the target, year by year; its last year brings what was promised."""
    years: dict[str, dict[Decimal, Decimal]] = {}
    named = {_name(one): one for one in rows(answers, "indicators", "indicators")}
    for one in rows(answers, "indicators", "targets"):
        of, year, wanted = _name(one, "indicator"), number(one, "year"), number(one, "value")
        if of and of not in named:
            yield _("P05: there is no indicator “%(name)s”.") % {"name": one.get("indicator")}
        if of and year is not None and wanted is not None:
            years.setdefault(of, {})[year] = wanted
    for of, one in named.items():
        told, target = years.get(of, {}), number(one, "target")
        if of and not told:
            yield _("P05: “%(name)s” has no target of a year.") % {"name": one.get("name")}
        elif told and target is not None and told[max(told)] != target:
            said = {"name": one.get("name"), "year": max(told), "value": told[max(told)]}
            yield (
                _(
                    "P05: the last year of “%(name)s”, %(year)s, brings %(value)s and not its target."
                )
                % said
            )


def _name(row: dict[str, object], field: str = "name") -> str:
    return str(row.get(field) or "").strip().lower()


@rule("P06", ERROR, "indicators", "indicators")
def _an_outcome_is_there(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not any(one.get("outcome") is True for one in rows(answers, "indicators", "indicators")):
        yield _("P06: at least one indicator must show an outcome for people.")


# ---- data, security, systems ----
@rule("P07", ERROR, "data", "objects")
def _used_data_have_a_master(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    linked = {
        text({"x": one}, "x", "object").lower()
        for one in rows(answers, "integrations", "integrations")
    }
    for one in rows(answers, "data", "objects"):
        name, master = str(one.get("name") or ""), str(one.get("master") or "")
        if one.get("use") == "used" and not master.strip():
            yield _("P07: “%(name)s” is used: name its master register, or write “new”.") % {
                "name": name
            }
        elif one.get("use") == "used" and not is_new(master) and name.strip().lower() not in linked:
            yield _("P07: there is no integration for “%(name)s”.") % {"name": name}


@rule("P07", ERROR, "integrations", "integrations")
def _planned_links_have_a_day(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "integrations", "integrations"):
        if one.get("state") == "planned" and day(one, "works_from") is None:
            yield _("P07: the link with “%(system)s” is planned: say from which day it works.") % {
                "system": one.get("system")
            }


@rule("P08", ERROR, "data", "abroad_ground")
def _what_goes_abroad_has_a_ground(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if value(answers, "data", "abroad") is True and not text(answers, "data", "abroad_ground"):
        yield _("P08: data are passed abroad: say to which country, to whom and on which ground.")


@rule("P08", ERROR, "security", "data_centre_agreed")
def _personal_data_are_assessed(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    personal = any(one.get("personal") is True for one in rows(answers, "data", "objects"))
    assessed = value(answers, "security", "data_assessment") is True
    if personal and not (assessed and text(answers, "security", "data_centre_agreed")):
        yield _(
            "P08: there are personal data: assess their processing and have the personal data centre agree."
        )


@rule("P09", ERROR, "architecture", "hosting")
def _hosting_fits_the_class(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    kind, hosting = (
        text(answers, "security", "system_class"),
        text(answers, "architecture", "hosting"),
    )
    if kind in {"personal", "restricted"} and hosting == "cloud":
        yield _("P09: a system of this class may not stand in another cloud.")
    elif (
        hosting
        and hosting not in OFFICIAL_HOSTING
        and not text(answers, "architecture", "hosting_why")
    ):
        yield _("P09: say why it is not in the republican centre or on its platform.")


@rule("P10", ERROR, "systems", "switched_off_on")
def _replaced_systems_end(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not text(answers, "systems", "replaced"):
        return
    migrates = any(one.get("migration") is True for one in rows(answers, "schedule", "stages"))
    if not text(answers, "systems", "switched_off_on") or not migrates:
        yield _(
            "P10: a replaced system needs a day when it is switched off, and a stage that moves its data."
        )


# ---- choice and words ----
@rule("P14", WARNING, "solution", "options")
def _open_source_was_considered(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not any(one.get("kind") == "open_source" for one in rows(answers, "solution", "options")):
        yield _("P14: no option with open source was considered.")


@rule("P16", ERROR, "solution", "options")
def _doing_nothing_has_numbers(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    nothing = [one for one in rows(answers, "solution", "options") if one.get("kind") == "nothing"]
    if not any(
        number(one, "cost") is not None and number(one, "effect") is not None for one in nothing
    ):
        yield _("P16: the option “do nothing” must be there, with its cost and effect.")


@rule("P19", WARNING, "goal", "goal")
def _goal_is_easy_to_read(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    goal = text(answers, "goal", "goal")
    sentences = [one for one in goal.replace("!", ".").replace("?", ".").split(".") if one.strip()]
    if sentences and len(goal.split()) / len(sentences) > LONGEST_SENTENCE:
        yield _("P19: the sentences of the goal are long; say it so that a passer-by understands.")


@rule("P20", ERROR, "identity", "name")
def _something_changed(answers: Answers, beside: Circumstances) -> Iterator[str]:
    if beside.returned is not None and beside.returned == answers:
        yield _("P20: nothing has changed since the passport was returned.")
