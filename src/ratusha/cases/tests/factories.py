"""A kind of case for tests of the engine alone, and cases of it."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory
from django.db.models import TextChoices
from factory.django import DjangoModelFactory

from ratusha.cases.clock import Tick
from ratusha.cases.permissions import is_applicant, is_handler, may_accept, may_take_up
from ratusha.cases.rules import Holder, Move, Outcome, Statute, enact
from ratusha.kernel.references import new_reference


class Status(TextChoices):
    LODGED = "lodged", "Lodged"
    IN_WORK = "in_work", "In work"
    GRANTED = "granted", "Granted"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Step(TextChoices):
    ACCEPT = "accept", "Accept"
    TAKE_UP = "take_up", "Take up"
    GRANT = "grant", "Grant"
    WITHDRAW = "withdraw", "Withdraw"


enact(
    Statute(
        kind="errand",
        statuses=Status,
        steps=Step,
        moves={
            Step.ACCEPT: Move((Status.LODGED,), Status.IN_WORK),
            Step.TAKE_UP: Move((Status.IN_WORK,), Status.IN_WORK),
            Step.GRANT: Move((Status.IN_WORK,), Status.GRANTED, Outcome.GRANTED),
            Step.WITHDRAW: Move(
                (Status.LODGED, Status.IN_WORK), Status.WITHDRAWN, Outcome.WITHDRAWN
            ),
        },
        open=(Status.LODGED, Status.IN_WORK),
        who_may={
            Step.ACCEPT: may_accept,
            Step.TAKE_UP: may_take_up,
            Step.GRANT: is_handler,
            Step.WITHDRAW: is_applicant,
        },
        to_do={Status.LODGED: "Check and accept", Status.IN_WORK: "Decide"},
        holder=dict.fromkeys(Status, Holder.BODY),
        page="portal:my_case",
        desk_page="portal:my_case",
    )
)


class CaseFactory(DjangoModelFactory):
    """A lodged errand; `in_work=True` for one under way, with `handler=` who holds it."""

    class Meta:
        model = "cases.Case"
        skip_postgeneration_save = True

    class Params:
        in_work = factory.Trait(status="in_work")
        granted = factory.Trait(status="granted", outcome="granted", closed_on=date(2026, 3, 9))

    reference = factory.LazyFunction(lambda: new_reference(date(2026, 3, 2)))
    kind = "errand"
    status = "lodged"
    applicant_id = factory.LazyFunction(uuid4)
    body_id = factory.LazyFunction(uuid4)
    subject_code = "T/1"
    title = {"be": "Даручэнне", "ru": "Поручение", "en": "Errand"}
    language = "be"
    lodged_at = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    lodged_on = date(2026, 3, 2)
    due_on = date(2026, 3, 17)

    @factory.post_generation
    def with_clock(self, create, _extracted, **_kwargs):
        if create:
            self.clock.create(
                tick=Tick.START,
                on=self.lodged_on,
                term="15 days",
                source="Law 433-З, art. 20",
                at=self.lodged_at,
            )
