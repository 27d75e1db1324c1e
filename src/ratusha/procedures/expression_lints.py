"""Conditions and values of a definition: readable, and of what is answered by then. Pure: mistakes are yielded."""

from collections.abc import Iterator

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.marked import Steps

from .definition import Definition
from .expressions import answers_named, strangers
from .places import near, placed_expressions
from .shapes import Lint


def expression_mistakes(definition: Definition) -> Iterator[Lint]:
    fields = [f.code for f in definition.fields]
    before: set[str] = set()
    for steps, expression in placed_expressions(definition):
        if steps[:1] == ("form",):
            before = _answered_before(definition, steps)
        yield from _expression(steps, expression, fields, before)


def _expression(
    steps: Steps, expression: str, fields: list[str], before: set[str]
) -> Iterator[Lint]:
    try:
        names, functions = strangers(expression)
    except RuleBroken as broken:
        mend = "Conditions are CEL: answers.field == 'code', &&, ||, !, in, size(list), list.exists(x, …)."
        yield Lint(steps, "cel.wrong", broken.message, mend)
        return
    for name in names:
        mend = "A condition sees answers, facts, applicant and today; put texts in quotes."
        yield Lint(steps, "cel.unknown_name", f"{name} is not known here.", mend)
    for function in functions:
        mend = "Use size, contains, startsWith, matches, years_between, days_between, join."
        yield Lint(steps, "cel.unknown_function", f"There is no function {function}.", mend)
    for answer in answers_named(expression):
        if answer not in fields:
            message = f"The form has no field {answer}."
            yield Lint(steps, "cel.unknown_field", message, near(answer, fields))
        elif steps[:1] == ("form",) and answer not in before:
            message = f"{answer} is asked later than this condition is needed."
            yield Lint(
                steps,
                "cel.later_field",
                message,
                "Ask it on this page or before, or change the condition.",
            )


def _answered_before(definition: Definition, steps: Steps) -> set[str]:
    """Answers that exist when a condition of the form is looked at: earlier pages, and fields up to this one."""
    page = steps[1] if isinstance(steps[1], int) else 0
    earlier = {f.code for p in definition.form[:page] for f in p.fields}
    if len(steps) > 3 and isinstance(steps[3], int):  # noqa: PLR2004 - form, page, fields, field
        last = steps[3] + (1 if "check" in steps else 0)
        earlier |= {f.code for f in definition.form[page].fields[:last]}
    return earlier
