"""The pack files of the kernel keep to their schemas, and the schemas refuse what would go wrong later."""

import json

import jsonschema_rs
import msgspec
import pytest

from ratusha.kernel.pack import PACKS, pack

FILES = ["calendar", "base_values", "identifiers"]


def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    schema = json.loads((PACKS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def contents(name: str) -> dict:
    """As JSON sees it: dates are texts."""
    return msgspec.to_builtins(pack().yaml(f"{name}.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_the_pack_file_keeps_to_its_schema(name):
    validator(name).validate(contents(name))
    first_line = pack().file(f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first_line == f"# yaml-language-server: $schema=../{name}.schema.json"


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("calendar", lambda f: f["covers"].pop("until")),
        ("calendar", lambda f: f["transfers"].append({"off": "2026-02-30", "work": "2026-03-07"})),
        ("calendar", lambda f: f["counting"].update(before="perhaps")),
        ("base_values", lambda f: f["base_values"][0].update(amount=37.0)),
        ("base_values", lambda f: f["rounding"].update(mode="sometimes")),
        ("identifiers", lambda f: f["personal_number"]["generations"][0].update(pattern="(")),
        ("identifiers", lambda f: f["regions"].clear()),
        ("identifiers", lambda f: f.update(unknown=1)),
    ],
)
def test_a_spoilt_file_is_refused(name, spoil):
    file = contents(name)
    spoil(file)
    assert not validator(name).is_valid(file)
