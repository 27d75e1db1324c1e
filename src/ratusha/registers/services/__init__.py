"""The acts on registers, split by register. Procedures call them when a decision changes what the state knows."""

from .ages import tell_pension_ages
from .dwellings import enter_dwelling, record_owners
from .families import (
    appoint_guardian,
    end_guardianship,
    end_marriage,
    record_birth,
    record_death,
    record_marriage,
    tie_parent,
)
from .organisations import close_trade_object, enter_organisation, enter_trade_object
from .outages import bring_up, take_down
from .residence import record_residence, strike_off

__all__ = [
    "appoint_guardian",
    "bring_up",
    "close_trade_object",
    "end_guardianship",
    "end_marriage",
    "enter_dwelling",
    "enter_organisation",
    "enter_trade_object",
    "record_birth",
    "record_death",
    "record_marriage",
    "record_owners",
    "record_residence",
    "strike_off",
    "take_down",
    "tell_pension_ages",
    "tie_parent",
]
