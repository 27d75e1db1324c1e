"""Living through one scenario with the very acts of the law. Every surprise is told in words and makes it red."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User
from ratusha.applications import public as applications
from ratusha.applications.public import Decision, Filled, Status, Step
from ratusha.cases.public import Case
from ratusha.complaints import public as complaints
from ratusha.documents.public import Document, Standing, verify_code
from ratusha.exchange.public import answer_request, requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import DomainError
from ratusha.kernel.terms import Term, due
from ratusha.kernel.texts import in_language
from ratusha.payments.public import Charge, finish_payment, start_payment
from ratusha.procedures.public import Definition, fee_of

from .conditions import Goal, complete, solve
from .derive import DECIDED_FROM, Kind, Scenario
from .sandbox import Sandbox, Variant, variants

REASONS = {"be": "Праверка сцэнарыя.", "ru": "Проверка сценария.", "en": "A scenario is tried."}
STATED = "1.00 / 100"  # what the official writes, where the decision must state something
ANSWER_AFTER = timedelta(days=3)
ABROAD_FOR = timedelta(days=20)


class Verdict(models.TextChoices):
    GREEN = "green", gettext_lazy("Green")
    RED = "red", gettext_lazy("Red")
    NOT_REACHED = "not_reached", gettext_lazy("Not reached")


class Broken(Exception):
    """What the scenario expected and did not find, in words."""


@dataclass(frozen=True)
class Taken:
    step: str
    on: date
    due_on: date | None


@dataclass
class Told:
    """How one scenario went."""

    scenario: Scenario
    verdict: Verdict = Verdict.GREEN
    reason: str = ""
    steps: list[Taken] = field(default_factory=list)


@dataclass
class Life:
    """One scenario on its way."""

    box: Sandbox
    promise: Definition
    told: Told
    now: datetime
    variant: Variant = field(default_factory=lambda: Variant("citizen"))

    @property
    def user(self) -> User:
        return self.box.people[self.variant].user

    def at(self, case: Case) -> User:
        return self.box.official_of(case.body_id)

    def note(self, step: Step | str, case: Case) -> Case:
        case.refresh_from_db()
        self.told.steps.append(Taken(str(step), timezone.localdate(self.now), case.due_on))
        return case

    def prepared(self, goals: tuple[Goal, ...]) -> Filled | None:
        """Answers that meet the goals, of the first applicant for whom there are such."""
        kinds = [self.told.scenario.applicant] if self.told.scenario.applicant else []
        for kind in kinds or self.promise.applicants:
            for variant in variants(kind):
                empty = Filled(
                    self.promise,
                    {},
                    self.box.invented.facts(self.promise),
                    self.box.people[variant].described,
                    timezone.localdate(self.now),
                )
                solved = solve(empty, goals, self.box.invented)
                if solved is not None:
                    self.variant = variant
                    return complete(solved, self.box.invented)
        return None

    def lodged(self, filled: Filled) -> Case:
        """Begin, go through every page, lodge; the number is given and the term runs."""
        self.box.facts = dict(filled.facts)
        user, party = self.user, self.box.people[self.variant].party
        draft = applications.begin(
            self.box.edition, user=user, applicant_id=party, language="be", now=self.now
        )
        for page in filled.pages():
            codes = [f.code for f in filled.fields(page)]
            answers = {c: filled.answers[c] for c in codes if c in filled.answers}
            draft = applications.save_page(
                draft.pk, page.code, answers, by=user, language="be", now=self.now
            )
        case = self.note("lodge", applications.lodge(draft.pk, by=user, now=self.now))
        self._require_term(case)
        return case

    def _require_term(self, case: Case) -> None:
        assert self.promise.term is not None  # noqa: S101 - else lodging had refused
        base = Term.parse(self.promise.term.base)
        wanted = due(timezone.localdate(self.now), base, calendar=national_calendar(), source="").on
        if case.due_on != wanted:
            raise Broken(_("The term of the case is not the term of the definition."))

    def accepted(self, case: Case) -> Case:
        self.now += timedelta(hours=1)
        case = self.note(Step.ACCEPT, applications.accept(case.pk, by=self.at(case), now=self.now))
        if case.status == Status.AWAITING_PAYMENT:
            case = self._paid(case)
        return self._answered(case) if case.status == Status.WAITING else case

    def _paid(self, case: Case) -> Case:
        """Everything that is asked is paid, and the case goes on."""
        self.now += timedelta(hours=1)
        for charge in Charge.objects.of(case.reference):
            asked: dict[str, Any] = {
                "transaction_id": charge.account,
                "provider": "scenario",
                "now": self.now,
            }
            start_payment(charge.account, amount=charge.amount, **asked)
            finish_payment(own_id="", error="", **asked)
        applications.payment_received(case.pk, now=self.now)
        case = self.note(Step.RECEIVE_PAYMENT, case)
        if case.status == Status.AWAITING_PAYMENT:
            raise Broken(_("Everything is paid, but the case does not go on."))
        return case

    def _answered(self, case: Case) -> Case:
        """Every body that was asked answers, and the case goes on."""
        self.note(Step.REQUEST, case)
        self.now += ANSWER_AFTER
        for request in requests_of_case(case.reference):
            answer_request(
                request.pk, facts={}, by=self.box.official_of(request.to_body_id), now=self.now
            )
        applications.receive_answers(case.pk, now=self.now)
        case = self.note(Step.RECEIVE, case)
        if case.status != Status.IN_WORK:
            raise Broken(_("The answers are in, but the case does not go on."))
        return case

    def granted(self, case: Case) -> Document:
        self.now += timedelta(days=1)
        result = self.box.edition.promise.result
        note = STATED if result and result.stated else ""
        official = self.at(case)
        case = self.note(
            Step.GRANT, applications.grant(case.pk, by=official, now=self.now, note=note)
        )
        paper = applications.paper_of(case, today=timezone.localdate(self.now))
        if paper is None:
            raise Broken(_("There is no decision."))
        gaps = [text for text in paper.paragraphs if "{" in text]
        if gaps:
            raise Broken(_("The document has an empty place: %(text)s") % {"text": gaps[0]})
        if not paper.title:
            raise Broken(_("The document has no title."))
        return self._document(case)

    def _document(self, case: Case) -> Document:
        document_id = self._decision(case).document_id
        if document_id is None:
            raise Broken(_("The decision has no document."))
        return Document.objects.get(pk=document_id)

    def _decision(self, case: Case) -> Decision:
        decision = Decision.objects.of(case)
        if decision is None:
            raise Broken(_("There is no decision."))
        return decision

    def require_refusal(self, case: Case, ground: str) -> None:
        decision = self._decision(case)
        if decision.ground_code != ground or not decision.legal_source:
            raise Broken(_("The refusal does not cite its ground and source."))
        self._document(case)


def live_all(scenarios: list[Scenario], box: Sandbox, promise: Definition) -> list[Told]:
    """In the order of the scenarios. What begins with the same lodged case is tried on one case, each time undone."""
    told = {one.code: Told(one) for one in scenarios}
    seen: list[tuple[Filled, Told]] = []
    shared = [one for one in told.values() if one.scenario.kind in FROM_LODGED]
    for one in told.values():
        if one not in shared:
            _live(Life(box, promise, one, box.now), seen)
    if shared:
        _live_together(shared, box, promise)
    return list(told.values())


def _live(life: Life, seen: list[tuple[Filled, Told]]) -> None:
    """In a savepoint of its own: the next scenario begins where this one began."""
    scenario = life.told.scenario
    with _verdict_of([life.told]), _undone():
        if scenario.kind is Kind.BRANCH and _was_seen(life, seen):
            return
        filled = life.prepared(scenario.goals)
        if filled is None:
            life.told.verdict, life.told.reason = _not_found(scenario)
            return
        WAYS[scenario.kind](life, filled)
        seen.append((filled, life.told))


def _was_seen(life: Life, seen: list[tuple[Filled, Told]]) -> bool:
    """Whether a case lodged before went this way already; then its steps are told again."""
    for filled, earlier in seen:
        if all(filled.holds(g.condition) == g.holds for g in life.told.scenario.goals):
            life.told.steps = earlier.steps[:1]
            return True
    return False


def _live_together(shared: list[Told], box: Sandbox, promise: Definition) -> None:
    whole = Life(box, promise, Told(Scenario("shared", Kind.APPLY, promise.heading)), box.now)
    with _verdict_of(shared), _undone():
        filled = whole.prepared(())
        if filled is None:
            raise Broken(_("No answers were found with which one can apply."))
        case = whole.lodged(filled)
        for stage in (FROM_LODGED, FROM_ACCEPTED):
            if stage is FROM_ACCEPTED:
                whole.accepted(case)
            for told in shared:
                kind = told.scenario.kind
                if (kind in FROM_ACCEPTED) == (stage is FROM_ACCEPTED):
                    with _verdict_of([told]), _undone():
                        told.steps = list(whole.told.steps)
                        life = Life(box, promise, told, whole.now, whole.variant)
                        FROM_LODGED[kind](life, Case.objects.get(pk=case.pk))


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


@contextmanager
def _verdict_of(about: list[Told]) -> Iterator[None]:
    """What stops a scenario makes it red, in the words with which it was stopped."""
    try:
        yield
    except DomainError as error:
        reason = error.message
    except Broken as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - whatever breaks an act keeps the definition out of force
        words = _("The platform cannot carry this out: %(error)s")
        reason = words % {"error": f"{type(error).__name__} {error}".strip()[:300]}
    else:
        return
    for told in about:
        if told.verdict is Verdict.GREEN:
            told.verdict, told.reason = Verdict.RED, reason


def _not_found(scenario: Scenario) -> tuple[Verdict, str]:
    goal = scenario.goals[-1] if scenario.goals else Goal("")
    values = {"condition": goal.condition}
    if goal.holds:
        return Verdict.NOT_REACHED, _(
            "No answers were found under which this holds: %(condition)s"
        ) % values
    return Verdict.NOT_REACHED, _(
        "No answers were found under which this fails: %(condition)s"
    ) % values


def _apply(life: Life, filled: Filled) -> None:
    case = life.accepted(life.lodged(filled))
    if life.promise.level < DECIDED_FROM:
        return  # the decision is on paper
    life.granted(case)
    life.now += timedelta(hours=1)
    life.note(Step.DELIVER, applications.deliver(case.pk, by=life.user, now=life.now))


def _branch(life: Life, filled: Filled) -> None:
    life.lodged(filled)


def _check(life: Life, filled: Filled) -> None:
    """The wrong answer is found, and the application is not lodged."""
    if not any(p.field == life.told.scenario.subject for p in filled.problems()):
        raise Broken(_("The form takes an answer that the check forbids."))
    try:
        with transaction.atomic():
            life.lodged(filled)
    except DomainError:
        return
    raise Broken(_("The application was lodged in spite of the check."))


def _not_accepted(life: Life, case: Case) -> None:
    life.now += timedelta(hours=1)
    done = applications.refuse_to_accept(
        case.pk,
        ground=life.told.scenario.subject,
        reasons=in_language(REASONS, "be").text,
        by=life.at(case),
        now=life.now,
    )
    life.require_refusal(life.note(Step.REFUSE_TO_ACCEPT, done), life.told.scenario.subject)


def _refused(life: Life, case: Case) -> None:
    life.now += timedelta(days=1)
    done = applications.refuse(
        case.pk,
        ground=life.told.scenario.subject,
        reasons=in_language(REASONS, "be").text,
        by=life.at(case),
        now=life.now,
    )
    life.require_refusal(life.note(Step.REFUSE, done), life.told.scenario.subject)


def _request(life: Life, filled: Filled) -> None:
    """The body asks by itself; a longer term of the law is set when there is one."""
    case = life.lodged(filled)
    before = case.due_on
    case = life.accepted(case)
    if not requests_of_case(case.reference).exists():
        raise Broken(_("No request was sent to the other body."))
    longer = life.promise.term.if_requested if life.promise.term else ""
    if longer and before and case.due_on and case.due_on < before:
        raise Broken(_("Another body was asked, and the term became shorter."))


def _suspended(life: Life, case: Case) -> None:
    before = case.due_on
    life.now += timedelta(hours=1)
    reasons = in_language(REASONS, "be").text
    case = applications.suspend(case.pk, by=life.at(case), now=life.now, note=reasons)
    life.note(Step.SUSPEND, case)
    if case.due_on is not None:
        raise Broken(_("A foreign body was asked, and the clock does not stand."))
    life.now += ABROAD_FOR
    case = life.note(Step.RESUME, applications.resume(case.pk, by=life.at(case), now=life.now))
    if case.due_on is None or (before and case.due_on < before):
        raise Broken(_("The answer came, and the term is not counted on."))


def _fee(life: Life, filled: Filled) -> None:
    """The sum that the definition asks for is asked, and what is free is free."""
    fee = fee_of(life.promise, filled.context, filled.today)
    named = {line.code for line in fee.lines} | ({fee.exemption.code} if fee.exemption else set())
    if life.told.scenario.subject not in named:
        raise Broken(_("The condition holds, and the tariff or exemption is not taken."))
    life.accepted(life.lodged(filled))


def _complaint(life: Life, case: Case) -> None:
    """The applicant complains about a refusal: another case, at the higher body, about this one."""
    _refused(life, case)
    life.now += timedelta(days=1)
    words = complaints.Words(demand=in_language(REASONS, "be").text, language="be")
    made = complaints.complain(case.pk, words=words, by=life.user, now=life.now)
    if made.body_id == case.body_id or made.due_on is None:
        raise Broken(_("The complaint does not go to a higher body with a term of its own."))
    life.told.steps.append(Taken("complain", timezone.localdate(life.now), made.due_on))


def _withdrawn(life: Life, case: Case) -> None:
    life.now += timedelta(hours=1)
    case = life.note(Step.WITHDRAW, applications.withdraw(case.pk, by=life.user, now=life.now))
    if not case.closed_on:
        raise Broken(_("The application is withdrawn, and the case is not closed."))


def _expired(life: Life, case: Case) -> None:
    document = life.granted(case)
    last = document.valid_until
    if last is None:
        raise Broken(_("The result has a term of validity, and its document has no last day."))
    if verify_code(document.code, on=last).standing is not Standing.GENUINE:
        raise Broken(_("The document is not in force on its last day."))
    after = last + timedelta(days=1)
    if verify_code(document.code, on=after).standing is not Standing.EXPIRED:
        raise Broken(_("The document is still in force after its last day."))
    life.told.steps.append(Taken("expire", after, None))


WAYS: dict[Kind, Callable[[Life, Filled], None]] = {
    Kind.APPLY: _apply,
    Kind.BRANCH: _branch,
    Kind.CHECK: _check,
    Kind.REQUEST: _request,
    Kind.FEE: _fee,
}
FROM_ACCEPTED: dict[Kind, Callable[[Life, Case], None]] = {
    Kind.REFUSED: _refused,
    Kind.SUSPENDED: _suspended,
    Kind.COMPLAINT: _complaint,
    Kind.EXPIRED: _expired,
}
FROM_LODGED: dict[Kind, Callable[[Life, Case], None]] = {
    Kind.NOT_ACCEPTED: _not_accepted,
    Kind.WITHDRAWN: _withdrawn,
    **FROM_ACCEPTED,
}
