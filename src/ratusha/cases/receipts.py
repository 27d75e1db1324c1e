"""The receipt of whom somebody acts for: after every act by a mandate, who did what. Called after commit."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify
from ratusha.parties.public import Mandate, party_name

from .events import ActedForApplicant
from .models import Case
from .rules import ENGINE_STEPS, statute_of

BESIDE_STEPS = {
    "message": gettext_lazy("A message was sent"),
    "attach": gettext_lazy("A document was added"),
    "rate": gettext_lazy("The case was rated"),
    "change_rating": gettext_lazy("The rating of the case was changed"),
}


def write_receipt(event: ActedForApplicant) -> None:
    case = Case.objects.get(pk=event.case_id)
    mandate = Mandate.objects.get(pk=event.mandate_id)

    def subject() -> str:
        words = {"agent": _agent(mandate), "reference": case.reference}
        return _("%(agent)s acted for you in %(reference)s") % words

    def body() -> str:
        words = {
            "agent": _agent(mandate),
            "act": _act(case, event.act),
            "title": in_my_language(case.title).text,
            "reference": case.reference,
            "mandate": str(mandate.get_role_display()),
        }
        return (
            _(
                "%(agent)s acted for you: %(act)s. The application: “%(title)s”, number %(reference)s. "
                "The mandate: %(mandate)s. You see all mandates on the page “Who may act for whom”, and can end "
                "there at any time what you have given."
            )
            % words
        )

    notify(
        party_id=case.applicant_id,
        kind="acted_for",
        subject=in_all_languages(subject),
        body=in_all_languages(body),
        case_reference=case.reference,
        once=f"{case.reference}:acted:{event.act}:{event.at.isoformat()}",
        now=event.at,
    )


def _agent(mandate: Mandate) -> str:
    return party_name(mandate.person_id, translation.get_language() or "")


def _act(case: Case, act: str) -> str:
    if act in BESIDE_STEPS:
        return str(BESIDE_STEPS[act])
    steps = statute_of(case.kind).steps
    return str(steps(act).label if act in steps.values else ENGINE_STEPS[act])
