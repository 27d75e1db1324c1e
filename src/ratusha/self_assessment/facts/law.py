"""Acts: a Yes where the pack knows an act about the thing, with the page of each act as evidence."""

from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.self_assessment.offers import Provider, Told, address
from ratusha.self_assessment.questionnaire import newest
from ratusha.self_assessment.rules import YES, Given

from .known import Act, known


def providers() -> list[Provider]:
    numbers = sorted({number for act in known().acts for number in act.questions})
    return [
        Provider(
            code=f"law-{number}",
            title=partial(_title, number),
            source=_source,
            questions=(number, number + 1),
            tell=partial(_tell, number),
        )
        for number in numbers
    ]


def acts_on(number: int) -> list[Act]:
    return [act for act in known().acts if number in act.questions]


def _title(number: int) -> str:
    return _("Acts of the pack on question %(number)s") % {"number": number}


def _source() -> str:
    return in_my_language(known().acts_source.short).text


def _tell(number: int, _on: date) -> Told:
    acts = acts_on(number)
    listed = "\n".join(f"{act.in_english} – {act.address}" for act in acts)
    pages = [address("self_assessment:act", act.code) for act in acts]
    pages += [address(name) for act in acts for name in act.applied]
    details = newest().details_of(number)
    answers = {number: Given(choice=(YES,))}
    answers |= {one.number: Given(text=listed, links=tuple(pages)) for one in details}
    return Told(says=listed, answers=answers)
