"""What other modules may use of life events."""

from .models import Offer, Sitting
from .queries import is_in_sitting, offers_for, sittings_of
from .reading import LifeEvent, life_event, life_events, offer_rule
from .services.offers import (
    hear_birth,
    hear_case,
    hear_death,
    hear_organisation,
    hear_pension_age,
    hear_residence,
)
from .services.sitting import erase

__all__ = [
    "LifeEvent",
    "Offer",
    "Sitting",
    "erase",
    "hear_birth",
    "hear_case",
    "hear_death",
    "hear_organisation",
    "hear_pension_age",
    "hear_residence",
    "is_in_sitting",
    "life_event",
    "life_events",
    "offer_rule",
    "offers_for",
    "sittings_of",
]
