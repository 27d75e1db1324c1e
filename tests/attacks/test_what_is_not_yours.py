"""Another person's things, by their address: there is nothing there. The addresses come from the URLconf."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import translation

from ratusha.accounts.models import Consent, Session
from ratusha.accounts.public import AccessMode, User, appoint, officials_who_may
from ratusha.accounts.tests.factories import SINCE, official, sign_in
from ratusha.appeals import public as appeals
from ratusha.appeals.models import Reception
from ratusha.applications.models import Decision
from ratusha.applications.tests.state import BENEFIT, NOW
from ratusha.applications.words.services import write_words
from ratusha.cases.public import Attachment, Case, Substitution
from ratusha.committee import public as committee
from ratusha.committee.models import Digest
from ratusha.complaints import public as complaints
from ratusha.consultations.models import (
    Budget,
    Comment,
    Discussion,
    Draft,
    Petition,
    Poll,
    Statement,
    Trustee,
    Version,
)
from ratusha.consultations.polls.rules import new_code
from ratusha.conversion.public import draw
from ratusha.counter.services.queue import call_next, take_ticket
from ratusha.counter.services.visit import check_identity
from ratusha.counter.tests.conftest import DOCUMENT
from ratusha.documents.public import Document
from ratusha.exchange.public import Purpose, note_look, requests_of_case
from ratusha.issues.models import AssignmentEdition, Border, Draw, Lot, Photo, Reporter
from ratusha.issues.public import Trouble, report
from ratusha.kernel.references import new_reference
from ratusha.kernel.sources import Source
from ratusha.law.workshop import services as workshop
from ratusha.law.workshop.tests.test_reading import ROW
from ratusha.life_events.public import Offer, life_event
from ratusha.life_events.services.sitting import sit_down
from ratusha.measures.models import (
    AgendaItem,
    Call,
    CallQuestion,
    Contract,
    PassportVersion,
    Stage,
    StageAct,
    StagePaper,
)
from ratusha.measures.public import Idea, convene, propose
from ratusha.notifications.public import notify
from ratusha.obligations.public import declare
from ratusha.parties.models import Organisation
from ratusha.parties.public import Mandate, MinorConsent, Powers, offer_mandate
from ratusha.payments.tests.factories import a_charge
from ratusha.plans.models import Paper
from ratusha.ratings import public as ratings
from ratusha.ratings.models import Signal
from ratusha.records.models import Disposal
from ratusha.records.services.breaches import enter_breach
from ratusha.records.services.data_requests import ask_about_data
from ratusha.self_assessment.models import Scoring
from ratusha.self_assessment.public import open_edition, open_scoring
from ratusha.systems import public as systems
from ratusha.systems.models import Office, Proposal, TrainingLine
from tests.architecture.test_pages import patterns

OPEN_TO_ALL = {  # codes of the law, and secrets that are their own proof
    "accounts:confirm_email",
    "appeals:join",  # a secret address
    "appeals:new",  # of a body
    "appeals:reception",  # hours for everybody; one's own place alone is shown
    "applications:start",
    "complaints:new_about",  # of a body
    "consultations:approve",
    "consultations:archive",  # an open poll is open to everybody
    "consultations:booth",
    "consultations:box",
    "consultations:budget",
    "consultations:budget_file",
    "consultations:cast",
    "consultations:comment",
    "consultations:discussion",
    "consultations:draft",
    "consultations:go_on_answering",
    "consultations:paper",
    "consultations:petition",  # before it is published only for its author: see its own tests
    "consultations:poll",
    "consultations:propose",
    "consultations:propose_statement",
    "consultations:say",
    "consultations:table",
    "counter:board",  # of a body: numbers of tickets, no people
    "documents:verified",
    "indicators:act",  # of a collection: reached only with a part in it, tried in its own tests
    "indicators:answer",
    "indicators:collection",
    "indicators:file",
    "indicators:indicator",  # figures about bodies and places, no people
    "indicators:map",
    "indicators:number",  # how much a value covers, what a target needs
    "indicators:number_of",  # of a collection: counts of what one reaches oneself, tried in its own tests
    "indicators:number_of_task",
    "indicators:now",
    "indicators:on",
    "indicators:place",
    "indicators:proof",
    "indicators:rows_csv",
    "indicators:rows_json",
    "issues:answer_by_code",
    "issues:enter_call",  # for operators alone, about nothing yet
    "issues:executor",
    "issues:issue",  # published, without who reported it
    "issues:join",
    "issues:lodge",
    "issues:mine",
    "issues:photo",  # once a dispatcher has released it
    "issues:step_by_code",
    "issues:territory",  # published
    "issues:territory_file",
    "indicators:task",
    "indicators:upload",
    "law:coverage_codes",
    "law:scenario",
    "law:try_again",
    "life_events:choose",
    "measures:adoption",  # published
    "measures:call",  # published
    "measures:card",  # published
    "measures:number",  # of what is published, no people
    "measures:number_of",
    "measures:number_of_showcase",
    "measures:proof",  # opened to everybody, else not there
    "permanent",  # leads to the card
    "notifications:stop_letters",
    "obligations:body_feed",  # its secret is its own proof
    "obligations:obligation",  # who owes what is public inside the government
    "plans:consolidated",  # all bodies together: everybody in government reads it
    "plans:consolidated_pdf",
    "plans:consolidated_xlsx",
    "ogcapi:collection",  # layers: what is public of issues, and settlements
    "ogcapi:item",
    "ogcapi:items",
    "ogcapi_pages:collection",
    "ogcapi_pages:item",
    "ogcapi_pages:items",
    "open311:definition",
    "open311:discovery",
    "open311:one_request",  # published
    "open311:requests",
    "open311:services",
    "open311:token",
    "payments:bank",  # who has the number of an account may pay it
    "portal:chapter",
    "portal:life",
    "portal:procedure",
    "conversion:number",  # figures about procedures and bodies, no people
    "conversion:number_of",
    "conversion:saved",  # of a card: reached only with a part in it
    "obligations:number",  # who owes what is public inside the government
    "obligations:number_of",
    "plans:number",  # of accepted papers; of another body's paper its own tests try
    "self_assessment:number",
    "self_assessment:number_of",  # how many are answered; by whom is told to who takes part
    "self_assessment:number_of_section",
    "self_assessment:score",  # of a scoring: reached only with a part in it
    "self_assessment:score_of",
    "statistics:number",  # aggregates
    "statistics:number_of",
    "steering:number",
    "steering:number_in",
    "steering:number_of_index",
    "systems:number",
    "systems:number_of",
    "programmes:curve",  # sums of what everybody reads of measures
    "programmes:kept",
    "programmes:figure",  # what everybody reads of measures; inside figures are a 404 for everybody else
    "programmes:level",
    "programmes:table_csv",
    "programmes:table_json",
    "conversion:new",
    "conversion:procedure",  # of the law
    "self_assessment:act",  # acts and facts, no people
    "self_assessment:fact",
    "self_assessment:published",
    "steering:index",  # what is published about bodies and places, no people
    "steering:keep",  # with a permission of its own
    "steering:newest",
    "steering:ranks",
    "steering:scenarios",
    "steering:specification",
    "steering:table",
    "steering:unit",
    "steering:values",
    "steering:what_if",
    "ratings:analysis",  # documents of quarters are published: sums of five ratings and more
    "ratings:analysis_pdf",
    "ratings:quarter",
    "ratings:quarter_csv",
    "ratings:quarter_pdf",
    "ratings:organisation",  # published, without who rated
    "ratings:rate_by_code",  # the code of an issue is its own proof
    "systems:card",  # open systems alone; one for service use is a 404 for everybody
    "systems:card_json",
    "systems:publiccode",
    "systems:history",
    "tiles:ground",  # the map: settlements, and what is public of issues
    "tiles:issues",
}
CASE = ("case", "message", "answer", "add_document", "withdraw", "open_decision")
DESK = (
    "case", "message", "give", "accept", "refuse_to_accept", "take_up",
    "suspend", "resume", "grant", "refuse", "deliver", "ask_for_more", "ask_correction", "go_on",
    "confirm", "give_back", "stand_aside",
)  # fmt: skip

COMPLAINT = (
    "case", "add_document", "withdraw", "explain", "desk_case", "desk_give", "desk_accept",
    "desk_take_up", "desk_restore", "desk_identify", "desk_ask", "desk_go_on", "desk_not_consider",
    "desk_decide",
)  # fmt: skip

APPEAL = (
    "case", "add_document", "withdraw", "contest", "desk_case", "desk_give", "desk_answer",
    "desk_take_up", "desk_forward", "desk_study", "desk_prolong", "desk_leave",
)  # fmt: skip
SITTING = ("sitting", "go_on", "check")
DISPOSAL = ("disposal", "propose_disposal", "confirm_disposal", "give_back_disposal")
OFFER = ("offer", "change_offer", "decline_offer")


def address(name, arguments):
    with translation.override("be"):
        return reverse(name, args=arguments)


def pages_with_an_object():
    return {name for name, page in patterns(get_resolver()) if "<" in str(page.pattern)}


@pytest.fixture
def things(state, applying, kept):
    """Of Alena, one of everything that has an address; beside it an address of the same shape with nothing there."""
    alena = state.citizens["alena"]
    draft, case, benefit = applying().filled(), applying().granted(), applying(BENEFIT).accepted()
    Attachment.objects.create(case=case, file_id=kept.pk, title="scan", by=alena, at=NOW)
    paper = Document.objects.get(pk=Decision.objects.get(case=case).document_id)
    asked = requests_of_case(benefit.reference)[0]
    words = complaints.Words(demand="Не згодная.", language="be")
    complaint = complaints.complain(case.pk, words=words, by=alena, now=NOW)
    Attachment.objects.create(case=complaint, file_id=kept.pk, title="scan", by=alena, at=NOW)
    words = {"be": "Ліст"}
    notice = notify(party_id=alena.party_id, kind="test", subject=words, body=words, now=NOW)
    consent = Consent.objects.create(
        user=alena,
        purpose="sign_in",
        provider="card",
        required=[],
        allowed=[],
        refused=[],
        given_at=NOW,
    )
    visit = Session.objects.filter(user=alena).first() or a_visit_of(alena)
    nowhere, window = new_reference(NOW.date()), at_the_window(state)
    charge = a_charge(payer_id=alena.party_id, body_id=case.body_id)
    account, no_account = charge.account, "000000000000"
    sitting, offer = a_life_of(alena)
    errand = sitting.errands.get().pk
    return {
        "accounts:end_session": ([visit.public_id], [uuid4()]),
        "accounts:withdraw_consent": ([consent.pk], [uuid4()]),
        **of_appeals(alena, case, kept),
        "applications:check": ([draft.pk], [uuid4()]),
        "applications:discard": ([draft.pk], [uuid4()]),
        "applications:hand_over": ([draft.pk], [uuid4()]),
        "applications:page": ([draft.pk, "purpose"], [uuid4(), "purpose"]),
        **{f"applications:{page}": ([case.reference], [nowhere]) for page in CASE},
        **{f"applications:desk_{page}": ([case.reference], [nowhere]) for page in DESK},
        **{
            f"applications:{page}": ([own_words_of(state, case)], [uuid4()])
            for page in ("change_words", "retire_words")
        },
        "applications:file": ([case.reference, kept.pk], [nowhere, kept.pk]),
        "applications:desk_file": ([case.reference, kept.pk], [nowhere, kept.pk]),
        **pages_of_a_plan(state),
        "obligations:act": ([a_duty_of(state).pk, "submit"], [uuid4(), "submit"]),
        "committee:act": ([a_task_of().pk, "report"], [uuid4(), "report"]),
        **{
            f"committee:{page}": ([a_digest().pk], [uuid4()])
            for page in ("digest", "digest_pdf", "digest_csv")
        },
        "committee:in_state": (["given"], ["invented"]),
        "committee:task": ([a_task_of().pk], [uuid4()]),
        "complaints:about": ([case.reference], [nowhere]),
        **{f"complaints:{page}": ([complaint.reference], [nowhere]) for page in COMPLAINT},
        "complaints:file": ([complaint.reference, kept.pk], [nowhere, kept.pk]),
        "complaints:desk_file": ([complaint.reference, kept.pk], [nowhere, kept.pk]),
        **{f"counter:{page}": ([window.pk], [uuid4()]) for page in ("ticket", "visit", "end")},
        "counter:receipt": ([window.pk, case.reference], [uuid4(), nowhere]),
        **{
            f"counter:{page}": ([window.pk, draft.pk], [uuid4(), uuid4()])
            for page in ("print", "signed", "lodge")
        },
        "documents:download": ([paper.code], ["000000000000"]),
        "documents:revoke": ([paper.code], ["000000000000"]),
        "exchange:answer": ([asked.reference], [nowhere]),
        **{f"life_events:{page}": ([sitting.pk], [uuid4()]) for page in SITTING},
        "life_events:page": ([sitting.pk, errand, "child"], [uuid4(), errand, "child"]),
        **{f"life_events:{page}": ([offer.pk], [uuid4()]) for page in OFFER},
        **of_issues(alena),
        **of_consultations(state, alena),
        **of_measures(state),
        **of_self_assessment(state),
        **of_systems(state),
        **of_conversion(state),
        "notifications:notice": ([notice.pk], [uuid4()]),
        **{f"payments:{page}": ([account], [no_account]) for page in ("pay", "desk", "refund")},
        "payments:approve": ([account, uuid4()], [no_account, uuid4()]),
        "payments:assign": ([account, account], [no_account, no_account]),
        "portal:my_case": ([complaint.reference], [nowhere]),
        **of_mandates(state),
        **of_the_workshop(state),
        "portal:order_end": ([deputy_at_work(state).pk], [uuid4()]),
        **of_requests_about_data(alena, case, state.officials["clerk"]),
        **of_ratings(alena, case),
        "records:breach": ([a_breach(state, case).reference], [nowhere]),
        **{f"records:{page}": ([an_act(case).reference], [nowhere]) for page in DISPOSAL},
        "records:hold": ([case.reference], [nowhere]),
        "records:whole_file": ([case.reference], [nowhere]),
        "records:desk_whole_file": ([case.reference], [nowhere]),
    }


def of_appeals(alena, case, kept):
    """An appeal of hers to the body of her case, that others may sign."""
    words = appeals.Words(sort="statement", text="Прашу.", language="be", collective=True)
    made = appeals.appeal_to(
        case.body_id, applicant_id=alena.party_id, words=words, by=alena, now=NOW
    )
    Attachment.objects.create(case=made, file_id=kept.pk, title="scan", by=alena, at=NOW)
    mine, nowhere = made.reference, new_reference(NOW.date())
    there = Reception.objects.create(
        body_id=case.body_id, official=alena, begins_at=NOW, minutes=15, places=4, room="12"
    )
    visitor = there.visitors.create(
        number=1, party_id=alena.party_id, matter="Пра ліхтар.", booked=True, at=NOW
    )
    return {
        "appeals:give_up": ([there.pk], [uuid4()]),
        "appeals:desk_reception": ([there.pk], [uuid4()]),
        "appeals:desk_card": ([visitor.pk], [uuid4()]),
        **{f"appeals:{page}": ([mine], [nowhere]) for page in APPEAL},
        "appeals:signed": ([mine], [nowhere]),
        "appeals:answer_group": ([made.pk], [uuid4()]),
        "appeals:file": ([mine, kept.pk], [nowhere, kept.pk]),
        "appeals:desk_file": ([mine, kept.pk], [nowhere, kept.pk]),
    }


def of_ratings(alena, case):
    """Her rating of the granted case, and a sign about it."""
    scores = dict.fromkeys(("simplicity", "information", "term", "politeness"), 4)
    given = ratings.give(case.pk, ratings.Marks(scores=scores), by=alena, now=NOW)
    signal = Signal.objects.create(
        sign="own", organisation=given.organisation, key="x", facts={}, found_at=NOW
    )
    return {
        "ratings:rate": ([case.reference], [new_reference(NOW.date())]),
        "ratings:desk_rating": ([given.pk], [uuid4()]),
        "ratings:desk_act": ([given.pk, "set-aside"], [uuid4(), "set-aside"]),
        "ratings:desk_signal": ([signal.pk], [uuid4()]),
    }


def at_the_window(state):
    """Alena at the counter of her office, checked and agreeing."""
    official, body = state.officials["counter"], state.bodies["counter"].pk
    take_ticket(body, by=official, now=NOW)
    called = call_next(body, "3", by=official, now=NOW)
    return check_identity(
        called.pk, document_number=DOCUMENT, stands_here=True, agrees=True, by=official, now=NOW
    )


def draft_of_the_town(body_id):
    """A draft that assigns nothing yet: not for strangers, nor for officials of other tasks."""
    square = [[[[27.5, 53.9], [27.6, 53.9], [27.6, 54.0], [27.5, 53.9]]]]
    border = Border.objects.create(
        unit_code="5000000000", body_id=body_id, outline=square, source="x", square_metres=1, at=NOW
    )
    return AssignmentEdition.objects.create(
        border=border, body_id=body_id, duty="*", act="x", act_on=NOW.date(), made_at=NOW
    )


def hit_by_the_lot(case):
    """Alena is asked whether it is done."""
    draw = Draw.objects.create(since=NOW.date(), seed="1", fingerprint="2", announced_at=NOW)
    reporter = Reporter.objects.get(issue_id=case.pk)
    return Lot.objects.create(
        draw=draw, reporter=reporter, issue=reporter.issue, category="road.hole", percent=100,
        outcome="waiting", until=NOW.date(),
    )  # fmt: skip


def of_issues(alena):
    """What Alena reported, with a photo that no dispatcher has released."""
    trouble = Trouble(category="road.hole", language="be", lat=53.9, lon=27.56)
    case = report(trouble, by=alena, now=NOW).case
    photo = Photo.objects.create(issue_id=case.pk, shows="trouble", file_id=uuid4(), at=NOW).pk
    mine, nowhere = case.reference, new_reference(NOW.date())
    edition = draft_of_the_town(case.body_id).pk
    lot = hit_by_the_lot(case).pk
    return {
        "issues:assignment_act": ([edition, "discard"], [uuid4(), "discard"]),
        "issues:answer": ([mine], [nowhere]),
        "issues:call": ([lot], [uuid4()]),
        "issues:call_told": ([mine], [nowhere]),
        "issues:open_call": ([lot], [uuid4()]),
        "issues:desk_territory": ([edition], [uuid4()]),
        "issues:step": ([mine, "withdraw"], [nowhere, "withdraw"]),
        "issues:desk_issue": ([mine], [nowhere]),
        "issues:desk_step": ([mine, "assign"], [nowhere, "assign"]),
        "issues:desk_photo": ([mine, photo], [nowhere, uuid4()]),
        "issues:release_photo": ([mine, photo], [nowhere, uuid4()]),
        "issues:hide_photo": ([mine, photo], [nowhere, uuid4()]),
        "portal:matter": ([mine], [nowhere]),
        "portal:desk_matter": ([mine], [nowhere]),
        "portal:desk_untie": ([mine, case.pk, uuid4()], [nowhere, uuid4(), uuid4()]),
    }


def of_consultations(state, alena):
    """A poll that is still prepared, with one trustee; a petition before its moderation; what is discussed."""
    by, body = state.officials["clerk"], state.bodies["clerk"].pk
    poll = Poll.objects.create(
        code=new_code(), body_id=body, language="be", title="Двор", about="Двор", age=16,
        questions=[{"question": "Што?", "answers": ["А", "Б"], "max": 1}],
        prepared_by=by, prepared_at=NOW, closes_at=NOW + timedelta(days=9),
    )  # fmt: skip
    Trustee.objects.create(poll=poll, number=1, user=state.officials["head"], body_id=body)
    petition = Petition.objects.create(
        code=new_code(), body_id=body, language="be", title="Дарожка", text="Дарожка", threshold=9,
        author_id=alena.party_id, lodged_at=NOW,
    )  # fmt: skip
    draft = Draft.objects.create(
        code=new_code(), body_id=body, language="be", title="Акт", about="Акт",
        opens_on=NOW.date(), closes_on=NOW.date() + timedelta(days=10),
    )  # fmt: skip
    version = Version.objects.create(draft=draft, number=1, source="# 1. Прадмет", at=NOW)
    comment = Comment.objects.create(
        draft=draft, version=version, part="art_1", text="Так", language="be",
        author_id=alena.party_id, at=NOW,
    )  # fmt: skip
    budget = Budget.objects.create(
        code=new_code(), body_id=body, language="be", title="Двары", about="Двары", amount=9,
        ideas_until=NOW.date(), votes_until=NOW.date() + timedelta(days=9),
    )  # fmt: skip
    discussion = Discussion.objects.create(
        code=new_code(), body_id=body, language="be", title="Двор", about="Двор",
        opens_on=NOW.date(), closes_on=NOW.date() + timedelta(days=9),
    )  # fmt: skip
    Statement.objects.create(
        discussion=discussion, number=1, text="Больш дрэў", language="be", on=NOW.date()
    )
    kinds = {
        poll: ("desk_poll", "open_poll", "key", "share"),
        petition: ("sign", "take_back", "withdraw", "let_through", "refuse", "answer"),
        draft: ("desk_draft", "version", "reply", "finish"),
        budget: ("desk_budget", "go_on"),
        discussion: ("desk_discussion", "conclude"),
    }
    return {
        **{
            f"consultations:{page}": ([one.code], [new_code()])
            for one, pages in kinds.items()
            for page in pages
        },
        "consultations:hide": ([draft.code, comment.pk], [draft.code, uuid4()]),
        "consultations:check": ([budget.code, "1"], [new_code(), "1"]),
        **{
            f"consultations:{page}": ([discussion.code, 1], [new_code(), 1])
            for page in ("admit_statement", "decline_statement")
        },
    }


def of_systems(state):
    """A card that the ministry of health is writing, a system of its own, what it consists of."""
    keeper = state.officials["systems_keeper"]
    body = state.bodies["systems_keeper"]
    filing = systems.begin(body.pk, name={"be": "Рэестр"}, kind="system", by=keeper, now=NOW)
    card = systems.read_card({"name": {"be": "Рэестр"}, "kind": "system", "owner": body.code})
    system = systems.register_system(card, owner_id=body.pk, by=None, now=NOW, reason="")
    item = systems.enter_software(name="Debian")
    office = Office.objects.create(code="office-04", kind="office", body=body)
    line = TrainingLine.objects.create(
        office=office, kind="retraining", role="data", level=2, course="x", quarter="2027-Q1"
    )
    trace = Proposal.objects.create(key="x", kind="log", subject="x", found_on=NOW.date())
    nowhere = "SYS-1999-00001"
    return {
        "systems:filing": ([filing.pk], [uuid4()]),
        "systems:section": ([filing.pk, "identity"], [uuid4(), "identity"]),
        "systems:row": ([filing.pk, "costs", "new"], [uuid4(), "costs", "new"]),
        "systems:act": ([filing.pk, "ask"], [uuid4(), "ask"]),
        "systems:of_system": ([system.number, "change"], [nowhere, "change"]),
        "systems:take_in": ([system.number], [nowhere]),
        "systems:item": ([item.pk], [uuid4()]),
        "systems:item_act": ([item.pk, "describe"], [uuid4(), "describe"]),
        "systems:decide": ([trace.pk], [uuid4()]),
        "systems:office": ([office.code], ["nowhere"]),
        "systems:certificates": ([office.code], ["nowhere"]),
        "systems:office_act": ([office.code, "person"], ["nowhere", "person"]),
        "systems:training_act": ([line.pk, "finish"], [uuid4(), "finish"]),
    }


def of_measures(state):
    """A measure of a ministry with a submitted passport, on the agenda of a session."""
    by, body = state.officials["initiator"], state.bodies["initiator"].pk
    idea = Idea(
        name="Рэестр", goal="Мэта", sphere="transport", sources=["republican"], language="be"
    )
    case = propose(idea, purpose="measure", body_id=body, by=by, now=NOW)
    version = PassportVersion.objects.create(
        case=case, number=1, form="passport.v1", answers={}, at=NOW, by=by
    )
    session = convene(
        number="1", on=NOW.date(), manner="video", place="", body_id=case.body_id,
        by=state.officials["council_secretary"], now=NOW,
    )  # fmt: skip
    item = AgendaItem.objects.create(
        session=session, case=case, version=version, position=1, proposal="recommend"
    )
    contract = Contract.objects.create(
        case=case, number="7", signed_on=NOW.date(), ends_on=NOW.date(), amount=1
    )
    stage = Stage.objects.create(
        contract=contract, number=1, result="Макет", due_on=NOW.date(), amount=1
    )
    act = StageAct.objects.create(stage=stage, step="hand_over", text="Здадзена", at=NOW, by=by)
    paper = StagePaper.objects.create(act=act, file_id=uuid4(), name="akt.pdf")
    call = Call.objects.create(
        code="2026", year=2026, name={}, terms={}, how_to_apply={}, sought={}, opens_on=NOW.date(),
        closes_on=NOW.date(), written_by=by,
    )  # fmt: skip
    question = CallQuestion.objects.create(call=call, language="be", text="Калі?", at=NOW, by=by)
    mine, nowhere = case.reference, new_reference(NOW.date())
    return {
        "measures:paper": ([mine, paper.file_id], [nowhere, uuid4()]),
        "measures:extract": ([mine, "AAAA-BBBB-CCCC"], [nowhere, "AAAA-BBBB-CCCC"]),
        **{
            f"measures:{page}": ([mine], [nowhere])
            for page in (
                "measure",
                "passport",
                "spreadsheet",
                "spreadsheet_file",
                "checks",
                "questions",
            )
        },
        "programmes:forecast": (["2026-2030"], ["2031-2035"]),
        "programmes:choice": (["2026-2030"], ["2031-2035"]),
        "programmes:act": ([mine, "place"], [nowhere, "place"]),
        "programmes:accept": ([mine, uuid4()], [nowhere, uuid4()]),
        "measures:block": ([mine, "goal"], [nowhere, "goal"]),
        **{
            f"measures:{page}": ([mine, "1"], [nowhere, "1"])
            for page in ("version", "print", "word")
        },
        **{
            f"measures:{page}": ([call.code], ["1999"])
            for page in (
                "desk_call",
                "rewrite_call",
                "new_direction",
                "publish_call",
                "ask_about_call",
            )
        },
        "measures:drop_direction": ([call.code, "1"], ["1999", "1"]),
        "measures:answer_question": ([call.code, question.pk], ["1999", uuid4()]),
        "measures:step": ([mine, "classify"], [nowhere, "classify"]),
        "measures:desk_number": ([mine, "contract"], [nowhere, "contract"]),
        "measures:desk_number_of": ([mine, "stage", "1"], [nowhere, "stage", "1"]),
        "measures:session": ([session.pk], [uuid4()]),
        "measures:number_of_session": ([session.pk, "present"], [uuid4(), "present"]),
        **{
            f"measures:{page}": ([session.pk, item.pk], [uuid4(), uuid4()])
            for page in ("brief", "brief_print", "brief_word")
        },
        "measures:session_act": ([session.pk, "agenda"], [uuid4(), "agenda"]),
        "measures:item_act": ([session.pk, item.pk, "vote"], [uuid4(), uuid4(), "vote"]),
    }


def of_mandates(state):
    """What Alena offered to Ihar, what she may do for her son, and what she consented to."""
    alena, ihar = state.protagonists.people["alena"], state.protagonists.people["ihar"]
    powers = Powers(acts=["prepare"], procedures=["U200/1.3.2"], since=NOW.date(), until=None)
    offered = offer_mandate(
        alena,
        organisation_id=None,
        agent_number=ihar.personal_number,
        agent_named="Ігар",
        wanted=powers,
        by=state.citizens["alena"].pk,
        now=NOW,
    )
    son = Mandate.objects.filter(person=alena, principal__isnull=False)[0]
    agreed = MinorConsent.objects.create(
        child_id=son.principal_id, given_by=alena, procedure="U200/13.1", given_at=NOW
    )
    return {
        "portal:mandate_offer": ([offered.offer.pk], [uuid4()]),
        "portal:decline_mandate": ([offered.offer.pk], [uuid4()]),
        "portal:revoke_mandate": ([son.pk], [uuid4()]),
        "portal:limit_mandate": ([son.pk], [uuid4()]),
        "portal:minor_consent": ([son.principal_id], [uuid4()]),
        "portal:withdraw_minor_consent": ([agreed.pk], [uuid4()]),
    }


def of_requests_about_data(alena, case, clerk):
    """A look at Alena's data that the office has caused, and her question about it."""
    look = note_look(
        alena.party_id, purpose=Purpose("examine", case_reference=case.reference), by=clerk,
        body=case.body_id, now=NOW,
    )  # fmt: skip
    asked = ask_about_data(
        asks="information",
        body_id=case.body_id,
        text="",
        language="be",
        by=alena,
        now=NOW,
        look=look,
    )
    pages = (
        "data_request", "withdraw_data_request", "desk_data_request", "desk_data_take_up",
        "desk_data_answer", "desk_data_refuse",
    )  # fmt: skip
    return {
        "records:ask_about_look": ([look], [uuid4()]),
        **{f"records:{page}": ([asked.reference], [new_reference(NOW.date())]) for page in pages},
    }


def own_words_of(state, case):
    return write_words(
        case.body_id, ground="no_grounds", words={"be": "Звярніцеся ў свой раён."}, since=NOW.date(),
        by=state.officials["head"], now=NOW,
    ).series  # fmt: skip


def a_breach(state, case):
    return enter_breach(
        body_id=case.body_id, known_on=NOW.date(), happened="Ліст не туды.", measures="Адкліканы.",
        cases=case.reference, by=state.officials["head"], now=NOW,
    )  # fmt: skip


def an_act(case):
    """A list of disposal of the office; nothing hangs on what is in it."""
    found, _new = Disposal.objects.get_or_create(
        body_id=case.body_id,
        finished_at=None,
        defaults={"reference": new_reference(NOW.date()), "prepared_at": NOW},
    )
    return found


def of_the_workshop(state):
    """A row that the lawyers of the ministry have before them."""
    official, office = state.officials["law_reviewer"], state.bodies["law_reviewer"].pk
    row = workshop.take_in(ROW.encode(), by=official, body_id=office, now=NOW)[0]
    pages = ("draft", "settle", "write", "try_out", "review", "publish")
    return {
        **{f"law:workshop_{page}": ([row.pk], [uuid4()]) for page in pages},
        "law:workshop_preview": ([row.pk, "be"], [uuid4(), "be"]),
        "law:design": ([row.pk], [uuid4()]),
        "law:design_more": ([row.pk, "documents"], [uuid4(), "documents"]),
        **{
            f"law:design_{act}": ([row.pk, "documents/0"], [uuid4(), "documents/0"])
            for act in ("section", "less", "earlier")
        },
    }


def a_duty_of(state):
    """Of the office of the clerk, owed to a body elsewhere."""
    return declare(
        rule="test.duty", period="2026", title={"be": "Абавязак"}, source=Source(title="Загад"),
        due_on=NOW.date(), subject_id=state.bodies["clerk"].pk, to_id=state.bodies["trade"].pk,
        by=None, now=NOW,
    )  # fmt: skip


def a_task_of():
    """Of a committee elsewhere to a body under it."""
    hall, utility = (
        Organisation.objects.create(
            kind=kind, is_body=True, name={"be": kind}, code=f"{kind}:{uuid4()}"
        )
        for kind in ("executive_committee", "housing_utility")
    )
    Organisation.objects.filter(pk=utility.pk).update(parent=hall)
    deputy = official(committee.GIVE, body_id=hall.pk)
    return committee.give(
        committee_id=hall.pk, organisation_id=utility.pk, text="Прыбраць двары", resolution="Рашэнне",
        due_on=NOW.date(), by=deputy, now=NOW,
    )  # fmt: skip


def a_digest():
    """Of a committee elsewhere."""
    hall = Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": "Выканкам"}, code=f"hall:{uuid4()}"
    )
    monday = NOW.date() - timedelta(days=NOW.weekday())
    return Digest.objects.create(
        committee=hall, week=monday, tables=[], formula="digest-1", made_at=NOW
    )


def pages_of_a_plan(state):
    """Of the office of the clerk."""
    duty = declare(
        rule="plan", period="2027", title={"be": "План"}, source=Source(title="Указ"), room="plans",
        due_on=NOW.date(), subject_id=state.bodies["clerk"].pk, to_id=state.bodies["trade"].pk, by=None,
        now=NOW,
    )  # fmt: skip
    paper = Paper.objects.create(
        kind="plan", body_id=duty.subject_id, year=2027, obligation=duty, begun_at=NOW
    )
    paper.rows.create(number=1, about="other", title="Радок", quarter=1, unit="%", target=1)
    key, nowhere = paper.pk, uuid4()
    whole = ("paper", "new_row", "training", "new_annex")
    numbered = ("row", "drop_row", "result", "annex_to_row", "sign_annex")
    return {
        "plans:begin": ([duty.pk], [uuid4()]),
        "plans:act": ([key, "prepare"], [nowhere, "prepare"]),
        **{f"plans:{page}": ([key], [nowhere]) for page in whole},
        **{f"plans:{page}": ([key, 1], [nowhere, 1]) for page in numbered},
    }


def deputy_at_work(state):
    body = state.bodies["clerk"].pk
    able = officials_who_may("cases.decide", body, on=NOW.date())
    return Substitution.objects.create(
        body_id=body, principal=able[0], deputy=able[1], since=NOW.date(), until=NOW.date(),
        named_by=able[0], named_at=NOW,
    )  # fmt: skip


def _scoring_of(official, body):
    """Two assessors and a reviewer who look at a city; once."""
    found = Scoring.objects.first()
    if found is None:
        people = dict(zip(("first", "second", "reviewer"), User.objects.all()[:3], strict=True))
        found = open_scoring("Мінск", **people, by=official, body_id=body, now=NOW)
    return found.pk


def of_conversion(state):
    """A card of reengineering that a ministry has drawn."""
    official = state.officials["programme"]
    body = official.bodies_with("conversion.draw", on=NOW.date())[0]
    way = {"as_is": "Чакае | 9 | 1 | 1", "to_be": "Чакае | 1 | 0 | 0"}
    card = draw(
        BENEFIT, variant="shorten", **way, acts="", body_id=body, by=official, now=NOW
    )  # fmt: skip
    return {
        **{f"conversion:{page}": ([card.pk], [uuid4()]) for page in ("card", "send", "switch_on")},
        "conversion:speak": ([card.pk, "regulator"], [uuid4(), "regulator"]),
        "conversion:step": ([card.pk, "group"], [uuid4(), "group"]),
    }


def of_self_assessment(state):
    """An edition that a ministry fills in."""
    official = state.officials["programme"]
    body = official.bodies_with("self_assessment.coordinate", on=NOW.date())[0]
    edition = open_edition("2026", "un-2022", by=official, body_id=body, now=NOW).name
    return {
        **{
            f"self_assessment:{page}": ([edition], ["1999"])
            for page in ("edition", "changes", "hand_in", "publish", "xlsx", "docx")
        },
        **{
            f"self_assessment:{page}": ([edition, "c"], ["1999", "c"])
            for page in ("section", "accept", "owner")
        },
        **{
            f"self_assessment:{page}": ([edition, "q36"], ["1999", "q36"])
            for page in ("question", "copy")
        },
        **{
            f"self_assessment:{page}": ([_scoring_of(official, body)], [uuid4()])
            for page in ("scoring", "mark", "settle")
        },
        "self_assessment:picture": ([_scoring_of(official, body), "0" * 64], [uuid4(), "0" * 64]),
        "self_assessment:decline": ([edition, "q36", "law-36"], ["1999", "q36", "law-36"]),
    }


def a_life_of(user):
    event, who = life_event("birth"), user.party_id
    sitting = sit_down(event, [BENEFIT], user=user, applicant_id=who, language="be", now=NOW)
    offer = Offer.objects.create(
        person_id=who,
        rule="newborn_benefit",
        about=str(who),
        answers={},
        made_at=NOW,
        until=NOW.date(),
    )
    return sitting, offer


def a_visit_of(user):
    sign_in(Client(), user)
    return Session.objects.filter(user=user).first()


def test_no_page_with_an_object_is_forgotten_here(things):
    assert pages_with_an_object() == set(things) | OPEN_TO_ALL


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("citizen", "jadviha"),  # somebody else
        ("citizen", "volha"),  # who acts for an organisation
        ("official", "village"),  # the same office of another place, who may do everything there
        ("official", "fund"),  # the body that was asked, but for another service
        ("official", "auditor"),  # who may read the journal
    ],
)
def test_what_is_another_persons_is_not_there(  # noqa: PLR0917 - fixtures
    things, as_citizen, as_official, kind, who, method
):
    client = as_citizen(who) if kind == "citizen" else as_official(who)
    for name, (theirs, nowhere) in things.items():
        if (who, name) == ("fund", "exchange:answer"):
            continue  # it was asked
        found = getattr(client, method)(address(name, theirs))
        missing = getattr(client, method)(address(name, nowhere))
        assert found.status_code in {404, 405, 302}, (name, found.status_code)
        assert found.status_code == missing.status_code, name
        if found.status_code == 302:  # the door is before the object: the way in, and nothing of it
            assert "/account/" in found["Location"], (name, found["Location"])


def test_a_stranger_is_led_to_the_door_whether_it_exists_or_not(things, client):
    for name, pair in things.items():
        for arguments in pair:
            answer = client.get(address(name, arguments))
            assert answer.status_code in {302, 405}, name
            assert answer.status_code == 405 or "/account/sign-in/" in answer["Location"], name


def test_an_official_sees_no_case_of_ones_own_at_the_desk(state, applying):
    """Alena, too, works in the office that serves her house."""
    body = state.bodies["clerk"].pk
    alena = state.citizens["alena"]
    permissions = ["cases.see", "cases.accept", "cases.decide", "cases.assign"]
    appoint(alena, body, permissions, {"be": "Спецыяліст"}, SINCE, by=None)
    client = sign_in(Client(), type(alena).objects.get(pk=alena.pk), AccessMode.STRICT, body)
    own = applying().lodged()
    neighbours = applying(who="dzmitry").lodged()
    assert client.get(address("applications:desk_case", [neighbours.reference])).status_code == 200
    for page in DESK:
        for method in (client.get, client.post):
            answer = method(address(f"applications:desk_{page}", [own.reference]))
            assert answer.status_code in {404, 405}, page
    assert (
        own.reference not in client.get(address("portal:desk", []) + "?show=all").content.decode()
    )
    assert Case.objects.get(pk=own.pk).status == "lodged"


def test_a_citizen_takes_no_step_of_an_official_even_in_ones_own_case(applying, as_citizen):
    case = applying().lodged()
    client = as_citizen("alena")
    for page in DESK:
        client.post(address(f"applications:desk_{page}", [case.reference]), {"note": ""})
    assert Case.objects.get(pk=case.pk).status == "lodged"
