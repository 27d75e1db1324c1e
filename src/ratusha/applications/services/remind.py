"""The official of a case is reminded before its term ends, once for each due date. It decides nothing."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.applications.rules import HOLDER, KIND, OPEN
from ratusha.cases.public import Case, Holder
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Term, due
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify
from ratusha.procedures.public import general_term

OF_THE_BODY = [status for status in OPEN if HOLDER[status] == Holder.BODY]


def remind_of_terms(now: datetime) -> int:
    """Every night, of cases whose move is the body's; how many there are. A notice that was sent is not sent again."""
    today = timezone.localdate(now)
    near = Case.objects.open().filter(
        kind=KIND,
        status__in=OF_THE_BODY,
        due_on__range=(today, _last_day(today)),
        handler__party_id__isnull=False,
    )
    reminded = 0
    for case in near.select_related("handler").order_by("due_on").iterator():
        _remind(case, now)
        reminded += 1
    return reminded


def _last_day(today: date) -> date | None:
    term = Term.parse(general_term("reminder").term)
    return due(today, term, calendar=national_calendar(), source="").on


def _remind(case: Case, now: datetime) -> None:
    assert case.handler is not None and case.due_on is not None, "asked for"  # noqa: S101, PT018
    assert case.handler.party_id is not None, "asked for"  # noqa: S101
    day = case.due_on
    notify(
        party_id=case.handler.party_id,
        kind="term_near",
        subject=in_all_languages(
            lambda: _("The term of case %(reference)s ends soon") % {"reference": case.reference}
        ),
        body=in_all_languages(
            lambda: _("Decide by %(day)s. The case is at your desk.") % {"day": day_in_words(day)}
        ),
        once=f"{case.reference}:term_near:{day.isoformat()}",
        now=now,
    )
