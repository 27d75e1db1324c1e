"""What other modules may use of accounts."""

from .access import SignedInRequest, access_mode, require_access
from .models import Appointment, User
from .officials import officials_who_may
from .permissions import PERMISSIONS
from .permissions import declare as declare_permission
from .rules import AccessMode
from .services.appointments import appoint, end_appointment
from .services.cabinets import find_user, open_cabinet, prepare_cabinet, set_password
from .whereabouts import caller_network

__all__ = [
    "PERMISSIONS",
    "AccessMode",
    "Appointment",
    "SignedInRequest",
    "User",
    "access_mode",
    "appoint",
    "caller_network",
    "declare_permission",
    "end_appointment",
    "find_user",
    "officials_who_may",
    "open_cabinet",
    "prepare_cabinet",
    "require_access",
    "set_password",
]
