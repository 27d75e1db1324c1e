"""The import: no row is lost, none comes twice, and a plain recount agrees."""

import gzip

import pytest

from ratusha.cases.models import Case
from ratusha.issues.importing.alike import earlier_alike
from ratusha.issues.importing.reading import NotThisFile, Refused, Row, read, read_organisations
from ratusha.issues.importing.recount import recount
from ratusha.issues.models import Executor, Issue, Precedent
from ratusha.issues.services.importing import import_file
from ratusha.kernel.errors import RuleBroken

from .conftest import NOW, TOWN

HEAD = "id,category,address,lat,lon,status,opened,planned,organisation_id\n"
GOOD = (
    '1,20.294,"Минск,  улица Немига,  5",53.902161,27.549722,5,2018-03-05,2018-03-09,140\n'
    '2,20.294,"улица Немига, 5",53.902165,27.549725,7,2018-03-15,2019-05-01,140\n'
    '3,11.369,"улица Плеханова, 26",53.86598587,27.61419487,4,2018-03-16,,123\n'
)
ODD = '4,11.369,"улица Плеханова, 26",10.25,27.6,5,2018-03-16,2018-03-17,\n'
BAD = (
    "5,11.369,x,53.9,27.6,9,2018-03-16,2018-03-17,1\n"
    "6,11.369,x,53.9,27.6,5,когда-то,2018-03-17,1\n"
    "7,11.369,x,53.9,27.6,5,2018-03-16,2018-03-01,1\n"
    ",11.369,x,53.9,27.6,5,2018-03-16,2018-03-17,1\n"
)


@pytest.fixture
def file(tmp_path):
    def write(text, name="115.csv"):
        path = tmp_path / name
        opened = gzip.open if name.endswith(".gz") else open
        with opened(path, "wt", encoding="utf-8") as out:
            out.write(text)
        return path

    return write


def brought(path, **changed):
    names = {"140": "Администрация", "123": "ЖКХ"}
    given = {
        "source": "115",
        "place": TOWN,
        "names": names,
        "language": "ru",
        "now": NOW,
        **changed,
    }
    return import_file(path, **given)


def test_every_row_is_here_or_refused_with_its_line_and_reason(town, file):
    assert town.hall
    done = brought(file(HEAD + GOOD + ODD + BAD))
    assert (done.new, done.rows, len(done.refused)) == (4, 8, 4)
    assert [one.line for one in done.refused] == [6, 7, 8, 9]
    assert all(one.reason for one in done.refused)
    assert done.remarks == [("4", "the point 10.25, 27.6 is outside the country")]
    assert done.without_organisation == 1
    assert Issue.objects.get(source_key="115:4").lat is None


def test_a_row_becomes_a_case_with_its_clock_its_history_and_its_organisation(town, file):
    assert town.hall
    brought(file(HEAD + GOOD, "115.csv.gz"))
    issue = Issue.objects.select_related("case", "executor").get(source_key="115:1")
    case = issue.case
    assert (case.status, case.outcome, f"{case.closed_on}") == ("closed", "granted", "2018-03-09")
    assert (case.body_id, case.channel, case.lodged_by) == (town.hall.pk, "import", None)
    assert [one.step for one in case.history.all()] == ["lodge", "finish"]
    assert f"{case.due_on}" == "2018-03-20"
    assert (issue.executor.code, issue.executor.name) == ("115:140", {"ru": "Администрация"})
    assert (issue.house_key, issue.unit_code) == ("немига|5", TOWN)
    assert Case.objects.get(pk=Issue.objects.get(source_key="115:2").pk).status == "planned"
    assert Precedent.objects.count() == 3


def test_the_same_file_brought_again_brings_nothing_new(town, file):
    assert town.hall
    path = file(HEAD + GOOD)
    brought(path)
    again = brought(path)
    assert (again.new, again.already, Issue.objects.count()) == (0, 3, 3)
    more = brought(file(HEAD + GOOD + ODD, "more.csv"))
    assert (more.new, more.already, Executor.objects.count()) == (1, 3, 2)


def test_a_number_that_stands_twice_in_a_file_is_one_issue(town, file):
    assert town.hall
    done = brought(file(HEAD + GOOD + GOOD))
    assert (done.new, done.already, done.rows) == (3, 3, 6)


def test_the_same_trouble_in_the_file_is_found(town, file):
    assert town.hall
    assert brought(file(HEAD + GOOD)).alike == 1
    second = Issue.objects.get(source_key="115:2")
    assert second.alike_to.source_key == "115:1"


def test_alike_are_near_of_one_category_and_within_the_days():
    rows = [one for one in _rows() if isinstance(one, Row)]
    assert earlier_alike(rows) == {"b": "a"}


def _rows():
    from datetime import date  # noqa: PLC0415 - one place

    def row(key, category, lat, day):
        return Row(key, category, "", lat, 27.5, "closed", date.fromisoformat(day), None, "")

    return [
        row("a", "x", 53.9, "2018-03-01"),
        row("b", "x", 53.9001, "2018-03-20"),
        row("c", "y", 53.9, "2018-03-20"),
        row("d", "x", 53.91, "2018-03-21"),
        row("e", "x", 53.9, "2018-06-01"),
    ]


def test_a_plain_recount_agrees_and_tells_what_does_not(town, file):
    assert town.hall
    path = file(HEAD + GOOD + ODD)
    brought(path)
    compared, wrong = recount(path, source="115", place=TOWN)
    assert compared > 10
    assert wrong == []
    Issue.objects.filter(source_key="115:3").update(category="20.294")
    _compared, wrong = recount(path, source="115", place=TOWN)
    assert {(one.what, one.of) for one in wrong} == {("category", "11.369"), ("category", "20.294")}


@pytest.mark.parametrize("content", [b"\x1f\x8bnot gzip", b"\xff\xfe\x00x", b"a,b\n1,2\n"])
def test_a_file_that_is_not_such_a_file_is_said_so(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(NotThisFile):
        list(read(path))


def test_hostile_rows_are_refused_one_by_one(file):
    long = "я" * 400
    rows = list(
        read(file(f'{HEAD}1,2,"{long}",1,2,5,2018-01-01,,1\n2,3,x,nan,inf,5,2018-01-01,,1\n'))
    )
    assert isinstance(rows[0], Refused)
    assert isinstance(rows[1], Row)
    assert rows[1].lat is None


def test_a_place_without_a_dispatcher_brings_nothing(town, file):
    assert town
    with pytest.raises(RuleBroken):
        brought(file(HEAD + GOOD), place="9999999999")
    assert not Issue.objects.exists()


def test_names_of_organisations_come_from_their_file(file):
    path = file('organization_id,org_name\n3,Контакт-центр\n67,"ГП ""ЖЭУ № 1"""\n')
    assert read_organisations(path) == {"3": "Контакт-центр", "67": 'ГП "ЖЭУ № 1"'}
