"""Every page needs a signed-in person unless it is on this short list; every page has a name, a frame and a title."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from .places import SOURCE

PUBLIC_PAGES = {
    "accounts:consent",
    "accounts:sign_in",
    "accounts:sign_in_card",
    "accounts:sign_in_password",
    "accounts:sign_out",
    "accounts:unlock_card",
    "appeals:figures",
    "appeals:receptions",
    "appeals:start",
    "complaints:new",
    "consultations:archive",
    "consultations:box",
    "consultations:budget",
    "consultations:budget_file",
    "consultations:cast",
    "consultations:discussion",
    "consultations:draft",
    "consultations:hub",
    "consultations:petition",
    "consultations:poll",
    "consultations:table",
    "conversion:home",
    "conversion:number",
    "conversion:number_of",
    "conversion:procedure",
    "conversion:queue",
    "counter:board",
    "documents:verified",
    "documents:verify",
    "erip",
    "first_page",
    "health-live",
    "health-ready",
    "indicators:indicator",
    "indicators:indicators",
    "indicators:map",
    "indicators:number",
    "indicators:on",
    "indicators:place",
    "indicators:rows_csv",
    "indicators:rows_json",
    "issues:answer_by_code",
    "issues:executor",
    "issues:executors",
    "issues:feed_atom",
    "issues:feed_csv",
    "issues:feed_geojson",
    "issues:find",
    "issues:issue",
    "issues:issues",
    "issues:join",
    "issues:lodge",
    "issues:lots",
    "issues:map",
    "issues:mine",
    "issues:new",
    "issues:photo",
    "issues:routing",
    "issues:statistics",
    "issues:step_by_code",
    "issues:territories",
    "issues:territory",
    "issues:territory_file",
    "issues:times_csv",
    "issues:times_json",
    "law:clock",
    "law:coverage",
    "law:coverage_codes",
    "law:coverage_csv",
    "law:debt",
    "law:debt_csv",
    "measures:adoption",
    "measures:beside",
    "measures:call",
    "measures:calls",
    "measures:card",
    "measures:corrections",
    "measures:data_csv",
    "measures:data_json",
    "measures:feed",
    "measures:number",
    "measures:number_of",
    "measures:number_of_showcase",
    "measures:proof",  # opened by its body, let out with the act of commissioning
    "measures:showcase",
    "notifications:stop_letters",
    "obligations:body_feed",
    "obligations:feed",
    "obligations:rules",
    "ogcapi:api",
    "ogcapi:collection",
    "ogcapi:collections",
    "ogcapi:conformance",
    "ogcapi:item",
    "ogcapi:items",
    "ogcapi:landing",
    "ogcapi_pages:api",
    "ogcapi_pages:collection",
    "ogcapi_pages:collections",
    "ogcapi_pages:conformance",
    "ogcapi_pages:item",
    "ogcapi_pages:items",
    "ogcapi_pages:landing",
    "open311:definition",
    "open311:discovery",
    "open311:one_request",
    "open311:requests",
    "open311:services",
    "open311:token",
    "permanent",
    "portal:about",
    "portal:accessibility",
    "portal:catalogue",
    "portal:chapter",
    "portal:home",
    "portal:life",
    "portal:number",
    "portal:privacy",
    "portal:procedure",
    "portal:search",
    "portal:steering",
    "programmes:calibration",
    "programmes:curve",
    "programmes:figure",
    "programmes:kept",
    "programmes:level",
    "programmes:state",
    "programmes:table_csv",
    "programmes:table_json",
    "ratings:analysis",
    "ratings:analysis_pdf",
    "ratings:organisation",
    "ratings:organisations",
    "ratings:quarter",
    "ratings:quarter_csv",
    "ratings:quarter_pdf",
    "ratings:quarters",
    "ratings:rate_by_code",
    "ratings:table_csv",
    "ratings:table_json",
    "records:retention",
    "seal_key",
    "self_assessment:act",
    "self_assessment:acts",
    "self_assessment:fact",
    "self_assessment:home",
    "self_assessment:number",
    "self_assessment:number_of",
    "self_assessment:number_of_section",
    "self_assessment:position",
    "self_assessment:published",
    "statistics:calibration",
    "statistics:number",
    "statistics:number_of",
    "steering:index",
    "steering:indices",
    "steering:newest",
    "steering:number",
    "steering:number_in",
    "steering:number_of_index",
    "steering:ranks",
    "steering:specification",
    "steering:table",
    "steering:unit",
    "steering:values",
    "steering:what_if",
    "systems:card",
    "systems:card_json",
    "systems:changes",
    "systems:coverage",
    "systems:graph",
    "systems:history",
    "systems:list_csv",
    "systems:list_json",
    "systems:list_jsonld",
    "systems:list_ttl",
    "systems:number",
    "systems:number_of",
    "systems:objects",
    "systems:offices",
    "systems:publiccode",
    "systems:register",
    "systems:schema",
    "systems:software",
    "tiles:ground",
    "tiles:issues",
    "ui:gallery",
}
STANDS_ALONE = {  # not pages: frames, parts of pages, letters, and the page for when everything else is broken
    "records/case_file.html",
    "ui/base.html",
    "ui/components.html",
    "ui/controls.html",
    "ui/error_500.html",
}
TEMPLATES = sorted(SOURCE.glob("*/jinja2/**/*.html"))


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}", entry


def is_public(view) -> bool:
    """Neither the general door nor the one that asks for a certain way to sign in stands before it."""
    return not getattr(view, "login_required", True) and not getattr(view, "needs", None)


def test_public_pages_are_a_short_known_list():
    found = {name for name, page in patterns(get_resolver()) if is_public(page.callback)}
    assert found == PUBLIC_PAGES


def test_every_page_has_a_name():
    assert all(not name.endswith("None") for name, _ in patterns(get_resolver()))


def test_no_two_pages_share_a_name():
    names = [name for name, _ in patterns(get_resolver())]
    assert sorted(names) == sorted(set(names))


def test_no_address_carries_a_number_of_the_database():
    counted = {name for name, p in patterns(get_resolver()) if "<int:" in str(p.pattern)}
    assert counted == {
        "portal:chapter",  # the number that the law gives a chapter
        "consultations:say",  # a statement has a number within its discussion
        "consultations:admit_statement",
        "consultations:decline_statement",
        "tiles:ground",  # squares of the map
        "tiles:issues",
    }


def name_of(template):
    return str(template).split("/jinja2/")[1]


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_page_has_the_common_frame_and_a_title(template):
    text = template.read_text()
    is_part = template.name.startswith("_") or ("{% macro" in text and "<h1" not in text)
    if name_of(template) in STANDS_ALONE or is_part:
        return
    extends = re.search(r'{%-?\s*extends\s+"([^"]+)"', text)
    assert extends, "extends no other template"
    if extends[1] == "ui/base.html":
        assert re.search(r"{%-?\s*block title", text), "has no title"


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_page_has_nothing_that_the_content_policy_would_stop(template):
    inline = re.findall(
        r'\sstyle="|\son[a-z]+="|<style\b|<script(?![^>]*\bsrc=)', template.read_text()
    )
    assert inline == []
