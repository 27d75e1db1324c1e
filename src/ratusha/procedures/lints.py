"""What a definition file must mean, once it has the right shape. Pure functions that yield mistakes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import process

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.marked import Steps
from ratusha.kernel.terms import Term

from .definition import BodyRule, Definition, Field, Registers, Source
from .expressions import answers_named, services_named, strangers
from .fee_lints import fee_mistakes
from .once_only import asked_twice
from .shapes import Lint

LANGUAGES = ("be", "ru", "en")
STANDARD_PLACEHOLDERS = frozenset({"applicant", "body", "reference", "today", "lodged_on"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d+")
_WITH_CHOICES = ("choice", "choices")


@dataclass(frozen=True)
class Known:
    """What the rest of the pack says, to compare a definition with."""

    rows: Mapping[str, bool]
    registers: Registers
    body_kinds: frozenset[str]
    services: Mapping[str, frozenset[str]]
    purposes: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]  # the kind of each, by its code
    offered: frozenset[str]  # procedures that an offer of life_events.yaml lodges


def lint(definition: Definition, raw: dict[str, Any], known: Known) -> Iterator[Lint]:
    """Every mistake of one definition."""
    yield from _row(definition, known)
    yield from texts(raw)
    yield from _dates(definition)
    yield from _rules(definition)
    yield from fee_mistakes(definition)
    yield from _bodies(definition, known)
    yield from _services(definition, known)
    yield from _codes(definition)
    yield from _fields(definition)
    yield from _expressions(definition)
    yield from _template(definition)
    yield from _once_only(definition, known)
    yield from _level(definition, known)
    yield from _sample(definition)


def misplaced(definition: Definition, file: Path) -> Iterator[Lint]:
    """U200/1.3.2 lives in U200/1.3.2.yaml; a later edition in U200/1.3.2@2027-01-01.yaml."""
    code, _slash, number = definition.code.partition("/")
    if file.parent.name != code or file.stem.split("@")[0] != number:
        message = f"The file {file.parent.name}/{file.name} holds {definition.code}."
        mend = f"Call it {code}/{number}.yaml, or mend the code."
        yield Lint(("code",), "file.misplaced", message, mend)


def _row(definition: Definition, known: Known) -> Iterator[Lint]:
    if not known.rows:
        return
    if definition.code not in known.rows:
        message = f"{definition.code} is not a row of the catalogue."
        yield Lint(("code",), "code.unknown", message, _near(definition.code, list(known.rows)))
    elif not known.rows[definition.code]:
        message = f"{definition.code} is a heading or an excluded row."
        mend = "A definition belongs to a row in force; find its number in the catalogue."
        yield Lint(("code",), "code.not_in_force", message, mend)


def texts(value: Any, steps: Steps = ()) -> Iterator[Lint]:
    """Every text in three languages, with the same numbers and placeholders in each."""
    if isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, (*steps, i))
    elif isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES) and steps[-1:] != ("values",):
            yield from _text(value, steps)
        else:
            for key, inner in value.items():
                yield from texts(inner, (*steps, key))


def _text(text: dict[str, Any], steps: Steps) -> Iterator[Lint]:
    missing = [language for language in LANGUAGES if not str(text.get(language, "")).strip()]
    if missing:
        message = f"{_said(steps)} has no text in {', '.join(missing)}."
        yield Lint(
            steps, "text.language_missing", message, "Write it in every language: be, ru and en."
        )
        return
    for code, pattern, what in (
        ("text.placeholders_differ", _PLACEHOLDER, "placeholders"),
        ("text.numbers_differ", _NUMBER, "numbers"),
    ):
        sets = {language: sorted(pattern.findall(str(text[language]))) for language in LANGUAGES}
        if len({tuple(found) for found in sets.values()}) > 1:
            shown = "; ".join(
                f"{language}: {', '.join(found) or 'none'}" for language, found in sets.items()
            )
            message = f"{_said(steps)} has different {what} in its languages ({shown})."
            yield Lint(steps, code, message, "Say the same in each language, numbers in figures.")


def _dates(definition: Definition) -> Iterator[Lint]:
    if definition.valid_until and definition.valid_until <= definition.valid_from:
        message = "The edition ends before it begins."
        yield Lint(
            ("valid_until",), "edition.ends_early", message, "Give a valid_until after valid_from."
        )


def _rules(definition: Definition) -> Iterator[Lint]:
    terms: list[tuple[Steps, str]] = []
    if definition.term:
        terms += [
            (("term", "base"), definition.term.base),
            (("term", "if_requested"), definition.term.if_requested),
        ]
    if definition.validity and definition.validity.period[:1].isdigit():
        terms.append((("validity", "period"), definition.validity.period))
    if definition.fee:
        terms.append((("fee", "pay_within"), definition.fee.pay_within))
    terms += [(("requests", i, "term"), r.term) for i, r in enumerate(definition.requests)]
    for steps, text in terms:
        if text and not _is_term(text):
            mend = 'Write a number and a unit: "15 days", "1 month", "5 working days".'
            yield Lint(steps, "term.unreadable", f"{text} is not a term.", mend)


def _is_term(text: str) -> bool:
    try:
        Term.parse(text)
    except (RuleBroken, ValueError):
        return False
    return True


def _bodies(definition: Definition, known: Known) -> Iterator[Lint]:
    kinds: list[tuple[Steps, str]] = [
        (("requests", i, "to_kind"), request.to_kind)
        for i, request in enumerate(definition.requests)
    ]
    body = definition.body
    if body:
        kinds.append((("body", "kind"), body.kind))
    for steps, kind in kinds:
        if known.body_kinds and kind not in known.body_kinds:
            message = f"{kind} is not a kind of body of this pack."
            yield Lint(steps, "body.unknown_kind", message, _near(kind, sorted(known.body_kinds)))
    if body and body.by == "object_address":
        addresses = [f.code for f in definition.fields if f.kind == "address" and not f.prefill]
        if body.field not in addresses:
            message = f"The body is found by an address of the form, but {body.field} is not an address field."
            yield Lint(("body",), "body.field_missing", message, _near(str(body.field), addresses))
    if body:
        yield from _body(body, known)


def _body(body: BodyRule, known: Known) -> Iterator[Lint]:
    if body.source is None:
        message = "Nothing says why this body is responsible."
        mend = "Add source: the act, or confidence sample where it only follows from the chapter."
        yield Lint(("body",), "body.without_source", message, mend)
    if body.named and body.by != "fixed":
        message = f"{body.named} is named, but the body is found by an address."
        yield Lint(("body", "named"), "body.named", message, "Write by: fixed, or leave named out.")
    elif body.named and known.bodies and known.bodies.get(body.named) != body.kind:
        message = f"There is no body {body.named} of the kind {body.kind}."
        mend = _near(body.named, [code for code, kind in known.bodies.items() if kind == body.kind])
        yield Lint(("body", "named"), "body.unknown", message, mend)


def _services(definition: Definition, known: Known) -> Iterator[Lint]:
    named: list[tuple[Steps, str]] = [
        (("documents", i, "service"), d.service)
        for i, d in enumerate(definition.documents)
        if d.service
    ]
    named += [(("requests", i, "service"), r.service) for i, r in enumerate(definition.requests)]
    if definition.fee:
        named += [
            (("fee", "exemptions", i, "service"), e.service)
            for i, e in enumerate(definition.fee.exemptions)
            if e.service
        ]
    for steps, field in _placed_fields(definition):
        for key, source in (("prefill", field.prefill), ("choices_from", field.choices_from)):
            if source:
                named.append(((*steps, key, "service"), source.service))
                yield from _path((*steps, key, "path"), source.service, source.path, known)
    named += [
        (steps, s) for steps, text in _placed_expressions(definition) for s in services_named(text)
    ]
    for steps, service in named:
        if known.services and service not in known.services:
            message = f"There is no service {service}."
            yield Lint(steps, "service.unknown", message, _near(service, list(known.services)))
    yield from _purpose(definition, known)
    action = definition.result.registers if definition.result else ""
    if action and action not in known.registers.actions:
        message = f"There is no register action {action}."
        yield Lint(
            ("result", "registers"),
            "action.unknown",
            message,
            _near(action, known.registers.actions),
        )


def _path(steps: Steps, service: str, path: str, known: Known) -> Iterator[Lint]:
    fields = {field.split(".")[0] for field in known.services.get(service, ())}
    if fields and path.split(".", maxsplit=1)[0] not in fields:
        message = f"The service {service} gives no {path}."
        yield Lint(steps, "service.unknown_path", message, _near(path, sorted(fields)))


def _purpose(definition: Definition, known: Known) -> Iterator[Lint]:
    """Registers are asked for a purpose, and a purpose opens only the services it needs."""
    if not known.purposes or not definition.form:
        return
    if definition.purpose not in known.purposes:
        message = f"There is no purpose {definition.purpose}."
        yield Lint(
            ("purpose",),
            "purpose.unknown",
            message,
            _near(definition.purpose, list(known.purposes)),
        )
        return
    opened = known.purposes[definition.purpose]
    asked = [*definition.services, *(request.service for request in definition.requests)]
    for service in dict.fromkeys(asked):
        if service in known.services and service not in opened:
            message = f"The purpose {definition.purpose} does not open {service}."
            mend = "Name another purpose, or add the service to it in exchange/purposes.yaml with its basis."
            yield Lint(("purpose",), "purpose.too_narrow", message, mend)


def _codes(definition: Definition) -> Iterator[Lint]:
    lists: list[tuple[Steps, list[str]]] = [
        (("form",), [p.code for p in definition.form]),
        (("documents",), [d.code for d in definition.documents]),
        (("refuse",), [g.code for g in definition.refuse]),
        (("refuse_to_accept",), [g.code for g in definition.refuse_to_accept]),
        (("requests",), [r.code for r in definition.requests]),
    ]
    if definition.fee:
        lists += [
            (("fee", "tariffs"), [t.code for t in definition.fee.tariffs]),
            (("fee", "exemptions"), [e.code for e in definition.fee.exemptions]),
            (("fee", "payers"), [p.code for p in definition.fee.payers]),
            (("fee", "refunds"), [r.code for r in definition.fee.refunds]),
        ]
    lists += [
        ((*s, "choices"), [c.code for c in f.choices])
        for s, f in _placed_fields(definition)
        if f.choices
    ]
    for steps, codes in lists:
        for i, code in enumerate(codes):
            if code in codes[:i]:
                mend = "Each code is used once: give this one its own."
                yield Lint(
                    (*steps, i, "code"), "code.duplicate", f"The code {code} is used twice.", mend
                )
    seen: set[str] = set()
    for steps, field in _placed_fields(definition):
        if field.code in seen:
            message = f"Two fields of the form have the code {field.code}."
            yield Lint(
                (*steps, "code"),
                "code.duplicate",
                message,
                "Answers are kept by code: give it its own.",
            )
        seen.add(field.code)


def _fields(definition: Definition) -> Iterator[Lint]:
    for steps, field in _placed_fields(definition):
        if (field.kind in _WITH_CHOICES) != bool(field.choices or field.choices_from):
            message = f"The field {field.code} of kind {field.kind} and its choices do not agree."
            yield Lint(
                steps,
                "field.choices",
                message,
                "A choice has choices or choices_from; other kinds have none.",
            )
        if field.pattern and not _is_pattern(field.pattern):
            message = f"The pattern of {field.code} is not a regular expression."
            yield Lint(
                (*steps, "pattern"),
                "field.pattern_wrong",
                message,
                "Mend or leave out the pattern.",
            )
        if isinstance(field.min, int) and isinstance(field.max, int) and field.min > field.max:
            yield Lint(
                (*steps, "min"),
                "field.limits",
                f"{field.code}: min is above max.",
                "Exchange the two.",
            )


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _expressions(definition: Definition) -> Iterator[Lint]:
    fields = [f.code for f in definition.fields]
    before: set[str] = set()
    for steps, expression in _placed_expressions(definition):
        if steps[:1] == ("form",):
            before = _answered_before(definition, steps)
        yield from _expression(steps, expression, fields, before)


def _expression(
    steps: Steps, expression: str, fields: list[str], before: set[str]
) -> Iterator[Lint]:
    try:
        names, functions = strangers(expression)
    except RuleBroken as broken:
        mend = "Conditions are CEL: answers.field == 'code', &&, ||, !, in, size(list), list.exists(x, …)."
        yield Lint(steps, "cel.wrong", broken.message, mend)
        return
    for name in names:
        mend = "A condition sees answers, facts, applicant and today; put texts in quotes."
        yield Lint(steps, "cel.unknown_name", f"{name} is not known here.", mend)
    for function in functions:
        mend = "Use size, contains, startsWith, matches, years_between, days_between, join."
        yield Lint(steps, "cel.unknown_function", f"There is no function {function}.", mend)
    for answer in answers_named(expression):
        if answer not in fields:
            message = f"The form has no field {answer}."
            yield Lint(steps, "cel.unknown_field", message, _near(answer, fields))
        elif steps[:1] == ("form",) and answer not in before:
            message = f"{answer} is asked later than this condition is needed."
            yield Lint(
                steps,
                "cel.later_field",
                message,
                "Ask it on this page or before, or change the condition.",
            )


def _answered_before(definition: Definition, steps: Steps) -> set[str]:
    """Answers that exist when a condition of the form is looked at: earlier pages, and fields up to this one."""
    page = steps[1] if isinstance(steps[1], int) else 0
    earlier = {f.code for p in definition.form[:page] for f in p.fields}
    if len(steps) > 3 and isinstance(steps[3], int):  # noqa: PLR2004 - form, page, fields, field
        last = steps[3] + (1 if "check" in steps else 0)
        earlier |= {f.code for f in definition.form[page].fields[:last]}
    return earlier


def _template(definition: Definition) -> Iterator[Lint]:
    result = definition.result
    if not result:
        return
    allowed = STANDARD_PLACEHOLDERS | result.values.keys()
    for i, paragraph in enumerate(result.template):
        for language, text in paragraph.items():
            for name in _PLACEHOLDER.findall(text):
                if name not in allowed:
                    message = f"The placeholder {{{name}}} has no value."
                    mend = f"{_near(name, sorted(allowed))} Or add it to values."
                    yield Lint(
                        ("result", "template", i, language), "template.placeholder", message, mend
                    )


def _once_only(definition: Definition, known: Known) -> Iterator[Lint]:
    """What the state holds is prefilled or fetched, or an act lets it be asked."""
    for steps, field in _placed_fields(definition):
        if field.prefill and field.prefill.editable and field.required and not field.unprefillable:
            message = (
                f"{field.code} is held by {field.prefill.service}, and must be typed all the same."
            )
            mend = "Take editable away, or required; or say in unprefillable why both are needed."
            yield Lint(steps, "once_only.typed", message, mend)
    for twice in asked_twice(definition, known.registers):
        if twice.waiver or twice.reason:
            continue
        if twice.kind == "document":
            message = f"The applicant is to bring {twice.code}, which {twice.service} stands for."
            mend = f"Add service: {twice.service}, or a waiver with source, reason and until."
            yield Lint(twice.steps, "once_only.brought", message, mend)
            continue
        message = f"{twice.code} asks what {twice.service} holds ({twice.path})."
        mend = (
            f"Add prefill: {{service: {twice.service}, path: {twice.path}}}, "
            "or say in unprefillable why it is asked."
        )
        yield Lint(twice.steps, "once_only.asked", message, mend)


def _level(definition: Definition, known: Known) -> Iterator[Lint]:
    """A level is a claim: what it needs must be there."""
    if definition.level >= "e5" and definition.code not in known.offered:
        message = "Level e5 is claimed, but no offer leads to this procedure."
        mend = "Name it in an offer of life_events.yaml, or claim e4."
        yield Lint(("level",), "level.not_offered", message, mend)
    needs: dict[str, object] = {}
    if definition.level >= "e3":
        needs |= {"form": definition.form, "body": definition.body, "term": definition.term}
        needs |= {"applicants": definition.applicants}
    if definition.level >= "e4":
        needs |= {
            "result": definition.result,
            "decision_electronic": definition.decision_electronic,
        }
    missing = [name for name, value in needs.items() if not value]
    if missing:
        message = f"Level {definition.level} is claimed, but {', '.join(missing)} is missing."
        yield Lint(
            ("level",), "level.incomplete", message, "Add what is missing, or claim a lower level."
        )


def _sample(definition: Definition) -> Iterator[Lint]:
    """A rule that nobody has read in the act is shown as a sample."""
    sources = [definition.source]
    for rule in (definition.body, definition.term, definition.fee, definition.validity):
        sources += [rule.source] if rule and rule.source else []
    sources += _fee_sources(definition)
    sources += [g.source for g in [*definition.refuse, *definition.refuse_to_accept]]
    sources += [d.source for d in definition.documents]
    if not definition.sample and any(s.confidence == "sample" for s in sources):
        message = "A rule has a source of confidence sample, but the file is not marked."
        yield Lint((), "sample.not_marked", message, "Add sample: true.")


def _fee_sources(definition: Definition) -> list[Source]:
    fee = definition.fee
    if fee is None:
        return []
    named = [tariff.source for tariff in fee.tariffs if tariff.source]
    named += [exemption.source for exemption in fee.exemptions]
    return named + [ground.source for ground in fee.refunds]


def _placed_fields(definition: Definition) -> Iterator[tuple[Steps, Field]]:
    for i, page in enumerate(definition.form):
        for j, field in enumerate(page.fields):
            yield ("form", i, "fields", j), field


def _placed_expressions(definition: Definition) -> Iterator[tuple[Steps, str]]:
    found: list[tuple[Steps, str]] = [
        (("documents", i, "when"), d.when) for i, d in enumerate(definition.documents)
    ]
    found += [(("requests", i, "when"), r.when) for i, r in enumerate(definition.requests)]
    if definition.fee:
        for i, tariff in enumerate(definition.fee.tariffs):
            found.append((("fee", "tariffs", i, "when"), tariff.when))
            found.append((("fee", "tariffs", i, "quantity"), tariff.quantity))
        found += [
            (("fee", "exemptions", i, "when"), e.when)
            for i, e in enumerate(definition.fee.exemptions)
        ]
    found += [(("form", i, "when"), p.when) for i, p in enumerate(definition.form)]
    for steps, field in _placed_fields(definition):
        found.append(((*steps, "when"), field.when))
        found += [((*steps, "check", k, "rule"), check.rule) for k, check in enumerate(field.check)]
    if definition.result:
        found += [
            (("result", "values", name), text) for name, text in definition.result.values.items()
        ]
        found += [
            (("result", "facts", i, "value"), f.value)
            for i, f in enumerate(definition.result.facts)
        ]
    return ((steps, text) for steps, text in found if text.strip())


def _near(word: str, allowed: list[str]) -> str:
    close = process.extractOne(word, allowed, score_cutoff=70) if allowed else None
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known are: {', '.join(allowed[:12])}." if allowed else "There is none yet."


def _said(steps: Steps) -> str:
    return ".".join(map(str, steps))
