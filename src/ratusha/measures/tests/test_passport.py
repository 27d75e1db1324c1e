"""The technical passport: its definition, rules P01 to P20 each broken once, what changed, how a block is read."""

import json
from datetime import date

import jsonschema_rs
import pytest
from django.http import QueryDict
from django.utils import translation

from ratusha.kernel.pack import PACKS
from ratusha.measures.forms.passport import BlockForm
from ratusha.measures.passport.changes import changes
from ratusha.measures.passport.check import RULES, examine
from ratusha.measures.passport.definition import form, schema_of_answers, schema_of_form
from ratusha.measures.passport.names import names_a_person
from ratusha.measures.passport.ruling import Circumstances

from .conftest import whole_passport

TODAY = date(2026, 9, 1)
BESIDE = Circumstances(today=TODAY, years=(2026, 2030))


def found(answers, beside=BESIDE):
    return {(one.rule or "empty", one.level) for one in examine(answers, form(), beside)}


def test_the_passport_has_seventeen_blocks_in_three_languages():
    assert len(form().blocks) == 17
    for block, field in form().fields():
        for one in (block.title, field.label, *(c.label for c in field.columns)):
            assert one.keys() == {"be", "ru", "en"}
            assert all(one.values())


def test_a_passport_without_mistakes_is_clean():
    assert found(whole_passport()) == set()


def test_an_empty_passport_says_what_is_missing_in_every_block_that_asks():
    wrong = {one.block for one in examine({}, form(), BESIDE) if not one.rule}
    assert wrong == {one.code for one in form().blocks} - {"integrations", "duplicates"}


BREAK = {
    "P01": lambda a: a["budget"].update(total="528000.01"),
    "P02": lambda a: a["budget"].update(carried_over=False),
    "P03": lambda a: a["schedule"]["stages"][0].update(after="3"),
    "P04": lambda a: a["indicators"]["indicators"][0].update(baseline_on="2026-09-02"),
    "P05": lambda a: a["indicators"]["indicators"][0].update(target="18.0"),
    "P06": lambda a: a["indicators"]["indicators"][0].update(outcome=False),
    "P07": lambda a: a["integrations"].update(integrations=[]),
    "P08": lambda a: a["security"].update(data_assessment=False),
    "P09": lambda a: a["architecture"].update(hosting="cloud"),
    "P10": lambda a: a["systems"].update(replaced="Стары рэестр"),
    "P11": lambda a: [one.update(year="2030") for one in a["budget"]["lines"][8:]],
    "P12": lambda a: [one.update(amount="1.00") for one in a["budget"]["lines"][2:]],
    "P13": lambda a: a["budget"]["lines"][0].update(last_quarter="200000.00"),
    "P14": lambda a: a["solution"]["options"][1].update(kind="build"),
    "P15": lambda a: [one.update(supplier="ТАА «Код»") for one in a["budget"]["lines"]],
    "P16": lambda a: a["solution"]["options"][0].update(kind="reuse"),
    "P17": lambda a: a["schedule"]["stages"][1].update(ends_on="2027-12-31"),
    "P18": lambda a: a["goal"].update(problem="Так лічыць Новік І. П."),
    "P19": lambda a: a["goal"].update(goal="слова " * 40),
}
ADVICE = {"P12", "P13", "P14", "P15", "P17", "P19"}


@pytest.mark.parametrize("code", BREAK)
def test_each_rule_is_broken_by_what_it_is_about(code):
    answers = whole_passport()
    BREAK[code](answers)
    level = "W" if code in ADVICE else "E"
    assert (code, level) in found(answers)
    extra = {"P01"} if code == "P12" else set()
    assert {rule for rule, _level in found(answers)} == {code, *extra}


def test_an_unchanged_passport_does_not_come_back():
    returned = Circumstances(today=TODAY, years=(2026, 2030), returned=whole_passport())
    assert found(whole_passport(), returned) == {("P20", "E")}
    mended = whole_passport()
    mended["goal"]["problem"] += " І вадзіцелі не ведаюць."
    assert found(mended, returned) == set()


def test_lines_of_the_budget_take_their_money_from_the_sources_of_the_measure():
    of_two = Circumstances(today=TODAY, years=(2026, 2030), sources=("republican", "local"))
    answers = whole_passport()
    answers["budget"]["lines"][0]["source"] = "local"
    assert found(answers, of_two) == set()
    answers["budget"]["lines"][1]["source"] = "own"
    assert found(answers, of_two) == {("P02", "E")}
    answers["budget"]["lines"][1]["source"] = ""  # it is missing, and no other source
    assert found(answers, of_two) == {("empty", "E")}


def test_all_twenty_rules_are_there():
    codes = {code for code, *_rest in RULES}
    assert codes - {"Q05"} | {"P18"} == {f"P{number:02}" for number in range(1, 21)}


@pytest.mark.parametrize(
    ("works_from", "bare"),
    [
        ("2028-01-01", ""), ("2028-12-31", ""), ("2027-12-31", "2027"), ("2029-01-01", ""),
        ("2029-01-02", "2032"), ("2030-07-01", "2032, 2033"),
    ],
)  # fmt: skip
def test_three_years_of_support_are_counted_from_the_day_of_operation(works_from, bare):
    """Money is there for 2028 to 2031."""
    answers = whole_passport()
    answers["schedule"]["operation_on"] = works_from
    with translation.override("en"):
        said = [one.message for one in examine(answers, form(), BESIDE)]
    assert len(said) == bool(bare)
    assert all(one.endswith(f"there is none for {bare}.") for one in said)


ALSO = [  # further ways to break a rule that is about several things
    ("P03", lambda a: a["schedule"]["stages"][0].update(shortest="76")),
    ("P03", lambda a: a["schedule"]["stages"][0].update(longest="74")),
    ("P05", lambda a: a["indicators"]["targets"].pop()),
    ("P05", lambda a: a["indicators"]["targets"][1].update(value="8")),
    ("P05", lambda a: a["indicators"]["targets"][0].update(indicator="Нешта іншае")),
    ("P07", lambda a: a["integrations"]["integrations"][0].update(works_from="")),
    ("P08", lambda a: a["data"].update(abroad=True)),
]


@pytest.mark.parametrize(("code", "change"), ALSO)
def test_a_rule_about_several_things_is_broken_by_each(code, change):
    answers = whole_passport()
    change(answers)
    assert found(answers) == {(code, "E")}


def test_what_is_said_of_it_mends_what_was_broken():
    answers = whole_passport()
    answers["integrations"]["integrations"][0] |= {"works_from": "", "state": "exists"}
    answers["data"] |= {"abroad": True, "abroad_ground": "Літва, перавозчык, пагадненне № 2"}
    answers["schedule"]["stages"][0] |= {"shortest": "75", "longest": "75"}
    assert found(answers) == set()


def in_words_of_before():
    """As it was kept while regions, the indicator and the components were words."""
    answers = whole_passport()
    for block, now, before in (
        ("identity", "places", "regions"),
        ("goal", "indicators", "steering_indicator"),
        ("architecture", "parts", "components"),
    ):
        del answers[block][now]
        answers[block][before] = "Словамі"
    return answers


def test_a_passport_of_before_is_read_in_its_own_words_and_asks_for_codes():
    answers = in_words_of_before()
    jsonschema_rs.Draft202012Validator(schema_of_answers(form())).validate(answers)
    missing = [(one.block, one.field) for one in examine(answers, form(), BESIDE) if not one.rule]
    assert missing == [
        ("identity", "places"), ("goal", "indicators"), ("architecture", "parts"),
    ]  # fmt: skip
    for code, field in (("identity", "regions"), ("architecture", "components")):
        block = form().block(code)
        assert field in [one.code for one in block.shown(answers)]
        assert field not in [one.code for one in block.shown(whole_passport())]
        page = BlockForm(block, answers[code])
        assert field not in page.fields
    told = changes(answers, whole_passport(), form())
    assert ("Словамі", "") in [(one.before, one.after) for one in told]


def test_lists_that_are_chosen_from_have_no_two_names_alike():
    """A spreadsheet comes back by names."""
    for _block, field in form().fields():
        for one in (field, *field.columns):
            for language in ("be", "ru", "en"):
                with translation.override(language):
                    names = [name for _code, name in one.choices()]
                assert len(names) == len(set(names)), one.code


@pytest.mark.parametrize("after", ["2", "7"])
def test_stages_wait_neither_for_themselves_nor_for_strangers(after):
    answers = whole_passport()
    answers["schedule"]["stages"][1]["after"] = after
    assert ("P03", "E") in found(answers)


@pytest.mark.parametrize(
    "words", ["Новік І. П.", "І.П. Новік", "Святлана Іванаўна", "Ирина Владимировна"]
)
def test_a_person_is_known_by_initials_or_patronymic(words):
    assert names_a_person(words)


@pytest.mark.parametrize("words", ["Мінская вобласць", "Рэестр № 5", "г. Мінск", "Наша аснова"])
def test_other_words_name_nobody(words):
    assert not names_a_person(words)


def test_what_changed_is_told_field_by_field():
    after = whole_passport()
    after["identity"]["short_name"] = "Маршруты"
    after["schedule"]["stages"].pop()
    with translation.override("en"):
        told = changes(whole_passport(), after, form())
    assert [(one.block, one.field) for one in told] == [
        ("Identity", "Short name"),
        ("Schedule", "Stage"),
    ]
    assert (told[0].before, told[0].after) == ("Рэестр маршрутаў", "Маршруты")
    assert len(told[1].before.splitlines()) == len(told[1].after.splitlines()) + 1


def typed(block, answers):
    """A block as a browser sends it: with the words that the page shows."""
    shown = BlockForm(form().block(block), answers)
    data = QueryDict(mutable=True)
    for bound in shown:
        value = shown.get_initial_for_field(bound.field, bound.name)
        value = bound.field.prepare_value(value)
        if isinstance(value, dict):
            data.update({f"{bound.name}_{part}": words for part, words in value.items()})
        elif isinstance(value, list):
            data.setlist(bound.name, value)
        elif value is not None:
            data[bound.name] = value
    return data


@pytest.mark.parametrize("language", ["be", "en"])
@pytest.mark.parametrize("block", [one.code for one in form().blocks])
def test_a_block_comes_back_as_it_was_kept(block, language):
    answers = whole_passport()[block]
    with translation.override(language):
        sent = BlockForm(form().block(block), answers, typed(block, answers))
        assert sent.is_valid(), sent.errors
        back = sent.answers()
    assert back == answers


def test_what_is_missing_is_no_mistake_of_the_page_but_nonsense_is():
    assert BlockForm(form().block("identity"), {}, QueryDict()).is_valid()
    wrong = BlockForm(form().block("budget"), {}, QueryDict("total=many"))
    assert not wrong.is_valid()
    assert list(wrong.errors) == ["total"]


def test_the_json_schema_takes_a_whole_passport_and_refuses_a_stranger():
    validator = jsonschema_rs.Draft202012Validator(schema_of_answers(form()))
    validator.validate(whole_passport())
    strange = whole_passport()
    strange["identity"]["colour"] = "red"
    assert not validator.is_valid(strange)


def test_the_schema_of_the_form_beside_the_packs_is_up_to_date():
    assert json.loads((PACKS / "passport.schema.json").read_text()) == schema_of_form()
