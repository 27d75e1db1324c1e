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
from .debt import Debt, as_csv, debt, lines
from .publication import Problem, held_back, publishable
from .scenarios.trying import Trial, try_out
from .scenarios.verdicts import keep, ship

__all__ = [
    "CompiledRow",
    "Debt",
    "DocumentFact",
    "FeeFact",
    "Flag",
    "NotATable",
    "Place",
    "Problem",
    "Replay",
    "TableRow",
    "TermFact",
    "Trial",
    "ValidityFact",
    "as_csv",
    "compile_row",
    "compile_rows",
    "debt",
    "held_back",
    "keep",
    "lines",
    "publishable",
    "read",
    "read_file",
    "replay_all",
    "ship",
    "try_out",
]
