"""What other modules may use of documents."""

from .keys import plug_sealer
from .models import Document, StoredFile
from .rules import Standing
from .seal import Sealer
from .services import issue, keep_file, revoke
from .verification import Verification, standing_of, verify_code, verify_file

__all__ = [
    "Document",
    "Sealer",
    "Standing",
    "StoredFile",
    "Verification",
    "issue",
    "keep_file",
    "plug_sealer",
    "revoke",
    "standing_of",
    "verify_code",
    "verify_file",
]
