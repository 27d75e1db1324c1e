"""What is plugged into which socket: lower floors name an interface, this page gives them the thing."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

from ratusha.accounts import public as accounts
from ratusha.appeals import public as appeals
from ratusha.applications import public as applications
from ratusha.cases.public import Case, may_reach, plug_answers, plug_related, plug_voices
from ratusha.committee import public as committee
from ratusha.complaints import public as complaints
from ratusha.conversion import public as conversion
from ratusha.counter import public as counter
from ratusha.documents.public import plug_case_reach
from ratusha.exchange import public as exchange
from ratusha.indicators import public as indicators
from ratusha.issues import public as issues
from ratusha.kernel.texts import in_language
from ratusha.law.public import recompute_card
from ratusha.life_events import public as life_events
from ratusha.measures import public as measures
from ratusha.notifications import public as notifications
from ratusha.obligations.public import plug_room
from ratusha.parties.public import Act, find_person_by_number, party_name
from ratusha.payments import public as payments
from ratusha.plans import public as plans
from ratusha.portal import public as portal
from ratusha.programmes import public as programmes
from ratusha.ratings import public as ratings
from ratusha.records import public as records
from ratusha.registers.public import providers
from ratusha.self_assessment import public as self_assessment
from ratusha.statistics.public import finishing_card, plug_marks
from ratusha.systems import public as systems
from ratusha.ui import header

from .header import header_for


def connect() -> None:
    """Called once when the program starts."""
    header.plug(header_for)
    exchange.plug(providers())
    notifications.plug_case_page(case_page)
    records.plug_part(applications.KIND, applications.record_of)
    records.plug_part(complaints.KIND, complaints.record_of)
    records.plug_part(appeals.KIND, appeals.record_of)
    for kind in measures.KINDS:
        records.plug_part(kind, measures.record_of)
    records.plug_part(issues.ISSUE, issues.record_of)
    records.plug_part(records.KIND, records.record_of)
    records.plug_erasers(
        ratings.erase,  # before the marks themselves, which the engine erases
        life_events.erase,
        counter.erase,
        complaints.erase,
        programmes.erase,  # before the measure it is about
        appeals.erase,
        measures.erase,
        issues.erase,
        applications.erase,
        lambda case: exchange.erase_requests(case.reference),
        lambda case: notifications.erase_about(case.reference, [case.applicant_id]),
    )
    issues.plug_holds(records.held_now)
    issues.plug_ratings(ratings.address_of)
    plug_marks(ratings.told_marks)
    self_assessment.plug(*self_assessment.own())
    plug_related(
        finishing_card,
        recompute_card,
        complaints.said_beside,
        appeals.said_beside,
        committee.said_beside,
        portal.said_beside,
        records.said_beside,
    )
    plug_voices(issues.is_voice)
    plug_answers({appeals.KIND: appeals.answer_given, issues.ISSUE: issues.last_report})
    complaints.plug_reader(applications.KIND, decided_on_application)
    plug_case_reach(lambda user, reference, on: may_reach(user, reference, on, act=Act.RECEIVE))
    exchange.plug_case_page(case_page)
    payments.plug_case_page(case_page, desk_case_page)
    payments.plug_provider(payments.DemonstrationBank())
    applications.plug_channel(
        counter.CHANNEL, applications.Channel(counter.may_fill, counter.require_ready, window_page)
    )
    plug_room(plans.ROOM, plans.address_of)
    plans.plug_measures(running_measures)
    plug_room(indicators.ROOM, indicators.address_of_duty)
    plug_room(conversion.ROOM, conversion.address_of_duty)
    conversion.plug_drafts(
        applications.begun_by_quarter, applications.left_at, applications.KEPT_DAYS
    )
    plug_room(systems.ROOM, systems.address_of_duty)
    plug_room(committee.ROOM, committee.address_of)
    accounts.connect_provider(accounts.DemonstrationCards())
    accounts.connect_directory(find_party, party_name)


def case_page(reference: str) -> str:
    return reverse("portal:my_case", args=[reference])


def desk_case_page(reference: str) -> str:
    return reverse("applications:desk_case", args=[reference])


def decided_on_application(case: Case) -> complaints.Decided | None:
    """The decision in an application as the body that considers a complaint reads it."""
    decision = applications.Decision.objects.filter(case=case, cancelled_at=None).first()
    if decision is None:
        return None
    return complaints.Decided(
        outcome=decision.get_outcome_display(),
        at=decision.decided_at,
        reasons=decision.reasons,
        ground=decision.ground,
        legal_source=decision.legal_source,
    )


def running_measures(body_id: UUID) -> dict[str, str]:
    """Measures of the body that are not finished, by number: what its plan should not forget."""
    language = get_language() or ""
    cases = Case.objects.open().filter(kind=measures.MEASURE, applicant_id=body_id)
    return {
        case.reference: in_language(case.title, language).text
        for case in cases.order_by("lodged_at")
    }


def window_page(draft: applications.Draft) -> str:
    """Where a draft that was filled in at the counter goes on: the window of whoever fills it in."""
    visit = counter.open_visit(draft.user_id, draft.at_body)
    return reverse("counter:visit", args=[visit]) if visit else reverse("counter:queue")


def find_party(personal_number: str) -> UUID | None:
    person = find_person_by_number(personal_number)
    return person.pk if person else None
