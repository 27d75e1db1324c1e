"""What a definition file must mean, once it has the right shape. Pure functions that yield mistakes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.marked import Steps
from ratusha.kernel.terms import Term

from .definition import Definition
from .expression_lints import expression_mistakes
from .facts import Source
from .fee_lints import fee_mistakes
from .form_lints import code_mistakes, field_mistakes
from .known import Known
from .once_only import asked_twice
from .places import near, placed_fields
from .service_lints import body_mistakes, service_mistakes
from .shapes import Lint
from .text_lints import template_mistakes, texts


def lint(definition: Definition, raw: dict[str, Any], known: Known) -> Iterator[Lint]:
    """Every mistake of one definition."""
    yield from _row(definition, known)
    yield from texts(raw)
    yield from _dates(definition)
    yield from _rules(definition)
    yield from fee_mistakes(definition)
    yield from body_mistakes(definition, known)
    yield from service_mistakes(definition, known)
    yield from code_mistakes(definition)
    yield from field_mistakes(definition)
    yield from expression_mistakes(definition)
    yield from template_mistakes(definition)
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
        yield Lint(("code",), "code.unknown", message, near(definition.code, list(known.rows)))
    elif not known.rows[definition.code]:
        message = f"{definition.code} is a heading or an excluded row."
        mend = "A definition belongs to a row in force; find its number in the catalogue."
        yield Lint(("code",), "code.not_in_force", message, mend)


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


def _once_only(definition: Definition, known: Known) -> Iterator[Lint]:
    """What the state holds is prefilled or fetched, or an act lets it be asked."""
    for steps, field in placed_fields(definition):
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
