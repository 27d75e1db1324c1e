"""Ratings of the demonstration state: people rate what was finished, with invented words (sample)."""

from datetime import datetime, timedelta
from random import Random

from ratusha.accounts.public import User, find_user
from ratusha.cases.public import Case, Outcome
from ratusha.ratings import public as ratings
from ratusha.ratings.public import Marks

from .officials import Account

CRITERIA = ("simplicity", "information", "term", "politeness")
WORDS = (
    "Усё хутка, дзякуй (узор).",
    "У калідоры цесна, няма дзе сесці (узор).",
    "Не зразу знайшла, якія дакументы трэба (узор).",
)
REPLY = "Дзякуй. Паставілі ў калідоры яшчэ чатыры крэслы (узор)."
SAMPLE_NETWORK = "192.0.2.7/32"  # an address for examples: nobody's


def live_ratings(officials: dict[str, Account], *, seed: int, now: datetime) -> int:
    """Two thirds of those who may rate do; some write, one is answered, some came from one address."""
    rng = Random(seed)  # noqa: S311 - a demonstration
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
            if clerk.may(ratings.REPLY, one.organisation.party_id, on=now.date())
        ),
        None,
    )
    if replied is not None:
        ratings.reply(replied.pk, text=REPLY, by=clerk, now=now)
    ratings.look_for_signs(now)
    return len(given)


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
