"""Checks on the shape of the code, so that a review does not have to make them."""

import grimp
import pytest

from .places import MODULES, SOURCE

OPEN_TO_ALL = {"kernel", "ui"}  # shared tools have no door
MAY_ENTER_ANYWHERE = {"config"}  # the composition root wires everything


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("ratusha")


def module_of(dotted_name: str) -> str:
    return dotted_name.split(".")[1] if "." in dotted_name else "config"


def test_modules_are_entered_only_through_public(graph):
    trespasses = []
    for importer in graph.modules:
        home = module_of(importer)
        if home in MAY_ENTER_ANYWHERE or ".tests" in importer:
            continue
        for imported in graph.find_modules_directly_imported_by(importer):
            target = module_of(imported)
            if target not in {home, *OPEN_TO_ALL} and imported != f"ratusha.{target}.public":
                trespasses.append(f"{importer} -> {imported}")
    assert trespasses == []


def test_rules_know_no_database_and_no_request(graph):
    """What the law says is pure: only wording, errors and other rules come in."""
    forbidden = ("services", "models", "views", "forms", "queries", "public")
    impure = [
        f"{rules} -> {imported}"
        for rules in graph.modules
        if rules.split(".")[-1] == "rules"
        for imported in graph.find_modules_directly_imported_by(rules)
        if module_of(imported) == module_of(rules) and imported.split(".")[-1] in forbidden
    ]
    assert impure == []


def test_a_module_says_in_its_first_lines_what_it_is():
    silent = [m for m in MODULES if not (SOURCE / m / "__init__.py").read_text().startswith('"""')]
    assert silent == []
