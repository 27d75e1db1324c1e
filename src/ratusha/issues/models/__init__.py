from .assignment import (
    EVERY_DUTY,
    AssignedTile,
    Assignment,
    AssignmentEdition,
    Border,
    BorderTile,
)
from .clients import Client
from .escalation import Escalation
from .issue import Executor, Flow, Issue, IssueQuerySet, Photo, Reporter, WorkReport
from .map import Cell, Shown
from .routing import Habit, Learned, Precedent, RoutingVerdict
from .survey import Draw, Lot
from .telephone import Telephone

__all__ = [
    "EVERY_DUTY",
    "AssignedTile",
    "Assignment",
    "AssignmentEdition",
    "Border",
    "BorderTile",
    "Cell",
    "Client",
    "Draw",
    "Escalation",
    "Executor",
    "Flow",
    "Habit",
    "Issue",
    "IssueQuerySet",
    "Learned",
    "Lot",
    "Photo",
    "Precedent",
    "Reporter",
    "RoutingVerdict",
    "Shown",
    "Telephone",
    "WorkReport",
]

RETENTION = {
    **dict.fromkeys(
        ("Escalation", "Issue", "Lot", "Photo", "Reporter", "WorkReport"),
        ("case", "from the day the case is closed"),
    ),
    **dict.fromkeys(
        ("AssignedTile", "Assignment", "AssignmentEdition", "Border", "BorderTile"),
        (None, "acts about places and organisations, no persons"),
    ),
    "Cell": (None, "counts by square of the map, no persons"),
    "Client": (None, "programs of others, no persons"),
    "Draw": (None, "seeds and counts, no persons"),
    "Executor": (None, "organisations, no persons"),
    "Flow": ("PT1H", "against floods; holds a fingerprint, not an address"),
    "Habit": (None, "figures about organisations"),
    "Learned": (None, "weights, no persons"),
    "RoutingVerdict": (None, "figures about organisations"),
    "Precedent": (None, "decisions about places and organisations, no persons"),
    "Shown": (None, "public facts about places; goes with its issue"),
    "Telephone": ("P30D", "of who agreed to be called; goes when the survey of the issue is over"),
}
