"""What other modules may use of law."""

from .clock.recompute import Replay, replay_all
from .compiler.compiled import (
    CompiledRow,
    DocumentFact,
    FeeFact,
    Flag,
    Place,
    TermFact,
    ValidityFact,
)
from .compiler.reading.reader import read, read_file
from .compiler.reading.table import NotATable, TableRow
from .compiler.rows import compile_row, compile_rows

__all__ = [
    "CompiledRow",
    "DocumentFact",
    "FeeFact",
    "Flag",
    "NotATable",
    "Place",
    "Replay",
    "TableRow",
    "TermFact",
    "ValidityFact",
    "compile_row",
    "compile_rows",
    "read",
    "read_file",
    "replay_all",
]
