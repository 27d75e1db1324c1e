"""An analysis as it is read, on the page, on paper and as a table; and what was corrected since it was made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.cases.public import Criterion
from ratusha.kernel.texts import Said, in_my_language
from ratusha.ui.formats import number, share

from .belief import Belief
from .law import law
from .models import Analysis, Earlier, Judgement
from .rules import Judged, Sign, quarter_before, quarter_words

CHANGED = gettext_lazy("The marks were changed by who gave them")


@dataclass(frozen=True)
class Moved:
    """By how much a mean has moved, and whether more than it may by chance."""

    words: str
    tag: str
    label: str


@dataclass(frozen=True)
class Line:
    name: Said
    belief: Belief
    moved: Moved


@dataclass(frozen=True)
class Theme:
    name: Said
    belief: Belief
    lowest: str
    lowest_mean: float


@dataclass(frozen=True)
class Correction:
    at: datetime
    what: Promise | str


def title_of(analysis: Analysis) -> str:
    whom = analysis.organisation.said.text if analysis.organisation else _("All organisations")
    return f"{whom}: {quarter_words(analysis.quarter)}"


def lines_of(analysis: Analysis) -> list[Line]:
    """The whole rating and each criterion; nothing where there were too few."""
    told = analysis.figures
    if told["ratings"] is None:
        return []
    before = quarter_before(analysis.quarter)
    whole = Line(Said(_("The whole rating"), ""), _belief(told), moved_of(told["change"], before))
    return [
        whole,
        *(
            Line(Said(_label(one), ""), _belief(one), moved_of(one["change"], before))
            for one in told["criteria"]
        ),
    ]


def themes_of(analysis: Analysis) -> list[Theme]:
    return [
        Theme(
            in_my_language(one["name"]),
            _belief(one),
            str(Criterion(one["lowest"]).label),
            one["lowest_mean"],
        )
        for one in analysis.figures.get("themes", [])
    ]


def _belief(told: dict[str, Any]) -> Belief:
    return Belief(told["mean"], told["low"], told["high"], told.get("ratings") or 0)


def _label(told: dict[str, Any]) -> str:
    return str(Criterion(told["criterion"]).label)


def moved_of(change: dict[str, float] | None, before: str) -> Moved:
    if change is None:
        words = _("%(quarter)s had too few ratings") % {"quarter": quarter_words(before)}
        return Moved(words, "quiet", _("not comparable"))
    words = _("%(change)s (from %(low)s to %(high)s)") % {
        name: signed(change[key])
        for name, key in (("change", "mean"), ("low", "low"), ("high", "high"))
    }
    if change["low"] > 0:
        return Moved(words, "ok", _("certainly better"))
    if change["high"] < 0:
        return Moved(words, "late", _("certainly worse"))
    return Moved(words, "quiet", _("no certain change"))


def signed(value: float) -> str:
    """With a sign, and never a nought with one."""
    rounded = round(value, 2)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{sign}{number(abs(rounded), 2)}"


def facts_of(analysis: Analysis) -> list[tuple[str, str]]:
    """What was done with the ratings, and of what they are a part."""
    told = analysis.figures
    if told["ratings"] is None:
        return [(_("Finished cases that could be rated"), str(number(told["finished"])))]
    facts = [
        (_("Ratings of the quarter"), str(number(told["ratings"]))),
        (_("Finished cases that could be rated"), str(number(told["finished"]))),
        (_("Of these rated"), _rated(told)),
        (_("Replies of the organisation"), _replies(told)),
        (_("Set aside, not counted here"), _or_few(told["set_aside"])),
        (_("Signs of something strange"), _signs(told)),
    ]
    if "organisations" in told:
        facts += [
            (_("Organisations with enough ratings"), str(number(told["organisations"]))),
            (_("Organisations with too few"), str(number(told["few"]))),
            (_("Compared with the quarter before"), str(number(told["compared"]))),
            (_("Certainly better"), str(number(told["better"]))),
            (_("Certainly worse"), str(number(told["worse"]))),
        ]
    return facts


def _rated(told: dict[str, Any]) -> str:
    """Of how many: in older documents of all that are named."""
    rated, finished = told["rated"], told.get("rated_of", told["finished"])
    if rated is None or not finished:
        return _("not told: those who rated or those who did not would be a few people")
    said = _("%(rated)s of %(finished)s (%(share)s)")
    return said % {
        "rated": number(rated),
        "finished": number(finished),
        "share": share(rated / finished),
    }


def _or_few(people: int | None) -> str:
    return _("fewer than %(least)s") % {"least": law().least} if people is None else number(people)


def _replies(told: dict[str, Any]) -> str:
    if not told["replied"]:
        return _("none so far")
    return _("%(replied)s; half of them came within so many days: %(days)s") % {
        "replied": number(told["replied"]),
        "days": number(told["reply_days"]),
    }


def _signs(told: dict[str, Any]) -> str:
    if not told["signs"]:
        return _("none so far")
    found = "; ".join(
        f"{Sign(sign).label}: {number(n)}" for sign, n in sorted(told["signs"].items())
    )
    return _("%(found)s. Not decided yet: %(open)s. Ratings set aside by them: %(aside)s.") % {
        "found": found,
        "open": number(told["signs_open"]),
        "aside": _or_few(told["signs_set_aside"]),
    }


def corrections_of(analysis: Analysis) -> list[Correction]:
    """What happened to ratings of the quarter after the document was made: the document itself does not change."""
    mine = {"given__quarter": analysis.quarter, "at__gt": analysis.made_at}
    if analysis.organisation is not None:
        mine["given__organisation"] = analysis.organisation
    decided = Judgement.objects.filter(what__in=(Judged.SET_ASIDE, Judged.RESTORE), **mine)
    found = [Correction(one.at, Judged(one.what).label) for one in decided]
    found += [Correction(one.at, CHANGED) for one in Earlier.objects.filter(**mine)]
    return sorted(found, key=lambda one: one.at)
