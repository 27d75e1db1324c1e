"""Which kind of file this is, and its rows."""

import re
from pathlib import Path

from .markup import grids_of_document, grids_of_page
from .pasted import rows_of_lines
from .separated import decoded, grid_of
from .table import NotATable, TableRow, rows_of

LARGEST = 50 * 1024 * 1024
_REFUSED = {
    b"%PDF": "This is a PDF file: its tables have no cells. Copy the table and paste it, or save it as DOCX.",
    b"\xd0\xcf\x11\xe0": "This is an old Word or Excel file. Save it as DOCX, HTML or CSV.",
}


def read_file(path: Path) -> list[TableRow]:
    """The rows of a file, whatever it is. NotATable says what is wrong with it."""
    if path.stat().st_size > LARGEST:
        raise NotATable("The file is larger than 50 MB. Split it.")
    return read(path.read_bytes())


def read(data: bytes) -> list[TableRow]:
    """The rows of the bytes of a file."""
    if not data.strip():
        raise NotATable("The file is empty.")
    for start, message in _REFUSED.items():
        if data.startswith(start):
            raise NotATable(message)
    if data.startswith(b"PK"):
        rows = rows_of(grids_of_document(data))
    elif re.search(rb"<(table|html|tr|td)\b", data, re.IGNORECASE):
        rows = rows_of(grids_of_page(data))
    else:
        text = decoded(data)
        rows = rows_of([grid_of(text)]) or rows_of_lines(text)
    if not rows:
        raise NotATable(
            "There is no table in this file. A table has a header row with names of columns, or tabs between cells."
        )
    return rows
