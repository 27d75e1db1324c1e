"""What other modules may use of procedures."""

from .competence import responsible_body
from .definition import (
    BodyRequest,
    BodyRule,
    Check,
    Choice,
    Definition,
    FeeRule,
    Field,
    Ground,
    Page,
    Prefill,
    RequiredDocument,
    ResultFact,
    ResultRule,
    Source,
    TermRule,
    ValidityRule,
)
from .expressions import evaluate, value_of
from .models import Chapter, Edition, Procedure, ProcedureList
from .queries import chapters, edition, edition_in_force, in_force, procedure_list, rows
from .search.index import reindex
from .search.query import Hit, SearchResult, pieces, search
from .services import load_pack

__all__ = [
    "BodyRequest",
    "BodyRule",
    "Chapter",
    "Check",
    "Choice",
    "Definition",
    "Edition",
    "FeeRule",
    "Field",
    "Ground",
    "Hit",
    "Page",
    "Prefill",
    "Procedure",
    "ProcedureList",
    "RequiredDocument",
    "ResultFact",
    "ResultRule",
    "SearchResult",
    "Source",
    "TermRule",
    "ValidityRule",
    "chapters",
    "edition",
    "edition_in_force",
    "evaluate",
    "in_force",
    "load_pack",
    "pieces",
    "procedure_list",
    "reindex",
    "responsible_body",
    "rows",
    "search",
    "value_of",
]
