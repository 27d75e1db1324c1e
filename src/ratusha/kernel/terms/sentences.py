"""The explanation of a date in words. One sentence a step; a number never meets a case ending it does not fit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words, weekday
from ratusha.kernel.texts import in_my_language

from .term import Term, Unit, in_units

Params = Mapping[str, Any]


def sentence(code: str, on: date | None, params: Params) -> str:
    words = {name: _worded(name, value) for name, value in params.items()}
    words["on"] = day_in_words(on) if on else ""
    return SENTENCES[code](params) % words


def _worded(name: str, value: Any) -> str:
    """What a parameter looks like inside a sentence, by its name."""
    match name:
        case "start" | "since" | "until" | "day":
            return day_in_words(date.fromisoformat(value))
        case "term" | "instead_of":
            return Term.parse(value).text()
        case "rest":
            return in_units(value["n"], Unit(value["unit"]))
        case "reason":
            return _reason(value)
        case "off":
            return _why_off(value)
        case _:
            return str(value)


def _reason(code: str) -> str:
    match code:
        case "foreign_request":
            return _("a request was sent to a body of a foreign state")
        case "request_to_body":
            return _("data were requested from another body")
        case "further_study":
            return _("the matter needs further study and checking")
        case "by_law":
            return _("a legislative act provides for it")
        case _:
            return _("the body has stated its grounds")


def _why_off(off: Params) -> str:
    day = date.fromisoformat(off["day"])
    match off["why"]:
        case "holiday":
            return in_my_language(off["name"]).text
        case "transfer":
            worked = day_in_words(date.fromisoformat(off["worked"]))
            return _("%(day)s is worked instead") % {"day": worked}
        case _:
            return weekday(day)


def _start(params: Params) -> str:
    if params["rule"] == "next_day":
        return _("The term is counted from the day after %(start)s, that is from %(on)s.")
    return _("The term is counted from %(on)s.")


def _term(params: Params) -> str:
    term = Term.parse(params["term"])
    if term.amount == 0:
        return _("It is to be done on the same day, %(on)s.")
    if term.unit is Unit.WORKING_DAY:
        return _("Term: %(term)s; days off are not counted. It ends on %(on)s.")
    if params.get("no_such_day"):
        return _(
            "Term: %(term)s. Its last month has no day %(no_such_day)s, so it ends on the last day "
            "of that month, %(on)s."
        )
    return _("Term: %(term)s. It ends on %(on)s.")


def _extended(_params: Params) -> str:
    return _(
        "The term is extended: %(reason)s. It was: %(instead_of)s; now it is: %(term)s, counted "
        "from the same day. It ends on %(on)s."
    )


def _not_extended(_params: Params) -> str:
    return _("Extension: %(term)s. It would end no later, so nothing changes.")


def _suspended(_params: Params) -> str:
    return _(
        "The term was suspended from %(since)s to %(until)s: %(reason)s. Left at that time: "
        "%(rest)s. Counted on from %(until)s, it ends on %(on)s."
    )


def _suspended_in_vain(params: Params) -> str:
    match params["why"]:
        case "before_start":
            return _(
                "The suspension from %(since)s to %(until)s was over before the term began: "
                "it changes nothing."
            )
        case "counted_already":
            return _(
                "The suspension from %(since)s to %(until)s lies within another one: it adds nothing."
            )
        case _:
            return _(
                "The suspension from %(since)s began after the term had ended: it changes nothing."
            )


def _stands(_params: Params) -> str:
    return _(
        "The term is suspended since %(since)s: %(reason)s. There is no date until it runs again. "
        "Left: %(rest)s."
    )


def _moved(_params: Params) -> str:
    return _("%(day)s is a day off: %(off)s. The term ends on the next working day, %(on)s.")


def _moved_back(_params: Params) -> str:
    return _("%(day)s is a day off: %(off)s. The last day is the working day before it, %(on)s.")


def _worked_day_of_rest(_params: Params) -> str:
    return _("%(on)s is a working day: %(day)s is a day off instead of it.")


def _worked_day_of_rest_alone(_params: Params) -> str:
    return _("%(on)s is a working day by decree.")


def _provisional(_params: Params) -> str:
    return _(
        "Which days off are moved in %(year)s is not yet decided: the date may still change by a day or two."
    )


def _not_later_than(_params: Params) -> str:
    return _("To be done not later than %(on)s.")


def _before(_params: Params) -> str:
    return _("To be done before %(day)s: the last day is %(on)s.")


def _before_with_the_day(_params: Params) -> str:
    return _("“Before %(day)s” includes that day: the last day is %(on)s.")


SENTENCES: dict[str, Callable[[Params], str]] = {
    "start": _start,
    "term": _term,
    "extended": _extended,
    "not_extended": _not_extended,
    "suspended": _suspended,
    "suspended_in_vain": _suspended_in_vain,
    "stands": _stands,
    "moved": _moved,
    "moved_back": _moved_back,
    "worked_day_of_rest": _worked_day_of_rest,
    "worked_day_of_rest_alone": _worked_day_of_rest_alone,
    "provisional": _provisional,
    "not_later_than": _not_later_than,
    "before": _before,
    "before_with_the_day": _before_with_the_day,
}
