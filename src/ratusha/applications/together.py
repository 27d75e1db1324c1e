"""Which cases may be granted together: several certificates, checked on one page. A house rule, not law.

Each of them stays an act of its own; what is together is the reading and the press.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.public import Definition

MOST_TOGETHER = 50


def is_simple(promise: Definition) -> bool:
    """A certificate of what registers hold: it changes none of them, nothing is written into it, nobody is asked."""
    result = promise.result
    return (
        result is not None
        and result.kind == "certificate"
        and not result.registers
        and not result.stated
        and not promise.requests
    )


def require_simple(promise: Definition) -> None:
    if not is_simple(promise):
        message = _("Cases of this procedure are decided one by one.")
        raise RuleBroken("application.not_together", message)


def require_together(procedures: Collection[str]) -> None:
    """`procedures`: that of each case. All of one procedure, at least one case, and no more than can be read."""
    if not procedures:
        raise RuleBroken("application.none_chosen", _("Choose at least one case in the queue."))
    if len(procedures) > MOST_TOGETHER:
        message = _("Choose at most %(most)s cases: each of them has to be read.")
        raise RuleBroken("application.too_many", message % {"most": MOST_TOGETHER})
    if len(set(procedures)) > 1:
        message = _("Choose cases of one procedure: those of another are decided apart.")
        raise RuleBroken("application.several_procedures", message)
