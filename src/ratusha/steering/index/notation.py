"""The short notation inside YAML: `mean(weights: {a: 1/3})`, `winsor(0.025)`, `it_staff(dir: less)`."""

import re
from dataclasses import dataclass, field
from typing import Any

from ratusha.kernel import marked

from .mistakes import Mistake

_CALL = re.compile(r"(?P<before>(?:^|[:\[,{-])[ ]*)(?P<call>[^\W\d]\w*\()")
_WHOLE = re.compile(r"^([^\W\d]\w*)\s*\((.*)\)$", re.DOTALL)


def quoted(text: str) -> str:
    """The text with each call that is a whole value put in quotes, because YAML would break it at colon and comma."""
    return "\n".join(_quoted_line(line) for line in text.split("\n"))


def _quoted_line(line: str) -> str:
    if "(" not in line or line.lstrip().startswith("#"):
        return line
    out, at = "", 0
    while match := _CALL.search(line, at):
        start = match.start("call")
        end = _closing(line, start)
        if end < 0 or _inside_quotes(line, start) or not re.match(r"\s*(?:[,\]}]|$|#)", line[end:]):
            out, at = out + line[at : match.end()], match.end()
            continue
        call = line[start:end].replace('"', "'")
        out, at = out + line[at:start] + f'"{call}"', end
    return out + line[at:]


def _closing(line: str, start: int) -> int:
    """Behind the bracket that closes the first one opened after `start`; -1 where none does."""
    level = 0
    for at in range(start, len(line)):
        if line[at] == "(":
            level += 1
        elif line[at] == ")":
            level -= 1
            if level == 0:
                return at + 1
    return -1


def _inside_quotes(line: str, at: int) -> bool:
    before = line[:at].replace('\\"', "")
    return before.count('"') % 2 == 1 or (before.count("'") % 2 == 1 and before.count('"') == 0)


@dataclass(frozen=True)
class Called:
    """A name with what stands in its brackets."""

    name: str
    positional: list[Any] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)


def called(value: Any) -> Called:
    """`minmax`, `minmax(goalposts: from_targets)` or `{minmax: {goalposts: from_targets}}`."""
    match value:
        case str() if match := _WHOLE.match(value.strip()):
            return _inside(match[1], match[2])
        case str():
            return Called(value.strip())
        case dict() if len(value) == 1:
            ((name, inside),) = value.items()
            match inside:
                case None:
                    return Called(name)
                case dict():
                    return Called(name, named=inside)
                case list():
                    return Called(name, positional=inside)
                case str() if _WHOLE.match(inside.strip()):
                    return Called(name, positional=[inside])
                case _:
                    return Called(name, positional=[inside])
        case _:
            message = f"{value!r} names nothing that can be done."
            raise Mistake("notation.unreadable", message, "Write a name, or a name with values.")


def _inside(name: str, text: str) -> Called:
    if not text.strip():
        return Called(name)
    for opening, closing in ("{}", "[]"):
        try:
            found = marked.read_documents(f"{opening}{text}{closing}", number_keys=True)
        except marked.Unreadable:
            continue
        value = found[0].value
        if isinstance(value, list):
            return Called(name, positional=value)
        if isinstance(value, dict) and None not in value.values():
            return Called(name, named=value)
    message = f"What stands in the brackets of {name}({text}) cannot be read."
    raise Mistake("notation.unreadable", message, "Write name: value, with commas between.")
