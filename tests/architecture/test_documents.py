"""What the documents say is true: each list is compared with the code it is about."""

import re
import tomllib

import pytest

from ratusha.config import reference

from .places import DOCS, ROOT, SOURCE

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def first_cells(file):
    """The first cell of every row of the tables in a page, without the code marks."""
    return {
        m[1]
        for m in re.finditer(
            r"^\| `([^`]+)` \|", (DOCS / "reference" / file).read_text(), re.MULTILINE
        )
    }


def test_every_setting_is_documented():
    read = {
        name
        for file in [*SOURCE.rglob("*.py"), ROOT / "ratusha"]
        if "/tests/" not in str(file)
        for name in re.findall(r"\bRATUSHA_[A-Z_]+\b", file.read_text())
    }
    assert read == first_cells("settings.md")


def test_every_dependency_has_its_reason():
    wanted = [
        *PROJECT["dependencies"],
        *(one for extra in PROJECT["optional-dependencies"].values() for one in extra),
    ]
    names = {re.split(r"[\[><=]", one)[0] for one in wanted}
    assert names == first_cells("dependencies.md")


@pytest.mark.parametrize("name", ["permissions.md", "events.md"])
def test_reference_pages_are_those_that_the_code_gives(name):
    """If not: `ratusha reference`."""
    assert (DOCS / "reference" / name).read_text() == reference.pages()[name]


def pins(lock):
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))


def test_the_two_locks_agree():
    """What is tested is what is installed."""
    small, large = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: large.get(name) for name in small} == small


def test_the_locks_name_no_place_to_download_from():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / lock).read_text()


def test_links_between_documents_lead_somewhere():
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
    broken = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in link.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_paths_named_in_the_front_documents_exist():
    path = re.compile(r"`((?:src|docs|tests|bench|\.ci)/[\w./-]*)`")
    broken = [
        f"{name}: {found}"
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
        for found in path.findall((ROOT / name).read_text())
        if not (ROOT / found).exists()
    ]
    assert broken == []


def test_an_adr_is_at_most_a_page():
    long = [a.name for a in (DOCS / "adr").glob("*.md") if len(a.read_text().splitlines()) > 60]
    assert long == []
