"""`pack check` explains every mistake: each row of the table breaks a good file in one way."""

import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.kernel.pack import PACKS
from ratusha.procedures.check import check_pack
from ratusha.procedures.schema import FILES, schema_of

SMALL = Path(__file__).parent / "small"
GOOD = (SMALL / "procedures/T1/1.1.yaml").read_text(encoding="utf-8")

FEE = 'fee: {kind: base_value, multiple: "0.5", source: {title: Закон № 1}}'
BASE = 'kind: base_value, multiple: "1"'
LABEL = "label: {be: Плата, ru: Плата, en: Fee}"
ONE = f'{{code: one, {LABEL}, multiple: "1"}}'
WHEN = "facts['population.person'].birth_date < today"
FREED = f'{{code: aged, {LABEL}, source: {{title: Закон № 1}}, when: "{WHEN}"'
FEES = [
    ("kind: tariffs", "fee.tariffs", "lists them"),
    (f"{BASE}, tariffs: [{ONE}]", "fee.tariffs", "only such a fee does"),
    (f"kind: tariffs, tariffs: [{{code: one, {LABEL}}}]", "fee.unreadable", "one is either"),
    (f'kind: tariffs, tariffs: [{{code: one, {LABEL}, amount: "9 руб"}}]', "fee.unreadable", "9 руб"),
    (f'kind: tariffs, tariffs: [{{code: one, {LABEL}, amount: "9", quantity: "2"}}]', "fee.per", "one counts"),
    (f"kind: tariffs, tariffs: [{ONE}, {ONE}]", "code.duplicate", "one is used twice"),
    (f"kind: tariffs, tariffs: [{ONE}, {ONE.replace('one', 'two')}]", "fee.unreachable", "behind one"),
    (f"kind: tariffs, tariffs: [{ONE[:-1]}, when: answers.nothing == 1}}]", "cel.unknown_field", "nothing"),
    (f"kind: free, exemptions: [{FREED}, service: population.person}}]", "fee.free", "free"),
    (f"{BASE}, exemptions: [{FREED}}}]", "fee.evidence", "proven by"),
    (f"{BASE}, exemptions: [{FREED}, document: purpose}}]", "fee.evidence", "purpose"),
    (f"{BASE}, exemptions: [{FREED}, service: population.residence}}]", "fee.evidence", "not look at"),
    (f"{BASE}, exemptions: [{FREED}, service: population.moon}}]", "service.unknown", "moon"),
    (f"{BASE}, payers: [{{code: a, {LABEL}, share: 1/3}}]", "fee.shares", "come to one"),
    (f"{BASE}, payers: [{{code: a, {LABEL}, share: 1/1, named_by: moon}}]", "fee.payer", "moon"),
    ("kind: several, charged: lodging", "fee.charged", "Only a fee with tariffs"),
    (f"{BASE}, pay_within: soon", "value.unreadable", "soon"),
]  # fmt: skip
BROKEN = [  # what is written instead of what, the code of the finding, words of the message or the mend
    ("code: T1/1.1", "code: T1/1.9", "code.unknown", "T1/1.9 is not a row"),
    ("code: T1/1.1", "code: T1/1.3.1", "code.not_in_force", "excluded"),
    ("code: T1/1.1", "code: T1/1.2", "file.misplaced", "T1/1.2.yaml"),
    ("level: e4", "lvel: e4", "field.unknown", "Did you mean level?"),
    ("level: e4", "level: e9", "value.unknown", "e9 is not a value"),
    ("valid_from: 2024-01-01", "valid_from: soon", "value.wrong", "valid_from"),
    ("valid_from: 2024-01-01", "valid_from: 2024-13-45", "yaml.unreadable", "month"),
    ("sample: true", "", "sample.not_marked", "sample: true"),
    ("decision_electronic: true", "", "level.incomplete", "decision_electronic"),
    ("level: e4", "level: e5", "level.not_offered", "no offer"),
    ("base: 15 days", "base: fifteen days", "term.unreadable", "fifteen days"),
    ("if_requested: 1 month", "if_requested: soon", "term.unreadable", "soon"),
    ("period: 6 months", "period: half a year", "validity.unreadable", "half a year"),
    ('multiple: "0.5"', 'multiple: "half"', "fee.unreadable", "half"),
    ('multiple: "0.5", ', "", "fee.unreadable", "multiple"),
    *(
        (FEE, f"fee: {{source: {{title: Закон № 1}}, {fee}}}", code, words)
        for fee, code, words in FEES
    ),
    ("kind: village_committee, by", "kind: vilage_committee, by", "body.unknown_kind", "Did you mean village"),
    ("to_kind: village_committee", "to_kind: moon", "body.unknown_kind", "moon"),
    ("field: place}", "field: plaice}", "body.field_missing", "plaice"),
    ("source: {title: Закон № 1}, kind: village", "kind: village", "body.without_source", "follows from the chapter"),
    ("field: place}", 'field: place, named: "village_committee:1"}', "body.named", "found by an address"),
    ("by: object_address, field: place}", 'by: fixed, named: "moon"}', "body.unknown", "village_committee:1"),
    ("service: population.person", "service: population.persom", "service.unknown", "Did you mean population.person?"),
    ("{service: population.residence,", "{service: population.home,", "service.unknown", "population.home"),
    ("facts['population.residence']", "facts['population.house']", "service.unknown", "population.house"),
    ("path: address}", "path: adress}", "service.unknown_path", "Did you mean address?"),
    ("access_mode:", "purpose: curiosity\naccess_mode:", "purpose.unknown", "curiosity"),
    ("access_mode:", "purpose: narrow\naccess_mode:", "purpose.too_narrow", "population.residence"),
    ("answers.purpose == 'rent'", "answers.purpse == 'rent'", "cel.unknown_field", "Did you mean purpose?"),
    ("answers.purpose == 'rent'", "answers.purpose == ", "cel.wrong", "cannot be read"),
    ("answers.purpose == 'rent'", "answers.purpose == rent", "cel.unknown_name", "rent"),
    ("answers.purpose == 'rent'", "length(answers.purpose) > 1", "cel.unknown_function", "length"),
    ("size(answers.purpose) > 0", "size(answers.rooms) > 0", "cel.later_field", "rooms"),
    ("be: Згода, ", "", "text.language_missing", "be"),
    ("be: Згода, ", "by: Згода, ", "field.unknown", "Use one of: be"),
    ("en: Less than 10", "en: Less than 12", "text.numbers_differ", "12"),
    ('ru: "Выдана {applicant}', 'ru: "Выдана {person}', "template.placeholder", "{person}"),
    ('ru: "Выдана {applicant}, {purpose}"', 'ru: "Выдана {applicant}"', "text.placeholders_differ", "purpose"),
    ("\n    source: {title: Закон № 1, article: статья 5}", "", "ground.without_source", "source"),
    ("- {code: court,", "- {code: rent,", "code.duplicate", "rent is used twice"),
    ("- code: rooms", "- code: place", "code.duplicate", "Two fields"),
    ("- code: rooms\n        kind: number", "- code: rooms\n        kind: choice", "field.choices", "choices"),
    ("min: 1", "min: 12", "field.limits", "min is above max"),
    ("- code: rooms\n", '- code: rooms\n        pattern: "[a-"\n', "field.pattern_wrong", "rooms"),
    ("- code: rooms", "- code: birth_date", "once_only.asked", "population.person holds (birth_date)"),
    ("kind: number", "kind: personal_number", "once_only.asked", "rooms"),
    ("path: address}", "path: address, editable: true}", "once_only.typed", "unprefillable"),
    ("kind: certificate", "registers: record_birth\n  kind: certificate", "action.unknown", "record_birth"),
    ("applicants: [citizen]", "applicants: [citizen]\napplicants: [foreigner]", "yaml.unreadable", "duplicate key"),
    ("form:", "form: [", "yaml.unreadable", "cannot be read"),
]  # fmt: skip


@pytest.fixture
def pack(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def write(pack, text, name="T1/1.1.yaml"):
    (pack / "procedures" / name).write_text(text, encoding="utf-8")


def test_a_good_pack_has_no_findings(pack):
    assert check_pack(pack) == []


def test_the_pack_of_the_country_has_no_findings():
    assert [str(finding) for finding in check_pack(PACKS / "belarus")] == []


@pytest.mark.parametrize(("good", "bad", "code", "words"), BROKEN)
def test_a_mistake_is_found_where_it_stands_and_explained(pack, good, bad, code, words):
    assert good in GOOD
    write(pack, GOOD.replace(good, bad, 1))
    found = [f for f in check_pack(pack) if f.code == code]
    assert found, check_pack(pack)
    assert any(words in f"{f.message} {f.mend}" for f in found)
    assert found[0].file == "procedures/T1/1.1.yaml"
    assert found[0].mend


def test_what_an_offer_lodges_may_claim_to_be_proactive(pack):
    write(pack, GOOD.replace("level: e4", "level: e5"))
    (pack / "life_events.yaml").write_text("- offers: [{procedures: [{code: T1/1.1}]}]")
    assert check_pack(pack) == []


def test_a_finding_names_the_line_of_the_mistake(pack):
    write(pack, GOOD.replace("level: e4", "lvel: e4"))
    line = GOOD.splitlines().index("level: e4") + 1
    assert (line, 1) in {(f.line, f.column) for f in check_pack(pack)}


def test_two_editions_may_not_overlap(pack):
    write(
        pack,
        GOOD.replace("valid_from: 2024-01-01", "valid_from: 2024-01-01\nvalid_until: 2025-06-01"),
    )
    write(pack, GOOD.replace("2024-01-01", "2025-01-01"), "T1/1.1@2025-01-01.yaml")
    (finding,) = check_pack(pack)
    assert (finding.code, finding.file) == ("edition.overlap", "procedures/T1/1.1@2025-01-01.yaml")


def test_two_editions_may_not_begin_on_one_day(pack):
    write(pack, GOOD, "T1/1.1@copy.yaml")
    assert [f.code for f in check_pack(pack)] == ["edition.duplicate"]


def test_a_number_used_twice_in_a_list_is_found(pack):
    chapter = pack / "catalogue/T1/01.yaml"
    chapter.write_text(chapter.read_text().replace("number: '1.2'", "number: '1.1'"))
    assert [(f.code, f.line) for f in check_pack(pack)] == [("row.duplicate", 7)]


def test_the_committed_schemas_are_those_of_the_structures():
    """Otherwise: ratusha.procedures.schema.write_schemas(PACKS)."""
    for name in FILES:
        assert msgspec.json.decode((PACKS / name).read_bytes()) == schema_of(name)


KEYS = st.sampled_from([*GOOD.replace("{", "\n").split(), "form", "fields", "when", "source"])


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_no_file_makes_the_check_crash(pack, content):
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    (pack / "procedures/T1/1.1.yaml").write_bytes(raw)
    assert check_pack(pack)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(st.data())
def test_no_line_put_into_a_good_file_makes_the_check_crash(pack, data):
    lines = GOOD.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(
        st.sampled_from(lines) | st.text(max_size=30) | KEYS.map(lambda k: f"{k}: &a [*a]")
    )
    write(pack, "\n".join(lines).encode("utf-8", "replace").decode())
    check_pack(pack)
