"""What other modules may use of audit."""

from .sealing import Report, seal_entries, verify_chain
from .services import entry_of, record

__all__ = ["Report", "entry_of", "record", "seal_entries", "verify_chain"]
