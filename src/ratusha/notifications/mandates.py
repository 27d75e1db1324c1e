"""Both sides hear when a mandate begins and when it ends. Called after commit."""

from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_all_languages
from ratusha.parties.public import MandateGiven, MandateRevoked, party_name

from .services import notify


def _words(event: MandateGiven | MandateRevoked) -> dict[str, str]:
    language = translation.get_language() or ""
    return {
        "agent": party_name(event.agent_id, language),
        "principal": party_name(event.principal_id, language),
    }


def _tell(
    event: MandateGiven | MandateRevoked,
    kind: str,
    subject: Callable[[], str],
    for_principal: Callable[[], str],
    for_agent: Callable[[], str],
) -> None:
    for party, body in ((event.principal_id, for_principal), (event.agent_id, for_agent)):
        notify(
            party_id=party,
            kind=kind,
            subject=in_all_languages(lambda: subject() % _words(event)),
            body=in_all_languages(lambda body=body: body() % _words(event)),  # type: ignore[misc]
            once=f"{kind}:{event.mandate_id}",
            now=event.at,
        )


def write_about_mandate(event: MandateGiven) -> None:
    _tell(
        event,
        "mandate_given",
        lambda: _("%(agent)s may act for %(principal)s"),
        lambda: _(
            "%(agent)s has accepted the mandate and may act for you within it. You get a receipt after each act, and "
            "you can end the mandate at any time on the page “Who may act for whom”."
        ),
        lambda: _(
            "You may now act for %(principal)s within the mandate. What it allows is on the page “Who may act for "
            "whom”. Every act of yours is told to %(principal)s."
        ),
    )


def write_about_end(event: MandateRevoked) -> None:
    _tell(
        event,
        "mandate_revoked",
        lambda: _("The mandate of %(agent)s for %(principal)s has ended"),
        lambda: _("%(agent)s can no longer act for you by this mandate."),
        lambda: _("You can no longer act for %(principal)s by this mandate."),
    )
