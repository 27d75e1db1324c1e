"""No sequence of acts makes the statute and the naive telling of the law differ: where it is, whose move, until when.

Twice: the tables of the statute and the clock in memory, in many long runs; and the real services on the database, with
the persons who try, in fewer.
"""

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.applications import public as applications
from ratusha.applications.rules import MOVES, STATUTE, Status, Step
from ratusha.cases.public import Case, Tick, due_of, hand_to
from ratusha.exchange.public import answer_request, requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import DomainError, RuleBroken

from .naive import ACTS, BY_THE_SYSTEM, PEOPLE, Naive
from .state import BENEFIT, REASONS

STEPS = 50
# holidays, transfers of days off, ends of months
BEGINS = st.dates(date(2026, 1, 1), date(2027, 6, 30))
WHY = "Скарга задаволена."


def is_off(day: date) -> bool:
    return not national_calendar().is_working_day(day)


def lawful_now(naive: Naive, today: date) -> list[tuple[str, str]]:
    """What could happen now, tried on a copy."""
    found = []
    for act in ACTS:
        for who in ("system",) if act in BY_THE_SYSTEM else PEOPLE[:-1]:
            copy = deepcopy(naive)
            if copy.act(act, who, today) and vars(copy) != vars(naive):
                found.append((act, who))
    return found


# a sequence that fails is told as it was found: to shorten fifty acts takes minutes
AS_FOUND = settings(
    stateful_step_count=STEPS,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


# in memory


@dataclass
class Line:
    tick: str
    on: date
    term: str = ""
    reason: str = ""
    source: str = "Law 433-З, art. 20"


class Walker:
    """A case without tables: the moves of the statute and the ledger of the clock, taken as the services take them."""

    def __init__(self, today: date, *, asks: bool) -> None:
        self.status: str = Status.LODGED
        self.asks, self.owes, self.unanswered = asks, False, False
        self.ledger = [Line(Tick.START, today, "10 days")]

    def step(self, step: Step) -> None:
        self.status = STATUTE.next_status(self.status, step).target

    def take(self, act: str, today: date, *, decides: bool = True, two: bool = False) -> None:
        """An act as the services put it together from steps."""
        if two and act in {"grant", "refuse"}:
            self.step(Step.PROPOSE)
        elif act == "accept":
            self.step(Step.ACCEPT)
            if decides:
                self.step(Step.TAKE_UP)
            self.ask(today)
            self.back()
        elif own := getattr(self, act, None):
            own(today)
        else:
            self.step(Step(act))
            if act in {"correct", "give_back"}:
                self.back()

    def await_payment(self, _today: date) -> None:
        self.owes = self.status in STATUTE.open or self.owes
        if self.status in MOVES[Step.AWAIT_PAYMENT].sources:
            self.step(Step.AWAIT_PAYMENT)

    def payment_received(self, _today: date) -> None:
        self.owes = False
        if self.status == Status.AWAITING_PAYMENT:
            self.step(Step.RECEIVE_PAYMENT)
            self.back()

    def answer(self, _today: date) -> None:
        self.unanswered = False
        if self.status == Status.WAITING:
            self.step(Step.RECEIVE)
            self.back()

    def go_on(self, _today: date) -> None:
        self.step(Step.GO_ON)
        self.wait()

    def suspend(self, today: date) -> None:
        self.step(Step.SUSPEND)
        self.ledger.append(Line(Tick.STOP, today, reason="foreign_request"))

    def resume(self, today: date) -> None:
        self.step(Step.RESUME)
        self.ledger.append(Line(Tick.RESUME, today, reason="foreign_request"))
        self.back()

    def reopen(self, today: date) -> None:
        never_accepted = self.status == Status.NOT_ACCEPTED
        self.step(Step.REOPEN)
        self.ledger.append(Line(Tick.RESTART, today, "10 days"))
        if never_accepted:
            self.ask(today)
        self.back()

    def ask(self, today: date) -> None:
        if self.asks:
            self.unanswered = True
            self.step(Step.REQUEST)
            self.ledger.append(Line(Tick.EXTEND, today, "1 month", "request_to_body"))

    def back(self) -> None:
        if self.owes and self.status in MOVES[Step.AWAIT_PAYMENT].sources:
            self.step(Step.AWAIT_PAYMENT)
        else:
            self.wait()

    def wait(self) -> None:
        if self.status == Status.IN_WORK and self.unanswered:
            self.step(Step.WAIT)


class InMemory(RuleBasedStateMachine):
    """Lawful acts only: the persons are tried on the database. After each, every step is held against the law."""

    @initialize(today=BEGINS, asks=st.booleans(), two=st.booleans())
    def lodge(self, today: date, *, asks: bool, two: bool) -> None:
        self.today, self.two = today, two
        self.naive = Naive(today, asks=asks, two=two, is_off=is_off)
        self.walker = Walker(today, asks=asks)

    @rule(data=st.data(), days=st.integers(0, 12))
    def something_lawful(self, data: st.DataObject, days: int) -> None:
        self.today += timedelta(days=days)
        if not (choices := lawful_now(self.naive, self.today)):
            return
        act, who = data.draw(st.sampled_from(choices))
        draft = self.naive.draft
        assert self.naive.act(act, who, self.today)
        if act == "put_back":
            return  # the table of moves knows no persons
        taken = {"granted": "grant", "refused": "refuse"}[draft] if act == "confirm" else act
        two = self.two and act != "confirm"
        self.walker.take(taken, self.today, decides=who != "desk", two=two)

    @rule(act=st.sampled_from(sorted(set(ACTS) & set(Step.values))), days=st.integers(0, 12))
    def something_that_may_not_be(self, act: str, days: int) -> None:
        """What nobody at all may do now, the table does not let happen either."""
        self.today += timedelta(days=days)
        if act in {"await_payment", "deliver"}:
            return  # told when nothing is to be done they do nothing
        everybody = [deepcopy(self.naive).act(act, who, self.today) for who in PEOPLE]
        lets = self.walker.status in MOVES[Step(act)].sources
        if any(everybody):
            assert lets, (act, self.walker.status)
        elif lets:
            assert self._forbidden_by_more_than_the_table(act), (act, self.walker.status)

    def _forbidden_by_more_than_the_table(self, act: str) -> bool:
        """A person, a day or a debt stands in the way, and not the place where the case is."""
        freely = deepcopy(self.naive)
        freely.owes, freely.wanted_until = (
            False,
            freely.wanted_until and self.today - timedelta(days=1),
        )
        if act in {"grant", "refuse"} and freely.draft:
            act = "confirm"
        for official_ in ("", "first"):
            freely.official = official_
            if any(deepcopy(freely).act(act, who, self.today) for who in PEOPLE):
                return True
        return False

    @invariant()
    def they_agree(self) -> None:
        if not hasattr(self, "naive"):
            return
        assert self.walker.status == self.naive.where()
        assert STATUTE.holder[Status(self.walker.status)] == self.naive.whose_move()
        assert due_of(self.walker.ledger, national_calendar()).on == self.naive.due()
        assert (self.walker.status in STATUTE.open) is not self.naive.over()


InMemory.TestCase.settings = settings(AS_FOUND, max_examples=60)
TestInMemory = InMemory.TestCase


# on the database


class OnTheDatabase(RuleBasedStateMachine):
    """The services, with everybody trying; each run in a transaction that is rolled back."""

    applying: object

    def __init__(self) -> None:
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    @initialize(
        today=st.dates(date(2026, 12, 1), date(2027, 6, 30)), asks=st.booleans(), two=st.booleans()
    )
    def lodge(self, today: date, *, asks: bool, two: bool) -> None:
        self.now = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
        self.one = self.applying(BENEFIT)
        self.case = self.one.lodged(now=self.now, employed=asks)
        body = self.case.body_id
        powers = ("cases.see", "cases.accept", "cases.decide")
        self.people: dict[str, User | None] = {
            "applicant": self.one.user,
            "stranger": self.applying(who="dzmitry").user,
            "desk": official("cases.see", "cases.accept", body_id=body),
            "first": official(*powers, "cases.assign", body_id=body),
            "second": official(*powers, body_id=body),
            "system": None,
        }
        if two:
            applications.ask_for_second_official(
                body, asked=True, by=self.people["first"], now=self.now
            )
        self.naive = Naive(today, asks=asks, two=two, is_off=is_off)

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @rule(data=st.data(), days=st.integers(0, 12))
    def something_lawful(self, data: st.DataObject, days: int) -> None:
        self.now += timedelta(days=days, minutes=1)
        choices = lawful_now(self.naive, self.today)
        if choices:
            self.both(*data.draw(st.sampled_from(choices)))

    @rule(act=st.sampled_from(ACTS), who=st.sampled_from(PEOPLE[:-1]), days=st.integers(0, 3))
    def anything_by_anybody(self, act: str, who: str, days: int) -> None:
        self.now += timedelta(days=days, minutes=1)
        self.both(act, "system" if act in BY_THE_SYSTEM else who)

    def both(self, act: str, who: str) -> None:
        lawful = self.naive.act(act, who, self.today)
        try:
            with transaction.atomic():
                self.really(act, self.people[who])
        except DomainError:
            happened = False
        else:
            happened = True
        assert happened is lawful, (act, who, self.naive.where())

    def really(self, act: str, by: User | None) -> None:
        if act == "answer":
            self.answer()
        elif act == "put_back":
            held = Case.objects.get(pk=self.case.pk)
            if held.handler != by:  # the head of the work could; that is another act
                raise RuleBroken("nothing", "to put back")
            hand_to(self.case.pk, None, by=by, now=self.now)
        else:
            said = {**self.words().get(act, {})}
            if act not in {"await_payment", "payment_received"}:
                said["by"] = by
            getattr(applications, act)(self.case.pk, now=self.now, **said)

    def answer(self) -> None:
        for request in requests_of_case(self.case.reference).filter(answered_at=None):
            fund = self.one.state.officials["fund"]
            answer_request(request.pk, facts={"employed": True}, by=fund, now=self.now)
        applications.receive_answers(self.case.pk, now=self.now)

    def words(self) -> dict[str, dict[str, object]]:
        return {
            "refuse": {"ground": "no_grounds", "reasons": REASONS},
            "refuse_to_accept": {"ground": "documents_missing", "reasons": REASONS},
            "ask_correction": {"wanted": "Старонка", "until": self.today + timedelta(days=3)},
            "correct": {"text": "Вось"},
            "suspend": {"note": "Польшча"},
            "give_back": {"note": "Не так"},
            "reopen": {"reason": WHY},
            "annul": {"reason": WHY},
        }

    @invariant()
    def they_agree(self) -> None:
        if not hasattr(self, "naive"):
            return
        case = Case.objects.select_related("handler").get(pk=self.case.pk)
        assert case.status == self.naive.where()
        assert case.due_on == self.naive.due()
        assert case.due_on == due_of(list(case.clock.all()), national_calendar()).on
        assert bool(case.closed_on) is self.naive.over()
        expected = self.people[self.naive.official] if self.naive.official else None
        assert case.handler == expected


def test_no_sequence_of_acts_makes_the_services_and_the_law_differ(applying):
    machine = type("Machine", (OnTheDatabase,), {"applying": staticmethod(applying)})
    run_state_machine_as_test(machine, settings=settings(AS_FOUND, max_examples=5))
