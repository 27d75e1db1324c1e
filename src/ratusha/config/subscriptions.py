"""Who hears what: the whole list. Handlers may run twice, so each is written to bear it."""

from ratusha.appeals import public as appeals
from ratusha.applications import public as applications
from ratusha.cases.public import (
    ActedForApplicant,
    CaseMoved,
    CaseOpened,
    CaseOverdue,
    CaseRated,
    MessageSent,
    TermChanged,
    write_receipt,
)
from ratusha.complaints import public as complaints
from ratusha.complaints.public import ComplaintDecided
from ratusha.consultations.public import PetitionAnswered, tell_signers
from ratusha.documents.public import DocumentRevoked
from ratusha.exchange.public import RequestAnswered
from ratusha.issues import public as issues
from ratusha.kernel.events import subscribe
from ratusha.life_events import public as life_events
from ratusha.measures import public as measures
from ratusha.notifications import public as notifications
from ratusha.parties.public import MandateGiven, MandateRevoked
from ratusha.payments.public import PaymentReceived, PaymentReversed
from ratusha.ratings.public import hear_rating
from ratusha.records import public as records
from ratusha.registers.public import (
    BirthRecorded,
    DeathRecorded,
    OrganisationEntered,
    PensionAgeReached,
    ResidenceRecorded,
)

from .after_complaint import carry_out
from .after_lodging import write_about_lodging


def connect() -> None:
    """Called once when the program starts."""
    subscribe(CaseOpened, write_about_lodging, name="letter.lodged")
    subscribe(ActedForApplicant, write_receipt, name="receipt.acted_for")
    subscribe(MandateGiven, notifications.write_about_mandate, name="notice.mandate_given")
    subscribe(MandateRevoked, notifications.write_about_end, name="notice.mandate_revoked")
    subscribe(
        applications.DraftHandedOver, applications.write_about_draft, name="letter.handed_over"
    )
    subscribe(CaseMoved, applications.write_about_step, name="letter.step")
    subscribe(TermChanged, applications.write_about_term, name="letter.term")
    subscribe(MessageSent, applications.write_about_message, name="letter.message")
    subscribe(DocumentRevoked, applications.write_about_revocation, name="letter.revoked")
    subscribe(DocumentRevoked, applications.note_revocation, name="application.revoked")
    subscribe(CaseOverdue, applications.write_about_overdue, name="letter.overdue")
    subscribe(CaseOpened, complaints.write_about_lodging, name="complaint.letter.lodged")
    subscribe(CaseMoved, complaints.write_about_step, name="complaint.letter.step")
    subscribe(CaseMoved, complaints.write_to_the_applicant, name="complaint.letter.applicant")
    subscribe(MessageSent, complaints.write_about_message, name="complaint.letter.message")
    subscribe(CaseOpened, appeals.write_about_lodging, name="appeal.letter.lodged")
    subscribe(CaseMoved, appeals.write_about_step, name="appeal.letter.step")
    subscribe(MessageSent, appeals.write_about_message, name="appeal.letter.message")
    subscribe(CaseOpened, records.write_about_lodging, name="data_request.letter.lodged")
    subscribe(CaseMoved, records.write_about_step, name="data_request.letter.step")
    subscribe(MessageSent, records.write_about_message, name="data_request.letter.message")
    subscribe(CaseMoved, issues.write_about_step, name="issue.letter.step")
    subscribe(CaseMoved, measures.write_about_step, name="measure.letter.step")
    subscribe(CaseOpened, issues.hear_opened, name="issue.map.opened")
    subscribe(CaseMoved, issues.hear_moved, name="issue.map.moved")
    subscribe(ComplaintDecided, carry_out, name="complaint.carried_out")
    subscribe(CaseMoved, complaints.hear_decision, name="complaint.decided_anew")
    subscribe(RequestAnswered, applications.hear_answer, name="application.answer")
    subscribe(CaseMoved, applications.let_charges_go, name="payment.let_go")
    subscribe(PaymentReceived, applications.hear_payment, name="payment.received")
    subscribe(PaymentReversed, applications.hear_reversal, name="payment.reversed")
    subscribe(BirthRecorded, life_events.hear_birth, name="life.birth")
    subscribe(ResidenceRecorded, life_events.hear_residence, name="life.residence")
    subscribe(DeathRecorded, life_events.hear_death, name="life.death")
    subscribe(PensionAgeReached, life_events.hear_pension_age, name="life.pension_age")
    subscribe(OrganisationEntered, life_events.hear_organisation, name="life.organisation")
    subscribe(CaseMoved, life_events.hear_case, name="life.case")
    subscribe(CaseRated, hear_rating, name="rating.entered")
    subscribe(PetitionAnswered, tell_signers, name="petition.notice.answered")
