"""What other modules may use of issues."""

from .importing.decided import decided_in
from .importing.reading import NotThisFile, read_organisations
from .importing.recount import recount
from .models import Executor, Issue
from .permissions import ISSUE
from .presentation import ways_of
from .record import record_of
from .routing.judge import judge
from .services.clients import admit_client, end_client
from .services.erase import erase
from .services.follow import close_quiet
from .services.importing import import_file
from .services.learn import learn_anew
from .services.report import Trouble, report

__all__ = [
    "ISSUE",
    "Executor",
    "Issue",
    "NotThisFile",
    "Trouble",
    "admit_client",
    "close_quiet",
    "decided_in",
    "end_client",
    "erase",
    "import_file",
    "judge",
    "learn_anew",
    "read_organisations",
    "record_of",
    "recount",
    "report",
    "ways_of",
]
