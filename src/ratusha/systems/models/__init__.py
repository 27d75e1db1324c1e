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
    "BillTaken": (None, "where what the register says comes from"),
}

__all__ = [
    "DRAFT", "RETENTION", "Asked", "BillTaken", "CardVersion", "Filing", "Mastery", "Replacement",
    "SoftwareItem", "SoftwareUse", "Substitute", "System",
]  # fmt: skip
