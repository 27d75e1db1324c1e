"""Notices to everybody who reported an issue and has an account: it is done, refused, or joined with an earlier one."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, CaseMoved
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify

from .models import Reporter
from .permissions import ISSUE
from .rules import Step

Line = Callable[[], str]
ABOUT: dict[str, Line] = {
    Step.FINISH: lambda: _(
        "The organisation reports that issue %(number)s is done. If it is not so, open it again on its page "
        "within the days named there."
    ),
    Step.REFUSE: lambda: _("Issue %(number)s was refused. The reasons are on its page."),
    Step.CLOSE: lambda: _("Issue %(number)s is closed. Thank you."),
}


def write_about_step(event: CaseMoved) -> None:
    """Told twice it is one notice. Who holds a code has no account: their page says the same."""
    if event.kind != ISSUE or event.step not in ABOUT:
        return
    case = Case.objects.get(pk=event.case_id)
    said = {"number": case.reference}
    reporters = Reporter.objects.filter(issue_id=case.pk).exclude(party_id=None)
    for party_id in reporters.values_list("party_id", flat=True):
        if party_id is None:
            continue
        notify(
            party_id=party_id,
            kind=f"issue_{event.step}",
            once=f"{case.reference}:{event.step}:{event.at.isoformat()}",
            subject=in_all_languages(lambda: _("Your report of an issue")),
            body=in_all_languages(lambda: ABOUT[event.step]() % said),
            now=event.at,
        )
