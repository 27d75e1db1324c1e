from .polls import Ballot, Poll, Trustee, VotingPaper

__all__ = ["Ballot", "Poll", "Trustee", "VotingPaper"]

RETENTION = {
    "Ballot": (None, "until the poll closes: then it lies in the public archive"),
    "Poll": (None, "public facts"),
    "Trustee": (None, "with the poll: who kept its key is public"),
    "VotingPaper": (None, "until the poll closes: then it is destroyed"),
}
