"""The letters: what an e-mail says, and sending those that are due, which a worker does again and again."""

import base64
import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.public import User, find_user
from ratusha.kernel.protection import SealBroken, seal, unseal
from ratusha.kernel.texts import in_language

from .models import Letter, Notice, WithoutLetters
from .rules import pause_after

log = structlog.get_logger(__name__)
KEPT_FOR = timedelta(days=30)
TOKEN_CONTEXT = "notifications.stop_letters"  # noqa: S105 - names a purpose, opens nothing
TROUBLE = (OSError, smtplib.SMTPException, ValueError)  # a wrong address is a ValueError


@dataclass
class Sent:
    sent: int = 0
    not_wanted: int = 0
    failed: int = 0
    given_up: int = 0


def stop_token(party_id: UUID) -> str:
    """Lets whoever has the letter stop the letters, and nothing else; does not show the party."""
    return base64.urlsafe_b64encode(seal(str(party_id), context=TOKEN_CONTEXT)).decode().rstrip("=")


def party_of_token(token: str) -> UUID | None:
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return UUID(unseal(sealed, context=TOKEN_CONTEXT))
    except (ValueError, SealBroken):
        return None


def compose(notice: Notice, user: User, letter: Letter) -> EmailMultiAlternatives:
    """Plain words and the same words as simple HTML, in the reader's language."""
    site = settings.SITE_ADDRESS.rstrip("/")
    with translation.override(user.language):
        subject = in_language(notice.subject, user.language)
        stop = site + reverse("notifications:stop_letters", args=[stop_token(notice.party_id)])
        words = {
            "lang": user.language,
            "subject": subject,
            "body": in_language(notice.body, user.language),
            "notice": notice,
            "address": site + reverse("notifications:notice", args=[notice.pk]),
            "stop": stop,
        }
        message = EmailMultiAlternatives(
            subject=" ".join(str(subject).split()),
            body=render_to_string("notifications/letter.txt", words),
            to=[user.email],
            headers={
                "Message-ID": f"<{letter.pk}@{urlsplit(site).hostname}>",  # sent twice, seen once
                "Auto-Submitted": "auto-generated",
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        message.attach_alternative(
            render_to_string("notifications/_letter.html", words), "text/html"
        )
    return message


def send_due_letters(now: datetime, *, limit: int = 1000) -> Sent:
    """Send what is due, each letter in its own transaction; several workers share the work without waiting."""
    done = Sent()
    connection = get_connection()
    try:
        for _ in range(limit):
            if not _send_next(connection, done, now=now):
                break
    finally:
        connection.close()
    return done


@transaction.atomic
def _send_next(connection: BaseEmailBackend, done: Sent, *, now: datetime) -> bool:
    waiting = Letter.objects.select_for_update(skip_locked=True)
    letter = waiting.filter(state=Letter.State.WAITING, due_at__lte=now).order_by("due_at").first()
    if letter is None:
        return False
    user = find_user(letter.party_id)
    notice = Notice.objects.of(letter.party_id).filter(pk=letter.notice_id).first()
    unwanted = WithoutLetters.objects.filter(party_id=letter.party_id).exists()
    if notice is None or user is None or not user.email or unwanted:
        done.not_wanted += 1
        _close(letter, Letter.State.NOT_WANTED, now)
        return True
    letter.tries += 1
    try:
        connection.send_messages([compose(notice, user, letter)])
    except TROUBLE as error:
        _postpone(letter, error, done, now=now)
        connection.close()  # the next letter gets a fresh line
        return True
    done.sent += 1
    _close(letter, Letter.State.SENT, now)
    return True


def _close(letter: Letter, state: Letter.State, now: datetime) -> None:
    letter.state, letter.done_at, letter.trouble = state, now, ""
    letter.save()


def _postpone(letter: Letter, error: Exception, done: Sent, *, now: datetime) -> None:
    pause = pause_after(letter.tries)
    letter.trouble = type(error).__name__  # its words may hold the address
    if pause is None:
        done.given_up += 1
        letter.state, letter.done_at = Letter.State.GIVEN_UP, now
        log.error("letter given up", letter=str(letter.pk), trouble=letter.trouble)
    else:
        done.failed += 1
        letter.due_at = now + pause
    letter.save()


@transaction.atomic
def forget_old_letters(now: datetime) -> int:
    gone, _ = Letter.objects.filter(done_at__lt=now - KEPT_FOR).delete()
    return gone
