"""Ratings of the demonstration state: people rate what was finished, with invented words (sample)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import User, find_user
from ratusha.cases.public import Case, Outcome
from ratusha.issues import public as issues
from ratusha.issues.public import Trouble
from ratusha.parties.public import find_body
from ratusha.ratings import public as ratings
from ratusha.ratings.public import Marks

from .officials import LANGUAGE, Account

CRITERIA = ("simplicity", "information", "term", "politeness")
WORDS = (
    "Усё хутка, дзякуй (узор).",
    "У калідоры цесна, няма дзе сесці (узор).",
    "Не зразу знайшла, якія дакументы трэба (узор).",
)
REPLY = "Дзякуй. Паставілі ў калідоры яшчэ чатыры крэслы (узор)."
THANKS = "Дзякуй. Графік уборкі вісіць на дзвярах пад’езда (узор)."
UTILITY, TOWN = "housing_utility:5268000000", "5000000000"
DAYS_TO_CHANGE = 14  # as the pack says: until then a document of a quarter is not made
SWEEPING, HOLE = "yard.cleaning", "road.hole"
SLOW = (  # what was mended, and the marks by the four criteria
    (SWEEPING, 4, 3, 1, 4), (SWEEPING, 4, 4, 2, 4), (HOLE, 3, 3, 1, 3), (HOLE, 4, 3, 2, 4), (SWEEPING, 5, 4, 1, 4),
    (HOLE, 4, 3, 2, 3), (HOLE, 3, 4, 1, 4), (SWEEPING, 4, 4, 2, 5), (HOLE, 4, 3, 2, 4), (SWEEPING, 4, 3, 1, 4),
)  # fmt: skip
SWIFT = (
    (SWEEPING, 5, 4, 5, 5), (SWEEPING, 4, 4, 5, 4), (HOLE, 4, 3, 5, 4), (HOLE, 5, 4, 4, 5), (SWEEPING, 5, 5, 5, 4),
    (HOLE, 4, 4, 4, 4), (HOLE, 5, 4, 5, 5), (SWEEPING, 5, 4, 5, 5), (HOLE, 4, 3, 4, 4), (SWEEPING, 5, 4, 5, 5),
)  # fmt: skip
SAMPLE_NETWORK = "192.0.2.7/32"  # an address for examples: nobody's


def live_ratings(
    officials: dict[str, Account], residents: Sequence[User], *, seed: int, now: datetime
) -> int:
    """Two thirds of those who may rate do; some write, one is answered, some came from one address.

    Two quarters that are over have their documents.
    """
    rng = Random(seed)  # noqa: S311 - a demonstration
    earlier = _quarters_that_are_over(officials, residents, now=now)
    clerk, overseer = officials["clerk"].user, officials["council_secretary"].user
    ended = Case.objects.filter(
        outcome__in=(Outcome.GRANTED, Outcome.REFUSED),
        kind__in=("application", "issue"),
        rating=None,
    )
    given: list[ratings.Given] = []
    for case in ended.order_by("closed_on", "reference"):
        user = find_user(case.applicant_id)
        if user is None or rng.random() < 1 / 3:
            continue
        given.append(_rated(case, user, rng, len(given), now))
    worded = [one for one in given if one.words_mark][:2]
    for one in worded:
        ratings.release_words(one.pk, text=WORDS[1], by=overseer, now=now)
    replied = next(
        (
            one
            for one in worded
            if clerk.may(ratings.REPLY, one.organisation.party_id, on=timezone.localdate(now))
        ),
        None,
    )
    if replied is not None:
        ratings.reply(replied.pk, text=REPLY, by=clerk, now=now)
    ratings.look_for_signs(now)
    ratings.make_analyses(now)
    return len(given) + earlier


def _quarters_that_are_over(
    officials: dict[str, Account], residents: Sequence[User], *, now: datetime
) -> int:
    """One yard after another is swept: at first people wait too long, in the next quarter no more."""
    settled = timezone.localdate(now) - timedelta(days=DAYS_TO_CHANGE)
    this_quarter = datetime(
        settled.year, (settled.month - 1) // 3 * 3 + 1, 1, 12, tzinfo=now.tzinfo
    )
    body = find_body(UTILITY)
    assert body is not None  # noqa: S101 - the master works there
    utility = issues.name_executor(UTILITY, name=body.name, body_id=body.pk)
    number = 0
    for days_before, patterns in ((135, SLOW), (45, SWIFT)):
        for (category, *marks), person in zip(patterns, residents, strict=False):
            number += 1
            begun = this_quarter - timedelta(days=days_before - number)
            case = _mended(
                number, category, by=person, executor=utility.pk, officials=officials, begun=begun
            )
            said = Marks(scores=dict(zip(CRITERIA, marks, strict=True)))
            given = ratings.give(case.pk, said, by=person, now=begun + timedelta(days=4))
            if number % 3 == 0:
                answered = begun + timedelta(days=5 + number % 4)
                ratings.reply(given.pk, text=THANKS, by=officials["master"].user, now=answered)
    return number


def _mended(
    number: int, category: str, *, by: User, executor: UUID, officials: dict[str, Account], begun: datetime
) -> Case:  # fmt: skip
    trouble = Trouble(
        category=category, language=LANGUAGE, words="Двор даўно не мялі (узор).", unit_code=TOWN,
        address=f"Мінск, вул. Узорная, {number}", lat=53.871 + number * 0.002, lon=27.55,
    )  # fmt: skip
    case = issues.report(trouble, by=by, now=begun).case
    dispatcher, master = officials["dispatcher"].user, officials["master"].user
    later = begun + timedelta(hours=2)
    issues.assign(case.pk, executor=executor, by=dispatcher, now=later)
    done = begun + timedelta(days=3)
    return issues.finish(case.pk, text="Двор прыбраны (узор).", by=master, now=done)


def _rated(case: Case, user: User, rng: Random, number: int, now: datetime) -> ratings.Given:
    scores = {one: rng.choice((3, 4, 4, 5, 5, 5)) for one in CRITERIA}
    if case.outcome == Outcome.REFUSED:
        scores |= {"simplicity": 2, "information": 2}
    said = Marks(
        scores=scores,
        words=WORDS[number % len(WORDS)] if number % 4 == 0 else "",
        network=SAMPLE_NETWORK if number % 3 == 0 else f"192.0.2.{number % 200 + 20}/32",
    )
    moment = now - timedelta(hours=rng.randrange(1, 40))
    return ratings.give(case.pk, said, by=user, now=moment)
