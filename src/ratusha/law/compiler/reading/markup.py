"""Tables of web pages and of word processors: cells that span, upper indices, lines inside a cell."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from .separated import decoded
from .table import Below, NotATable

_BLOCKS = {"p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"}
_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_DOCUMENT = 200 * 1024 * 1024
_WIDEST = 200  # columns; a bigger span is a mistake of the page


def upper(text: str) -> str:
    """5.6 with a raised 1 is 5.6¹."""
    return text.translate(_UPPER)


def grids_of_page(data: bytes) -> list[list[list[str]]]:
    """The tables of a web page that hold no other table."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    try:
        text = data.decode(declared[1].decode()) if declared else decoded(data)
    except (LookupError, UnicodeDecodeError):
        text = decoded(data)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(text)
    except (etree.ParserError, ValueError) as error:
        raise NotATable("The page holds no table.") from error
    tables = [
        table for table in root.iter("table") if next(table.iterdescendants("table"), None) is None
    ]
    return [_grid(_page_rows(table)) for table in tables]


def _page_rows(table: Any) -> Iterator[list[tuple[str, int, int]]]:
    for row in table.iter("tr"):
        yield [
            (_page_text(cell), _span(cell.get("colspan")), _span(cell.get("rowspan")))
            for cell in row
            if cell.tag in {"td", "th"}
        ]


def _span(written: str | None) -> int:
    digits = re.match(r"\s*(\d{1,5})", written or "")
    return min(_WIDEST, max(1, int(digits[1]))) if digits else 1


def _page_text(cell: Any) -> str:
    parts: list[str] = []

    def walk(node: Any, *, raised: bool) -> None:
        if not isinstance(node.tag, str) or node.tag in {"script", "style"}:
            parts.append(node.tail or "")
            return
        raised = raised or node.tag == "sup"
        if node.tag in _BLOCKS:
            parts.append("\n")
        parts.append(_flowing(node.text, raised=raised))
        for child in node:
            walk(child, raised=raised)
            parts.append(_flowing(child.tail, raised=raised) if isinstance(child.tag, str) else "")
        if node.tag in _BLOCKS:
            parts.append("\n")

    walk(cell, raised=False)
    return tidy("".join(parts))


def _flowing(text: str | None, *, raised: bool) -> str:
    flat = re.sub(r"[\s\u00a0]+", " ", text or "")
    return upper(flat) if raised else flat


def tidy(text: str) -> str:
    """Lines without blanks around them, and no empty ones."""
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def grids_of_document(data: bytes) -> list[list[list[str]]]:
    """The tables of a DOCX file; text that somebody has deleted is not read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = archive.getinfo("word/document.xml")
            if told.file_size > _LARGEST_DOCUMENT:
                raise NotATable("The document is too large. Split it.")
            content = archive.read(told)
    except (zipfile.BadZipFile, KeyError) as error:
        raise NotATable(
            "This is not a DOCX document. Save the table as DOCX, HTML or CSV."
        ) from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NotATable("The DOCX document is damaged.") from error
    return [
        _grid(_document_rows(table))
        for table in root.iter(f"{_WORD}tbl")
        if next(table.iterdescendants(f"{_WORD}tbl"), None) is None
    ]


def _document_rows(table: Any) -> list[list[tuple[str, int, int]]]:
    """Merged cells go downwards by a mark in each of them; here they become spans as on a page."""
    rows: list[list[list[Any]]] = []
    open_above: dict[int, list[Any]] = {}
    for row in table.iter(f"{_WORD}tr"):
        cells: list[list[Any]] = []
        at = 0
        for cell in row.iter(f"{_WORD}tc"):
            wide = _span(_value(cell, "gridSpan"))
            merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
            goes_on = merge is not None and merge.get(f"{_WORD}val", "continue") == "continue"
            if goes_on and at in open_above:
                open_above[at][2] += 1
            else:
                found = [_document_text(cell), wide, 1]
                cells.append(found)
                open_above.pop(at, None)
                if merge is not None:
                    open_above[at] = found
            at += wide
        rows.append(cells)
    return [[(text, wide, high) for text, wide, high in row] for row in rows]


def _value(cell: Any, name: str) -> str | None:
    found = cell.find(f"{_WORD}tcPr/{_WORD}{name}")
    value: str | None = found.get(f"{_WORD}val") if found is not None else None
    return value


def _document_text(cell: Any) -> str:
    lines: list[str] = []
    for paragraph in cell.iter(f"{_WORD}p"):
        said = ""
        for run in paragraph.iter(f"{_WORD}r"):
            raised = run.find(f"{_WORD}rPr/{_WORD}vertAlign")
            is_raised = raised is not None and raised.get(f"{_WORD}val") == "superscript"
            for part in run:
                match part.tag.removeprefix(_WORD):
                    case "t":
                        said += upper(part.text or "") if is_raised else part.text or ""
                    case "br" | "cr":
                        said += "\n"
                    case "tab":
                        said += " "
                    case "noBreakHyphen":
                        said += "-"
        lines.append(said)
    return tidy("\n".join(lines))


def _grid(rows: Any) -> list[list[str]]:
    """Every cell at its place, with what spans repeated downwards and left empty sideways."""
    grid: list[list[str]] = []
    below: dict[int, tuple[str, int]] = {}
    for row in rows:
        line: list[str] = []
        cells = iter(row)
        while True:
            if len(line) in below:
                text, left = below.pop(len(line))
                if left > 1:
                    below[len(line)] = (text, left - 1)
                line.append(Below(text))
                continue
            cell = next(cells, None)
            if cell is None:
                if any(at > len(line) for at in below):
                    line.append("")
                    continue
                break
            text, wide, high = cell
            if high > 1:
                below[len(line)] = (text, high - 1)
            line += [text, *[""] * (wide - 1)]
        grid.append(line)
    return grid
