"""Conditions and values of definition files: the Common Expression Language, never Python.

A broken expression is a mistake of the pack, found by `pack check`; if one slips through, a person sees an
explained refusal and never a traceback.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

import cel
import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

LONGEST = 2000  # the parser gives up badly on inputs no lawyer writes
DEEPEST = 40
NAMES = ("answers", "facts", "applicant", "today")
FUNCTIONS = frozenset(
    [
        "size",
        "contains",
        "startsWith",
        "endsWith",
        "matches",
        "duration",
        "timestamp",
        "int",
        "uint",
        "double",
        "string",
        "min",
        "max",
        "getFullYear",
        "getMonth",
        "getDate",
        "getDayOfMonth",
        "getDayOfWeek",
        "getDayOfYear",
        "getHours",
        "getMinutes",
        "years_between",
        "days_between",
        "join",
    ]
)
_BOUND = re.compile(r"\.(?:map|filter|exists|exists_one|all)\(\s*([A-Za-z_]\w*)\s*,")
_ANSWER = re.compile(r"\banswers(?:\.([A-Za-z_]\w*)|\[\s*['\"]([^'\"]+)['\"]\s*\])")
_FACT = re.compile(r"\bfacts(?:\.([A-Za-z_]\w*)|\[\s*['\"]([^'\"]+)['\"]\s*\])")
_FACTS = re.compile(r"\bfacts\b")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


def compiled(expression: str) -> cel.Program:
    """The program of an expression; RuleBroken("procedures.rule_wrong") says what does not parse."""
    try:
        return _compiled(expression)
    except ValueError as error:
        reason = str(error).removeprefix(f"Failed to parse expression '{expression}': ")
        message = _("A rule of this procedure cannot be read: %(reason)s")
        raise RuleBroken("procedures.rule_wrong", message % {"reason": reason}) from error


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> cel.Program:
    if len(expression) > LONGEST or _depth(expression) > DEEPEST:
        raise ValueError("the expression is too long or too deep")
    return cel.compile(expression)


def _depth(expression: str) -> int:
    deepest = level = 0
    for letter in expression:
        level += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, level)
    return deepest


def value_of(expression: str, context: Mapping[str, Any]) -> Any:
    """What an expression comes to. A rule that fails over these facts is RuleBroken("procedures.rule_failed")."""
    try:
        return compiled(expression).execute(_context(expression, context))
    except (ValueError, TypeError, KeyError, RuntimeError, OverflowError, ArithmeticError) as error:
        message = _("A rule of this procedure could not be applied to these data.")
        raise RuleBroken("procedures.rule_failed", message) from error


def _context(expression: str, context: Mapping[str, Any]) -> cel.Context:
    """A question not answered yet is null and a register not asked yet is empty; neither breaks a rule.

    Facts can be large: an expression is given those of the registers it names.
    """
    known = {name: plain(value) for name, value in context.items() if name != "facts"}
    named, whole = _services_read(expression)
    held = context.get("facts") or {}
    facts: dict[str, Any] = {service: {} for service in named}
    facts |= {
        service: plain(held[service]) for service in (held if whole else named) if service in held
    }
    answers = dict.fromkeys(answers_named(expression)) | (known.get("answers") or {})
    return cel.Context({**known, "answers": answers, "facts": facts}, _OWN)


@lru_cache(maxsize=4096)
def _services_read(expression: str) -> tuple[tuple[str, ...], bool]:
    """The registers named by an expression, and whether it may read others too."""
    everywhere = len(_FACTS.findall(expression)) > len(_FACT.findall(expression))
    return tuple(services_named(expression)), everywhere


def _years_between(since: str, until: str) -> int:
    """Full years: how old somebody born on the first day is on the second."""
    born, on = date.fromisoformat(since[:10]), date.fromisoformat(until[:10])
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _days_between(since: str, until: str) -> int:
    return (date.fromisoformat(until[:10]) - date.fromisoformat(since[:10])).days


_OWN: dict[str, Callable[..., Any]] = {
    "years_between": _years_between,
    "days_between": _days_between,
    "join": lambda parts, between: between.join(str(part) for part in parts),
}


def evaluate(rule: str, context: Mapping[str, Any]) -> bool:
    """Whether a condition holds. An empty condition always does; a value that is not yes or no is a broken rule."""
    if not rule.strip():
        return True
    found = value_of(rule, context)
    if not isinstance(found, bool):
        message = _("A rule of this procedure does not answer yes or no.")
        raise RuleBroken("procedures.rule_not_a_condition", message)
    return found


def plain(value: Any) -> Any:
    """Python values as the expression language knows them: days are ISO text (and compare so), an id is text."""
    match value:
        case str() | bool() | int() | float() | None:
            return value
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case date() | UUID() | msgspec.Struct():
            return plain(msgspec.to_builtins(value))
        case list() | tuple() | set() | frozenset():
            return [plain(inner) for inner in value]
        case _:
            return value


def answers_named(expression: str) -> list[str]:
    return _named(_ANSWER, expression)


def services_named(expression: str) -> list[str]:
    """The exchange services whose facts an expression reads."""
    return _named(_FACT, expression)


def _named(pattern: re.Pattern[str], expression: str) -> list[str]:
    return list(dict.fromkeys(a or b for a, b in pattern.findall(expression)))


def strangers(expression: str) -> tuple[list[str], list[str]]:
    """Names and functions of a compiled expression that a definition does not have."""
    bare = _STRING.sub("''", expression)
    bound = set(_BOUND.findall(bare))
    references = compiled(expression).references()
    names = [n for n in references["variables"] if n not in NAMES and n not in bound]
    functions = [f for f in references["functions"] if f[0].isalpha() and f not in FUNCTIONS]
    return names, functions
