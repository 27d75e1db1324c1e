from .snapshot import Snapshot

__all__ = ["Snapshot"]

RETENTION = {
    "Snapshot": (None, "figures about bodies and places, no person; frozen for good"),
}
