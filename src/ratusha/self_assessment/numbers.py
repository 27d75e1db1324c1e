"""The numbers of the self-assessment, each with the questions or features it counts."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, in_my_language
from ratusha.steering.public import Place, PublishedIndex, digits_of_ranks
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

from . import offers, position
from .bank import Bank, Marks, Module, score
from .components import COMPONENTS
from .models import Answer, Edition
from .presentation import open_offers
from .queries import answers_with_contacts, form_of, rows_of
from .questionnaire import Question, newest
from .rules import FROM_PLATFORM, State, lacks, open_questions

VERSION = "self-assessment-1"
OPEN_TO_ALL = ("done", "open")
INSIDE = ("lacking", "offered", "from-platform")
POSITION = ("rank", "rank-published", "value", "value-published")
TARGET = "target-"  # with the rank that is wanted
COMPONENT = "component-"  # with its code


def of_the_form(code: str, today: date) -> Number | None:
    """What the page of the room says of the form and of what is published."""
    form = newest()
    source = form.source.cited(get_language() or "")
    match code:
        case "questions":
            inputs = [
                Input(
                    "section",
                    in_my_language(one.title),
                    len(one.questions),
                    note=one.code,
                )
                for one in form.sections
            ]
            label, said, expression = (
                _("questions"),
                _("questions of the sections of the form"),
                "sum(section)",
            )
            value = sum(one.value for one in inputs)
        case "answerable":
            facts = offers.providers()
            numbers = sorted({number for one in facts for number in one.questions})
            inputs = [
                Input("question", _said(form.by_number[number]), 1, note=", ".join(
                    one.title() for one in facts if number in one.questions))
                for number in numbers
            ]  # fmt: skip
            label = _("of them the platform can answer from live facts")
            said, expression = _("questions that a fact of the platform answers"), "count(question)"
            value = len(inputs)
        case "published":
            found = Edition.objects.filter(state=State.PUBLISHED)
            inputs = [
                Input("edition", one.name, 1, on=one.published_at,
                      address=address_of("self_assessment:published", one.name))
                for one in found
            ]  # fmt: skip
            label, said, expression = (
                _("editions published"),
                _("editions that everybody may read"),
                "count(edition)",
            )
            value = len(inputs)
        case _:
            return None
    told = _("all %(number)s questions of the form") % {"number": len(form.by_number)}
    return Number(label, value, said, expression, VERSION, today, told, inputs, source=source)


def of_edition(
    edition: Edition, code: str, section: str, today: date, *, inside: bool
) -> Number | None:
    """Whose answer it is, is told inside alone; so is what is lacking and offered."""
    if code not in (*OPEN_TO_ALL, *(INSIDE if inside else ())):
        return None
    form, answers, rows = form_of(edition), answers_with_contacts(edition), rows_of(edition)
    wanted = {one.number for one in form.questions()}
    of: Words = edition.name
    if section:
        chosen = form.section(section)
        if chosen is None:
            return None
        wanted, title = set(chosen.numbers()), in_my_language(chosen.title)
        of = Said(f"{edition.name}, {title.text}", title.lang)
    asked = [one for one in open_questions(form, answers) if one.number in wanted]
    wrong = {one.number for one in asked if lacks(one, answers.get(one.number), offers.leads)}
    match code:
        case "open":
            found = asked
            label, said = _("Questions that are asked"), _("questions that the answers so far open")
        case "done":
            found = [one for one in asked if answers.get(one.number) and one.number not in wrong]
            label, said = (
                _("answered and proved"),
                _("questions that are asked, answered, and lack nothing"),
            )
        case "lacking":
            found = [one for one in asked if one.number in wrong]
            label = _("still lacking something")
            said = _("questions that must be answered, or whose answer lacks its evidence")
        case "offered":
            there = open_offers(edition, today) if edition.state == State.FILLING else {}
            found = [
                one for one in form.questions() if one.number in there and one.number in wanted
            ]
            label, said = (
                _("answers offered by the platform"),
                _("questions with an offer that nobody has decided about"),
            )
        case _:
            found = [
                one for one in form.questions()
                if one.number in wanted and one.number in rows and rows[one.number].origin in FROM_PLATFORM
            ]  # fmt: skip
            label, said = (
                _("From the platform"),
                _("questions whose answer was taken from a fact of the platform"),
            )
    inputs = list(_questions(edition, found, rows, inside=inside))
    told = _("all %(number)s questions of the form") % {"number": len(wanted)}
    return Number(label, len(inputs), said, "count(question)", VERSION, today, told, inputs, of=of,
                  source=form.source.cited(get_language() or ""))  # fmt: skip


def _questions(
    edition: Edition, found: Iterable[Question], rows: dict[int, Answer], *, inside: bool
) -> Iterable[Input]:
    for one in found:
        row = rows.get(one.number) if inside else None
        address = address_of("self_assessment:question", edition.name, one.code) if inside else ""
        by = row.by.display_name if row and row.by else ""
        yield Input("question", _said(one), 1, on=row.at if row else None, by=by,
                    address=address)  # fmt: skip


def _said(question: Question) -> Said:
    said = question.said()
    return Said(f"{question.number}. {said.text}", said.lang)


def _target(rank: str, found: PublishedIndex, place: Place) -> Number | None:
    """What it takes to be level with who has this rank: the digits that tell ranks apart are rounded."""
    wanted = int(rank) if rank.isdecimal() else 0
    others = [
        one for one in found.rows() if one["unit"] != position.unit() and one["value"] is not None
    ]
    digits = digits_of_ranks(found)
    if (
        wanted not in position.TARGETS
        or wanted >= place.rank
        or wanted > len(others)
        or digits is None
    ):
        return None
    holder = sorted(others, key=lambda one: -one["value"])[wanted - 1]
    half = 0.5 * 10**-digits
    least = 3 * (holder["value"] - half) - place.inputs["tii"] - place.inputs["hci"]
    if not 0 <= least <= 1:
        return None
    there = address_of("steering:unit", found.code, found.edition, holder["unit"])
    inputs = [
        Input("holder", holder["name"] or holder["unit"], holder["value"], Unit.FACTOR,
              note=_("has the rank %(rank)s among the others") % {"rank": wanted}, address=there),
        Input("half", _("Half of the last digit by which ranks are told apart"), half, Unit.FACTOR),
        Input("infrastructure", str(position.LABELS["tii"]), place.inputs["tii"], Unit.FACTOR, note=found.period),
        Input("capital", str(position.LABELS["hci"]), place.inputs["hci"], Unit.FACTOR, note=found.period),
    ]  # fmt: skip
    told = _("%(rated)s of %(units)s rated") % {"rated": found.rated, "units": found.units}
    return Number(
        _("Online services for rank %(rank)s") % {"rank": wanted}, least,
        _("three times the value to be reached, less the two other parts, while nobody else moves"),
        "3 * (holder - half) - infrastructure - capital", found.version or "1", found.published_at, told,
        inputs, Unit.FACTOR, in_my_language(found.title), found.source, found.author,
    )  # fmt: skip


def of_position(code: str, found: PublishedIndex, place: Place) -> Number | None:
    """The value is the mean of its parts; the rank counts who stands before, as the others were published."""
    of = in_my_language(found.title)
    told = _("%(rated)s of %(units)s rated") % {"rated": found.rated, "units": found.units}
    if code.startswith(TARGET):
        return _target(code.removeprefix(TARGET), found, place)
    if code.startswith("value"):
        inputs = [
            Input("part", str(label), place.inputs[name], Unit.INDEX, note=found.period)
            for name, label in position.LABELS.items()
        ]
        return Number(_("Value"), place.value, _("the mean of the parts, with four digits"), "rounded(mean(part), 4)",
                      found.version or "1", found.published_at, told, inputs, Unit.FACTOR, of, found.source,
                      found.author)  # fmt: skip
    unit = position.unit()
    inputs = [
        Input("before", one["name"] or one["unit"], one["value"], Unit.FACTOR,
              address=address_of("steering:unit", found.code, found.edition, one["unit"]))
        for one in found.rows()
        if one["unit"] != unit and one["value"] is not None and one["value"] > place.value
    ]  # fmt: skip
    return Number(_("Rank"), place.rank, _("one more than there are with a greater value"), "count(before) + 1",
                  found.version or "1", found.published_at, told, inputs, of=of, source=found.source,
                  by=found.author)  # fmt: skip


def of_component(code: str) -> Number | None:
    """A figure of others: what the table says, and where it stands."""
    component = COMPONENTS.get(code)
    told = (
        {one.code: one for _known, one in position.components_of(component.part)}
        if component
        else {}
    )
    if component is None or code not in told:
        return None
    found = told[code]
    note = _("year %(year)s, %(measure)s") % {"year": found.year, "measure": component.measure}
    inputs = [Input("told", found.source, found.value, Unit.FACTOR, note=note, by=found.author)]
    return Number(str(component.label), found.value, _("as the table says"), "told", VERSION, found.loaded_at,
                  note, inputs, Unit.FACTOR, source=found.source, by=found.author)  # fmt: skip


def of_scoring(marks: Marks, among: Bank, module: str, address: str, today: date) -> Number | None:
    """The score of the features, or the share of one module."""
    whole, shares = score(marks, among)
    source = among.source.cited(get_language() or "")
    told = _("all %(number)s features of the list") % {"number": len(among.features)}
    if module:
        if module not in shares:
            return None
        inputs = [
            Input("there", one.said(), int(marks.get(one.code, False))) for one in among.of(module)
        ]
        return Number(str(Module(module).label), shares[module], _("features that are there ÷ all of the module"),
                      "sum(there) / count(there)", VERSION, today, told, inputs, Unit.SHARE, source=source)  # fmt: skip
    inputs = []
    for number, (name, share) in enumerate(shares.items(), 1):
        label = str(Module(name).label)
        inputs += [
            Input(f"share_{number}", label, share, Unit.SHARE, address=f"{address}{name}/"),
            Input(f"weight_{number}", _("Weight"), among.weights[name], note=source),
        ]
    numbers = range(1, len(shares) + 1)
    above = " + ".join(f"weight_{one} * share_{one}" for one in numbers)
    below = " + ".join(f"weight_{one}" for one in numbers)
    return Number(_("of the features, weighted"), whole, _("shares of the modules by their weights"),
                  f"({above}) / ({below})", VERSION, today, told, inputs, Unit.SHARE, source=source)  # fmt: skip
