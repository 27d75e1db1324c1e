from .collection import Answer, AnswerStep, Collection, Proof, Task
from .snapshot import Snapshot

__all__ = ["Answer", "AnswerStep", "Collection", "Proof", "Snapshot", "Task"]

RETENTION = {
    "Snapshot": (None, "figures about bodies and places, no person; frozen for good"),
    **dict.fromkeys(
        ("Answer", "AnswerStep", "Collection", "Proof", "Task"),
        (None, "figures of bodies with their history; officials are named as who acted"),
    ),
}
