"""Architecture, A01 to A05. Pure."""

from math import prod
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import number, rows, text
from ratusha.ui import formats

from .advice import Advice, Around, Found, Level
from .grams import normal

VERSION = "architecture-1"


def look(answers: Answers, around: Around) -> Found:
    yield Advice(
        "A01",
        Level.UNKNOWN,
        "architecture",
        _("Until when the makers support each component is not in the stored material."),
    )
    yield from _foreign(answers)
    yield from _series(answers, around)
    yield Advice(
        "A04", Level.UNKNOWN, "architecture", _("The passport does not tell of a second site.")
    )
    repository = urlsplit(text(answers, "architecture", "repository"))
    if repository.scheme in {"http", "https", "ssh", "git"} and repository.netloc:
        yield Advice("A05", Level.FINE, "architecture", _("The code has a repository."))
    else:
        yield Advice(
            "A05", Level.LOOK, "architecture", _("The code has no address of a repository.")
        )


def _foreign(answers: Answers) -> Found:
    """A02: there is a substitute, and it is not taken."""
    named = [
        one for one in rows(answers, "independence", "software")
        if one.get("origin") == "foreign" and str(one.get("substitute") or "").strip()
    ]  # fmt: skip
    for one in named:
        said = {"name": one.get("name"), "substitute": one.get("substitute")}
        yield Advice(
            "A02",
            Level.LOOK,
            "independence",
            _("“%(name)s” is foreign, though “%(substitute)s” could take its place.") % said,
        )
    if not named:
        yield Advice(
            "A02",
            Level.FINE,
            "independence",
            _("No foreign software is named that has a substitute."),
        )


def _series(answers: Answers, around: Around) -> Found:
    """A03: what depends on others works at most as often as all of them together."""
    target = number(answers.get("architecture", {}), "availability")
    partners = {
        normal(str(one.get("system") or ""))
        for one in rows(answers, "integrations", "integrations")
    }
    known = {
        name: other.profile.availability
        for other in around.others for name in partners & other.profile.created if other.profile.availability
    }  # fmt: skip
    if target is None or not known:
        yield Advice(
            "A03",
            Level.UNKNOWN,
            "architecture",
            _("The availability of no partner system is known here."),
        )
        return
    together = prod(float(one) / 100 for one in known.values()) * 100
    level = Level.LOOK if float(target) > together else Level.FINE
    yield Advice(
        "A03",
        level,
        "architecture",
        _(
            "The target is %(target)s %%; its partner systems that are known (%(count)s) work %(together)s %% together."
        )
        % {
            "target": formats.number(target),
            "count": len(known),
            "together": formats.number(round(together, 3)),
        },
    )
