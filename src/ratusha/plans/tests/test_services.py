"""A paper is written, signed by two, judged, frozen and changed by annexes; the database keeps the past."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.obligations import public as obligations
from ratusha.obligations.tests.conftest import on
from ratusha.plans import beside
from ratusha.plans.models import Filing, Paper, Result, Review, Row, TreasurySum
from ratusha.plans.queries import discipline_of, findings_of, rows_in_force
from ratusha.plans.rules import Stage
from ratusha.plans.services import annex, begin, sign, treasury, write
from ratusha.plans.services.bring_over import PastRow, PastYear, bring_over

from .conftest import RESULT, ROW


@pytest.fixture(autouse=True)
def _year(state):
    state.opened(2026)


def duty_of(paper):
    return obligations.Obligation.objects.get(pk=paper.obligation_id)


# ---- beginning ----
def test_a_plan_begins_with_what_its_body_must_have_and_its_running_measures(state):
    beside.plug_measures(lambda _body: {"2026-7NR4-9WD3-R": "Register of routes"})
    paper = state.begun()
    assert [(row.about, row.code, row.target) for row in paper.rows.all()] == [
        ("indicator", "electronic_share", Decimal(0)),
        ("measure", "2026-7NR4-9WD3-R", Decimal(100)),
    ]
    assert {one.rule for one in findings_of(paper)} == {"owner", "training"}


def test_a_row_about_a_measure_keeps_its_name_without_being_told_again(state):
    beside.plug_measures(lambda _body: {"2026-7NR4-9WD3-R": "Register of routes"})
    paper = state.begun()
    given = {**ROW, "subject": "measure:2026-7NR4-9WD3-R", "target": Decimal(100)}
    row = write.save_row(paper.pk, row=2, by=state.writer, now=on("2026-03-03"), **given)
    assert (row.title, row.owner) == ("Register of routes", "Digital unit")


def test_a_plan_begins_with_the_value_of_the_campaign_as_what_is_reached(state):
    beside.plug_values(lambda _body, _code, year: beside.Known(Decimal(year - 1984), "Campaign"))
    assert state.begun().rows.get().base == Decimal(42)


def test_begun_again_it_is_the_same_paper(state):
    assert state.begun().pk == state.begun().pk


def test_nothing_begins_before_it_opens(state):
    with pytest.raises(RuleBroken, match="not_open"):
        state.begun(day="2026-01-31")


def test_the_night_begins_what_is_open(state):
    bodies = [state.ministry, state.transport, state.health]
    assert begin.open_due(on("2026-01-10")) == len(bodies)  # reports for 2025
    assert begin.open_due(on("2026-02-01")) == len(bodies)
    assert begin.open_due(on("2026-02-02")) == 0


def test_a_report_has_a_line_for_each_row_of_its_plan_and_the_next_plan_begins_where_it_ended(
    state,
):
    beside.plug_values(
        lambda _body, _code, year: (
            beside.Known(Decimal(61), "Campaign 2027") if year == 2027 else None
        )
    )
    paper = state.reporting()
    result = paper.results.get()
    assert (result.row.target, result.known, result.known_from) == (
        Decimal(60),
        Decimal(61),
        "Campaign 2027",
    )
    assert [one.rule for one in findings_of(paper)] == ["R01", "R04"]


def test_the_plan_after_a_report_never_aims_below_what_is_reached(state):
    paper = state.reported(fact=Decimal(70))
    sign.prepare(paper.pk, by=state.writer, now=on("2028-01-13"))
    sign.sign(paper.pk, by=state.head, now=on("2028-01-14"))
    sign.accept(paper.pk, by=state.checker, now=on("2028-01-20"))
    obligations.generate(2027, now=on("2027-01-01"))
    following = state.begun("plan", "2028", "2028-02-01")
    row = following.rows.get()
    assert (row.base, row.target, row.owner) == (
        Decimal(70),
        Decimal(70),
        "Digital unit",
    )
    assert following.training == "Five people."


# ---- two people ----
def test_r06_the_writer_does_not_sign_and_the_head_does(state):
    paper = state.prepared()
    with pytest.raises(NotPermitted):
        sign.sign(paper.pk, by=state.writer, now=on("2026-04-10"))
    signed = sign.sign(paper.pk, by=state.head, now=on("2026-04-10"))
    assert signed.stage == Stage.SUBMITTED
    filing = signed.filings.get()
    assert (filing.prepared_by, filing.signed_by) == (state.writer, state.head)
    assert filing.content["rows"][0]["target"] == "60.000"
    assert duty_of(paper).standing == obligations.Standing.SUBMITTED


def test_r06_who_may_both_still_does_only_one(state):
    both = state._person(state.transport, "plans.prepare", "plans.sign", name="Both")
    paper = state.written()
    sign.prepare(paper.pk, by=both, now=on("2026-03-04"))
    with pytest.raises(RuleBroken, match="R06"):
        sign.sign(paper.pk, by=both, now=on("2026-03-05"))


def test_an_incomplete_paper_is_not_handed_over(state):
    with pytest.raises(RuleBroken, match=r"plans\.(owner|training)"):
        sign.prepare(state.begun().pk, by=state.writer, now=on("2026-03-04"))


def test_what_is_handed_over_does_not_change_until_it_is_taken_back(state):
    paper = state.prepared()
    with pytest.raises(Conflict):
        write.save_row(paper.pk, row=1, by=state.writer, now=on("2026-03-05"), **ROW)
    sign.reopen(paper.pk, by=state.head, now=on("2026-03-05"))
    changed = write.save_row(
        paper.pk, row=1, by=state.writer, now=on("2026-03-05"), **{**ROW, "target": Decimal(65)}
    )
    assert changed.target == 65


def test_r03_a_report_is_not_signed_before_its_year_is_over(state):
    paper = state.reported()
    sign.prepare(paper.pk, by=state.writer, now=on("2028-01-13"))
    with pytest.raises(RuleBroken, match="R03"):
        sign.sign(paper.pk, by=state.head, now=on("2027-12-31"))


# ---- the ministry ----
def test_accepted_it_is_frozen_and_its_duty_is_accepted(state):
    paper = state.accepted()
    assert paper.stage == Stage.ACCEPTED
    assert duty_of(paper).state(date(2026, 12, 1)) is obligations.State.ACCEPTED
    assert discipline_of(paper) == 100
    with pytest.raises(Conflict):
        write.save_row(paper.pk, row=1, by=state.writer, now=on("2026-05-05"), **ROW)


def test_returned_it_is_completed_within_five_working_days_and_is_not_late(state):
    paper = state.sent("2026-04-29")
    sign.give_back(paper.pk, reason="No risks.", by=state.checker, now=on("2026-05-04"))
    assert duty_of(paper).mend_by == date(2026, 5, 11)
    obligations.tonight(on("2026-05-11"))
    sign.prepare(paper.pk, by=state.writer, now=on("2026-05-11"))
    sign.sign(paper.pk, by=state.head, now=on("2026-05-11"))
    sign.accept(paper.pk, by=state.checker, now=on("2026-05-12"))
    paper.refresh_from_db()
    assert duty_of(paper).late_since is None
    assert [one.review.outcome for one in paper.filings.all()] == ["returned", "accepted"]
    assert discipline_of(paper) == 75


def test_r05_late_is_late_even_when_it_is_accepted(state):
    paper = state.prepared()
    obligations.tonight(on("2026-05-01"))
    sign.sign(paper.pk, by=state.head, now=on("2026-05-06"))
    sign.accept(paper.pk, by=state.checker, now=on("2026-05-07"))
    paper.refresh_from_db()
    assert duty_of(paper).late_since == date(2026, 5, 1)
    assert discipline_of(paper) == 50


def test_r05_what_came_in_time_has_no_lateness(state):
    paper = state.sent("2026-04-30")
    obligations.tonight(on("2026-05-02"))
    assert duty_of(paper).late_since is None


def test_only_the_body_it_is_owed_to_judges(state):
    paper = state.sent()
    stranger = state._person(state.health, "plans.check", name="Stranger")
    for somebody in (state.writer, state.head, stranger):
        with pytest.raises(NotPermitted):
            sign.accept(paper.pk, by=somebody, now=on("2026-04-15"))


# ---- annexes ----
def test_an_accepted_plan_changes_only_by_an_annex_that_another_signs(state):
    paper = state.accepted()
    changed = {**ROW, "target": Decimal(55), "risk": "Less money."}
    given = {"reasons": "The budget was cut.", "by": state.writer, "now": on("2026-09-01")}
    annex.propose_annex(paper.pk, row=1, **changed, **given)
    assert rows_in_force(paper).get().target == 60
    with pytest.raises(Conflict):
        annex.propose_annex(paper.pk, row=1, **changed, **given)
    with pytest.raises(NotPermitted):
        annex.sign_annex(paper.pk, number=1, by=state.writer, now=on("2026-09-02"))
    annex.sign_annex(paper.pk, number=1, by=state.head, now=on("2026-09-02"))
    row = rows_in_force(paper).get()
    assert (row.target, row.number, row.annex.number) == (Decimal(55), 1, 1)
    assert paper.rows.count() == 2


def test_an_annex_may_add_a_row(state):
    paper = state.accepted()
    other = {**ROW, "subject": "other", "title": "A laboratory"}
    annex.propose_annex(
        paper.pk, row=None, reasons="A new task.", by=state.writer, now=on("2026-09-01"), **other
    )
    annex.sign_annex(paper.pk, number=1, by=state.head, now=on("2026-09-02"))
    assert [row.number for row in rows_in_force(paper)] == [1, 2]


def test_a_plan_that_is_not_accepted_has_no_annex(state):
    with pytest.raises(RuleBroken, match="no_annex"):
        annex.propose_annex(
            state.sent().pk, row=1, reasons="Because.", by=state.writer, now=on("2026-04-12"), **ROW
        )


# ---- the treasury ----
TABLE = "body,source,amount\nexecutive_committee:1000000000,republican,{sum}\n"


def bring_in(state, amount="900.00", day="2028-01-15"):
    return treasury.import_treasury(
        TABLE.format(sum=amount).encode(), year=2027, by=state.checker, now=on(day)
    )


def test_r04_the_newest_import_counts(state):
    paper = state.reported()
    bring_in(state, "899.99", "2028-01-14")
    assert [one.rule for one in findings_of(paper)] == ["R04"]
    bring_in(state)
    assert findings_of(paper) == []
    assert TreasurySum.objects.count() == 2


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"body;source;amount\n",
        b"body,source,amount\n",
        b"body,source,amount\nnobody,republican,1\n",
        b"body,source,amount\nexecutive_committee:1000000000,magic,1\n",
        b"body,source,amount\nexecutive_committee:1000000000,own,many\n",
        b"body,source,amount\nexecutive_committee:1000000000,own,-1\n",
        b"body,source,amount\nexecutive_committee:1000000000,own,NaN\n",
        b"body,source,amount\nexecutive_committee:1000000000,own,1.005\n",
        b"body,source,amount\nexecutive_committee:1000000000,own,1\nexecutive_committee:1000000000,own,2\n",
        b"body,source,amount\nexecutive_committee:1000000000\n",
    ],
)
def test_a_wrong_table_brings_nothing_in(state, content):
    with pytest.raises(RuleBroken, match="treasury"):
        treasury.import_treasury(content, year=2027, by=state.checker, now=on("2028-01-15"))
    assert not TreasurySum.objects.exists()


def test_a_body_brings_no_figures_of_the_treasury(state):
    with pytest.raises(NotPermitted):
        treasury.import_treasury(
            TABLE.format(sum=1).encode(), year=2027, by=state.writer, now=on("2028-01-15")
        )


# ---- what the database refuses ----
@pytest.mark.parametrize(
    "change",
    [
        lambda paper: Row.objects.filter(paper=paper).update(target=1),
        lambda paper: Row.objects.filter(paper=paper).delete(),
        lambda paper: Row.objects.create(
            paper=paper, number=9, about="other", title="x", quarter=1, unit="%", target=1
        ),
        lambda paper: Paper.objects.filter(pk=paper.pk).update(training="otherwise"),
        lambda paper: Paper.objects.filter(pk=paper.pk).update(stage="drafting"),
        lambda paper: Filing.objects.filter(paper=paper).update(digest="0"),
        lambda paper: Review.objects.filter(filing__paper=paper).delete(),
    ],
)
def test_the_database_keeps_what_was_accepted(state, change):
    paper = state.accepted()
    with pytest.raises(DatabaseError), transaction.atomic():
        change(paper)


def test_the_database_wants_two_people(state):
    paper = state.written()
    with pytest.raises(DatabaseError, match="filing_is_signed_by_another"), transaction.atomic():
        Filing.objects.create(
            paper=paper, number=1, at=on("2026-04-01"), prepared_by=state.writer, signed_by=state.writer,
            content={}, digest="0",
        )  # fmt: skip


def test_the_database_freezes_the_results_of_a_report(state):
    paper = state.reported()
    sign.prepare(paper.pk, by=state.writer, now=on("2028-01-13"))
    with pytest.raises(DatabaseError), transaction.atomic():
        Result.objects.filter(report=paper).update(fact=1)
    assert RESULT["fact"] == paper.results.get().fact


# ---- from before the platform ----
PAST_ROW = {
    "about": "indicator", "code": "electronic_share", "title": "Share", "task": "e_government", "owner": "Unit",
    "quarter": 4, "unit": "%", "target": Decimal(40),
}  # fmt: skip


def past(state):
    return PastYear(
        body_id=state.health.pk, year=2025, plan_on=date(2024, 5, 6), plan_letter="№ 5", training="Two people.",
        trained=2, report_on=date(2026, 2, 20), report_letter="№ 6",
        rows=[PastRow(values=PAST_ROW, result={"fact": Decimal(41), "evidence": "№ 6"})],
    )  # fmt: skip


def test_papers_from_before_come_over_once_accepted_and_frozen(state):
    assert (
        bring_over([past(state)], by=None, now=on("2026-01-01")) == 1
    )  # its report is owed here already
    assert bring_over([past(state)], by=None, now=on("2026-01-02")) == 0
    plan = Paper.objects.get()
    assert (plan.stage, plan.letter, plan.rows.get().target) == ("accepted", "№ 5", Decimal(40))
    with pytest.raises(DatabaseError), transaction.atomic():
        plan.rows.update(target=1)


def test_what_came_late_on_paper_is_late_here_too(state):
    bring_over([past(state)], by=None, now=on("2026-01-01"))
    duty = duty_of(Paper.objects.get())
    assert duty.late_since == date(2024, 5, 1)
    assert [step.act for step in duty.history.all()] == ["submit", "accept"]


def test_a_plan_begins_where_a_report_from_before_has_ended(state):
    earlier = replace(past(state), year=2024, plan_on=date(2023, 4, 3), report_on=date(2025, 2, 3))
    assert bring_over([earlier], by=None, now=on("2026-01-01")) == 2
    duty = obligations.find("plan", state.health.pk, "2027")
    plan = begin.begin(duty.pk, by=None, now=on("2026-03-01"))
    assert plan.rows.get().base == Decimal(41)
