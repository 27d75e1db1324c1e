"""Notices to everybody who reported an issue and has an account: what has become of it, whatever it was joined with."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, CaseMoved
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify

from .models import Reporter
from .permissions import ISSUE
from .rules import Step
from .services.joining import SAME, joined_into

Line = Callable[[], str]
ABOUT: dict[str, Line] = {
    Step.FINISH: lambda: _(
        "The organisation reports that issue %(number)s is done. If it is not so, open it again on its page "
        "within the days named there."
    ),
    Step.REFUSE: lambda: _("Issue %(number)s was refused. The reasons are on its page."),
    Step.CLOSE: lambda: _("Issue %(number)s is closed. Thank you."),
    Step.MERGE: lambda: _(
        "Issue %(number)s is one trouble with an earlier report, %(into)s. It goes on under that number, with the "
        "earlier term, and you are among those who reported it."
    ),
    Step.SEPARATE: lambda: _(
        "Issue %(number)s is looked at on its own again: it was another trouble than %(into)s. Its term is the one "
        "it always had."
    ),
}


def write_about_step(event: CaseMoved) -> None:
    """Told twice it is one notice. Who holds a code has no account: their page says the same."""
    if event.kind != ISSUE or event.step not in ABOUT:
        return
    case = Case.objects.get(pk=event.case_id)
    said = {"number": case.reference, "into": _joined_with(case)}
    for party_id in _told(case, event.step):
        notify(
            party_id=party_id,
            kind=f"issue_{event.step}",
            once=f"{case.reference}:{event.step}:{event.at.isoformat()}",
            subject=in_all_languages(lambda: _("Your report of an issue")),
            body=in_all_languages(lambda: ABOUT[event.step]() % said),
            now=event.at,
        )


def _told(case: Case, step: str) -> Iterable[UUID]:
    """Who is with it now; of a joining, those who have come with it, wherever they are counted now."""
    if step in {Step.MERGE, Step.SEPARATE}:
        found = Reporter.objects.filter(came_as__in=joined_into(case.pk))
    else:
        found = Reporter.objects.filter(issue=case.pk)
    return {one for one in found.values_list("party_id", flat=True) if one}


def _joined_with(case: Case) -> str:
    link = case.links.filter(kind=SAME).select_related("about").last()
    return link.about.reference if link else ""
