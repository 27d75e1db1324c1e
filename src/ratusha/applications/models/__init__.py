from .application import Application, Draft
from .decision import Decision, DraftDecision, SecondOfficial
from .left import LeaverMark, LeftDraft
from .supplement import Supplement
from .words import OwnWords

__all__ = [
    "Application",
    "Decision",
    "Draft",
    "DraftDecision",
    "LeaverMark",
    "LeftDraft",
    "OwnWords",
    "SecondOfficial",
    "Supplement",
]

RETENTION = {
    "Draft": ("P30D", "from the last saved page; lodged, it stays as a receipt without contents"),
    **dict.fromkeys(
        ("Application", "Decision", "DraftDecision", "Supplement"),
        ("case", "with its case"),
    ),
    "LeaverMark": ("P184D", "at most: with the end of the quarter after its own"),
    "LeftDraft": (None, "for figures; leads to nobody"),
    "OwnWords": ("P10Y", "after they were replaced or retired: decisions were explained with them"),
    "SecondOfficial": ("P10Y", "after its last day: it explains how decisions were made"),
}
