from .assignment import (
    EVERY_DUTY,
    AssignedTile,
    Assignment,
    AssignmentEdition,
    Border,
    BorderTile,
)
from .clients import Client
from .issue import Executor, Flow, Issue, IssueQuerySet, Photo, Reporter, WorkReport
from .routing import Habit, Learned, Precedent

__all__ = [
    "EVERY_DUTY",
    "AssignedTile",
    "Assignment",
    "AssignmentEdition",
    "Border",
    "BorderTile",
    "Client",
    "Executor",
    "Flow",
    "Habit",
    "Issue",
    "IssueQuerySet",
    "Learned",
    "Photo",
    "Precedent",
    "Reporter",
    "WorkReport",
]

RETENTION = {
    **dict.fromkeys(
        ("Issue", "Photo", "Reporter", "WorkReport"), ("case", "from the day the case is closed")
    ),
    **dict.fromkeys(
        ("AssignedTile", "Assignment", "AssignmentEdition", "Border", "BorderTile"),
        (None, "acts about places and organisations, no persons"),
    ),
    "Client": (None, "programs of others, no persons"),
    "Executor": (None, "organisations, no persons"),
    "Flow": ("PT1H", "against floods; holds a fingerprint, not an address"),
    "Habit": (None, "figures about organisations"),
    "Learned": (None, "weights, no persons"),
    "Precedent": (None, "decisions about places and organisations, no persons"),
}
