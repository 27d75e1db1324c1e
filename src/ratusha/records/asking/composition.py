"""The words of an answer as a sealed paper, composed in the language of the request."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.records.models import DataRequest

from .rules import Asks, Step


@dataclass(frozen=True)
class Sheet:
    title: str
    paragraphs: list[str]
    facts: list[tuple[str, str]]
    appeal: str


def compose(case: Case, asked: DataRequest, step: Step, text: str) -> Sheet:
    with translation.override(case.language):
        return Sheet(
            title=_("Refusal of a request about personal data")
            if step == Step.REFUSE
            else _("Answer to a request about personal data"),
            paragraphs=[text],
            facts=[
                (_("The request was lodged"), day_in_words(case.lodged_on)),
                (_("What was asked"), str(Asks(asked.asks).label)),
            ],
            appeal=_(
                "If you do not agree, you may complain to the authority that protects personal data, or go to a court."
            ),
        )
