"""The whole file of a case: what is in it, who may have it, and the trace it leaves."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.tests.state import LATER, NOW
from ratusha.audit.models import Entry
from ratusha.cases.public import Case, send_message
from ratusha.documents.public import verify_package
from ratusha.documents.rules import Standing
from ratusha.records.public import export_case, export_everything


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


def contents(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {
            n.partition("/data/")[2]: archive.read(n) for n in archive.namelist() if "/data/" in n
        }


def to(name: str, case: Case) -> str:
    return reverse(f"records:{name}", args=[case.reference])


def test_the_package_holds_everything_and_proves_itself(applying):
    one = applying()
    case = one.granted()
    send_message(case.pk, text="Дзякуй", by=one.user, now=LATER)
    package = export_case(case, by=one.user, body=None, language="be", now=LATER)
    assert verify_package(package).standing is Standing.GENUINE
    files = contents(package)
    said = json.loads(files["case.json"])
    assert said["reference"] == case.reference
    assert [step["step"] for step in said["history"]] == [
        "lodge",
        "accept",
        "take_up",
        "grant",
    ] or (said["history"][0]["step"] == "lodge" and said["history"][-1]["step"] == "grant")
    assert said["clock"][0]["tick"] == "start"
    assert said["decisions"][0]["outcome"] == "granted"
    assert said["answers"] == {"purpose": "school"}
    assert said["messages"][0]["text"] == "Дзякуй"
    paper = said["documents"][0]["file"]
    assert files[paper].startswith(b"%PDF")


def test_the_page_in_the_package_speaks_the_readers_language(applying):
    case = applying().granted()
    for language, word in (
        ("be", "Што адбылося"),
        ("ru", "Что произошло"),
        ("en", "What happened"),
    ):
        package = export_case(case, by=applying().user, body=None, language=language, now=LATER)
        page = contents(package)["case.html"].decode()
        assert f'lang="{language}"' in page
        assert word in page


def test_taking_the_file_leaves_a_trace(applying):
    one = applying()
    case = one.lodged()
    export_case(case, by=one.official, body=case.body_id, language="be", now=LATER)
    entry = Entry.objects.get(action="records.export_case")
    assert (entry.object_id, entry.by, entry.body) == (
        case.reference,
        one.official.pk,
        case.body_id,
    )


def test_everything_of_a_person_is_theirs_alone(applying):
    mine, theirs = applying().granted(), applying(who="dzmitry").lodged()
    package = export_everything(applying().user, language="be", now=LATER)
    names = contents(package)
    assert f"cases/{mine.reference}/case.json" in names
    assert not any(theirs.reference in name for name in names)
    assert json.loads(names["looks.json"])
    assert verify_package(package).standing is Standing.GENUINE


def test_a_stranger_does_not_learn_that_the_file_exists(client, applying):
    case = applying().lodged()
    sign_in(client, applying(who="dzmitry").user)
    assert client.get(to("whole_file", case)).status_code == 404
    assert client.post(to("whole_file", case)).status_code == 404


def test_an_official_of_another_body_does_not_either(client, applying):
    case = applying().lodged()
    elsewhere = applying().state
    sign_in(client, elsewhere.officials["village"], acting=elsewhere.bodies["village"].pk)
    assert client.post(to("desk_whole_file", case)).status_code == 404


def test_the_applicant_is_asked_first_and_then_has_the_package(client, applying):
    case = applying().lodged()
    sign_in(client, applying().user)
    assert client.get(to("whole_file", case)).status_code == 200
    answer = client.post(to("whole_file", case))
    assert answer["Content-Type"] == "application/zip"
    assert case.reference in answer["Content-Disposition"]
    assert verify_package(answer.content).standing is Standing.GENUINE


def test_the_official_takes_it_for_the_body(client, applying):
    one = applying()
    case = one.accepted(now=NOW)
    sign_in(client, one.official, acting=case.body_id)
    assert client.get(to("desk_whole_file", case)).status_code == 200
    assert client.post(to("desk_whole_file", case)).status_code == 200
    assert Entry.objects.filter(action="records.export_case", body=case.body_id).count() == 1


def test_everything_about_me_is_one_press(client, applying):
    applying().lodged()
    sign_in(client, applying().user)
    address = reverse("records:everything")
    assert client.get(address).status_code == 200
    assert client.post(address)["Content-Type"] == "application/zip"


def test_anybody_checks_a_package_on_the_page(client, applying):
    case = applying().lodged()
    package = export_case(case, by=applying().user, body=None, language="be", now=LATER)
    address = reverse("documents:verify")
    for body, word in ((package, "genuine"), (package[:-30], "unknown")):
        upload = SimpleUploadedFile("case.zip", body, content_type="application/zip")
        answer = client.post(address, {"check_file": "1", "file": upload})
        assert answer.status_code == 200
        assert f"verdict {word}" in answer.text
