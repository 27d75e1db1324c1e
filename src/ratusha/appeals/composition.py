"""The words of an answer, composed in the language of the appeal."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_language
from ratusha.parties.public import address_of, organisation
from ratusha.procedures.public import Ground

from .law import law
from .models import Answer
from .rules import Status


@dataclass(frozen=True)
class Paper:
    title: str
    paragraphs: list[str]
    facts: list[tuple[str, str]]
    legal_basis: str
    contesting: str
    holder_details: list[str]


def compose(case: Case, given: Answer) -> Paper:
    with translation.override(case.language):
        result = _("The result: %(result)s.") % {"result": str(Status(given.result).label).lower()}
        return _paper(
            case, title=_("Answer to an appeal"), paragraphs=[*_told(given.text), result],
            basis=law().right.cited(case.language),
        )  # fmt: skip


def compose_left(case: Case, ground: Ground, given: Answer) -> Paper:
    with translation.override(case.language):
        said = _("Ground: %(ground)s") % {"ground": in_language(ground.text, case.language).text}
        return _paper(
            case,
            title=_("An appeal is left without consideration on the merits"),
            paragraphs=[said, *_told(given.text)],
            basis=ground.source.cited(case.language),
        )


def _told(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _paper(case: Case, *, title: str, paragraphs: list[str], basis: str) -> Paper:
    address = address_of(case.applicant_id)
    return Paper(
        title=title,
        paragraphs=paragraphs,
        facts=[(_("Appeal registered"), day_in_words(case.lodged_on))],
        legal_basis=basis,
        contesting=_contesting(case),
        holder_details=[address.text(case.language)] if address else [],
    )


def _contesting(case: Case) -> str:
    source = law().contesting.cited(case.language)
    above = organisation(case.body_id).parent
    if above is None:
        return _("You may contest this answer in court (%(source)s).") % {"source": source}
    told = _("You may contest this answer: to %(body)s, then in court (%(source)s).")
    return told % {"body": above.title(case.language), "source": source}
