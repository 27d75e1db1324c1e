"""From the plain values of a file to a specification; every mistake is collected, not only the first."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from ratusha.kernel.marked import Steps

from . import aggregate, expressions, fields
from .expressions import Call, Name, constant, names, parse
from .mistakes import Mistake, did_you_mean
from .notation import called
from .spec import Bands, Input, Missing, Node, Ranking, Rounding, Sensitivity, Spec, Step

T = TypeVar("T")


def build(value: dict[str, Any]) -> tuple[Spec | None, list[Mistake]]:
    builder = _Builder(value)
    spec = builder.spec()
    return (None if builder.mistakes else spec), builder.mistakes


class _Builder:
    def __init__(self, value: dict[str, Any]) -> None:
        self.value = value
        self.mistakes: list[Mistake] = []
        self.inputs: dict[str, Input] = {}

    def spec(self) -> Spec | None:
        value = self.value
        units = value.get("units", {})
        named = units.get("name", "")
        name_columns = named if isinstance(named, dict) else {}
        self._inputs("columns", aggregated=False)
        self._inputs("inputs", aggregated=True)
        collapse = self._one("collapse", fields.collapse)
        for expression in collapse.columns.values() if collapse else ():
            self._declare(names(expression), aggregated=False)
        for name in collapse.columns if collapse else ():
            self.inputs[name] = replace(self.inputs.get(name) or Input(name), column="")
        before, agg, after, rounding = self._steps()
        root = self._root(agg)
        normalise = value.get("normalise", {})
        if isinstance(normalise, str):
            normalise = {"default": normalise}
        if root is None:
            return None
        return Spec(
            code=value["index"],
            version=str(value.get("version", "")),
            title=fields.texts(value.get("title")),
            about={key: value[key] for key in ("author", "date", "source", "note", "sample") if key in value},
            sample=bool(value.get("sample")),
            key=units.get("key", ""),
            name_column=next(iter(name_columns.values()), "") if name_columns else named,
            name_columns=name_columns,
            period_column=units.get("period", ""),
            wide=units.get("wide", ""),
            level=units.get("level", ""),
            inputs=self.inputs,
            root=root,
            parameters=self._each("params", fields.figure),
            where=self._one("where", parse),
            collapse=collapse,
            missing=self._one("missing", fields.missing) or Missing(),
            normalise=self._one_of(normalise, "default", ("normalise", "default"), fields.step),
            overrides={
                name: found
                for name in normalise.get("overrides", {})
                if (found := self._one_of(normalise["overrides"], name, ("normalise", "overrides", name), fields.step))
            },
            before=before,
            after=after,
            rounding=rounding,
            ranking=self._one("rank", fields.ranking) or Ranking(),
            bands=self._one("bands", fields.bands) or Bands(),
            targets=self._each("targets", constant),
            sensitivity=self._one("sensitivity", fields.sensitivity) or Sensitivity(),
        )  # fmt: skip

    def tried(self, work: Callable[[], T], *steps: str | int) -> T | None:
        try:
            return work()
        except Mistake as mistake:
            self.mistakes.append(mistake.at(*steps))
            return None

    def _one_of(
        self, where: dict[str, Any], key: str, steps: Steps, work: Callable[[Any], T]
    ) -> T | None:
        return self.tried(lambda: work(where[key]), *steps) if key in where else None

    def _one(self, key: str, work: Callable[[Any], T]) -> T | None:
        return self._one_of(self.value, key, (key,), work)

    def _each(self, key: str, work: Callable[[Any], T]) -> dict[str, T]:
        found = self.value.get(key, {})
        made = ((name, self._one_of(found, name, (key, name), work)) for name in found)
        return {name: one for name, one in made if one is not None}

    def _inputs(self, key: str, *, aggregated: bool) -> None:
        found = self.value.get(key, {})
        if isinstance(found, list):
            for at, text in enumerate(found):
                self.tried(partial(self._short_input, text, aggregated=aggregated), key, at)
            return
        for name, given in found.items():
            one = {"column": given} if isinstance(given, str) else given or {}
            made = self.tried(partial(fields.an_input, name, one, aggregated=aggregated), key, name)
            if made:
                self._add(made, key, name)

    def _short_input(self, text: str, *, aggregated: bool) -> None:
        short = called(text)
        self._add(fields.an_input(short.name, short.named, aggregated=aggregated))

    def _add(self, made: Input, *steps: str | int) -> None:
        if made.name in self.inputs:
            message = f"{made.name} is written twice."
            self.mistakes.append(Mistake("input.twice", message, "Leave one of them out.", steps))
        self.inputs[made.name] = made

    def _steps(self) -> tuple[tuple[Step, ...], Node | None, tuple[Step, ...], Rounding]:
        """What is done before the aggregation, the aggregation, what is done after it, and the rounding."""
        before: list[Step] = []
        after: list[Step] = []
        agg: Node | None = None
        rounding = self._one("round", fields.rounding) or Rounding()
        for at, one in enumerate(self.value.get("steps", [])):
            name = self.tried(partial(_name_of, one), "steps", at)
            if name == "agg":
                if agg is not None:
                    message = "There are two aggregations among the steps."
                    mend = "Give the parts of the tree their own agg."
                    self.mistakes.append(Mistake("agg.twice", message, mend, ("steps", at)))
                agg = self.tried(partial(fields.aggregation, _inside(one)), "steps", at)
            elif name == "round":
                rounding = (
                    self.tried(partial(fields.rounding, called(one).named), "steps", at) or rounding
                )
            elif name and (made := self.tried(partial(fields.step, one), "steps", at)):
                self._sets(made)
                (before if agg is None else after).append(made)
        if agg is None and "value" in self.value:
            before, after = [], before  # an expression stands at the beginning
        return tuple(before), agg, tuple(after), rounding

    def _sets(self, made: Step) -> None:
        for name in made.expressions if made.name == "set" else ():
            if name not in self.inputs:
                self.inputs[name] = Input(name, aggregated=False)

    def _root(self, agg: Node | None) -> Node | None:
        if "value" in self.value:
            if "tree" in self.value or agg is not None:
                message = "An index is either a value or a tree."
                self.mistakes.append(
                    Mistake("value.and_tree", message, "Leave one out.", ("value",))
                )
            text = str(self.value["value"])
            found = self.tried(lambda: parse(text), "value")
            if found is None:
                return None
            self._declare(names(found), aggregated=False)
            return Node(self.value["index"], expression=found, formula=text)
        if "tree" in self.value:
            nodes = self.value["tree"]
            children = self._nodes(nodes, ("tree",))
        else:
            of = [name for name, one in self.inputs.items() if one.aggregated]
            children = tuple(Node(name) for name in of)
        if not children:
            message = "The index is made of nothing."
            mend = "Name inputs, a tree or a value."
            self.mistakes.append(Mistake("index.empty", message, mend, ("index",)))
            return None
        place = "tree" if "tree" in self.value else "steps"
        return self._joined(self.value["index"], agg or Node("", method="mean"), children, (place,))

    def _declare(self, found: list[str], *, aggregated: bool) -> None:
        for name in found:
            own = name in self.inputs or name in self.value.get("params", {}) or name == "period"
            if not own:
                self.inputs[name] = Input(name, column=name, aggregated=aggregated)

    def _nodes(self, found: Any, steps: Steps) -> tuple[Node, ...]:
        made = []
        if isinstance(found, list):
            for at, one in enumerate(found):
                if isinstance(one, dict) and len(one) == 1:
                    ((name, inside),) = one.items()
                    made.append(self._node(name, inside, (*steps, at, name)))
                else:
                    made.append(self.tried(partial(self._short_node, one), *steps, at))
        else:
            made = [self._node(name, inside, (*steps, name)) for name, inside in found.items()]
        return tuple(node for node in made if node is not None)

    def _short_node(self, text: str) -> Node:
        """`trained_share`, or `it_staff_gap(dir: less, w: 0.2)`."""
        short = called(text)
        given = dict(short.named)
        weight = constant(given.pop("w")) if "w" in given else None
        if short.positional:
            message = f"{text} says values without a name."
            raise Mistake("notation.unreadable", message, "Write name(dir: less).")
        if given or short.name not in self.inputs:
            self.inputs[short.name] = fields.an_input(short.name, given, aggregated=True)
        return Node(short.name, weight=weight)

    def _node(self, name: str, inside: Any, steps: Steps) -> Node | None:
        match inside:
            case None:
                self._declare([name], aggregated=True)
                return Node(name)
            case int() | float():
                self._declare([name], aggregated=True)
                return Node(name, weight=float(inside))
            case str():
                return self.tried(lambda: self._text_node(name, inside), *steps)
            case list():
                return self._joined(
                    name, Node("", method="mean"), self._nodes(inside, steps), steps
                )
            case _:
                return self._full_node(name, inside, steps)

    def _text_node(self, name: str, text: str) -> Node:
        """A weight, an input, or an expression; a mean of inputs opens down to them."""
        found = parse(text)
        read = names(found)
        if not read and not any(isinstance(one, Call) for one in expressions.walk(found)):
            self._declare([name], aggregated=True)
            return Node(name, weight=constant(text))
        self._declare(read, aggregated=True)
        match found:
            case Name(name=only):
                return Node(name, method="mean", children=(Node(only),))
            case Call(function=method, arguments=arguments) if method in aggregate.METHODS and all(
                isinstance(one, Name) for one in arguments
            ):
                children = tuple(Node(one) for one in read)
                return Node(name, method=method, children=children)
            case _:
                return Node(name, expression=found, formula=text)

    def _full_node(self, name: str, inside: dict[str, Any], steps: Steps) -> Node | None:
        weight = self._one_of(inside, "w", (*steps, "w"), constant)
        own = self._one_of(inside, "missing", (*steps, "missing"), fields.missing)
        done = tuple(
            one_done
            for at, one in enumerate(inside.get("steps", []))
            if (one_done := self.tried(partial(fields.step, one), *steps, "steps", at))
        )
        common = {
            "weight": weight,
            "label": fields.texts(inside.get("label")),
            "missing": own,
            "steps": done,
        }
        made: Node | None
        if "expr" in inside:
            made = self.tried(lambda: self._formula(name, str(inside["expr"])), *steps, "expr")
        elif "of" in inside:
            agg = self._one_of(inside, "agg", (*steps, "agg"), fields.aggregation) or Node(
                "", method="mean"
            )
            made = self._joined(name, agg, self._nodes(inside["of"], (*steps, "of")), steps)
        else:
            self._declare([name], aggregated=True)
            made = Node(name)
        return _with(made, **common) if made else None

    def _formula(self, name: str, text: str) -> Node:
        found = parse(text)
        self._declare(names(found), aggregated=False)
        return Node(name, expression=found, formula=text)

    def _joined(
        self, name: str, agg: Node, children: tuple[Node, ...], steps: Steps
    ) -> Node | None:
        """A parent with its children and their weights, which are written with the children or with the agg."""
        given = {child.name: child.weight for child in agg.children}
        unknown = sorted(set(given) - {child.name for child in children})
        for one in unknown:
            mend = did_you_mean(one, [child.name for child in children])
            self.mistakes.append(
                Mistake("weight.unknown", f"{one} is not a part of {name}.", mend, steps)
            )
        if given:
            children = tuple(_with(child, weight=given.get(child.name, 0.0)) for child in children)
        return Node(
            name, method=agg.method, children=children, power=agg.power, weights=agg.weights
        )


def _with(node: Node, **changed: Any) -> Node:
    return replace(node, **changed)


def _name_of(value: Any) -> str:
    return called(value).name


def _inside(value: Any) -> Any:
    return value["agg"] if isinstance(value, dict) else "mean"
