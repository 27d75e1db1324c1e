"""The Jinja2 environment that all templates share."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    env = Environment(**{**options, "extensions": ["jinja2.ext.i18n"]})  # noqa: S701 - Django passes autoescape
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.globals.update(static=static, url=reverse, language=translation.get_language)
    return env
