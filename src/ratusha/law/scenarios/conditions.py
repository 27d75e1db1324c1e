"""The smallest answers that make conditions hold or fail.

A condition of a definition compares a few answers and facts with values that it names itself; so the values worth
trying are few, and they are tried in order. Pure: no database, no clock.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

from dateutil.relativedelta import relativedelta

from ratusha.applications.public import Filled
from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.public import Definition, Field, answers_named

from .samples import Invented

MOST_TRIED = 3_000  # assignments for one condition: what needs more is told as not reached
_STRING = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_NUMBER = re.compile(r"(?<![\w.'])\d+(?:\.\d+)?")
_FACT = re.compile(r"facts\[\s*['\"]([^'\"]+)['\"]\s*\]((?:\.[A-Za-z_]\w*)*)(\()?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ABSENT = object()


@dataclass(frozen=True)
class Goal:
    """A condition, and whether it shall hold."""

    condition: str
    holds: bool = True


def variables(promise: Definition, goals: Iterable[Goal]) -> list[str]:
    """Answers that decide the goals, with those that decide whether they are asked at all."""
    home = {f.code: (page.when, f.when) for page in promise.form for f in page.fields}
    waiting = [name for goal in goals for name in answers_named(goal.condition)]
    found: list[str] = []
    while waiting:
        name = waiting.pop(0)
        if name in found or name not in home:
            continue
        found.append(name)
        waiting += [other for condition in home[name] for other in answers_named(condition)]
    return found


def conditions_of(promise: Definition, names: Iterable[str], goals: Iterable[Goal]) -> list[str]:
    """Every expression that has a say: the goals and the conditions under which the questions are asked."""
    said = [goal.condition for goal in goals]
    wanted = set(names)
    for page in promise.form:
        for asked in page.fields:
            if asked.code in wanted:
                said += [page.when, asked.when, *(check.rule for check in asked.check)]
    return [text for text in dict.fromkeys(said) if text]


def strings_in(text: str) -> list[str]:
    return list(dict.fromkeys(a or b for a, b in _STRING.findall(text)))


def numbers_in(text: str) -> list[str]:
    return list(dict.fromkeys(_NUMBER.findall(_STRING.sub("''", text))))


def candidates(field: Field, filled: Filled, text: str, invented: Invented) -> list[Any]:
    """Values worth trying for one question, the plainest first."""
    plain = invented.answer(field, filled)
    numbers = [float(n) for n in numbers_in(text)]
    match field.kind:
        case "choice" | "person" if field.choices or field.choices_from:
            return [code for code, _label in filled.choices(field, "")] or [plain]
        case "choices":
            codes = [code for code, _label in filled.choices(field, "")]
            return [*([code] for code in codes), codes, []]
        case "yes_no":
            return [True, False]
        case "number" | "money":
            near = sorted({n + step for n in numbers for step in (-1, 0, 1)})
            return [plain, *(_figure(n) for n in near if _within(n, field))]
        case "date":
            return [plain, *_days(filled.today, [int(n) for n in numbers], strings_in(text))]
        case "text" | "long_text":
            sized = [plain[:1] * int(n + step) for n in numbers for step in (0, 1) if n < 500]  # noqa: PLR2004
            return [plain, *strings_in(text), *(s for s in sized if s)]
        case _:
            return [plain]


def _figure(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _within(number: float, field: Field) -> bool:
    low = isinstance(field.min, int) and number < field.min
    high = isinstance(field.max, int) and number > field.max
    return not (low or high)


def _days(today: date, numbers: Iterable[int], named: Iterable[str]) -> list[str]:
    steps = [timedelta(days=n + off) * way for n in numbers for off in (0, 1) for way in (1, -1)]
    steps += [timedelta(days=n) for n in (1, -1, 30, -30)]
    years = [relativedelta(years=n * way) for n in numbers if n < 120 for way in (1, -1)]  # noqa: PLR2004
    found = [today + step for step in steps] + [
        today + year + timedelta(days=off) for year in years for off in (-1, 0, 1)
    ]
    days = [day for text in named if (day := _named_day(text))]
    literal = [(day + timedelta(days=off)).isoformat() for day in days for off in (0, -1, 1)]
    return list(dict.fromkeys([*literal, *(day.isoformat() for day in found)]))


def _named_day(text: str) -> date | None:
    """None for what only looks like a day."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def fact_paths(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Places in the registers that an expression reads: the service and the steps inside its facts."""
    found = []
    for service, dotted, called in _FACT.findall(text):
        steps = tuple(step for step in dotted.split(".") if step)
        found.append((service, steps[:-1] if called else steps))
    return [one for one in dict.fromkeys(found) if one[1]]


def fact_candidates(known: Any, text: str, today: date) -> list[Any]:
    """What the register may say instead: nothing, none, the other of two, a value that the rule names."""
    match known:
        case str() if _DAY.fullmatch(known):
            return [known, *_days(today, [int(float(n)) for n in numbers_in(text)], ()), ABSENT]
        case bool():
            return [known, not known, ABSENT]
        case list():
            return [known, [], ABSENT]
        case int() | float():
            near = {int(float(n)) + step for n in numbers_in(text) for step in (-1, 0, 1)}
            return [known, *sorted(n for n in near if n >= 0), ABSENT]
        case _:
            return [known, *strings_in(text), *numbers_in(text), ABSENT]


def placed(
    facts: Mapping[str, Any], service: str, steps: tuple[str, ...], value: Any
) -> dict[str, Any]:
    """The facts with one of them told differently."""
    told = dict(facts)
    entry = dict(told.get(service) or {"facts": {}})
    entry["facts"] = _put(entry.get("facts") or {}, steps, value)
    told[service] = entry
    return told


def _put(where: Any, steps: tuple[str, ...], value: Any) -> Any:
    changed = dict(where) if isinstance(where, dict) else {}
    if len(steps) > 1:
        changed[steps[0]] = _put(changed.get(steps[0]), steps[1:], value)
    elif value is ABSENT:
        changed.pop(steps[0], None)
    else:
        changed[steps[0]] = value
    return changed


def solve(filled: Filled, goals: Iterable[Goal], invented: Invented) -> Filled | None:
    """`filled` with the first answers and facts under which every goal is met; None when none was found."""
    goals = list(goals)
    names = variables(filled.promise, goals)
    said = conditions_of(filled.promise, names, goals)
    text = " ".join(said)
    for told in _tellings(filled, " ".join(goal.condition for goal in goals)):
        fields = {f.code: f for f in filled.promise.fields}
        values = [candidates(fields[name], told, text, invented) for name in names]
        for chosen in islice(product(*values), MOST_TRIED):
            tried = told.with_answers(dict(zip(names, chosen, strict=True)))
            if _all_met(tried, goals, names):
                return tried
    return None


def _tellings(filled: Filled, text: str) -> Iterator[Filled]:
    """The facts as invented, then each of those the goals read told otherwise."""
    yield filled
    for service, steps in fact_paths(text):
        known: Any = filled.facts.get(service, {}).get("facts")
        for step in steps:
            known = known.get(step) if isinstance(known, dict) else None
        for value in fact_candidates(known, text, filled.today)[1:]:
            yield Filled(
                filled.promise,
                filled.answers,
                placed(filled.facts, service, steps, value),
                filled.applicant,
                filled.today,
            )


def _all_met(tried: Filled, goals: Iterable[Goal], names: Iterable[str]) -> bool:
    """A question that is not asked has no answer: the goals are looked at without it."""
    try:
        asked = {f.code for page in tried.pages() for f in tried.fields(page)}
        seen = Filled(
            tried.promise,
            {k: v for k, v in tried.answers.items() if k in asked or k not in names},
            tried.facts,
            tried.applicant,
            tried.today,
        )
        return all(seen.holds(goal.condition) == goal.holds for goal in goals)
    except RuleBroken:
        return False


def complete(filled: Filled, invented: Invented) -> Filled:
    """Every other question that is asked gets the plainest answer that passes its checks."""
    for _round in range(3):  # an answer may open questions before it
        for page in filled.pages():
            for field in filled.fields(page):
                if filled.answers.get(field.code) in (None, "") and not filled.is_shown_not_asked(
                    field
                ):
                    filled = _answered(filled, field, invented)
    return filled


def _answered(filled: Filled, field: Field, invented: Invented) -> Filled:
    text = " ".join(check.rule for check in field.check)
    values = candidates(field, filled, text, invented)
    for value in values:
        tried = filled.with_answers({field.code: value})
        if all(_holds(tried, check.rule) for check in field.check):
            return tried
    return filled.with_answers({field.code: values[0]}) if values else filled


def _holds(filled: Filled, rule: str) -> bool:
    try:
        return filled.holds(rule)
    except RuleBroken:
        return False
