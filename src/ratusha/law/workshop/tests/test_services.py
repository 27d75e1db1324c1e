"""From a pasted row to an edition in force, through two people, on PostgreSQL."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.applications.tests.state import NOW, small_pack
from ratusha.audit.models import Entry
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.pack import pack
from ratusha.law.workshop import services
from ratusha.law.workshop.export import export
from ratusha.law.workshop.models import DraftMark, RowDraft
from ratusha.law.workshop.rules import Act, State
from ratusha.procedures.models import Edition
from ratusha.procedures.public import (
    digest_of,
    edition_in_force,
    load_pack,
    read_definition,
    search,
)

from .test_reading import ROW

CODE = "U200/2.27"
TODAY = NOW.date()


@pytest.fixture
def office(state):
    """The body of the reviewer and of the publisher."""
    return state.bodies["law_reviewer"].pk


@pytest.fixture
def alena(state):
    return state.officials["law_reviewer"]


@pytest.fixture
def andrei(state):
    return state.officials["law_publisher"]


@pytest.fixture
def draft(office, alena, db):  # noqa: ARG001 - in the transaction of the test
    (one,) = services.take_in(ROW.encode(), by=alena, body_id=office, now=NOW)
    return one


def settled(draft, by):
    keys = [fact["key"] for fact in draft.facts]
    return services.settle(draft, keys, {}, by=by, now=NOW)


def reviewed(draft, by):
    return services.review(settled(draft, by), by=by, now=NOW)


def test_a_pasted_row_is_kept_with_its_facts_and_its_first_mark(draft, alena):
    assert (draft.code, draft.state, draft.by_hand) == (CODE, State.COMPILED, False)
    mark = draft.marks.get()
    assert (mark.act, mark.by) == (Act.COMPILED, alena)
    assert Entry.objects.filter(action="law.compile", object_id=str(draft.pk)).exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "workshop.no_table"),
        ("Проста словы", "workshop.no_table"),
        ("наименование: Выдача справки\nсрок: 5 дней\n", "workshop.no_row"),
    ],
)
def test_what_is_no_row_is_refused_at_the_field(alena, office, text, code):
    with pytest.raises(RuleBroken) as refused:
        services.take_in(text.encode(), by=alena, body_id=office, now=NOW)
    assert (refused.value.code, refused.value.field) == (code, "text")


def test_somebody_without_the_permission_compiles_nothing(office, db):  # noqa: ARG001
    stranger = official("cases.see", body_id=office)
    before = RowDraft.objects.count()
    with pytest.raises(NotPermitted):
        services.take_in(ROW.encode(), by=stranger, body_id=office, now=NOW)
    assert RowDraft.objects.count() == before


def test_a_review_waits_until_every_phrase_is_settled(draft, alena):
    with pytest.raises(RuleBroken) as refused:
        services.review(draft, by=alena, now=NOW)
    assert refused.value.code == "workshop.open_facts"


def test_a_phrase_is_accepted_once(draft, alena):
    key = draft.facts[0]["key"]
    for _twice in range(2):
        services.settle(draft, [key, "unknown"], {}, by=alena, now=NOW)
    assert draft.marks.filter(act=Act.ACCEPTED).count() == 1
    assert services.resolved(draft) == {key: Act.ACCEPTED}


def test_other_words_change_the_definition_and_leave_a_line_of_history(draft, alena):
    key = next(fact["key"] for fact in draft.facts if fact["column"] == "term")
    after = services.settle(draft, [], {key: "7 дней"}, by=alena, now=NOW)
    assert "base: 7 days" in after.text
    assert after.source["term"][0] == "5 дней со дня обращения"
    assert after.marks.get(act=Act.MENDED).words == "7 дней"
    assert len(services.open_facts(after)) == len(after.facts)


def test_a_text_changed_by_hand_is_not_overwritten_by_other_words(draft, alena):
    after = services.write(draft, draft.text.replace("5 days", "6 days"), by=alena, now=NOW)
    key = after.facts[1]["key"]
    with pytest.raises(Conflict) as refused:
        services.settle(after, [], {key: "7 дней"}, by=alena, now=NOW)
    assert refused.value.code == "workshop.by_hand"


def test_a_mistake_in_the_text_is_kept_and_told_with_its_line(draft, alena):
    wrong = draft.text.replace("base: 5 days", "base: five days")
    after = services.write(draft, wrong, by=alena, now=NOW)
    (found,) = services.findings(after)
    assert after.text.splitlines()[found.line - 1].strip() == "base: five days"
    assert found.code == "term.unreadable"
    with pytest.raises(RuleBroken) as refused:
        reviewed(after, alena)
    assert refused.value.code == "workshop.findings"


def test_the_text_of_another_row_is_a_mistake(draft, alena):
    after = services.write(draft, draft.text.replace("U200/2.27", "U200/2.2"), by=alena, now=NOW)
    assert [found.code for found in services.findings(after)] == ["code.another"]


def test_a_change_after_the_review_asks_for_a_new_one(draft, alena, andrei):
    after = reviewed(draft, alena)
    changed = services.write(after, after.text.replace("5 days", "6 days"), by=andrei, now=NOW)
    assert (changed.state, changed.reviewed_by) == (State.COMPILED, None)


def test_another_lawyer_puts_it_into_force_and_it_is_found(draft, alena, andrei):
    row = services.publish(reviewed(draft, alena), TODAY, by=andrei, now=NOW)
    edition = edition_in_force(CODE, TODAY)
    assert (row.state, row.edition, edition.by_act) == (State.PUBLISHED, edition, True)
    assert (edition.electronic_level, edition.valid_from) == ("e3", TODAY)
    assert edition.promise.term.base == "5 days"
    assert Entry.objects.filter(action="law.publish", object_id=str(edition.pk)).exists()
    found = search("неполучение пенсии", on=TODAY)
    assert CODE in {hit.code for hit in found.hits}


def test_who_reviewed_does_not_publish(draft, alena):
    with pytest.raises(NotPermitted) as refused:
        services.publish(reviewed(draft, alena), TODAY, by=alena, now=NOW)
    assert refused.value.code == "workshop.same_person"


def test_the_database_knows_the_second_person_too(draft, alena, andrei):
    row = services.publish(reviewed(draft, alena), TODAY, by=andrei, now=NOW)
    with (
        pytest.raises(IntegrityError, match="row_draft_is_published_by_a_second_person"),
        transaction.atomic(),
    ):
        RowDraft.objects.filter(pk=row.pk).update(published_by=alena)


def test_red_scenarios_stop_a_publication(draft, alena, andrei):
    question = "      - code: details\n"
    assert question in draft.text
    broken = draft.text.replace(question, f"{question}        when: today + 1 == 2\n")
    after = services.write(draft, broken, by=alena, now=NOW)
    with pytest.raises(RuleBroken) as refused:
        services.publish(reviewed(after, alena), TODAY, by=andrei, now=NOW)
    assert refused.value.code == "workshop.not_publishable"
    assert not Edition.objects.filter(by_act=True).exists()


@pytest.mark.parametrize("days", [-1, -400])
def test_an_edition_does_not_begin_in_the_past(draft, alena, andrei, days):
    with pytest.raises(RuleBroken) as refused:
        services.publish(reviewed(draft, alena), TODAY + timedelta(days=days), by=andrei, now=NOW)
    assert refused.value.field == "valid_from"


def test_the_next_loading_of_the_pack_leaves_it_in_force(draft, alena, andrei, tmp_path):
    services.publish(reviewed(draft, alena), TODAY, by=andrei, now=NOW)
    folder = small_pack(tmp_path)
    with (folder / "catalogue" / "U200" / "02.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write("# read it anew\n")
    done = load_pack(folder, today=TODAY + timedelta(days=1), now=NOW, for_trial=True)
    assert "rows" in done
    assert edition_in_force(CODE, date(2027, 1, 1)).by_act


def test_history_is_only_added(draft, alena, andrei):
    services.publish(reviewed(draft, alena), TODAY, by=andrei, now=NOW)
    acts = list(DraftMark.objects.values_list("act", flat=True))
    assert acts[0] == Act.COMPILED
    assert acts[-2:] == [Act.REVIEWED, Act.PUBLISHED]
    assert acts.count(Act.ACCEPTED) == len(draft.facts)


def test_what_was_published_is_exported_as_a_file_of_a_pack(draft, alena, andrei, tmp_path):
    later = TODAY + timedelta(days=3)
    row = services.publish(reviewed(draft, alena), later, by=andrei, now=NOW)
    for _twice in range(2):
        (file,) = export(tmp_path)
        assert file == tmp_path / "U200" / "2.27.yaml"
    assert f"valid_from: {later.isoformat()}\n" in file.read_text(encoding="utf-8")
    assert digest_of(read_definition(file, pack().folder)) == row.edition.digest


def test_the_database_lets_nobody_change_or_take_away_what_was_done(draft):
    mark = DraftMark.objects.filter(draft=draft).first()
    for forbidden in (lambda: DraftMark.objects.update(words="other"), mark.delete):
        with pytest.raises(IntegrityError, match="only added to"), transaction.atomic():
            forbidden()
