"""Bills of materials: what a program of others makes is read; what is hostile or wrong is refused and said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.software import bills
from ratusha.systems.software.bills import Part, read_bill
from ratusha.systems.software.inventories import read_inventory
from ratusha.systems.software.matching import Known

SMALL = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "version": 1,
    "components": [
        {
            "type": "library", "name": "lib", "version": "1.0", "publisher": "Somebody",
            "purl": "pkg:npm/lib@1.0?download_url=x", "licenses": [{"license": {"id": "MIT"}}],
            "components": [{"type": "library", "name": "inner", "cpe": "cpe:2.3:a:v:inner:2:*:*:*:*:*:*:*"}],
        }
    ],
}  # fmt: skip
XML = """<?xml version="1.0"?>{head}<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components>
<component type="library"><name>{name}</name><version>1</version></component></components></bom>"""
SPDX = {
    "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "x", "documentDescribes": ["SPDXRef-app"],
    "packages": [
        {"name": "app", "SPDXID": "SPDXRef-app"},
        {
            "name": "lib", "SPDXID": "SPDXRef-lib", "versionInfo": "1.0", "supplier": "Organization: Somebody",
            "licenseConcluded": "NOASSERTION", "licenseDeclared": "MIT",
            "externalRefs": [
                {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/lib@1.0"}
            ],
        },
    ],
}  # fmt: skip


def written(told):
    return json.dumps(told).encode()


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """What a program that none of us wrote says of the environment these tests run in."""
    folder = tmp_path_factory.mktemp("bill")
    made = {}
    for form, version in (("JSON", "1.6"), ("XML", "1.4")):
        file = folder / f"bill.{form}"
        tool = Path(sys.executable).parent / "cyclonedx-py"
        command = [tool, "environment", "--of", form, "--sv", version, "-o", file, sys.executable]
        subprocess.run(command, check=True, capture_output=True, timeout=250)  # noqa: S603 - our own tool
        made[form] = file.read_bytes()
    return made


def test_the_bill_of_another_program_is_read_alike_in_both_forms(ours):
    as_json, as_xml = read_bill(ours["JSON"]), read_bill(ours["XML"])
    assert (as_json.form, as_xml.form) == ("CycloneDX 1.6 JSON", "CycloneDX 1.4 XML")
    names = {part.name.lower() for part in as_json.parts}
    assert {"django", "networkx", "lxml", "cyclonedx-python-lib"} <= names
    assert {(p.name, p.version, p.purl) for p in as_json.parts} == {
        (p.name, p.version, p.purl) for p in as_xml.parts
    }
    django = next(part for part in as_json.parts if part.name == "Django")
    assert django.purl.startswith("pkg:pypi/django@5.2.")
    assert "BSD-3-Clause" in django.licence


def test_parts_inside_parts_are_told_and_a_package_is_known_without_its_qualifiers():
    found = {part.name: part for part in read_bill(written(SMALL)).parts}
    assert found["lib"] == Part("lib", "1.0", "Somebody", "pkg:npm/lib@1.0", "", "MIT")
    assert found["inner"].cpe.startswith("cpe:2.3:a:v:inner")


def test_spdx_is_read_and_the_whole_is_no_part_of_itself():
    bill = read_bill(written(SPDX))
    assert bill.form == "SPDX 2.3 JSON"
    assert bill.parts == [Part("lib", "1.0", "Somebody", "pkg:npm/lib@1.0", "", "MIT")]


@pytest.mark.parametrize(
    "version", [one.to_version() for one in SchemaVersion if one.to_version() > "1.1"]
)
def test_every_version_has_its_schema(version):
    assert bills._schema(version).is_valid({**SMALL, "specVersion": version, "components": []})


ENTITY = '<!DOCTYPE bom [<!ENTITY x "y">]>'
BOMB = '<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
AWAY = '<!DOCTYPE bom SYSTEM "http://127.0.0.1:1/x.dtd">'
FILE = '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not a bill", b"[]", b"{", b'{"bomFormat": "CycloneDX"}', b'{"spdxVersion": "SPDX-3.0"}',
        written({**SMALL, "specVersion": "9.9"}), written({**SMALL, "specVersion": "../../x"}),
        written({**SMALL, "components": [{"name": "no type"}]}), written({**SMALL, "unknown": 1}),
        written({**SPDX, "packages": [{"name": 7}]}), b"[" * 100_000, b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"bomFormat": "CycloneDX", "x": ' + b"[" * 70 + b"]" * 70 + b"}",
        b" " * (bills.MOST_BYTES + 1), b"<a/>", b"<a>", b"\xff\xfe\x00", b"\xff",
        XML.format(head=ENTITY, name="&x;").encode(), XML.format(head=BOMB, name="&b;").encode(),
        XML.format(head=AWAY, name="x").encode(), XML.format(head=FILE, name="&x;").encode(),
        XML.format(head="", name="x").replace('type="library"', 'type="nonsense"').encode(),
        b"<bom xmlns='http://cyclonedx.org/schema/bom/1.5'>" + b"<a>" * 90 + b"</a>" * 90 + b"</bom>",
    ],
    ids=range(25),
)  # fmt: skip
def test_what_is_hostile_or_wrong_is_refused_with_a_sentence(content):
    with pytest.raises(RuleBroken) as broken:
        read_bill(content)
    assert broken.value.code == "software.bill_wrong"
    assert broken.value.field == "file"
    assert "root:" not in broken.value.message


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(bills, "MOST_PARTS", 1)
    with pytest.raises(RuleBroken, match="bill_wrong"):
        read_bill(written(SMALL))


def test_xml_without_tricks_is_read():
    assert read_bill(XML.format(head="", name="x &amp; y").encode()).parts == [Part("x & y", "1")]


def test_a_part_is_known_by_address_then_cpe_then_name():
    known = Known.of(
        [
            (1, Part("a", "1", purl="pkg:npm/a@1")), (2, Part("b", "2", cpe="cpe:2.3:a:v:b:2")),
            (3, Part("Some_Lib", "3")),
        ]
    )  # fmt: skip
    assert known.find(Part("other", "9", purl="pkg:npm/a@1")) == 1
    assert known.find(Part("other", "9", cpe="CPE:2.3:A:V:B:2")) == 2
    assert known.find(Part("some-lib", "3")) == 3
    assert known.find(Part("some-lib", "4")) is None


# ---- lists of licences ----
def test_a_list_of_licences_is_read_with_either_separator():
    rows = "name;vendor;version;origin;layer;licences;ends_on;cost\nOS;V;10;foreign;os;25;2027-01-31;1 200,50\n"
    found = read_inventory(rows.encode())[0]
    assert (found.part.name, found.layer, found.count, str(found.cost)) == (
        "OS",
        "os",
        25,
        "1200.50",
    )
    assert found.ends_on.isoformat() == "2027-01-31"
    again = read_inventory(b"\xef\xbb\xbfname,vendor\nA,B\n")
    assert again[0].origin == "unknown"


@pytest.mark.parametrize(
    "content",
    [
        "title\nx", "name,vendor\n,V", "name,vendor,origin\nA,B,mars", "name,vendor,cost\nA,B,dear",
        "name,vendor,cost\nA,B,NaN", "name,vendor,licences\nA,B,-1", "name,vendor,ends_on\nA,B,31.12.2026",
        "name,vendor,licences\nA,B,99999999999",
    ],
)  # fmt: skip
def test_a_wrong_list_is_refused_with_its_row(content):
    with pytest.raises(RuleBroken) as broken:
        read_inventory(content.encode())
    assert broken.value.code == "software.inventory_wrong"


def test_a_list_in_another_encoding_is_refused():
    with pytest.raises(RuleBroken):
        read_inventory("name,vendor\nЖ,Ж".encode("cp1251"))
