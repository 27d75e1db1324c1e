"""Which numbers of a page do not open: every digit in visible text that neither a link nor a kind below explains.

A kind is marked in the markup, or has a shape that no figure has. Nothing here knows a page.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html


def looks(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


KINDS = {  # what stands inside is no figure, or is told in another place
    "a link leads on": "self::a[@href]",
    "a day or an hour": "self::time",
    "a number of a paper or a case, a code, a formula": f"self::code or self::kbd or {looks('ref')}",
    "a name, and words of the pack": "self::bdi",
    "words of another language": "@lang and ancestor::main",
    "the law as it is cited": "self::cite",
    "a term, counted step by step by the law": looks("term"),
    "what a person wrote": f"self::blockquote or self::q or self::del or {looks('pre')}",
    "what is asked": "self::label or self::legend or self::option or self::textarea or self::button or "
    + looks("hint"),
    "the way through pages": f"self::nav[{looks('crumbs')} or {looks('pages')}]",
    "a drawing beside a table that says the same": "self::*[name() = 'svg'][@aria-hidden = 'true' or @role = 'img']",
    "an opened number, and what it was computed from": "@data-opened",
    "a paper, and what was written in it": "@data-written",
}
MUST_SAY = {  # what an opened number and a paper say of themselves, each by a mark
    "data-opened": ("data-version", "data-coverage", "data-day", "data-by"),
    "data-written": ("data-day", "data-by"),
}
OPEN = f"ancestor-or-self::*[{' or '.join(KINDS.values())}]"
SHAPES = re.compile(
    r"\d{1,2}[\xa0 ][^\W\d]{3,}[\xa0 ]\d{4}(, \d\d:\d\d)?"  # 22 December 2026, 10:42
    r"|\b20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b"  # of a case
    r"|\b\d{4}-\d\d-\d\d\b|\b\d\d\.\d\d\.\d{4}\b|\b\d\d\.\d{4}\b|\b\d\d:\d\d\b"
    r"|\b(19|20|21)\d\d\b(?![.,]\d)"  # a year: thousands of a figure stand apart
    r"|(No\.|№)\s[\w\-/.]+"  # of an act, of a paper
    r"|[^\W\d_][\w-]*\d[\w\-/.]*"  # letters before a digit: a code, a version
    r"|^\s*\d+\.(\s|$)"  # a place in a list
)
NUMBER = re.compile(r"[\-+]?\d[\d.,\xa0]*\s?%?")


def closed_numbers(page: str) -> Iterator[tuple[str, str]]:
    """Each number that does not open, with the words around it."""
    tree = html.fromstring(page)
    yield from _silent(tree)
    for text in tree.xpath(f"//main//text()[not(parent::*/{OPEN})]"):
        if text.getparent().tag in {"script", "style"}:
            continue
        for found in NUMBER.findall(SHAPES.sub(" ", text)):
            yield found.strip(), _around(text)


def _silent(tree: Any) -> Iterator[tuple[str, str]]:
    for mark, must in MUST_SAY.items():
        for block in tree.xpath(f"//main//*[@{mark}]"):
            for one in must:
                if not block.xpath(f"descendant-or-self::*[@{one}]"):
                    yield one, f"a block marked {mark} does not say it"


def is_opened_in_place(page: str) -> bool:
    """A block that shows its inputs or is a paper, and says of itself what it must."""
    tree = html.fromstring(page)
    blocks = {mark: tree.xpath(f"//main//*[@{mark}]") for mark in MUST_SAY}
    return any(blocks.values()) and not list(_silent(tree))


def _around(text: Any) -> str:
    inside = text.getparent().getparent() if text.is_tail else text.getparent()
    row = inside.xpath(
        "ancestor-or-self::*[self::tr or self::li or self::p or self::dd or self::h1]"
    )
    return " ".join((row[-1] if row else inside).text_content().split())[:140]
