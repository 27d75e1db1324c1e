"""What other modules may use of notifications."""

from .case_pages import plug_case_page
from .letters import forget_old_letters, send_due_letters
from .mandates import write_about_end, write_about_mandate
from .models import Notice
from .services import erase_about, notify, unread_count

__all__ = [
    "Notice",
    "erase_about",
    "forget_old_letters",
    "notify",
    "plug_case_page",
    "send_due_letters",
    "unread_count",
    "write_about_end",
    "write_about_mandate",
]
