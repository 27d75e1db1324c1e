from .issue import Executor, Flow, Issue, IssueQuerySet, Photo, Reporter, WorkReport

__all__ = ["Executor", "Flow", "Issue", "IssueQuerySet", "Photo", "Reporter", "WorkReport"]

RETENTION = {
    **dict.fromkeys(
        ("Issue", "Photo", "Reporter", "WorkReport"), ("case", "from the day the case is closed")
    ),
    "Executor": (None, "organisations, no persons"),
    "Flow": ("PT1H", "against floods; holds a fingerprint, not an address"),
}
