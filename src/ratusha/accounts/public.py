"""What other modules may use of accounts."""

from .access import SignedInRequest, access_mode, require_access, require_office
from .events import CabinetOpened, CardLocked, SignedIn
from .held import nothing_typed_is_lost, typed_now, typed_words, words_given_back
from .identity import (
    IdentityProvider,
    Ticket,
    connect_directory,
    connect_provider,
)
from .models import Appointment, User
from .officials import officials_who_may, officials_with
from .permissions import PERMISSIONS
from .permissions import declare as declare_permission
from .rules import AccessMode
from .services.appointments import appoint, end_appointment
from .services.cabinets import find_user, open_cabinet, prepare_cabinet, set_password
from .services.cards import DemonstrationCards, IssuedCard, issue_demo_card
from .services.tries import forget_old
from .visits import Capacity, capacities, released_attributes
from .whereabouts import caller_network

__all__ = [
    "PERMISSIONS",
    "AccessMode",
    "Appointment",
    "CabinetOpened",
    "Capacity",
    "CardLocked",
    "DemonstrationCards",
    "IdentityProvider",
    "IssuedCard",
    "SignedIn",
    "SignedInRequest",
    "Ticket",
    "User",
    "access_mode",
    "appoint",
    "caller_network",
    "capacities",
    "connect_directory",
    "connect_provider",
    "declare_permission",
    "end_appointment",
    "find_user",
    "forget_old",
    "issue_demo_card",
    "nothing_typed_is_lost",
    "officials_who_may",
    "officials_with",
    "open_cabinet",
    "prepare_cabinet",
    "released_attributes",
    "require_access",
    "require_office",
    "set_password",
    "typed_now",
    "typed_words",
    "words_given_back",
]
