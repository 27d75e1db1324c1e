from .mandates import Mandate, MandateOffer, MinorConsent
from .parties import DOCUMENT, PERSON, Organisation, Person, PersonDocument

__all__ = [
    "DOCUMENT",
    "PERSON",
    "Mandate",
    "MandateOffer",
    "MinorConsent",
    "Organisation",
    "Person",
    "PersonDocument",
]

RETENTION = {
    "Person": ("P75Y", "after death; the population register keeps the person"),
    "PersonDocument": ("P75Y", "with the person"),
    "Organisation": (None, "public facts"),
    "Mandate": ("P10Y", "after its end"),
    "MandateOffer": ("P10Y", "after its end, with the mandate it led to"),
    "MinorConsent": ("P10Y", "after its end"),
}
