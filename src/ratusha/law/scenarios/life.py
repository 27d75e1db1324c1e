"""One scenario on its way: its steps are the very acts of the law, and every surprise is said in words."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User
from ratusha.applications import public as applications
from ratusha.applications.public import Decision, Filled, Status, Step
from ratusha.cases.public import Case
from ratusha.documents.public import Document
from ratusha.exchange.public import answer_request, requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.terms import Term, due
from ratusha.payments.public import Charge, finish_payment, start_payment
from ratusha.procedures.public import Definition

from .conditions import Goal, complete, solve
from .derive import Scenario
from .sandbox import Sandbox, Variant, variants

STATED = "1.00 / 100"  # what the official writes, where the decision must state something
ANSWER_AFTER = timedelta(days=3)


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
        require_words(paper.title, paper.paragraphs)
        return self._document(case)

    def rehearse_result(self, case: Case) -> None:
        """The words of the result are tried out where the decision itself is on paper."""
        paper = applications.rehearsed(case, today=timezone.localdate(self.now))
        if paper is not None:
            require_words(paper.title, paper.paragraphs)

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


def require_words(title: str, paragraphs: list[str]) -> None:
    """A document says everything that it has a place for."""
    gaps = [text for text in paragraphs if "{" in text]
    if gaps:
        raise Broken(_("The document has an empty place: %(text)s") % {"text": gaps[0]})
    if not title:
        raise Broken(_("The document has no title."))
