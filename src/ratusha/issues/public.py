"""What other modules may use of issues."""

from .models import Executor, Issue
from .permissions import ISSUE
from .presentation import ways_of
from .record import record_of
from .services.erase import erase
from .services.follow import close_quiet
from .services.report import Trouble, report

__all__ = [
    "ISSUE",
    "Executor",
    "Issue",
    "Trouble",
    "close_quiet",
    "erase",
    "record_of",
    "report",
    "ways_of",
]
