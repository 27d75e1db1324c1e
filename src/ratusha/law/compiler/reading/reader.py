"""Which kind of file this is, and its rows."""

from pathlib import Path

from .separated import decoded, grid_of
from .table import NotATable, TableRow, rows_of

LARGEST = 50 * 1024 * 1024


def read_file(path: Path) -> list[TableRow]:
    """The rows of a file, whatever it is. NotATable says what is wrong with it."""
    if path.stat().st_size > LARGEST:
        raise NotATable("The file is larger than 50 MB. Split it.")
    return read(path.read_bytes())


def read(data: bytes) -> list[TableRow]:
    """The rows of the bytes of a file."""
    if not data.strip():
        raise NotATable("The file is empty.")
    text = decoded(data)
    rows = rows_of(grid_of(text))
    if not rows:
        raise NotATable(
            "There is no table in this file. A table has a header row with names of columns, or tabs between cells."
        )
    return rows
