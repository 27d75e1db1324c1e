from .register import DRAFT, Asked, CardVersion, Filing, Mastery, System

RETENTION = {
    "System": (None, "the register keeps its entries for good"),
    "CardVersion": (None, "the history of the register"),
    "Mastery": (None, "follows the newest card"),
    "Filing": (None, "explains how a card came into the register"),
    "Asked": (None, "explains how a card came into the register"),
}

__all__ = ["DRAFT", "RETENTION", "Asked", "CardVersion", "Filing", "Mastery", "System"]
