"""Indicators of the demonstration state: a year of figures in every district, then values taken week by week."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from ratusha.applications.public import KIND
from ratusha.cases.public import Outcome, Skeleton
from ratusha.indicators import public as indicators
from ratusha.indicators.public import Figures, take_snapshots
from ratusha.parties.public import bodies

from .cases import HOUSEHOLD, KINDERGARTEN
from .officials import Account

WEEKS = 6
CASES_OF_A_BODY = range(7, 12)
PROCEDURES = {"housing_utility": HOUSEHOLD, "education": KINDERGARTEN}
MONTHS_BACK = range(1, 11)
WHERE = "5000000000"  # the committee whose official answers
GIVEN: dict[str, tuple[int, int | None]] = {  # by question: a figure, or a part and its whole
    "channels": (398, 402), "hosted": (71, 104), "electronic": (610, 1190), "paperless": (8120, 10_300),
    "once_only": (310, 380), "open_sets": (52, None), "trained": (1240, 1950), "vacancies": (38, 260),
    "attested": (92, 104), "incidents": (4, None),
}  # fmt: skip


def live_indicators(*, seed: int, now: datetime) -> int:
    """The number of days for which values were taken."""
    today = timezone.localdate(now)
    Skeleton.objects.bulk_create(_a_year(Random(seed), today))  # noqa: S311 - a demonstration
    days = [today - timedelta(weeks=back) for back in range(WEEKS, -1, -1)]
    for day in days:
        take_snapshots(day, now=now)
    return len(days)


def _a_year(rng: Random, today: date) -> list[Skeleton]:
    """What is left of invented cases of everybody's district: no person was ever behind them."""
    made = []
    care: dict[str, float] = {}  # how well a region works, drawn once for each
    for body in bodies(*PROCEDURES):
        region = body.serves[0][0] if body.serves else ""
        quality = care.setdefault(region, rng.uniform(0.9, 0.995))
        made += [
            _one(rng, str(body.pk), PROCEDURES[body.kind], quality, today)
            for _number in range(rng.choice(CASES_OF_A_BODY))
        ]
    return made


def _one(rng: Random, body: str, procedure: str, quality: float, today: date) -> Skeleton:
    in_term = rng.random() < quality
    month = (today.replace(day=1) - timedelta(days=30 * rng.choice(MONTHS_BACK))).replace(day=1)
    marks = min(20, max(4, round(rng.gauss(20 * quality - 1, 2))))
    refused = rng.random() > quality
    return Skeleton(
        kind=KIND,
        subject_code=procedure,
        body_id=body,
        channel="portal" if rng.random() < quality - 0.3 else "counter",
        outcome=Outcome.REFUSED if refused else Outcome.GRANTED,
        closed_in=month,
        days=rng.randint(1, 12) if in_term else rng.randint(16, 40),
        in_term=in_term,
        marks=marks if rng.random() < quality - 0.5 else None,
    )


def live_collection(officials: dict[str, Account], *, now: datetime) -> int:
    """One collection that runs: a committee has handed in, one of its figures was given back."""
    person, verifier = officials["respondent"].user, officials["expert"].user
    year = timezone.localdate(now).year
    collection = indicators.open_collection(
        "regions", year=year, number=1, by=officials["programme"].user, now=now
    )
    task = collection.tasks.get(subject=WHERE)
    figures = {
        code: Figures(Decimal(part), None if whole is None else Decimal(whole))
        for code, (part, whole) in GIVEN.items()
    }
    indicators.save_answers(task.pk, figures, by=person, now=now)
    for question in ("channels", "hosted", "attested"):
        indicators.add_proof(
            task.pk, question, title="Справаздача гарвыканкама", taken_on=timezone.localdate(now),
            link="https://example.org/report", by=person, now=now,
        )  # fmt: skip
    indicators.hand_in(task.pk, by=person, now=now)
    indicators.choose_for_verifying(collection.pk, by=verifier, now=now)
    doubtful = task.answers.get(question="trained")
    indicators.verify(
        doubtful.pk, accept=False, reason="У плане навучання іншая лічба.", by=verifier, now=now
    )
    return int(collection.tasks.count())
