"""Bodies, services, purposes and register actions that a definition names. Pure functions that yield mistakes."""

from collections.abc import Iterator

from ratusha.kernel.marked import Steps

from .definition import BodyRule, Definition
from .expressions import services_named
from .known import Known
from .places import near, placed_expressions, placed_fields
from .shapes import Lint


def body_mistakes(definition: Definition, known: Known) -> Iterator[Lint]:
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
            yield Lint(steps, "body.unknown_kind", message, near(kind, sorted(known.body_kinds)))
    if body and body.by == "object_address":
        addresses = [f.code for f in definition.fields if f.kind == "address" and not f.prefill]
        if body.field not in addresses:
            message = f"The body is found by an address of the form, but {body.field} is not an address field."
            yield Lint(("body",), "body.field_missing", message, near(str(body.field), addresses))
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
        mend = near(body.named, [code for code, kind in known.bodies.items() if kind == body.kind])
        yield Lint(("body", "named"), "body.unknown", message, mend)


def service_mistakes(definition: Definition, known: Known) -> Iterator[Lint]:
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
    for steps, field in placed_fields(definition):
        for key, source in (("prefill", field.prefill), ("choices_from", field.choices_from)):
            if source:
                named.append(((*steps, key, "service"), source.service))
                yield from _path((*steps, key, "path"), source.service, source.path, known)
    named += [
        (steps, s) for steps, text in placed_expressions(definition) for s in services_named(text)
    ]
    for steps, service in named:
        if known.services and service not in known.services:
            message = f"There is no service {service}."
            yield Lint(steps, "service.unknown", message, near(service, list(known.services)))
    yield from _purpose(definition, known)
    action = definition.result.registers if definition.result else ""
    if action and action not in known.registers.actions:
        message = f"There is no register action {action}."
        yield Lint(
            ("result", "registers"),
            "action.unknown",
            message,
            near(action, known.registers.actions),
        )


def _path(steps: Steps, service: str, path: str, known: Known) -> Iterator[Lint]:
    fields = {field.split(".")[0] for field in known.services.get(service, ())}
    if fields and path.split(".", maxsplit=1)[0] not in fields:
        message = f"The service {service} gives no {path}."
        yield Lint(steps, "service.unknown_path", message, near(path, sorted(fields)))


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
            near(definition.purpose, list(known.purposes)),
        )
        return
    opened = known.purposes[definition.purpose]
    asked = [*definition.services, *(request.service for request in definition.requests)]
    for service in dict.fromkeys(asked):
        if service in known.services and service not in opened:
            message = f"The purpose {definition.purpose} does not open {service}."
            mend = "Name another purpose, or add the service to it in exchange/purposes.yaml with its basis."
            yield Lint(("purpose",), "purpose.too_narrow", message, mend)
