"""A self-assessment of the demonstration state: the written answers of 2021, and an edition that is being filled in."""

from datetime import datetime

from django.utils import timezone

from ratusha.self_assessment import public as self_assessment

from .cases import at_work
from .officials import Account

FORM, OLDER, EDITION = "un-2022", "answers-2021", "2026"
OWNERS = {"A": "programme", "C": "law_reviewer", "D": "expert", "F": "council_secretary"}
ACCEPTED = {
    "programme": ["1:country", "7:portal", "8:catalogue", "13:bodies-13", "22:bodies-22"],
    "law_reviewer": ["36:law-36", "37:law-36", "44:law-44", "45:law-44"],
    "council_secretary": ["104:usage", "105:usage"],
}


def live_self_assessment(officials: dict[str, Account], *, now: datetime) -> int:
    """The number of answers taken from the platform; nothing is answered that nobody knows."""
    coordinator = officials["programme"].user
    opened = at_work(now, 20, hour=9)
    self_assessment.take_over(OLDER, now=opened)
    body = coordinator.bodies_with("self_assessment.coordinate", on=timezone.localdate(now))[0]
    edition = self_assessment.open_edition(
        EDITION, FORM, by=coordinator, body_id=body, now=opened
    )  # fmt: skip
    for section, code in OWNERS.items():
        self_assessment.name_owner(
            edition, section, officials[code].user, by=coordinator, now=opened
        )
    answered = at_work(now, 4, hour=11)
    for code, keys in ACCEPTED.items():
        self_assessment.accept_offers(edition, keys, by=officials[code].user, now=answered)
    return sum(map(len, ACCEPTED.values()))
