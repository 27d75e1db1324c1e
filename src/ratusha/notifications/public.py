"""What other modules may use of notifications."""

from .models import Notice
from .services import notify, unread_count

__all__ = ["Notice", "notify", "unread_count"]
