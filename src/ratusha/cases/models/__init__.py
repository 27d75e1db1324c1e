from .case import Attachment, Case, CaseLink, ClockEntry, Message, Rating, StepTaken
from .officials import Recusal, Substitution

__all__ = [
    "Attachment",
    "Case",
    "CaseLink",
    "ClockEntry",
    "Message",
    "Rating",
    "Recusal",
    "StepTaken",
    "Substitution",
]
