"""A generic form: what is known is shown, what only the person can tell is asked, what only they have is attached."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from ratusha.procedures.public import Applicant, BodyRule, Field, Page, RequiredDocument

from .compiled import CompiledRow
from .lexicon import settings

Text = dict[str, str]
_LONGEST_DETAILS = 2000


@dataclass
class Asked:
    """The cases that the law names, each asked about once."""

    cases: dict[str, str] = field(default_factory=dict)

    def code_of(self, words: str) -> str:
        """The code of the question about these words of the law."""
        return self.cases.setdefault(words, f"case_{len(self.cases) + 1}")


def pages(
    row: CompiledRow,
    applicants: list[Applicant],
    body: BodyRule,
    documents: list[RequiredDocument],
    asked: Asked,
) -> list[Page]:
    told = settings("form")
    found = [
        _known(told, applicants, documents),
        _about(told, row, body),
        _cases(told, asked),
        _papers(told, row, documents),
    ]
    return [page for page in found if page.fields]


def _known(
    told: dict[str, Any], applicants: list[Applicant], documents: list[RequiredDocument]
) -> Page:
    who = "citizen" if {"citizen", "foreigner"} & set(applicants) else "organisation"
    known = told["known"][who]
    fields = [*known["fields"]]
    if who == "citizen":
        services = dict.fromkeys(d.service for d in documents if d.service)
        fields += [told["by_service"][s] for s in services if s in told["by_service"]]
    return Page(code="known", title=known["page"], hint=known["hint"], fields=_fields(fields))


def _about(told: dict[str, Any], row: CompiledRow, body: BodyRule) -> Page:
    about = told["about"]
    content = "; ".join(
        dict.fromkeys(d.content for d in row.documents if d.type == "application" and d.content)
    )
    hint = said(about["content"], content) if content else about["hint"]
    details: dict[str, Any] = {
        "code": "details",
        "kind": "long_text",
        "label": about["details"],
        "hint": hint,
        "max_length": _LONGEST_DETAILS,
        "required": bool(content),
    }
    fields = [details]
    if body.by == "object_address":
        place = {"code": "object_address", "kind": "address", "label": about["object_address"]}
        fields.insert(0, {**place, "unprefillable": about["object_reason"]})
    return Page(code="about", title=about["page"], fields=_fields(fields))


def _cases(told: dict[str, Any], asked: Asked) -> Page:
    cases = told["cases"]
    fields = [
        {"code": code, "kind": "yes_no", "label": said(cases["question"], words)}
        for words, code in asked.cases.items()
    ]
    return Page(code="cases", title=cases["page"], hint=cases["hint"], fields=_fields(fields))


def _papers(told: dict[str, Any], row: CompiledRow, documents: list[RequiredDocument]) -> Page:
    """Only what the applicant alone can supply: no application, receipt or thing that a register holds."""
    papers = told["papers"]
    facts = [fact for fact in row.documents if fact.type != "application"]
    fields = [
        {
            "code": f"file_{document.code}",
            "kind": "file",
            "label": document.title,
            "hint": said(papers["field_hint"], fact.words),
            "required": not fact.if_any and not fact.exception,
            "when": document.when,
        }
        for fact, document in zip(facts, documents, strict=True)
        if document.from_ == "applicant"
        and not document.service
        and fact.type != "proof_of_payment"
    ]
    return Page(code="papers", title=papers["page"], hint=papers["hint"], fields=_fields(fields))


def said(text: Text, words: str) -> Text:
    """A text of the form with words of the law in it."""
    return {
        language: sentence.format(words=words.replace("{", "(").replace("}", ")"))
        for language, sentence in text.items()
    }


def _fields(told: list[dict[str, Any]]) -> list[Field]:
    return msgspec.convert(told, list[Field])
