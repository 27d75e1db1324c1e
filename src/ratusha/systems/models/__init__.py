from .discovery import Proposal
from .offices import Certificate, CompetenceNeed, Office, Specialist, TrainingLine
from .register import DRAFT, Asked, CardVersion, Filing, Mastery, System
from .software import BillTaken, Replacement, SoftwareItem, SoftwareUse, Substitute

RETENTION = {
    "System": (None, "the register keeps its entries for good"),
    "CardVersion": (None, "the history of the register"),
    "Mastery": (None, "follows the newest card"),
    "Filing": (None, "explains how a card came into the register"),
    "Asked": (None, "explains how a card came into the register"),
    "SoftwareItem": (None, "things, no people"),
    "SoftwareUse": (None, "things, no people"),
    "Substitute": (None, "things, no people"),
    "Replacement": (None, "things, no people"),
    "Office": (None, "things, no people"),
    "Specialist": ("P3Y", "from the day the person has left the office"),
    "Certificate": ("P3Y", "with the specialist"),
    "CompetenceNeed": (None, "things, no people"),
    "TrainingLine": ("P3Y", "from its end, where it names a person"),
    "Proposal": (None, "explains what the published coverage counts"),
    "BillTaken": (None, "where what the register says comes from"),
}

__all__ = [
    "DRAFT", "RETENTION", "Asked", "BillTaken", "CardVersion", "Certificate", "CompetenceNeed", "Filing", "Mastery",
    "Office", "Proposal", "Replacement", "SoftwareItem", "SoftwareUse", "Specialist", "Substitute", "System",
    "TrainingLine",
]  # fmt: skip
