"""What other modules may use of procedures."""

from .catalogue import ListFile, Placed, placed_rows, read_chapters, read_lists
from .check import check_pack, check_text
from .competence import responsible_body
from .definition import (
    BodyRequest,
    BodyRule,
    Definition,
    GeneralTerm,
    ReadyWords,
    RequiredDocument,
    ResultFact,
    ResultRule,
    TermRule,
    ValidityRule,
)
from .export import as_json, show
from .expressions import answers_named, evaluate, services_named, value_of
from .facts import Applicant, Ground, Source, Waiver
from .fee_rule import Exemption, FeeRule, Payer, Tariff
from .fees import Fee, FeeLine, fee_of, line_of, quantity_of, tariffs_of
from .form_fields import (
    Check,
    Choice,
    ChoicesFrom,
    Field,
    FieldKind,
    Page,
    Prefill,
)
from .general import general_grounds, general_source, general_term, ready_words
from .goal import (
    ChapterShare,
    Figures,
    Share,
    electronic_share,
    electronic_share_by_chapter,
    most_demanded,
)
from .held import Registers
from .kept import edition_with_its_place
from .models import Chapter, Edition, Procedure, ProcedureList
from .once_only import AskedTwice, asked_twice, held_and_fetched
from .plain import PlacedText, texts_of
from .publishing import put_in_force, rows_of_the_lists
from .queries import chapters, edition, edition_in_force, in_force, named, procedure_list, rows
from .search.index import reindex
from .search.query import Hit, SearchResult, pieces, search
from .services import (
    digest_of,
    edition_of,
    load_pack,
    read_definition,
    read_definition_text,
    read_definitions,
    read_registers,
)

__all__ = [
    "Applicant",
    "AskedTwice",
    "BodyRequest",
    "BodyRule",
    "Chapter",
    "ChapterShare",
    "Check",
    "Choice",
    "ChoicesFrom",
    "Definition",
    "Edition",
    "Exemption",
    "Fee",
    "FeeLine",
    "FeeRule",
    "Field",
    "FieldKind",
    "Figures",
    "GeneralTerm",
    "Ground",
    "Hit",
    "ListFile",
    "Page",
    "Payer",
    "Placed",
    "PlacedText",
    "Prefill",
    "Procedure",
    "ProcedureList",
    "ReadyWords",
    "Registers",
    "RequiredDocument",
    "ResultFact",
    "ResultRule",
    "SearchResult",
    "Share",
    "Source",
    "Tariff",
    "TermRule",
    "ValidityRule",
    "Waiver",
    "answers_named",
    "as_json",
    "asked_twice",
    "chapters",
    "check_pack",
    "check_text",
    "digest_of",
    "edition",
    "edition_in_force",
    "edition_of",
    "edition_with_its_place",
    "electronic_share",
    "electronic_share_by_chapter",
    "evaluate",
    "fee_of",
    "general_grounds",
    "general_source",
    "general_term",
    "held_and_fetched",
    "in_force",
    "line_of",
    "load_pack",
    "most_demanded",
    "named",
    "pieces",
    "placed_rows",
    "procedure_list",
    "put_in_force",
    "quantity_of",
    "read_chapters",
    "read_definition",
    "read_definition_text",
    "read_definitions",
    "read_lists",
    "read_registers",
    "ready_words",
    "reindex",
    "responsible_body",
    "rows",
    "rows_of_the_lists",
    "search",
    "services_named",
    "show",
    "tariffs_of",
    "texts_of",
    "value_of",
]
