"""What other modules may use of audit."""

from .services import record

__all__ = ["record"]
