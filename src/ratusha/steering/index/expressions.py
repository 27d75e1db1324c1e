"""Expressions: read by a small grammar of our own, worked out on whole columns, never Python.

A value that is not there is "not a number" and stays so through arithmetic; `coalesce` and `missing` ask about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from lark import Lark, Token, Transformer, UnexpectedInput
from lark.exceptions import LarkError

from . import functions
from .functions import Column, Rows
from .mistakes import Mistake, did_you_mean

LONGEST = 2000  # letters
DEEPEST = 40
MOST_OPERATIONS = 1_000_000  # of one computation, each on a whole column


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Text:
    value: str


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True)
class Binary:
    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True)
class Unary:
    operator: str
    value: "Expression"


Expression = Number | Text | Name | Call | Binary | Unary


class Budget:
    """Operations that are left; a computation that needs more is refused."""

    def __init__(self, operations: int = MOST_OPERATIONS) -> None:
        self.left = operations

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            message = f"The computation needs more than {MOST_OPERATIONS} operations."
            raise Mistake("expression.too_long", message, "Split the index into smaller ones.")


class _Tree(Transformer[Token, Expression]):
    def number(self, parts: list[Token]) -> Number:
        return Number(float(parts[0]))

    def text(self, parts: list[Token]) -> Text:
        return Text(str(parts[0])[1:-1])

    def name(self, parts: list[Token]) -> Name:
        return Name(str(parts[0]))

    def call(self, parts: list[Any]) -> Call:
        return Call(str(parts[0]), tuple(part for part in parts[1:] if part is not None))

    def binary(self, parts: list[Any]) -> Binary:
        return Binary(str(parts[1]), parts[0], parts[2])

    def any_of(self, parts: list[Any]) -> Binary:
        return Binary("or", parts[0], parts[1])

    def all_of(self, parts: list[Any]) -> Binary:
        return Binary("and", parts[0], parts[1])

    def opposite(self, parts: list[Any]) -> Unary:
        return Unary("not", parts[0])

    def negative(self, parts: list[Any]) -> Unary:
        return Unary("-", parts[0])


_PARSER = Lark(
    Path(__file__).with_suffix(".lark").read_text(encoding="utf-8"),
    parser="lalr",
    transformer=_Tree(),
)


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """The tree of an expression; a Mistake says where reading stopped."""
    if len(text) > LONGEST:
        raise Mistake(
            "expression.too_long", f"It has more than {LONGEST} letters.", "Name its parts."
        )
    try:
        found: Expression = _PARSER.parse(text)  # type: ignore[assignment]
    except UnexpectedInput as error:
        context = error.get_context(text, 30).splitlines()[0].strip()
        message = f"The expression {text!r} cannot be read at: {context}"
        mend = "Use names of inputs, numbers, + - * / ^, comparisons, and, or, not, and functions."
        raise Mistake("expression.unreadable", message, mend) from error
    except (LarkError, RecursionError) as error:
        raise Mistake(
            "expression.unreadable", f"{text!r} cannot be read.", "Write it shorter."
        ) from error
    if _depth(found) > DEEPEST:
        message = f"The expression is nested deeper than {DEEPEST}."
        raise Mistake("expression.too_deep", message, "Name its parts.")
    for node in walk(found):
        if isinstance(node, Call):
            _check_call(node)
    return found


def _check_call(node: Call) -> None:
    known = functions.FUNCTIONS.get(node.function)
    if known is None:
        message = f"There is no function {node.function}."
        raise Mistake(
            "expression.function", message, did_you_mean(node.function, functions.FUNCTIONS)
        )
    given = len(node.arguments)
    if not known.least <= given <= known.most:
        most = "any number" if known.most > 100 else known.most  # noqa: PLR2004 - as functions.MANY
        message = f"{node.function} takes {known.least} to {most} values and is given {given}."
        raise Mistake("expression.arguments", message, "See the list of functions.")


def children(node: Expression) -> tuple[Expression, ...]:
    match node:
        case Call(arguments=arguments):
            return arguments
        case Binary(left=left, right=right):
            return left, right
        case Unary(value=value):
            return (value,)
        case _:
            return ()


def walk(node: Expression) -> Iterator[Expression]:
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += reversed(children(found))


def _depth(node: Expression) -> int:
    level, nodes = 0, [node]
    while nodes:
        level += 1
        nodes = [child for one in nodes for child in children(one)]
    return level


def names(node: Expression) -> list[str]:
    """The inputs an expression reads."""
    found = (one.name for one in walk(node) if isinstance(one, Name))
    return list(dict.fromkeys(found))


def evaluate(node: Expression, rows: Rows, budget: Budget) -> Column:
    """What it comes to for every unit."""
    found = _value(node, rows, budget)
    if isinstance(found, str):
        raise Mistake("expression.text", f"{found!r} is text.", "Give a number or a named input.")
    return np.broadcast_to(np.asarray(found, dtype=float), (rows.number,)).copy()


def _value(node: Expression, rows: Rows, budget: Budget) -> Any:
    budget.spend()
    match node:
        case Number(value=value) | Text(value=value):
            return value
        case Name(name=name):
            return rows.column(name)
        case Unary(operator="-", value=inner):
            return -_value(inner, rows, budget)
        case Unary(value=inner):
            return functions.inverse(_value(inner, rows, budget))
        case Binary(operator=operator, left=left, right=right):
            return functions.OPERATORS[operator](
                _value(left, rows, budget), _value(right, rows, budget)
            )
        case Call(function=function, arguments=arguments):
            values = [_value(argument, rows, budget) for argument in arguments]
            return functions.FUNCTIONS[function].apply(rows, *values)


def constant(text: Any) -> float:
    """A number, or arithmetic of numbers such as 1/3."""
    if isinstance(text, int | float) and not isinstance(text, bool):
        return float(text)
    node = parse(str(text))
    if names(node) or any(isinstance(one, Call | Text) for one in walk(node)):
        raise Mistake("number.expected", f"{text} is not a number.", "Write 0.25 or 1/4.")
    found = float(_value(node, Rows.none(), Budget(1000)))
    if not np.isfinite(found):
        raise Mistake("number.expected", f"{text} is not a number.", "Write 0.25 or 1/4.")
    return found
