"""What other modules may use of law."""

from .clock.links import recompute_card
from .clock.recompute import Replay, replay_all
from .compiler.compiled import (
    CompiledRow,
    DocumentFact,
    FeeFact,
    Flag,
    NameFact,
    Place,
    TermFact,
    ValidityFact,
)
from .compiler.coverage import (
    ColumnShare,
    ListCoverage,
    Listed,
    Published,
    available_in,
    coverage,
    keep_available,
    kept_available,
    shares,
)
from .compiler.definitions import Drafted, draft
from .compiler.drafting import by_list, drafts
from .compiler.reading.reader import read, read_file
from .compiler.reading.table import NotATable, TableRow
from .compiler.rows import compile_row, compile_rows
from .compiler.writing import as_yaml, write
from .debt import Debt, as_csv, debt, lines
from .impact.signing import Report, report_on, sign_off
from .publication import Problem, held_back, publishable
from .scenarios.trying import Trial, try_out
from .scenarios.verdicts import keep, ship, shipped
from .workshop.events import ProcedurePublished
from .workshop.export import export
from .workshop.permissions import has_workshop

__all__ = [
    "ColumnShare",
    "CompiledRow",
    "Debt",
    "DocumentFact",
    "Drafted",
    "FeeFact",
    "Flag",
    "ListCoverage",
    "Listed",
    "NameFact",
    "NotATable",
    "Place",
    "Problem",
    "ProcedurePublished",
    "Published",
    "Replay",
    "Report",
    "TableRow",
    "TermFact",
    "Trial",
    "ValidityFact",
    "as_csv",
    "as_yaml",
    "available_in",
    "by_list",
    "compile_row",
    "compile_rows",
    "coverage",
    "debt",
    "draft",
    "drafts",
    "export",
    "has_workshop",
    "held_back",
    "keep",
    "keep_available",
    "kept_available",
    "lines",
    "publishable",
    "read",
    "read_file",
    "recompute_card",
    "replay_all",
    "report_on",
    "shares",
    "ship",
    "shipped",
    "sign_off",
    "try_out",
    "write",
]
