"""Two programmes of the demonstration state with life in them: invented measures, late, dear, carried over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from ratusha.cases.public import Case
from ratusha.kernel.pack import pack
from ratusha.measures.public import PlanLine, Status, TakenMeasure, TakenStage, take_over
from ratusha.parties.public import Organisation, find_body
from ratusha.programmes.public import (
    Past,
    PastProgress,
    PastRating,
    PromisedStage,
    foresee,
    nodes,
    replay,
    take_over_past,
)
from ratusha.steering.public import Earning

from .officials import LANGUAGE, Account

RULES = (
    Earning.AT_THE_END,
    Earning.HALVES,
    Earning.PERCENT,
    Earning.AT_THE_END,
    Earning.AT_THE_END,
)
SPHERES = ("administration", "education", "health", "transport", "communications", "housing")
QUESTIONS = (
    "goal",
    "owner",
    "benefits",
    "plan",
    "money",
    "supplier",
    "people",
    "security",
    "users",
)
TASKS = (
    "import_substitution",
    "competence",
    "e_government",
    "data_exchange",
    "hosting",
    "security",
)
MONTHS_RATED = 5
BESIDE = 2  # the stage that goes beside the one before it
CARRIED = 3  # how many run beyond their programme and are carried over


@dataclass
class Story:
    """One invented measure: where it stands, when it began, what it costs, how it goes."""

    name: str
    node: str
    begun: date
    months: int
    cost: Decimal
    mood: float  # 0 goes badly, 1 goes well
    body: Organisation
    terminated: bool = False
    carried_to: str = ""


class Making:
    def __init__(self, officials: dict[str, Account], now: datetime, seed: int) -> None:
        self.officials, self.now, self.today = officials, now, timezone.localdate(now)
        self.random = Random(seed)  # noqa: S311 - a demonstration
        self.told: dict[str, Any] = pack().yaml("demonstration/programmes.yaml")
        self.months_rated = MONTHS_RATED
        self.bodies = [body for code in self.told["bodies"] if (body := find_body(code))]

    def stories(self) -> Iterator[Story]:
        late = 0
        for node, names in self.told["names"].items():
            first, last = nodes()[node.partition(".")[0]].years or (
                self.today.year,
                self.today.year,
            )
            events = nodes()[node].children
            for place, name in enumerate(names):
                begun = self._day(
                    first + self.random.choice((0, 0, 1, 2)) if last <= self.today.year else first
                )
                mood = self.random.random()
                # one that began late and goes badly is still running when its programme is over
                carried = last < self.today.year and mood < 0.12 and late < CARRIED  # noqa: PLR2004
                late += carried
                yield Story(
                    name=name,
                    node=events[place] if place < len(events) else node,
                    begun=begun,
                    months=self.random.randint(14, 30) + (34 if carried else 0),
                    cost=self.money(),
                    mood=mood,
                    body=self.random.choice(self.bodies),
                    terminated=not carried and last < self.today.year and mood > 0.98,  # noqa: PLR2004
                    carried_to=f"2026-2030.{self.random.randint(1, 3)}" if carried else "",
                )

    def money(self) -> Decimal:
        return Decimal(round(self.random.lognormvariate(13.6, 0.9), -3))

    def rated_until_it_ended(self) -> bool:
        """The demonstration keeps ratings only of what runs."""
        return False

    def _day(self, year: int) -> date:
        return date(year, self.random.randint(1, 9), self.random.randint(1, 28))

    def promised(self, story: Story, *, slip: float, dearer: Decimal) -> list[PromisedStage]:
        """The stages of a baseline: each after the one before, the third beside the second."""
        titles, parts = self.told["stages"], (10, 35, 25, 20, 10)
        length = story.months * 30.4 * (1 + slip)
        found: list[PromisedStage] = []
        at = before = 0.0
        for place, (title, share) in enumerate(zip(titles, parts, strict=True)):
            begins = before if place == BESIDE else at
            before = begins
            takes = length * (share + 8) / 130
            first = story.begun + timedelta(days=round(begins))
            found.append(
                PromisedStage(
                    number=place + 1, title=title, starts_on=first, ends_on=first + timedelta(days=round(takes)),
                    amount=(story.cost * dearer * share / 100).quantize(Decimal(1)), rule=RULES[place],
                    after={0: (), 2: (1,), 3: (2, 3)}.get(place, (place,)),
                )
            )  # fmt: skip
            at = max(at, begins + takes)
        return found

    def taken(self, story: Story, stages: Sequence[PromisedStage]) -> TakenMeasure:
        """What really happened: stages later than promised when it goes badly, and dearer."""
        slow = timedelta(days=round((0.75 - story.mood) * 90))
        dear = Decimal(str(round(1.16 - 0.2 * story.mood, 3)))
        done = [one for one in stages if one.ends_on + slow <= self.today]
        if story.terminated:
            done = done[:2]
        taken = [
            TakenStage(
                result=one.title, starts_on=one.starts_on, due_on=one.ends_on, after=one.after,
                amount=(one.amount * dear).quantize(Decimal(1)),
                accepted_on=one.ends_on + slow if one in done else None,
                evidence=self.told["evidence"] if one in done else "",
            )
            for one in stages
        ]  # fmt: skip
        payments = [
            (min(one.accepted_on + timedelta(days=12), self.today), one.amount)
            for one in taken
            if one.accepted_on
        ]
        whole = len(done) == len(stages)
        ended = stages[-1].ends_on + slow + timedelta(days=150)
        status: str = Status.IMPLEMENTATION
        if story.terminated:
            status = Status.TERMINATED
        elif whole:
            status = Status.COMPLETED if ended <= self.today else Status.COMMISSIONED
        return TakenMeasure(
            name={LANGUAGE: story.name}, language=LANGUAGE, goal=self.told["goal"],
            sphere=self.random.choice(SPHERES), sources=["republican"], initiator_id=story.body.pk, status=status,
            programme=story.node.split(".")[0], subprogramme=story.node.split(".")[1],
            begun_at=self._moment(story.begun),
            ended_on=min(ended, self.today) if status in (Status.COMPLETED, Status.TERMINATED) else None,
            lines=list(self._lines(story, stages)), contract=f"{story.begun.year}/{self.random.randint(10, 99)}",
            stages=taken, payments=payments, answers=self._merits(story),
            risks=[self._risk(event) for event in self.told["risks"]],
        )  # fmt: skip

    def _merits(self, story: Story) -> dict[str, Any]:
        """Which tasks it serves, and what it saves in a year; some have not said."""
        tasks = self.random.sample(TASKS, self.random.randint(1, 4))
        saved = (story.cost * self.random.randint(5, 60) / 100).quantize(Decimal(1))
        effects = {"saved": str(saved)} if self.random.random() < 0.8 else {}  # noqa: PLR2004
        return {"identity": {"tasks": tasks}, "effects": effects}

    def _risk(self, event: str) -> dict[str, str]:
        probability, impact = self.random.randint(1, 5), self.random.randint(2, 5)
        return {
            "event": event,
            "probability": str(probability),
            "impact": str(impact),
            "response": "",
        }

    def _moment(self, day: date) -> datetime:
        return timezone.make_aware(datetime.combine(day, time(9)))

    def _lines(self, story: Story, stages: Sequence[PromisedStage]) -> Iterator[PlanLine]:
        years: dict[int, Decimal] = {}
        for one in stages:
            years[one.ends_on.year] = years.get(one.ends_on.year, Decimal()) + one.amount
        for year, amount in years.items():
            yield PlanLine(
                year, "republican", "capital", (amount * Decimal("1.05")).quantize(Decimal(1))
            )
        if story.mood > 0.2:  # noqa: PLR2004 - the others forgot it
            last = max(years)
            for year in range(last, last + 4):
                yield PlanLine(
                    year, "republican", "support", (story.cost / 25).quantize(Decimal(1))
                )

    def past(self, case: Case, story: Story, baselines: Sequence[Sequence[PromisedStage]]) -> Past:
        places = [(story.node, story.begun)]
        if story.carried_to:
            places.append((story.carried_to, date(2026, 1, 5)))
        promised = [(story.begun, "", baselines[0])]
        if len(baselines) > 1:
            promised.append(
                (story.begun + timedelta(days=240), self.told["rebaseline"], baselines[1])
            )
        return Past(
            case_id=case.pk,
            placements=places,
            baselines=promised,
            progress=list(self._progress(baselines[-1], story)),
            ratings=list(self._ratings(story))
            if self.rated_until_it_ended() or not case.closed_on
            else [],
        )

    def _progress(self, stages: Sequence[PromisedStage], story: Story) -> Iterator[PastProgress]:
        for one in stages:
            half = one.starts_on + (one.ends_on - one.starts_on) / 2
            if one.rule != Earning.AT_THE_END and half <= self.today and story.mood > 0.15:  # noqa: PLR2004
                yield PastProgress(
                    stage=one.number, share=Decimal("0.4"), evidence=self.told["evidence"], on=half,
                    reported_by=self.officials["initiator"].user,
                )  # fmt: skip

    def _ratings(self, story: Story) -> Iterator[PastRating]:
        """Month by month; owners see it rosier than assessors, and some have stopped to rate."""
        expert = self.officials["expert"].user.bodies_with("programmes.rate", on=self.today)[0]
        silent = self.random.random() < 0.2  # noqa: PLR2004
        rated_apart = self.random.random() < 0.7  # noqa: PLR2004
        for back in range(self.months_rated, 0, -1):
            on = self.today - timedelta(days=30 * back - 12)
            if on < story.begun or (silent and back < 3):  # noqa: PLR2004
                continue
            base = 1.8 + 3.2 * story.mood + self.random.uniform(-0.5, 0.5)
            yield PastRating(
                view="own", on=on, body_id=story.body.pk, answers=self._answers(base + 0.7)
            )
            if rated_apart and back % 2:
                yield PastRating(
                    view="independent", on=on, body_id=expert, answers=self._answers(base)
                )

    def _answers(self, around: float) -> dict[str, tuple[int, str]]:
        def mark() -> int:
            return min(5, max(1, round(around + self.random.uniform(-0.6, 0.9))))

        return {code: (mark(), self.told["rating"]) for code in QUESTIONS}


def enter(making: Making) -> list[Case]:
    """All of its measures with their past, taken over by one act."""
    keeper, now = making.officials["programme"].user, making.now
    lives = []
    for story in making.stories():
        if story.begun > making.today:
            continue
        moved = story.mood < 0.45 and story.begun + timedelta(days=240) <= making.today  # noqa: PLR2004
        baselines = [making.promised(story, slip=0, dearer=Decimal(1))]
        if moved:
            baselines.append(making.promised(story, slip=0.25, dearer=Decimal("1.08")))
        lives.append((story, baselines))
    taken = [making.taken(story, baselines[-1]) for story, baselines in lives]
    act, reasons = making.told["act"], making.told["reasons"]
    cases = take_over(taken, act=act, reasons=reasons, by=keeper, now=now)
    past = [
        making.past(case, story, baselines)
        for case, (story, baselines) in zip(cases, lives, strict=True)
    ]
    take_over_past(past, act=act, body_id=cases[0].body_id, by=keeper, now=now)
    return cases


def live_programmes(officials: dict[str, Account], *, now: datetime, seed: int = 7) -> int:
    """The number of measures that were taken over from the paper register."""
    making = Making(officials, now, seed)
    cases = enter(making)
    keeper, body = officials["programme"].user, cases[0].body_id
    foresee("2026-2030", body_id=body, by=keeper, now=now, seed=seed)
    days = [date(making.today.year - back, 6, 30) for back in (3, 2)]
    replay(days, body_id=body, by=keeper, now=now)
    return len(cases)
