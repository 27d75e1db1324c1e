"""What other modules may use of audit."""

from .sealing import Report, seal_entries, verify_chain
from .services import record

__all__ = ["Report", "record", "seal_entries", "verify_chain"]
