"""The fields of a specification, one function each: from a plain value to what it means, or a Mistake."""

from collections.abc import Callable
from typing import Any

from . import aggregate
from .expressions import constant, parse
from .mistakes import Mistake, did_you_mean
from .notation import called
from .ranks import MODES
from .spec import (
    Band,
    Bands,
    Collapse,
    Figure,
    Input,
    Missing,
    Node,
    Ranking,
    Rounding,
    Sensitivity,
    Step,
    in_order,
)
from .steps import KINDS

POLICIES = ("not_rated", "renormalise", "zero_all", "impute")
IMPUTED_BY = ("median", "mean", "min", "max", "zero", "last", "knn")


def aggregation(value: Any) -> Node:
    """How parts are put together; the weights it names stand as its children."""
    how = called(value)
    named = dict(how.named)
    name = how.name
    if isinstance(value, dict) and "method" in value:
        named, name = dict(value), str(value["method"])
        named.pop("method")
    method = aggregate.OTHER_NAMES.get(name, name)
    if method not in aggregate.METHODS:
        mend = did_you_mean(name, aggregate.METHODS)
        raise Mistake("agg.unknown", f"There is no aggregation {name}.", mend)
    weights = named.pop("weights", "equal")
    power = constant(named.pop("power", named.pop("p", how.positional[0] if how.positional else 1)))
    for unknown in named:
        mend = did_you_mean(unknown, ("weights", "power"))
        raise Mistake("agg.field", f"{unknown} is not a field of {name}.", mend)
    return Node(
        "", method=method, power=power, weights="pca" if weights == "pca" else "given",
        children=_weights(weights),
    )  # fmt: skip


def _weights(value: Any) -> tuple[Node, ...]:
    """Named weights, or the mean of what experts have given when each shares out a budget."""
    match value:
        case {"budget": dict() as experts}:
            told = [
                {name: constant(one) for name, one in given.items()} for given in experts.values()
            ]
            parts = list(dict.fromkeys(name for given in told for name in given))
            sums = [sum(given.values()) for given in told]
            return tuple(
                Node(name, weight=sum(g.get(name, 0) / s for g, s in zip(told, sums, strict=True)) / len(told))
                for name in parts
            )  # fmt: skip
        case dict():
            return tuple(Node(name, weight=constant(one)) for name, one in value.items())
        case "equal" | "pca" | "given":
            return ()
        case _:
            mend = "Write equal, pca, budget, or a weight for each part."
            raise Mistake("weight.unreadable", f"{value!r} are no weights.", mend)


def figure(value: Any) -> Figure:
    if isinstance(value, dict):
        if not value:
            raise Mistake("number.expected", "There is no number.", "Write a number.")
        found = sorted(
            ((str(k), constant(v)) for k, v in value.items()), key=lambda p: in_order(p[0])
        )
        return Figure(tuple(found))
    return Figure.of(constant(value))


def texts(value: Any) -> dict[str, str]:
    return value if isinstance(value, dict) else {"en": value} if value else {}


def an_input(name: str, given: dict[str, Any], *, aggregated: bool) -> Input:
    allowed = ("column", "label", "unit", "dir", "min", "max", "target", "scale", "cap", "floor",
               "level", "missing", "from", "take", "expr", "steps")  # fmt: skip
    for unknown in given:
        if unknown not in allowed:
            message = f"{unknown} is not a field of {name}."
            raise Mistake("field.unknown", message, did_you_mean(unknown, allowed), (unknown,))
    if given.get("dir", "more") not in {"more", "less"}:
        raise Mistake("dir.unknown", "dir is more or less.", "Write dir: less.", ("dir",))
    done = [step(one) for one in given.get("steps", [])]
    if "floor" in given:
        done.insert(0, Step("floor", {"min": figure(given["floor"])}))
    if "cap" in given:
        done.insert(0, Step("cap", {"max": figure(given["cap"])}))
    code, _, version = str(given.get("from", "")).partition(" ")
    return Input(
        name=name,
        column="" if "from" in given or "expr" in given else str(given.get("column", name)),
        label=texts(given.get("label")),
        unit=str(given.get("unit", "")),
        direction=given.get("dir", "more"),
        low=figure(given["min"]) if "min" in given else None,
        high=figure(given["max"]) if "max" in given else None,
        target=figure(given["target"]) if "target" in given else None,
        logarithmic=given.get("scale") == "log",
        words={
            word: None if number is None else constant(number)
            for word, number in given["level"].items()
        } if "level" in given else None,
        if_missing=constant(given["missing"]) if "missing" in given else None,
        sub_index=(code, version) if "from" in given else None,
        sub_value=given.get("take", "value"),
        expression=parse(str(given["expr"])) if "expr" in given else None,
        steps=tuple(done),
        aggregated=aggregated,
    )  # fmt: skip


def step(value: Any) -> Step:
    how = called(value)
    if how.name == "set":
        return Step("set", expressions={name: parse(str(text)) for name, text in how.named.items()})
    kind = KINDS.get(how.name)
    if kind is None:
        known = (*KINDS, "agg", "round")
        mend = did_you_mean(how.name, known)
        raise Mistake("step.unknown", f"There is no step {how.name}.", mend)
    if how.name == "each":
        text = str(how.positional[0] if how.positional else how.named.get("expr", ""))
        return Step("each", expressions={"x": parse(text)}, of=_of(how.named), text=text)
    named = dict(how.named) | dict(
        zip((*kind.figures, *kind.options), how.positional, strict=False)
    )
    if how.name == "per" and how.positional:
        named = {"column": how.positional[0], **how.named}
    figures = {name: figure(named.pop(name)) for name in kind.figures if name in named}
    of = _of(named)
    named.pop("of", None)
    for unknown in named:
        if unknown not in kind.options:
            mend = did_you_mean(unknown, (*kind.figures, *kind.options, "of"))
            raise Mistake("step.field", f"{unknown} is not a field of {how.name}.", mend)
    for needed in (*kind.needs, *(("column",) if how.name == "per" else ())):
        if needed not in figures and needed not in named:
            message = f"{how.name} needs {needed}."
            raise Mistake("step.needs", message, f"Write {how.name}: {{{needed}: ...}}.")
    _check_options(how.name, named)
    return Step(how.name, figures, named, of)


def _of(named: dict[str, Any]) -> tuple[str, ...]:
    of = named.get("of", ())
    return (of,) if isinstance(of, str) else tuple(map(str, of))


_OPTIONS = {
    "goalposts": ("from_data", "from_targets"),
    "over": ("period", "all"),
    "scale": ("linear", "log"),
    "clip": (True, False),
}


def _check_options(step_name: str, named: dict[str, Any]) -> None:
    for name, value in named.items():
        allowed = _OPTIONS.get(name)
        if allowed and value not in allowed:
            message = f"{name} of {step_name} cannot be {value!r}."
            raise Mistake("step.option", message, did_you_mean(str(value), map(str, allowed)))


def missing(value: dict[str, Any] | str) -> Missing:
    """A policy alone may stand as its name: `missing: renormalise`."""
    if isinstance(value, str):
        value = {"policy": value}
    how = called(value.get("policy", "not_rated"))
    if how.name not in POLICIES:
        message = f"There is no policy {how.name}."
        raise Mistake("missing.policy", message, did_you_mean(how.name, POLICIES), ("policy",))
    impute = str((how.positional or ["median"])[0])
    if impute not in IMPUTED_BY:
        message = f"Nothing is imputed by {impute}."
        raise Mistake("missing.impute", message, did_you_mean(impute, IMPUTED_BY), ("policy",))
    when = value.get("when", "any")
    least = value.get("min_share", 0 if how.name == "renormalise" else 1)
    return Missing(
        policy=how.name,
        min_share=constant(least),
        when=None if when in {"any", "all"} else parse(when),
        when_all=when == "all",
        impute=impute,
        neighbours=int(value.get("neighbours", 5)),
        marks=tuple(value.get("marks", ())),
    )


def collapse(value: dict[str, Any]) -> Collapse:
    return Collapse({name: parse(str(text)) for name, text in value["columns"].items()})


_ROUNDING: dict[str, tuple[str, Callable[[Any], bool], str]] = {
    "display": ("digits", lambda v: type(v) is int and -9 <= v <= 12, "a whole number up to 12"),  # noqa: PLR2004 - told in the sentence
    "keep": ("keep", lambda v: v in {"full", "rounded"}, "full or rounded"),
    "mode": ("mode", lambda v: v in MODES, ", ".join(MODES)),
    "significant": ("significant", lambda v: isinstance(v, bool), "true or false"),
}  # fmt: skip


def rounding(value: dict[str, Any]) -> Rounding:
    """Written as a field of the index or among its steps, where no schema looks."""
    found = {}
    for name, given in value.items():
        if name not in _ROUNDING:
            message = f"{name} is not a field of round."
            raise Mistake("field.unknown", message, did_you_mean(name, _ROUNDING), (name,))
        field, fits, allowed = _ROUNDING[name]
        if not fits(given):
            message = f"{name} of round cannot be {given!r}."
            raise Mistake("value.unknown", message, f"Write {allowed}.", (name,))
        found[field] = given
    return Rounding(**found)


def ranking(value: dict[str, Any]) -> Ranking:
    """`on` is one word, or one for each period from which it holds: editions round differently."""
    on = value.get("on", "full")
    how = [
        (since, called(one)) for since, one in (on if isinstance(on, dict) else {"": on}).items()
    ]
    digits = {since: one.positional[0] for since, one in how if one.name == "rounded"}
    if digits and len(digits) < len(how):
        mend = "Write rounded(digits) for every period."
        raise Mistake("rank.on", "Some periods are ranked by rounded values and some not.", mend)
    return Ranking(
        method=value.get("method", "competition"),
        descending=value.get("order", "desc") == "desc",
        digits=figure(digits) if digits else None,
        displayed=how[0][1].name == "displayed",
    )


def bands(value: Any) -> Bands:
    if isinstance(value, dict):
        on = value.get("on", "value")
        bands = tuple(_band(one) for one in value.get("bands", ()))
        return Bands(bands, tuple(value.get("quantiles", ())), "shown" if on == "displayed" else on)
    return Bands(tuple(_band(one) for one in value))


def _band(value: dict[str, Any]) -> Band:
    edges = {"gt": "above", "gte": "at_least", "lt": "below", "lte": "at_most"}
    found = {edges[key]: constant(value[key]) for key in edges if key in value}
    when = parse(value["when"]) if "when" in value else None
    return Band(value["name"], **found, when=when, label=texts(value.get("label")))


def sensitivity(value: dict[str, Any]) -> Sensitivity:
    draws = value.get("weights", {})
    aggs = [aggregate.OTHER_NAMES.get(name, name) for name in value.get("aggs", ())]
    for name in aggs:
        if name not in aggregate.METHODS:
            mend = did_you_mean(name, aggregate.METHODS)
            raise Mistake("agg.unknown", f"There is no aggregation {name}.", mend, ("aggs",))
    for name in value.get("methods", ()):
        step(name)
    return Sensitivity(
        concentration=float(draws.get("dirichlet", 1)),
        draws=int(draws.get("n", 5000)),
        seed=int(draws.get("seed", 1)),
        interval=float(draws.get("interval", 0.9)),
        methods=tuple(value.get("methods", ())),
        aggregations=tuple(aggs),
        drop_one=bool(value.get("drop_one", False)),
    )
