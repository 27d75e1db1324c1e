"""Missing integrations, I01 to I10. Pure."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, is_new, rows, text
from ratusha.ui import formats

from .advice import Advice, Around, Found, Level
from .grams import normal

VERSION = "integrations-3"
FEW, MANY = 2, 5  # objects asked from people though a register holds them: green below, red from


def look(answers: Answers, around: Around) -> Found:
    edges = rows(answers, "integrations", "integrations")
    partners = {normal(str(one.get("system") or "")) for one in edges} - {""}
    yield from _edges(answers, partners)
    yield from _direct(edges)
    yield from _once_only(answers, around)
    yield from _switched_off(answers, around, partners)
    yield from _agreements(edges, day(answers.get("identity", {}), "ends_on"))
    yield from _identity(answers, around, partners)
    yield from _payment(around, partners)
    yield from _result(answers)
    yield from _notices(answers)
    yield from _classifiers(answers)


def _edges(answers: Answers, partners: set[str]) -> Found:
    """I01: a used object has a master, but no integration with it."""
    lacking = [
        one for one in rows(answers, "data", "objects")
        if one.get("use") == "used" and (master := str(one.get("master") or "")) and not is_new(master)
        and normal(master) not in partners
    ]  # fmt: skip
    for one in lacking:
        said = {"object": one.get("name"), "master": one.get("master")}
        yield Advice(
            "I01",
            Level.LOOK,
            "integrations",
            _("“%(object)s” has its master in “%(master)s”, but there is no integration with it.")
            % said,
        )
    if not lacking:
        yield Advice(
            "I01",
            Level.FINE,
            "integrations",
            _("Every used object is linked with its master register."),
        )


def _direct(edges: list[dict[str, object]]) -> Found:
    """I02."""
    direct = [str(one.get("system")) for one in edges if one.get("way") in {"direct", "file"}]
    for name in direct:
        yield Advice(
            "I02",
            Level.LOOK,
            "integrations",
            _(
                "“%(system)s” is linked directly or by file, though there is a state-wide system of exchange."
            )
            % {"system": name},
        )
    if not direct:
        yield Advice(
            "I02", Level.FINE, "integrations", _("All links go through the state-wide system.")
        )


def _once_only(answers: Answers, around: Around) -> Found:
    """I03: what it collects itself, though another measure or system is its master."""
    masters = {name: one.reference for one in around.others for name in one.profile.owned}
    own = [
        str(one.get("name") or "")
        for one in rows(answers, "data", "objects")
        if one.get("use") == "own"
    ]
    again = [(name, masters[normal(name)]) for name in own if normal(name) in masters]
    for name, reference in again:
        yield Advice(
            "I03",
            Level.LOOK,
            "data",
            _("“%(object)s” is collected anew, though %(reference)s is its master.")
            % {"object": name, "reference": reference},
        )
    level = Level.FINE if len(again) < FEW else Level.LOOK
    mark = (
        pgettext("traffic light", "green")
        if len(again) < FEW
        else (
            pgettext("traffic light", "red")
            if len(again) >= MANY
            else pgettext("traffic light", "yellow")
        )
    )
    yield Advice(
        "I03",
        level,
        "data",
        _("Objects collected again: %(count)s (%(mark)s).")
        % {
            "count": len(again),
            "mark": mark,
        },
    )


def _switched_off(answers: Answers, around: Around, partners: set[str]) -> Found:
    """I04."""
    ends = day(answers.get("identity", {}), "ends_on")
    found = [
        (name, other.profile.switched_off_on, other.reference)
        for other in around.others for name in sorted(partners & other.profile.replaced)
        if ends and other.profile.switched_off_on and other.profile.switched_off_on <= ends
    ]  # fmt: skip
    for name, on, reference in found:
        yield Advice(
            "I04",
            Level.LOOK,
            "integrations",
            _(
                "“%(system)s” is to be switched off on %(day)s by %(reference)s, before this measure ends."
            )
            % {"system": name, "day": formats.day(on), "reference": reference},
        )
    if not found:
        yield Advice(
            "I04",
            Level.FINE,
            "integrations",
            _("No partner system is known to be switched off before."),
        )


def _agreements(edges: list[dict[str, object]], ends_on: date | None) -> Found:
    """I05: the partner has agreed, and is ready before the measure ends."""
    late = [
        one for one in edges
        if one.get("state") == "planned" and ends_on and (works := day(one, "works_from")) and works > ends_on
    ]  # fmt: skip
    for one in late:
        message = _("The link with “%(system)s” is planned for a day after the measure ends.")
        yield Advice("I05", Level.LOOK, "integrations", message % {"system": one.get("system")})
    without = [
        str(one.get("system")) for one in edges if not str(one.get("agreement") or "").strip()
    ]
    for name in without:
        yield Advice(
            "I05",
            Level.LOOK,
            "integrations",
            _("There is no agreement with “%(system)s” yet.") % {"system": name},
        )
    if not without and not late:
        yield Advice("I05", Level.FINE, "integrations", _("Every partner has an agreement."))


def _names_one(words: tuple[str, ...], partners: set[str]) -> bool:
    return any(word in partner for word in map(normal, words) for partner in partners)


def _identity(answers: Answers, around: Around, partners: set[str]) -> Found:
    """I06."""
    if not any(one.get("personal") is True for one in rows(answers, "data", "objects")):
        yield Advice(
            "I06",
            Level.FINE,
            "integrations",
            _("There are no personal data, so nobody has to sign in."),
        )
    elif not around.identity:
        yield Advice(
            "I06",
            Level.UNKNOWN,
            "integrations",
            _("It is not known here by which system the state identifies people."),
        )
    elif _names_one(around.identity, partners):
        yield Advice(
            "I06",
            Level.FINE,
            "integrations",
            _("People are identified by the system of the state."),
        )
    else:
        yield Advice(
            "I06",
            Level.LOOK,
            "integrations",
            _(
                "There are personal data, but no integration with the system by which the state identifies people."
            ),
        )


def _payment(around: Around, partners: set[str]) -> Found:
    """I07."""
    if not around.with_fee:
        yield Advice(
            "I07", Level.FINE, "integrations", _("None of the named procedures has a fee.")
        )
    elif _names_one(around.payment, partners):
        yield Advice(
            "I07",
            Level.FINE,
            "integrations",
            _("Fees go through the state-wide system of payments."),
        )
    else:
        yield Advice(
            "I07",
            Level.LOOK,
            "integrations",
            _(
                "A fee is taken for %(procedures)s, but there is no integration with the state-wide system of payments."
            )
            % {"procedures": ", ".join(around.with_fee)},
        )


def _result(answers: Answers) -> Found:
    """I08."""
    form = text(answers, "solution", "result_form")
    told = {
        "": (Level.UNKNOWN, _("The passport does not say in which form the result is given.")),
        "electronic": (Level.FINE, _("The result is an electronic document.")),
    }
    otherwise = (Level.LOOK, _("The result is not given as an electronic document alone."))
    level, said = told.get(form, otherwise)
    yield Advice("I08", level, "solution", said)


def _notices(answers: Answers) -> Found:
    """I09."""
    told = {
        "": (Level.UNKNOWN, _("The passport does not say how people are told of events.")),
        "state": (Level.FINE, _("People are told of events through the state’s own channel.")),
        "own": (Level.LOOK, _("People are told of events through a channel of its own.")),
        "none": (Level.LOOK, _("People are told of no events.")),
    }
    level, said = told[text(answers, "solution", "notices")]
    yield Advice("I09", level, "solution", said)


def _classifiers(answers: Answers) -> Found:
    """I10."""
    named = rows(answers, "data", "classifiers")
    own = [str(one.get("name")) for one in named if one.get("origin") == "own"]
    if not named:
        said = _("The passport does not name its classifiers.")
        yield Advice("I10", Level.UNKNOWN, "data", said)
    for name in own:
        said = _("“%(name)s” is a classifier of its own: is there a republican one?") % {
            "name": name
        }
        yield Advice("I10", Level.LOOK, "data", said)
    if named and not own:
        said = _("All classifiers are republican or international.")
        yield Advice("I10", Level.FINE, "data", said)
