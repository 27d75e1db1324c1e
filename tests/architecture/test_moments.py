"""Days are those of the clock of the state: nobody takes the digits of a moment that the database gives in UTC.

From midnight to three in the morning here the UTC day is that of yesterday. `ratusha.kernel.dates.local_day`,
`timezone.localdate`, the numbers that open and the filters of pages know that; `.date()` of a moment does not.
"""

import ast
import re
from collections.abc import Iterator

from .places import SOURCE

# file: why it is right there
ALLOWED = {
    "kernel/dates.py": "the one place that tells a moment without a zone apart",
    "config/cli/verify.py": "knows no settings: the clock of this computer",
    "documents/bags.py": "pure: whoever packs gives the moment by the clock of the state",
    "config/cli/pack.py": "the command line gives a day as a moment without a zone",
    "config/cli/law_compile.py": "the command line gives a day as a moment without a zone",
}
MOMENT = re.compile(r"(^|_)(at|now|moment)$")
PARTS = {"year", "month", "day", "weekday", "isoweekday", "hour"}
DIGITS = re.compile(r"%[YmdHMy]")
WORTH_READING = re.compile(
    r"\.date\(\)|\.(year|month|day|weekday|isoweekday|hour)\b|%[YmdHMy]|::date|date_trunc"
)
IN_SQL = re.compile(r"\b\w*(?<![a-z])at::date|date_trunc\([^)]*\bat\b(?! time zone)", re.IGNORECASE)


def files(ending: str) -> Iterator[tuple[str, str]]:
    for file in sorted(SOURCE.rglob(f"*{ending}")):
        name = str(file.relative_to(SOURCE))
        if not {"tests", "migrations"} & set(file.parts):
            yield name, file.read_text()


def last_name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def is_local(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) == "localtime"


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All but what `__str__` tells whoever looks after the program."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not (isinstance(node, ast.FunctionDef) and node.name == "__str__"):
            yield node
            waiting += ast.iter_child_nodes(node)


def taken_in_utc(tree: ast.AST) -> Iterator[int]:
    """Lines where a day or a part of it is read off a moment without asking for the clock of the state."""
    for node in nodes(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=of, attr="date"), args=[], keywords=[]):
                if not is_local(of):
                    yield node.lineno
            case ast.Attribute(value=of, attr=part):
                if part in PARTS and MOMENT.search(last_name(of)):
                    yield node.lineno
            case ast.FormattedValue(
                value=of, format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec))])
            ):
                if DIGITS.search(spec) and MOMENT.search(last_name(of)):
                    yield node.lineno
            case ast.Constant(value=str(text)):
                if IN_SQL.search(text):
                    yield node.lineno


def test_a_day_is_taken_from_a_moment_by_the_clock_of_the_state():
    found = [
        f"{name}:{line}"
        for name, text in files(".py")
        if name not in ALLOWED and WORTH_READING.search(text)
        for line in taken_in_utc(ast.parse(text))
    ]
    assert found == []


def test_pages_leave_it_to_the_filters():
    assert [name for name, text in files(".html") if ".date()" in text] == []


def test_what_is_allowed_is_still_there():
    kept = [name for name in ALLOWED if any(taken_in_utc(ast.parse((SOURCE / name).read_text())))]
    assert kept == list(ALLOWED)


def test_the_check_sees_what_it_looks_for():
    wrong = 'a.at.date()\nnow.year\nf"{one.made_at:%d.%m.%Y}"\n"SELECT moved.at::date"\nb().closed_at.month'
    right = 'localtime(at).date()\ntoday.year\nf"{on:%d.%m}"\n"(moved.at AT TIME ZONE zone)::date"\nlocaldate(now).year'
    assert sorted(taken_in_utc(ast.parse(wrong))) == [1, 2, 3, 4, 5]
    assert list(taken_in_utc(ast.parse(right))) == []
