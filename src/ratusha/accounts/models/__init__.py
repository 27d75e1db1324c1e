from .guesses import Tries
from .held import HeldWords
from .identity import Consent, DemonstrationCard, IdentityCheck
from .session import Session
from .user import Appointment, User

# How long each is kept: an ISO 8601 duration (None: for good), and from when or why.
RETENTION = {
    "User": ("P3Y", "from the day the cabinet is closed"),
    "Appointment": ("P10Y", "from its end: it explains who could decide what"),
    "Session": ("PT0S", "from its end"),
    "Tries": ("P2D", "from the last try; a locked card stays locked"),
    "DemonstrationCard": ("PT0S", "from its expiry"),
    "HeldWords": ("PT2H", "from the press that came too late"),
    "IdentityCheck": ("P1D", "from its start"),
    "Consent": ("P3Y", "from its withdrawal: proof that there was one"),
}

__all__ = [
    "RETENTION",
    "Appointment",
    "Consent",
    "DemonstrationCard",
    "HeldWords",
    "IdentityCheck",
    "Session",
    "Tries",
    "User",
]
