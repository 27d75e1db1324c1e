"""Reading a page of numbers as a careful reader does: which it marks, and whether an opened one comes out again."""

import ast
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import html

MARKED = "//main//*[contains(concat(' ', normalize-space(@class), ' '), ' opens ')]"
FIGURES = "//main//ul[contains(@class, 'figures')]/li[not(a)][b]"
CLOSE = 1e-6
Value = Any  # float or date


@dataclass(frozen=True)
class Opened:
    """What the page of a number says of itself."""

    value: Value
    expression: str
    inputs: list[tuple[str, Value]]
    facts: list[str]

    def again(self) -> Value:
        names: dict[str, list[Value]] = {}
        for name, value in self.inputs:
            names.setdefault(name, []).append(value)
        return Computing(names).of(self.expression)

    def comes_out(self) -> bool:
        again = self.again()
        if self.value is None or again is None or isinstance(self.value, date):
            return bool(self.value == again or (not again and not self.value))
        return math.isclose(float(again), float(self.value), rel_tol=CLOSE, abs_tol=CLOSE)


def numbers_on(page: str) -> list[str]:
    """Where the marked numbers of a page lead; an empty address for one that does not open."""
    tree = html.fromstring(page)
    return [one.get("href", "") for one in tree.xpath(MARKED)] + [
        "" for _one in tree.xpath(FIGURES) if _digits(_one)
    ]


def _digits(one: Any) -> bool:
    return any(letter.isdigit() for letter in one.find("b").text_content())


def opened_on(page: str) -> Opened | None:
    """None where a page holds no number with an expression: it is a paper, or opens what it shows in place."""
    return read(page) if 'id="expression"' in page else None


def read(page: str) -> Opened:
    tree = html.fromstring(page)
    value = tree.xpath("//*[@id='value']")[0]
    expression = "".join(tree.xpath("//*[@id='expression']//text()"))
    inputs = [(one.get("data-input"), _value(one)) for one in tree.xpath("//tr[@data-input]")]
    facts = [
        one.text_content().strip() for one in tree.xpath("//dl[contains(@class, 'facts')]//dd")
    ]
    return Opened(_value(value), expression, inputs, facts)


def _value(one: Any) -> Value:
    data, time = (
        one.xpath(".//data/@value"),
        one.xpath(".//td//time/@datetime | self::*[@id='value']//time/@datetime"),
    )
    if data:
        return float(data[0])
    return date.fromisoformat(time[0]) if time else None


class Computing:
    """An expression over named inputs. A name alone is its one value; in a call it is the list of them."""

    def __init__(self, names: dict[str, list[Value]]) -> None:
        self.names = names

    def of(self, expression: str) -> Value:
        return self._of(ast.parse(expression, mode="eval").body)

    def _list(self, one: ast.expr) -> list[Value]:
        if isinstance(one, ast.Name):
            return [value for value in self.names.get(one.id, []) if value is not None]
        return [self._of(one)]

    def _of(self, one: ast.expr) -> Value:
        match one:
            case ast.Constant(value):
                return value
            case ast.Name(name):
                return self.names.get(name, [None])[0]
            case ast.BinOp(left, sign, right):
                first, second = self._of(left), self._of(right)
                known = first is not None and second is not None
                return SIGNS[type(sign)](first, second) if known else None
            case ast.UnaryOp(operand=operand):
                return -self._of(operand)
            case ast.IfExp(test, body, orelse):
                return self._of(body) if self._of(test) else self._of(orelse)
            case ast.Call(ast.Name(name), given):
                return CALLS[name](*[self._list(each) for each in given])
        raise ValueError(ast.dump(one))


SIGNS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.Pow: lambda a, b: a**b,
}


STEPS = 20_000


def _chance(t: float, freedom: float) -> float:
    """Two-sided, of Student's t: its density added up by Simpson's rule, where the module uses the beta function."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(
        freedom * math.pi
    )
    width = abs(t) / STEPS
    heights = [
        scale * (1 + (width * step) ** 2 / freedom) ** (-(freedom + 1) / 2)
        for step in range(STEPS + 1)
    ]
    whole = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    return 1 - 2 * whole * width / 3


def _at_share(values: Sequence[Value], times: Sequence[Value], share: Value) -> Value:
    """Each value so many times, in their order: the one at this share of the way."""
    drawn = [
        value
        for value, often in sorted(zip(values, times, strict=True))
        for _time in range(int(often))
    ]
    return drawn[round(_one(share) * (len(drawn) - 1))]


def _one(given: Sequence[Value]) -> Value:
    (value,) = given
    return value


CALLS: dict[str, Callable[..., Any]] = {
    "sum": math.fsum,
    "count": len,
    "max": lambda *given: max((one for each in given for one in each), default=None),
    "min": lambda *given: min((one for each in given for one in each), default=None),
    "mean": lambda given: statistics.fmean(given) if given else None,
    "median": lambda given: statistics.median(given) if given else None,
    "deviation": statistics.stdev,
    "sqrt": lambda given: math.sqrt(_one(given)),
    "ln": lambda given: math.log(_one(given)),
    "floor": lambda given: math.floor(_one(given) + 1e-9),
    "ceil": lambda given: math.ceil(_one(given)),
    "days": lambda given: _one(given).days,
    "percentile": lambda given, share: statistics.quantiles(given, n=100, method="inclusive")[
        int(_one(share)) - 1
    ],
    "at_share": _at_share,
    "chance": lambda t, freedom: _chance(_one(t), _one(freedom)),
    "rounded": lambda given, places: round(_one(given) + 1e-9, int(_one(places))),
}
