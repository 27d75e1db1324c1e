"""The Jinja2 environment that all templates share."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils import translation
from jinja2 import Environment
from markupsafe import Markup

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, in_my_language

from . import formats
from .addresses import address_of
from .controls import control


def by_law(text: str) -> Said:
    """What the law says, in the language in which it is published: `ui.said(source.said()|by_law)`."""
    return Said(text, pack().about["law_language"])


def sentence(message: str, **values: Any) -> Markup:
    """`_("…")` of a template, in the language of the page. A language is looked up once, a sentence made ready once."""
    language = translation.get_language()
    return _format(message, language) % values if values else _sentence(message, language)


@lru_cache(maxsize=8192)
def _format(message: str, _language: str | None) -> Markup:
    return Markup(translation.gettext(message))  # noqa: S704 - translations are ours


@lru_cache(maxsize=8192)
def _sentence(message: str, language: str | None) -> Markup:
    return _format(message, language) % {}


@cache
def marked_static(name: str) -> str:
    """The address of a static file with a mark of its content, so that browsers may keep it for long."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    mark = hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10]
    return f"{static(name)}?{mark}"


def environment(**options: Any) -> Environment:
    options = {"trim_blocks": True, "lstrip_blocks": True, "cache_size": -1, **options}
    env = Environment(**{**options, "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"]})  # noqa: S701 - Django passes autoescape
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.globals.update(
        _=sentence,
        static=marked_static,
        url=address_of,
        language=translation.get_language,
        control=control,
    )
    env.filters.update(
        day=formats.day,
        short_day=formats.short_day,
        moment=formats.moment,
        clock=formats.clock,
        number=formats.number,
        share=formats.share,
        money=formats.money,
        file_size=formats.file_size,
        by_law=by_law,
        in_my_language=in_my_language,
    )
    env.policies["ext.i18n.trimmed"] = True
    return env
