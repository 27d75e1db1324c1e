"""What other modules may use of documents."""

from .bags import Bag, is_package
from .keys import plug_sealer
from .models import Document, StoredFile
from .packages import pack_sealed, verify_package
from .permissions import plug_case_reach
from .rules import Standing
from .seal import Sealer
from .services import (
    DocumentRevoked,
    erase_files,
    issue,
    keep_file,
    release_file,
    revoke,
    sweep_unused_files,
    use_file,
)
from .serving import document_response, file_response, read_file
from .sheets import Sheet, pdf_response, print_sheet
from .verification import Verification, standing_of, verify_code, verify_file
from .word import word_response, write_sheet

__all__ = [
    "Bag",
    "Document",
    "DocumentRevoked",
    "Sealer",
    "Sheet",
    "Standing",
    "StoredFile",
    "Verification",
    "document_response",
    "erase_files",
    "file_response",
    "is_package",
    "issue",
    "keep_file",
    "pack_sealed",
    "pdf_response",
    "plug_case_reach",
    "plug_sealer",
    "print_sheet",
    "read_file",
    "release_file",
    "revoke",
    "standing_of",
    "sweep_unused_files",
    "use_file",
    "verify_code",
    "verify_file",
    "verify_package",
    "word_response",
    "write_sheet",
]
