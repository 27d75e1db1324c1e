"""Words that somebody must write: not blank, and not longer than is kept."""

from django.utils.translation import gettext as _

from .errors import RuleBroken


def require_words(text: str, *, code: str, field: str, missing: str, longest: int) -> str:
    """The text without blanks around it; else `{code}_missing` or `{code}_long`. `longest` is in characters."""
    text = text.strip()
    if not text:
        raise RuleBroken(f"{code}_missing", missing, field=field)
    if len(text) > longest:
        message = _("The text is too long: at most %(most)s characters.")
        raise RuleBroken(f"{code}_long", message % {"most": longest}, field=field)
    return text
