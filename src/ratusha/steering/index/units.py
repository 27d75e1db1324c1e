"""Units of measure: a share cannot be added to roubles. A value whose unit is not said is not checked."""

import re
from dataclasses import dataclass

from . import functions
from .expressions import Binary, Call, Expression, Name, Number, Text, Unary
from .mistakes import Mistake

PLAIN = ("share", "ratio", "score", "index", "number", "1", "yes/no")
_PART = re.compile(r"^\s*([^\W\d]\w*|%|1)(?:\^(-?\d+))?\s*$")


@dataclass(frozen=True)
class Unit:
    """Powers of named units; none at all is a plain number such as a share."""

    powers: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        up = [_power(name, power) for name, power in self.powers if power > 0]
        down = [_power(name, -power) for name, power in self.powers if power < 0]
        told = "*".join(up) or "1"
        return f"{told}/{'/'.join(down)}" if down else ("share" if not self.powers else told)

    def times(self, other: "Unit", sign: int = 1) -> "Unit":
        found = dict(self.powers)
        for name, power in other.powers:
            found[name] = found.get(name, 0) + sign * power
        return Unit(tuple(sorted((name, power) for name, power in found.items() if power)))


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


def unit(text: str) -> Unit:
    """`BYN/person`, `km^2`, `share`; percent is a unit of its own, for it is not a share."""
    if text.strip() in PLAIN:
        return Unit()
    found, sign = Unit(), 1
    for piece in re.split(r"([*/])", text):
        if piece in {"*", "/"}:
            sign = 1 if piece == "*" else -1
            continue
        match = _PART.match(piece)
        if not match:
            mend = "Write share, percent, person, BYN/person, km^2 and the like."
            raise Mistake("unit.unreadable", f"The unit {text!r} cannot be read.", mend)
        name = {"%": "percent"}.get(match[1], match[1])
        if name not in PLAIN:
            found = found.times(Unit(((name, int(match[2] or 1)),)), sign)
    return found


def together(parts: list[Unit | None], what: str) -> Unit | None:
    """The one unit of values that are added or compared; a Mistake if there are two."""
    known = list(dict.fromkeys(part for part in parts if part is not None))
    if len(known) > 1:
        message = f"{what} puts {known[0]} together with {known[1]}."
        mend = "Normalise them first, or divide one by what makes them alike."
        raise Mistake("unit.mixed", message, mend)
    return known[0] if known else None


def unit_of(node: Expression, known: dict[str, Unit | None]) -> Unit | None:
    """None: not said, or a bare number, which takes the unit of what it stands beside."""
    match node:
        case Number() | Text():
            return None
        case Name(name=name):
            return known.get(name)
        case Unary(value=value):
            return unit_of(value, known)
        case Binary(operator=operator, left=left, right=right):
            parts = (left, unit_of(left, known)), (right, unit_of(right, known))
            return _binary(operator, *parts)
        case Call(function=function, arguments=arguments):
            return _call(function, [unit_of(one, known) for one in arguments])


def _binary(
    operator: str, first: tuple[Expression, Unit | None], second: tuple[Expression, Unit | None]
) -> Unit | None:
    (_, left), (node, right) = first, second
    match operator:
        case "+" | "-":
            return together([left, right], f"The sum or difference ({operator})")
        case "*" | "/":
            if any(one is None and not isinstance(part, Number) for part, one in (first, second)):
                return None
            return (left or Unit()).times(right or Unit(), 1 if operator == "*" else -1)
        case "^":
            if left and left.powers and isinstance(node, Number) and node.value.is_integer():
                power = int(node.value)
                return Unit(tuple((name, one * power) for name, one in left.powers if power))
            return left if left is None or not left.powers else None
        case "and" | "or":
            return Unit()
        case _:
            together([left, right], f"The comparison ({operator})")
            return Unit()


def _call(function: str, given: list[Unit | None]) -> Unit | None:
    match functions.FUNCTIONS[function].unit:
        case "same":
            return together(given, f"{function}()")
        case "first":
            return given[0]
        case "branch":
            return together(given[1:], "if()")
        case "ratio":
            if given[0] is None or given[1] is None:
                return None
            return given[0].times(given[1], -1)
        case _:
            return Unit()
