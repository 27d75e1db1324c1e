"""Whether a specification makes sense: names, weights, units, circles. Yields every mistake it finds."""

from collections.abc import Iterator, Sequence

from ratusha.kernel.marked import Steps

from . import units
from .aggregate import WEIGHTED
from .expressions import Expression, names
from .mistakes import Mistake, did_you_mean
from .spec import Input, Node, Spec, Step
from .steps import KINDS, unit_after
from .units import Unit

TOLERANCE = 1e-9


def check(spec: Spec, others: Sequence[Spec]) -> Iterator[Mistake]:
    yield from _check_names(spec)
    yield from _check_sub_indices(spec, others)
    yield from _check_weights(spec.root, ("tree",))
    yield from _check_directions(spec)
    yield from _check_units(spec)


def _known(spec: Spec) -> list[str]:
    return [
        *spec.inputs,
        *spec.parameters,
        "period",
        *(spec.collapse.columns if spec.collapse else ()),
    ]


def _check_names(spec: Spec) -> Iterator[Mistake]:
    """Each name that is read must be written somewhere, and only once."""
    known = _known(spec)
    for name in spec.inputs:
        if name in spec.parameters:
            message = f"{name} is an input and a parameter."
            yield Mistake("name.twice", message, "Rename one of them.", ("params", name))
    for expression, more, steps in _expressions(spec):
        yield from _strangers(names(expression), [*known, *more], steps)
    for node, steps in _nodes(spec.root, ("tree",)):
        if node.is_leaf:
            yield from _strangers([node.name], list(spec.inputs), steps)
    for at, step in enumerate(spec.before):
        yield from _strangers(step.of, list(spec.inputs), ("steps", at))
    for name in spec.overrides:
        yield from _strangers([name], list(spec.inputs), ("normalise", "overrides", name))


def _expressions(spec: Spec) -> Iterator[tuple[Expression, tuple[str, ...], Steps]]:
    """Every expression, the names that only it knows, and where it stands."""
    for name, one in spec.inputs.items():
        if one.expression is not None:
            yield one.expression, (), ("inputs", name)
    for node, steps in _nodes(spec.root, ("tree",)):
        if node.expression is not None:
            yield node.expression, (), steps
    for at, step in enumerate(spec.before):
        for expression in step.expressions.values():
            yield expression, ("x",), ("steps", at)
    for band in spec.bands.bands:
        if band.when is not None:
            yield band.when, ("value",), ("bands",)


def _strangers(read: Sequence[str], known: Sequence[str], steps: Steps) -> Iterator[Mistake]:
    for name in read:
        if name not in known:
            mend = did_you_mean(name, known)
            yield Mistake("name.unknown", f"Nothing is named {name}.", mend, steps)


def _nodes(node: Node, steps: Steps) -> Iterator[tuple[Node, Steps]]:
    """A node and all below it, with the nearest place in the file that is known."""
    yield node, steps
    inside = () if len(steps) == 1 else ("of",)
    for child in node.children:
        yield from _nodes(child, (*steps, *inside, child.name))


def sub_index(spec: Spec, one: Input, others: Sequence[Spec]) -> Spec | None:
    """The index an input is taken from; a version may be left out where there is but one."""
    if one.sub_index is None:
        return None
    code, version = one.sub_index
    found = [s for s in others if s.code == code and (not version or s.version == version)]
    return found[0] if len(found) == 1 and found[0] is not spec else None


def _check_sub_indices(spec: Spec, others: Sequence[Spec]) -> Iterator[Mistake]:
    for name, one in spec.inputs.items():
        if one.sub_index and sub_index(spec, one, others) is None:
            wanted = " ".join(one.sub_index).strip()
            message = f"There is no single index {wanted} beside this one."
            mend = did_you_mean(wanted, [s.full_name for s in others if s is not spec])
            yield Mistake("index.unknown", message, mend, ("inputs", name, "from"))
    if _meets_itself(spec, others, ()):
        mend = "Let one of the indices read its figures from the table."
        yield Mistake("index.circle", "The index is made of itself.", mend, ("inputs",))


def _meets_itself(spec: Spec, others: Sequence[Spec], above: tuple[str, ...]) -> bool:
    if spec.full_name in above:
        return True
    below = (sub_index(spec, one, others) for one in spec.inputs.values())
    return any(_meets_itself(s, others, (*above, spec.full_name)) for s in below if s)


def _check_weights(root: Node, steps: Steps) -> Iterator[Mistake]:
    for node, at in _nodes(root, steps):
        given = [child.weight for child in node.children if child.weight is not None]
        if not given:
            continue
        if len(given) < len(node.children):
            without = ", ".join(c.name for c in node.children if c.weight is None)
            message = f"{node.name}: some parts have a weight and {without} has none."
            yield Mistake("weight.missing", message, "Give every part its weight, or none.", at)
        elif any(weight < 0 for weight in given):
            yield Mistake(
                "weight.negative", f"{node.name}: a weight is below 0.", "Use dir: less.", at
            )
        elif node.method in WEIGHTED and abs(sum(given) - 1) > TOLERANCE:
            message = f"The weights of {node.name} sum to {sum(given):.10g}, not to 1."
            yield Mistake("weight.sum", message, "Mend the weights; 1/3 is a number too.", at)


def _check_directions(spec: Spec) -> Iterator[Mistake]:
    """An input of which less is better must be turned round somewhere."""
    done = {step.name for step in (*spec.before, *spec.overrides.values())}
    if spec.normalise:
        done.add(spec.normalise.name)
    for name, one in spec.inputs.items():
        own = {step.name for step in one.steps} | done
        turned = any(step in KINDS and KINDS[step].directed for step in own)
        if one.direction == "less" and not turned and one.aggregated:
            message = f"Less of {name} is better, but nothing turns it round."
            mend = "Normalise it: minmax, goalpost, zscore, rankscore, distance_to_target."
            yield Mistake("dir.unused", message, mend, ("inputs", name))


def _check_units(spec: Spec) -> Iterator[Mistake]:
    known: dict[str, Unit | None] = {}
    for name, one in spec.inputs.items():
        try:
            known[name] = units.unit(one.unit) if one.unit else None
            if one.expression is not None:
                worked = units.unit_of(one.expression, known)
                units.together([known[name], worked], f"{name} says another unit than it is: it")
                known[name] = known[name] or worked
        except Mistake as mistake:
            yield mistake.at("inputs", name)
            known[name] = None
    for name, one in spec.inputs.items():
        for step in (*one.steps, *_common(spec, name)):
            known[name] = unit_after(step, known.get(name))
    try:
        for step in spec.before:
            for name, expression in step.expressions.items() if step.name == "set" else ():
                known[name] = units.unit_of(expression, known)
        _unit_of_node(spec.root, known)
    except Mistake as mistake:
        yield mistake.at("value" if spec.root.expression is not None else "tree")


def _common(spec: Spec, name: str) -> list[Step]:
    first = spec.overrides.get(name) or spec.normalise
    later = [s for s in spec.before if s.name != "set" and (not s.of or name in s.of)]
    return [*([first] if first else []), *later]


def _unit_of_node(node: Node, known: dict[str, Unit | None]) -> Unit | None:
    if node.is_leaf:
        return known.get(node.name)
    if node.expression is not None:
        found = units.unit_of(node.expression, known)
    else:
        found = units.together([_unit_of_node(c, known) for c in node.children], node.name)
    for step in node.steps:
        found = unit_after(step, found)
    return found
