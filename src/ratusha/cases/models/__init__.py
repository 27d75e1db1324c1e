from .case import (
    Attachment,
    Case,
    CaseLink,
    CaseQuerySet,
    ClockEntry,
    Message,
    Rating,
    StepTaken,
)
from .officials import Recusal, Substitution
from .skeleton import Skeleton

__all__ = [
    "Attachment",
    "Case",
    "CaseLink",
    "CaseQuerySet",
    "ClockEntry",
    "Message",
    "Rating",
    "Recusal",
    "Skeleton",
    "StepTaken",
    "Substitution",
]

RETENTION = {  # "case": as long as the schedule of the country says for this kind of case
    **dict.fromkeys(
        (
            "Attachment",
            "Case",
            "CaseLink",
            "ClockEntry",
            "Message",
            "Rating",
            "Recusal",
            "StepTaken",
        ),
        ("case", "from the day the case is closed"),
    ),
    "Skeleton": (None, "figures, never a person's case"),
    "Substitution": ("P10Y", "after its last day: it explains who could decide what"),
}
