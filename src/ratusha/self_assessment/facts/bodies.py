"""Bodies: who answers for a sector, called as the register of bodies calls them today."""

from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.parties.public import find_body
from ratusha.self_assessment.offers import Provider, Told, address
from ratusha.self_assessment.questionnaire import OFFICIAL, newest
from ratusha.self_assessment.rules import Given

from .known import Sector, known


def providers() -> list[Provider]:
    return [
        Provider(
            code=f"bodies-{sector.question}",
            title=partial(_title, sector.question),
            source=_source,
            questions=(sector.question,),
            tell=partial(_tell, sector),
        )
        for sector in known().sectors
    ]


def _title(number: int) -> str:
    question = newest().by_number[number].said().text
    return _("Register of bodies: %(what)s") % {"what": question[:80]}


def _source() -> str:
    answers = in_my_language(known().sectors_source.short).text
    return _("register of bodies; which body: %(source)s") % {"source": answers}


def _tell(sector: Sector, _on: date) -> Told | None:
    bodies = [find_body(code) for code in sector.bodies]
    names = [body.title(OFFICIAL) for body in bodies if body is not None]
    if len(names) < len(sector.bodies):
        return None  # a body of the pack is not in the register here: nothing is offered by half
    text = "\n".join(
        f"{name} ({site})" for name, site in zip(names, sector.sites, strict=True)
    )  # fmt: skip
    links = (address("self_assessment:fact", f"bodies-{sector.question}"),)
    return Told(says=text, answers={sector.question: Given(text=text, links=links)})
