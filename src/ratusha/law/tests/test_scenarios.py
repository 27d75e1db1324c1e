"""Every definition of the pack that can be applied for is lived through, and nothing of it remains."""

from datetime import UTC, datetime

import msgspec
import pytest
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.applications.public import Filled
from ratusha.cases.public import Case
from ratusha.kernel.pack import pack
from ratusha.law.models import Verdict
from ratusha.law.scenarios.conditions import candidates
from ratusha.law.scenarios.derive import Kind, derive
from ratusha.law.scenarios.samples import Invented
from ratusha.law.scenarios.trying import try_out
from ratusha.law.scenarios.verdicts import is_green, ship, shipped, verdict_on
from ratusha.parties.public import Organisation, Person
from ratusha.procedures.public import (
    Check,
    Definition,
    Edition,
    Exemption,
    FeeRule,
    Field,
    Ground,
    ResultRule,
    Source,
    Tariff,
    digest_of,
    read_definitions,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
APPLIED_FOR = {d.code: d for d in read_definitions(pack().folder) if d.level >= "e3"}
CERTIFICATE, BENEFIT, MOVE, KINDERGARTEN = "U200/1.3.2", "U200/2.6", "U200/13.1", "U200/6.6"
SAID = {"be": "x", "ru": "x", "en": "x"}


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def changed(code: str, **what) -> Definition:
    return msgspec.structs.replace(APPLIED_FOR[code], **what)


def reasons(promise: Definition) -> dict[str, str]:
    return {t.scenario.code: t.reason for t in try_out(promise, now=NOW).red}


@pytest.mark.parametrize("promise", APPLIED_FOR.values(), ids=lambda d: d.code)
def test_every_scenario_of_the_pack_is_green(promise):
    trial = try_out(promise, now=NOW)
    assert [
        (t.scenario.code, t.verdict, t.reason) for t in trial.told if t.verdict != "green"
    ] == []
    assert trial.green


def test_the_green_wordings_of_the_pack_are_written_down():
    """If not: `ratusha law scenarios --keep`."""
    assert {
        d.code for d in APPLIED_FOR.values() if digest_of(d) not in shipped(pack().folder)
    } == set()


def test_two_questions_for_a_file_get_two_files():
    invented = Invented(NOW.date(), {})
    empty = Filled(APPLIED_FOR[BENEFIT], {}, {}, {}, NOW.date())
    first, second = (
        invented.answer(Field(code=code, label=SAID, kind="file"), empty) for code in ("a", "b")
    )
    assert first["id"] != second["id"]


def test_the_days_around_a_named_day_are_tried():
    asked = Field(code="a", label=SAID, kind="date")
    empty = Filled(APPLIED_FOR[BENEFIT], {}, {}, {}, NOW.date())
    found = candidates(asked, empty, "answers.a < '1999-09-01'", Invented(NOW.date(), {}))
    assert {"1999-08-31", "1999-09-01", "1999-09-02"} <= set(found)


def test_nothing_of_a_trial_remains():
    try_out(APPLIED_FOR[MOVE], now=NOW)
    for table in (Case, Person, Organisation, Edition, User):
        assert not table.objects.exists()


def test_kinds_of_scenarios_follow_from_the_definition():
    kinds = {one.kind for one in derive(APPLIED_FOR[BENEFIT])}
    assert kinds == {
        Kind.APPLY, Kind.REQUEST, Kind.BRANCH, Kind.NOT_ACCEPTED, Kind.REFUSED, Kind.WITHDRAWN, Kind.SUSPENDED,
        Kind.COMPLAINT,
    }  # fmt: skip
    assert Kind.EXPIRED in {one.kind for one in derive(APPLIED_FOR[CERTIFICATE])}
    assert derive(changed(BENEFIT, level="e2")) == []


def test_each_ground_has_its_refusal():
    promise = APPLIED_FOR[BENEFIT]
    refused = [one.subject for one in derive(promise) if one.kind is Kind.REFUSED]
    assert refused == [ground.code for ground in promise.refuse]


def test_the_steps_tell_how_the_term_became_longer():
    trial = try_out(APPLIED_FOR[BENEFIT], now=NOW)
    steps = next(t.steps for t in trial.told if t.scenario.code == "request.employment")
    assert [one.step for one in steps] == ["lodge", "accept", "request", "receive"]
    assert steps[0].due_on < steps[-1].due_on


def test_an_empty_place_in_the_document_is_red():
    result = ResultRule(kind="decision", title=SAID, template=[{"be": "Дзіця: {child}."}])
    found = reasons(changed(BENEFIT, result=result))
    assert "The document has an empty place" in found["apply.citizen"]


def test_a_broken_rule_of_the_result_is_red():
    result = ResultRule(kind="decision", title=SAID, values={"child": "facts['x'].y.z"})
    assert "apply.citizen" in reasons(changed(BENEFIT, result=result))


def test_a_broken_rule_of_the_result_is_red_too_where_the_decision_is_on_paper():
    result = ResultRule(kind="decision", title=SAID, values={"child": "facts['x'].y.z"})
    on_paper = {"level": "e3", "decision_electronic": False}
    assert reasons(changed(BENEFIT, **on_paper)) == {}
    assert "apply.citizen" in reasons(changed(BENEFIT, result=result, **on_paper))


def test_an_empty_place_in_the_document_is_red_too_where_the_decision_is_on_paper():
    result = ResultRule(kind="decision", title=SAID, template=[{"be": "Дзіця: {child}."}])
    found = reasons(changed(BENEFIT, result=result, level="e3", decision_electronic=False))
    assert "The document has an empty place" in found["apply.citizen"]


def test_a_wording_that_the_state_could_not_read_back_is_red():
    bare = Ground(code="bare", text=SAID, source=Source(title=""))
    assert "apply.citizen" in reasons(changed(BENEFIT, refuse=[bare]))


def test_a_body_that_nobody_is_makes_everything_red():
    body = msgspec.structs.replace(APPLIED_FOR[MOVE].body, by="object_address", field="nowhere")
    unknown = msgspec.structs.replace(body, kind="migration_office", by="applicant_address")
    assert reasons(changed(MOVE, body=unknown)) == {}
    assert "apply.citizen" in reasons(changed(MOVE, body=None))


def test_a_tariff_is_tried_on_somebody_who_is_not_exempt():
    source = Source(title="A sample")
    asked = Field(code="pensioner", label=SAID, kind="yes_no")
    promise = APPLIED_FOR[KINDERGARTEN]
    pages = [
        msgspec.structs.replace(promise.form[0], fields=[*promise.form[0].fields, asked]),
        *promise.form[1:],
    ]
    fee = FeeRule(
        kind="tariffs",
        source=source,
        tariffs=[Tariff(code="all", label=SAID, multiple="0.1")],
        exemptions=[Exemption("pensioners", SAID, "answers.pensioner", source)],
    )
    trial = try_out(msgspec.structs.replace(promise, form=pages, fee=fee), now=NOW)
    told = {t.scenario.code: (t.verdict, t.reason) for t in trial.told}
    assert told["fee.all"] == ("green", "")
    assert told["free.pensioners"] == ("green", "")


def test_a_condition_that_cannot_hold_is_not_reached_and_not_red():
    promise = APPLIED_FOR[KINDERGARTEN]
    page = promise.form[0]
    never = msgspec.structs.replace(page.fields[0], check=[Check("true", SAID)])
    form = [msgspec.structs.replace(page, fields=[never, *page.fields[1:]]), *promise.form[1:]]
    trial = try_out(msgspec.structs.replace(promise, form=form), now=NOW)
    not_reached = [t.scenario.code for t in trial.told if t.verdict == "not_reached"]
    assert not_reached == [f"check.{never.code}.1"]
    assert trial.green


def test_a_verdict_is_kept_and_not_sought_again(django_assert_max_num_queries):
    promise = APPLIED_FOR[KINDERGARTEN]
    first = verdict_on(promise, now=NOW)
    with django_assert_max_num_queries(1):
        assert verdict_on(promise, now=NOW).pk == first.pk
    assert Verdict.objects.get().told["scenarios"]


def test_writing_down_one_green_wording_leaves_the_others(tmp_path):
    (tmp_path / "procedures").mkdir()
    file = tmp_path / "procedures" / "green.txt"
    file.write_text(f"# head\naaa {KINDERGARTEN} scenarios-1\nbbb X/1 scenarios-1\n")
    trial = try_out(APPLIED_FOR[KINDERGARTEN], now=NOW)
    assert ship(tmp_path, [trial], others_stay=True) == 2
    lines = file.read_text().splitlines()
    assert "bbb X/1 scenarios-1" in lines
    assert [line.split()[0] for line in lines if KINDERGARTEN in line] == [trial.digest]
    assert ship(tmp_path, [trial]) == 1


def test_what_the_pack_ships_as_green_is_not_tried(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert is_green(APPLIED_FOR[KINDERGARTEN], pack().folder, now=NOW)
