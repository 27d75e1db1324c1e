"""What is wrong with a passport: completeness, and rules P01 to P20. Pure: errors hold it back, warnings advise.

The rules stand by what they are about, in `about_*.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import about_choice, about_data, about_money, about_outcome, about_time
from .definition import Answers, Field, Form
from .names import persons_named
from .reading import rows, value
from .ruling import ERROR, Circumstances

RULES = [
    *about_money.RULES,
    *about_time.RULES,
    *about_outcome.RULES,
    *about_data.RULES,
    *about_choice.RULES,
]


@dataclass(frozen=True)
class Finding:
    """`rule` is P01 and so on, or empty for what is simply not filled in."""

    rule: str
    level: str
    block: str
    field: str
    message: str


def examine(answers: Answers, form: Form, beside: Circumstances) -> list[Finding]:
    """Everything that is wrong, block by block."""
    found = [*_missing(answers, form)]
    known = {block.code for block in form.blocks}
    for one in RULES:
        if one.block in known:
            found += [
                Finding(one.code, one.level, one.block, one.field, said)
                for said in one.check(answers, beside)
            ]
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
