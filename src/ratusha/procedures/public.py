"""What other modules may use of procedures."""

from .catalogue import ListFile, Placed, placed_rows, read_chapters, read_lists
from .check import Finding, check_pack
from .competence import responsible_body
from .definition import (
    Applicant,
    BodyRequest,
    BodyRule,
    Check,
    Choice,
    ChoicesFrom,
    Definition,
    FeeRule,
    Field,
    GeneralTerm,
    Ground,
    Page,
    Prefill,
    Registers,
    RequiredDocument,
    ResultFact,
    ResultRule,
    Source,
    TermRule,
    ValidityRule,
    Waiver,
)
from .export import as_json, show
from .expressions import answers_named, evaluate, services_named, value_of
from .general import general_source, general_term
from .goal import Figures, Share, electronic_share
from .kept import edition_with_its_place
from .models import Chapter, Edition, Procedure, ProcedureList
from .once_only import AskedTwice, asked_twice
from .queries import chapters, edition, edition_in_force, in_force, named, procedure_list, rows
from .search.index import reindex
from .search.query import Hit, SearchResult, pieces, search
from .services import (
    digest_of,
    edition_of,
    load_pack,
    read_definition,
    read_definitions,
    read_registers,
)

__all__ = [
    "Applicant",
    "AskedTwice",
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
    "GeneralTerm",
    "Ground",
    "Hit",
    "ListFile",
    "Page",
    "Placed",
    "Prefill",
    "Procedure",
    "ProcedureList",
    "Registers",
    "RequiredDocument",
    "ResultFact",
    "ResultRule",
    "SearchResult",
    "Share",
    "Source",
    "TermRule",
    "ValidityRule",
    "Waiver",
    "answers_named",
    "as_json",
    "asked_twice",
    "chapters",
    "check_pack",
    "digest_of",
    "edition",
    "edition_in_force",
    "edition_of",
    "edition_with_its_place",
    "electronic_share",
    "evaluate",
    "general_source",
    "general_term",
    "in_force",
    "load_pack",
    "named",
    "pieces",
    "placed_rows",
    "procedure_list",
    "read_chapters",
    "read_definition",
    "read_definitions",
    "read_lists",
    "read_registers",
    "reindex",
    "responsible_body",
    "rows",
    "search",
    "services_named",
    "show",
    "value_of",
]
