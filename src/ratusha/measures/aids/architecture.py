"""Architecture, A01 to A05. Pure."""

from math import prod
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, number, rows, text
from ratusha.ui import formats

from .advice import Advice, Around, Found, Level
from .grams import normal

VERSION = "architecture-3"
USED_AFTER = 5  # years, where the passport plans no support


def look(answers: Answers, around: Around) -> Found:
    yield from _support(answers, around)
    yield from _foreign(answers)
    yield from _series(answers, around)
    yield from _second_site(answers)
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
    unregistered = [
        one for one in rows(answers, "independence", "software")
        if one.get("origin") == "domestic" and not str(one.get("registry") or "").strip()
    ]  # fmt: skip
    for one in unregistered:
        message = _("“%(name)s” is called domestic, and has no number in the register of software.")
        yield Advice("A02", Level.LOOK, "independence", message % {"name": one.get("name")})
    if not named and not unregistered:
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


def _used_until(answers: Answers) -> int | None:
    """The last year for which support is planned, or some years after the measure ends."""
    lines = rows(answers, "budget", "lines")
    years = [
        int(made)
        for one in lines
        if one.get("nature") == "support" and (made := number(one, "year"))
    ]
    ends = day(answers.get("identity", {}), "ends_on")
    return max(years) if years else (ends.year + USED_AFTER if ends else None)


def _support(answers: Answers, around: Around) -> Found:
    """A01."""
    named = {
        normal(str(one.get("name") or "")) for one in rows(answers, "independence", "software")
    }
    known = [one for one in around.software if one.name in named and one.support_ends_on]
    until = _used_until(answers)
    if not known or until is None:
        said = _("The register of software knows no end of support of what is named here.")
        yield Advice("A01", Level.UNKNOWN, "independence", said)
        return
    short = [one for one in known if one.support_ends_on and one.support_ends_on.year < until]
    for one in short:
        told = {"name": one.name, "day": formats.day(one.support_ends_on), "until": until}
        message = _("Support of “%(name)s” ends on %(day)s, and it is to be used until %(until)s.")
        yield Advice("A01", Level.LOOK, "independence", message % told)
    if not short:
        said = _("What is named is supported as long as it is to be used.")
        yield Advice("A01", Level.FINE, "independence", said)


def _second_site(answers: Answers) -> Found:
    """A04: for personal data and official use."""
    site = answers.get("architecture", {}).get("second_site")
    if text(answers, "security", "system_class") not in {"personal", "restricted"}:
        said = _("Its class asks for no second site.")
        yield Advice("A04", Level.FINE, "architecture", said)
    elif site is None:
        said = _("The passport does not tell of a second site.")
        yield Advice("A04", Level.UNKNOWN, "architecture", said)
    else:
        said = (
            _("There is a second site.")
            if site
            else _("There is no second site, though its class asks for one.")
        )
        yield Advice("A04", Level.FINE if site else Level.LOOK, "architecture", said)
