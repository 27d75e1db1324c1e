"""What other modules may use of the registers. Facts are asked for through the exchange, which leaves a trace."""

from .demonstration import Generated, generate_population
from .events import BirthRecorded, ResidenceRecorded
from .models import Dwelling, TradeObject
from .providers import providers
from .queries import (
    are_close_relatives,
    children_of,
    dwelling_at,
    parents_of,
    residence_on,
    spouse_of,
)
from .rules import Register, State, Stay, Tie
from .services import (
    appoint_guardian,
    bring_up,
    close_trade_object,
    end_guardianship,
    end_marriage,
    enter_dwelling,
    enter_organisation,
    enter_trade_object,
    record_birth,
    record_marriage,
    record_owners,
    record_residence,
    strike_off,
    take_down,
    tie_parent,
)

__all__ = [
    "BirthRecorded",
    "Dwelling",
    "Generated",
    "Register",
    "ResidenceRecorded",
    "State",
    "Stay",
    "Tie",
    "TradeObject",
    "appoint_guardian",
    "are_close_relatives",
    "bring_up",
    "children_of",
    "close_trade_object",
    "dwelling_at",
    "end_guardianship",
    "end_marriage",
    "enter_dwelling",
    "enter_organisation",
    "enter_trade_object",
    "generate_population",
    "parents_of",
    "providers",
    "record_birth",
    "record_marriage",
    "record_owners",
    "record_residence",
    "residence_on",
    "spouse_of",
    "strike_off",
    "take_down",
    "tie_parent",
]
