"""Where a person goes after signing in."""

from datetime import datetime

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone

from ratusha.accounts.access import next_or_home, with_next
from ratusha.accounts.models import User
from ratusha.accounts.visits import capacities


def onward(request: HttpRequest, user: User, wanted: str, *, now: datetime) -> HttpResponseRedirect:
    """A welcome the first time; the choice of capacity where there is one; then where they wanted to go."""
    if user.opened_at == now and user.party_id:
        return redirect(with_next("accounts:welcome", wanted))
    choice = len(capacities(user, on=timezone.localdate(now))) > 1
    if choice and not request.session.get("acting"):
        return redirect(with_next("accounts:choose_body", wanted))
    return redirect(next_or_home(wanted))
