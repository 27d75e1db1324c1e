"""What a parsed cell comes to: the base term, the fee, the validity, and the cases that differ. Pure."""

from decimal import Decimal
from typing import Any

from .lexicon import words_about_requests
from .structures import Cell, Clause, Note, Quantity, Value

_IN_MONTHS = {"quarter": 3, "half_year": 6}
_UNITS = {
    "day": "day",
    "night": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "hour": "hour",
    "minute": "minute",
    "quarter": "quarter",
}
LATER = {"event", "issue"}


def length(quantity: Quantity) -> str:
    """15 days, 5 working days, 1 month: as definitions write it."""
    amount = quantity.up_to or quantity.amount
    unit = _UNITS.get(quantity.unit, quantity.unit)
    if quantity.modifier in {"working", "banking"}:
        unit = f"working {unit}"
    if unit in _IN_MONTHS:
        amount, unit = amount * _IN_MONTHS[unit], "month"
    if unit == "year" and amount != amount.to_integral_value():
        amount, unit = amount * 12, "month"
    said = f"{amount.normalize():f}"
    return f"{said} {unit}{'' if amount == 1 else 's'}"


def span(value: Value) -> str:
    if value.kind == "on_day":
        return "0 days"
    return length(value.quantity) if value.quantity else ""


def main_value(clause: Clause) -> Value:
    """The first value that limits: "not earlier than" does not."""
    return next((value for value in clause.values if value.limit != "at_least"), clause.values[0])


def about_requests(clause: Clause) -> bool:
    """The longer term for when data are asked of others."""
    words = " ".join(f"{n.opening} {n.words}" for n in clause.notes).lower()
    return any(word in words for word in words_about_requests())


def case_of(clause: Clause) -> dict[str, Any]:
    """One clause as a person would tabulate it."""
    found: dict[str, Any] = {}
    for note in clause.notes:
        found[note.kind] = " ".join(filter(None, (note.opening, note.words)))
    for value in clause.values:
        found.setdefault("kind", value.kind)
        if text := span(value):
            found["limit" if "term" in found else "term"] = text
        elif value.kind != "free":
            found["words"] = " ".join(filter(None, (value.opening, value.words)))
        for event in value.events:
            found["from"] = event.kind
            found["event"] = " ".join(filter(None, (event.opening, event.words)))
    return found


def term_of(cell: Cell) -> dict[str, Any]:
    """Base term, the longer one if data are requested, and what the rest depends on."""
    clauses = [clause for clause in cell.all_clauses if clause.values]
    base_clause = next(
        (c for c in clauses if span(main_value(c)) and not about_requests(c) and not _extends(c)),
        None,
    )
    request = next(
        (c for c in clauses if span(main_value(c)) and about_requests(c) and not _extends(c)),
        None,
    )
    base = (
        span(main_value(base_clause))
        if base_clause
        else span(main_value(request))
        if request
        else ""
    )
    if base_clause is None:
        request = None
    others = [c for c in clauses if c is not base_clause and c is not request and not _extends(c)]
    depends = bool(base and others) or any(
        n.kind not in {"request", "except", "without"}
        for n in (base_clause.notes if base_clause else [])
    )
    event = next(
        (e for c in ([base_clause] if base_clause else []) for v in c.values for e in v.events),
        None,
    )
    note = "conditional" if depends else "later_event" if event and event.kind == "event" else ""
    if_requested = span(main_value(request)) if request else ""
    parts = ["same day" if base == "0 days" else base or "other"]
    if if_requested:
        parts.append(f"{if_requested} if data are requested")
    if note:
        parts.append(
            "depends on a condition" if note == "conditional" else "counted from a later event"
        )
    longer = next((c for c in cell.all_clauses if _extends(c)), None)
    if longer:
        at_most = next((span(value) for value in longer.values if span(value)), "")
        parts.append(f"may be extended: {at_most or 'as long as another event lasts'}")
    return {
        "base": base,
        "if_requested": if_requested,
        "counted_from": event.kind if event else ("request_day" if base == "0 days" else ""),
        "note": note,
        "formula": "; ".join(parts),
        "cases": [case_of(c) for c in cell.all_clauses],
    }


def _extends(clause: Clause) -> bool:
    return any(value.kind == "extension" for value in clause.values)


def tariff_of(clause: Clause) -> dict[str, Any]:
    value = clause.values[0]
    found: dict[str, Any] = {"kind": "other", "multiple": ""}
    match value.kind:
        case "free":
            found["kind"] = "free"
        case "span" if value.quantity and value.quantity.unit == "base_value":
            found |= {
                "kind": "base_value",
                "multiple": f"{(value.quantity.up_to or value.quantity.amount).normalize():f}",
            }
        case "percent" if value.number is not None:
            of = value.quantity.amount if value.quantity else Decimal(1)
            if value.meaning != "other" and (
                value.quantity is None or value.quantity.unit == "base_value"
            ):
                found |= {
                    "kind": "base_value",
                    "multiple": f"{(value.number * of / 100).normalize():f}",
                    "percent": f"{value.number:f}",
                }
        case "money":
            found |= {"kind": "money", "amount": f"{value.number}", "currency": value.meaning}
        case "paid":
            found |= {
                "kind": "paid_service",
                "words": " ".join(filter(None, (value.opening, value.words))),
            }
    for note in clause.notes:
        found[note.kind] = " ".join(filter(None, (note.opening, note.words)))
    return found


def fee_of(cell: Cell) -> dict[str, Any]:
    """The kind of the fee and every tariff. Roubles in brackets are an old equivalent and never the amount."""
    tariffs = [
        tariff_of(c)
        for c in cell.all_clauses
        if c.values
        and not (
            c.values[0].kind == "money"
            and c.values[0].meaning == "rouble"
            and c not in cell.clauses
        )
    ]
    kinds = {tariff["kind"] for tariff in tariffs}
    first = tariffs[0] if tariffs else {"kind": "other", "multiple": ""}
    single = len(tariffs) == 1
    kind = (
        first["kind"]
        if single and first["kind"] in {"free", "base_value", "paid_service"}
        else "several"
        if tariffs
        else "other"
    )
    return {
        "kind": kind if kinds else "",
        "multiple": first["multiple"] if kind == "base_value" else "",
        "tariffs": tariffs,
        "formula": " + ".join(_tariff_said(tariff) for tariff in tariffs),
    }


def _tariff_said(tariff: dict[str, Any]) -> str:
    match tariff["kind"]:
        case "base_value":
            return f"{tariff['multiple']} BV"
        case "money":
            return f"{tariff['amount']} {tariff['currency']}"
        case "paid_service":
            return "paid service"
        case kind:
            return str(kind)


def validity_of(cell: Cell) -> dict[str, Any]:
    """A period, "unlimited", "once" or "bound" to another document or event."""
    clauses = [c for c in cell.all_clauses if c.values]
    period = _period(clauses[0].values[0])[0] if clauses else ""
    said = [_period(value)[1] for clause in clauses for value in clause.values]
    return {
        "period": period,
        "formula": "; ".join(dict.fromkeys(said)),
        "cases": [case_of(c) for c in clauses],
    }


def _period(value: Value) -> tuple[str, str]:
    match value.kind:
        case "unlimited" | "once":
            return value.kind, value.kind
        case "span" if value.quantity:
            return length(value.quantity), length(value.quantity)
        case "nothing":
            return "", "not applicable"
        case _:
            return "bound", "bound to another document or event"


def confidence(cell: Cell) -> float:
    """Nothing but words of the dictionary is sure; free words are as sure as their place; an odd form is less so."""
    sure = 1.0
    for clause in cell.all_clauses:
        notes: list[Note] = [*clause.notes, *(e for v in clause.values for e in v.events)]
        if any(note.words for note in notes) or any(v.words for v in clause.values):
            sure = min(sure, 0.9)
        if any(note.kind == "object" for note in clause.notes):
            sure = min(sure, 0.8)
        if any(
            v.quantity and v.quantity.as_written and v.meaning != "worded" for v in clause.values
        ):
            sure = min(sure, 0.8)
    return sure
