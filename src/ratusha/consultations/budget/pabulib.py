"""The `.pb` file of Pabulib, so that anybody counts the outcome again with programs that are not ours."""

import csv
from collections.abc import Sequence
from io import StringIO

from .rules import Ballots


def as_pb(
    *, description: str, amount: int, projects: Sequence[tuple[int, int, str]], ballots: Ballots
) -> str:
    """`projects`: number, cost, name. Voters are numbered in the order of what they chose, so that no order is told."""
    out = StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\n").writerow
    votes = {
        number: sum(number in ballot for ballot in ballots) for number, _cost, _name in projects
    }
    write(["META"])
    for key, value in (
        ("key", "value"), ("description", description), ("num_projects", len(projects)),
        ("num_votes", len(ballots)), ("budget", amount), ("vote_type", "approval"),
        ("rule", "equalshares"), ("min_length", 1), ("max_length", len(projects)),
    ):  # fmt: skip
        write([key, value])
    write(["PROJECTS"])
    write(["project_id", "cost", "votes", "name"])
    for number, cost, name in projects:
        write([f"{number:03}", cost, votes[number], name])
    write(["VOTES"])
    write(["voter_id", "vote"])
    for voter, ballot in enumerate(sorted(sorted(one) for one in ballots), start=1):
        write([voter, ",".join(f"{number:03}" for number in ballot)])
    return out.getvalue()
