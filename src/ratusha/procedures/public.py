"""What other modules may use of procedures."""

from .check import Finding, check_pack
from .competence import responsible_body
from .definition import (
    BodyRequest,
    BodyRule,
    Check,
    Choice,
    ChoicesFrom,
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
from .export import as_json, show
from .expressions import evaluate, services_named, value_of
from .general import general_source
from .goal import Figures, Share, electronic_share
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
    "ChoicesFrom",
    "Definition",
    "Edition",
    "FeeRule",
    "Field",
    "Figures",
    "Finding",
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
    "Share",
    "Source",
    "TermRule",
    "ValidityRule",
    "as_json",
    "chapters",
    "check_pack",
    "edition",
    "edition_in_force",
    "electronic_share",
    "evaluate",
    "general_source",
    "in_force",
    "load_pack",
    "pieces",
    "procedure_list",
    "reindex",
    "responsible_body",
    "rows",
    "search",
    "services_named",
    "show",
    "value_of",
]
