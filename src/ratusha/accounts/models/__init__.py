from .guesses import Tries
from .session import Session
from .user import Appointment, User

RETENTION = {
    "User": ("P3Y", "from the day the cabinet is closed"),
    "Appointment": ("P10Y", "from its end: it explains who could decide what"),
    "Session": ("PT0S", "from its end"),
    "Tries": ("P2D", "from the last try"),
}

__all__ = ["RETENTION", "Appointment", "Session", "Tries", "User"]
