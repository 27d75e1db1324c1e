"""The words of a ruling, composed in the language of the complaint.

A third party has the paper too: nothing of the file of the case complained about stands in it but its number and day.
"""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_language
from ratusha.parties.public import address_of, party_name
from ratusha.procedures.public import Ground

from .contested import decision_in
from .law import law
from .models import Complaint, Ruling
from .rules import Status, Subject


@dataclass(frozen=True)
class Sheet:
    title: str
    paragraphs: list[str]
    facts: list[tuple[str, str]]
    legal_basis: str
    appeal: str
    holder_details: list[str]


def compose(case: Case, complaint: Complaint, about: Case, ruling: Ruling) -> Sheet:
    with translation.override(case.language):
        return _sheet(
            case,
            complaint,
            ruling,
            title=_("Decision on an administrative complaint"),
            result=_("The complaint was considered. The result: %(result)s.")
            % {"result": _within_a_sentence(str(Status(ruling.result).label))},
            about=_about(complaint, about),
        )


def compose_not_considered(
    case: Case, complaint: Complaint, ground: Ground, ruling: Ruling
) -> Sheet:
    with translation.override(case.language):
        return _sheet(
            case,
            complaint,
            ruling,
            title=_("A complaint is left without consideration"),
            result=_("Ground: %(ground)s")
            % {"ground": in_language(ground.text, case.language).text},
            about="",
        )


def _sheet(
    case: Case, complaint: Complaint, ruling: Ruling, *, title: str, result: str, about: str
) -> Sheet:
    address = address_of(case.applicant_id)
    return Sheet(
        title=title,
        paragraphs=[*([about] if about else []), result, ruling.text],
        facts=[
            (_("Complaint lodged"), day_in_words(case.lodged_on)),
            (_("About"), party_name(complaint.first_body_id, case.language)),
            (_("Number given in the complaint"), complaint.number),
            (_("Norm on which it rests"), ruling.legal_source),
        ],
        legal_basis=law().results.cited(case.language),
        appeal=_("Now you may go to a court (%(source)s).")
        % {"source": law().right.cited(case.language)},
        holder_details=[address.text(case.language)] if address else [],
    )


def _about(complaint: Complaint, about: Case) -> str:
    decided = decision_in(about)
    if complaint.subject == Subject.INACTION or decided is None:
        return _("The complaint is that no decision was made within the term.")
    return _("The complaint is about the decision of %(day)s.") % {"day": day_in_words(decided.on)}


def _within_a_sentence(words: str) -> str:
    return words[0].lower() + words[1:]
