from .application import Application, Draft
from .decision import Decision, DraftDecision, SecondOfficial
from .supplement import Supplement

__all__ = [
    "Application",
    "Decision",
    "Draft",
    "DraftDecision",
    "SecondOfficial",
    "Supplement",
]
