"""What the body's own words must be. Pure."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from ratusha.applications.rules import LONGEST_REASONS
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import Text


def require_words(words: Mapping[str, str]) -> Text:
    """In one language at least. A refusal says why in the language of the case, so each is read by itself."""
    said = {language: text.strip() for language, text in words.items() if text.strip()}
    if not said:
        message = _("Write the words in one language at least.")
        raise RuleBroken("words.missing", message, field=next(iter(words), ""))
    for language, text in said.items():
        if len(text) > LONGEST_REASONS:
            message = _("The words are too long: at most %(most)s characters.")
            raise RuleBroken("words.long", message % {"most": LONGEST_REASONS}, field=language)
    return said


def require_since(since: date, *, today: date) -> None:
    """What held yesterday stays as it was: decisions were explained with it."""
    if since < today:
        raise RuleBroken("words.day_past", _("Choose today or a later day."), field="since")
