"""Separated values, and text pasted out of a page: tabs, semicolons, commas, or lines."""

import csv
import io

from .table import CODE, NotATable, header_of

_FEWEST = 2
_ENCODINGS = ("utf-8-sig", "utf-16", "windows-1251")


def decoded(data: bytes) -> str:
    """Text in whatever encoding offices save it: UTF-8, UTF-16, windows-1251."""
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotATable("The text is in no encoding that we know. Save it as UTF-8.")


def grid_of(text: str) -> list[list[str]]:
    """The cells of separated values; the separator is the one that makes a table."""
    csv.field_size_limit(10_000_000)
    best: list[list[str]] = []
    for separator in ("\t", ",", ";", "|"):
        if separator not in text:
            continue
        try:
            found = list(
                csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
            )
        except csv.Error:
            continue
        found = [row for row in found if any(cell.strip() for cell in row)]
        if found and header_of(found[0]) and len(found[0]) > len(best[0] if best else []):
            best = found
    if best:
        return best
    plain = (
        list(csv.reader(io.StringIO(text, newline=""))) if "," in text and "\t" not in text else []
    )
    plain = [row for row in plain if any(cell.strip() for cell in row)]
    if (
        plain
        and len(plain[0]) > _FEWEST
        and all(len(row) == len(plain[0]) and CODE.fullmatch(row[0].strip()) for row in plain)
    ):
        return plain
    if "\t" in text:
        return [line.split("\t") for line in text.splitlines() if line.strip()]
    return []
