"""What people change about their own account."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.accounts.logins import login_fingerprints
from ratusha.accounts.models import Consent, Session, User
from ratusha.accounts.rules import EMAIL_LINK_LASTS, Scope
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken

from .tries import claim_tries

SALT = "accounts.email"


def locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)


@transaction.atomic
def choose_language(user: User, language: str) -> None:
    if language != user.language:
        row = locked(user)
        row.language = language
        row.save(update_fields=["language"])
        record("account.choose_language", "user", user.pk, by=user.pk, language=language)
        user.language = language


@transaction.atomic
def ask_email(user: User, email: str, *, now: datetime) -> None:
    """Send a link; the address is used only once its owner has opened it."""
    claim_tries([(Scope.EMAIL, str(user.pk))], now=now)
    token = signing.dumps([str(user.pk), user.email, email], salt=SALT)
    record("account.ask_email", "user", user.pk, by=user.pk)
    transaction.on_commit(partial(send_link, user, email, token))


def send_link(user: User, email: str, token: str) -> None:
    with translation.override(user.language):
        address = settings.SITE_ADDRESS + reverse("accounts:confirm_email", args=[token])
        lines = [
            _("Somebody, we hope you, has given this address for letters from Ratusha."),
            _("To confirm it, open the link within 24 hours and sign in if you are asked to:"),
            address,
            _("If it was not you, do nothing: no letters will come."),
        ]
        subject = _("Confirm your e-mail address")
    send_mail(subject, "\n\n".join(lines), None, [email])


def email_of_link(user: User, token: str) -> str:
    """The address a link confirms: made for this person, not older than a day, and not overtaken by another change."""
    over = RuleBroken(
        "email.link_over", _("This link has been used or is too old. Ask for a new one.")
    )
    try:
        user_id, before, email = signing.loads(token, salt=SALT, max_age=EMAIL_LINK_LASTS)
    except signing.BadSignature as error:
        raise over from error
    if UUID(user_id) != user.pk or before != user.email:
        raise over
    return str(email)


@transaction.atomic
def confirm_email(user: User, token: str) -> None:
    row = locked(user)
    row.email = email_of_link(row, token)
    row.save(update_fields=["email"])
    record("account.confirm_email", "user", user.pk, by=user.pk)
    user.email = row.email


@transaction.atomic
def remove_email(user: User) -> None:
    if user.email:
        row = locked(user)
        row.email = ""
        row.save(update_fields=["email"])
        record("account.remove_email", "user", user.pk, by=user.pk)
        user.email = ""


@transaction.atomic
def give_password(user: User, password: str) -> None:
    """A person who is strictly known sets the password that goes with their unique identifier."""
    row = locked(user)
    if row.login in login_fingerprints(password):
        message = _("The identifier is no secret: choose another password.")
        raise RuleBroken("password.is_identifier", message, field="password")
    row.set_password(password)
    row.save(update_fields=["password"])
    Session.objects.filter(user=user).delete()
    record("account.set_password", "user", user.pk, by=user.pk)
    user.password = row.password


def own_data(user: User) -> dict[str, Any]:
    """What these tables know, in words that a person and a program can read."""
    visits = Session.objects.filter(user=user).order_by("-seen_at")
    consents = Consent.objects.filter(user=user).order_by("given_at")
    return {
        "account": {
            "name": user.display_name,
            "language": user.language,
            "email": user.email,
            "opened_at": user.opened_at,
        },
        "visits": list(visits.values("device", "place", "began_at", "seen_at", "mode")),
        "consents": list(
            consents.values(
                "purpose", "provider", "required", "allowed", "refused", "given_at", "withdrawn_at"
            )
        ),
        "appointments": [
            {"body": a.body_id, "permissions": a.permissions, "since": a.since, "until": a.until}
            for a in user.appointments
        ],
    }
