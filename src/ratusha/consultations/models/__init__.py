from .budget import Approval, Budget, Project
from .drafts import Comment, Draft, Reply, Version
from .opinions import Discussion, Stance, Statement
from .petitions import Petition, Signature
from .polls import Ballot, Poll, Trustee, VotingPaper

__all__ = [
    "Approval", "Ballot", "Budget", "Comment", "Discussion", "Draft", "Petition", "Poll", "Project",
    "Reply", "Signature", "Stance", "Statement", "Trustee", "Version", "VotingPaper",
]  # fmt: skip

RETENTION = {
    "Approval": (None, "a fingerprint and what was approved: the outcome is counted again from it"),
    "Ballot": (None, "until the poll closes: then it lies in the public archive"),
    "Budget": (None, "public facts"),
    "Comment": (None, "part of the file of the draft; its author is not published"),
    "Discussion": (None, "public facts; its map tells of groups alone"),
    "Draft": (None, "public facts"),
    "Petition": (None, "public facts"),
    "Poll": (None, "public facts"),
    "Project": (None, "public facts; the author is not published"),
    "Reply": (None, "public facts"),
    "Signature": ("P1Y", "from the end of the petition"),
    "Stance": ("P1Y", "from the last day of the discussion; a fingerprint and an answer"),
    "Statement": (None, "public words; who proposed them is not published"),
    "Trustee": (None, "with the poll: who kept its key is public"),
    "Version": (None, "public facts"),
    "VotingPaper": (None, "until the poll closes: then it is destroyed"),
}
