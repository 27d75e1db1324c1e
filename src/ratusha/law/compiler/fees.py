"""The fee of a compiled row as a rule: one tariff, or several with the question by which each is known."""

import re
from typing import Any

from ratusha.procedures.public import FeeRule, Source, Tariff

from .compiled import CompiledRow
from .forms import Asked, said
from .lexicon import pattern_of, settings
from .spelling import compiled, folded

_NOTES = ("for", "by", "per", "object", "condition", "urgent", "otherwise", "explanation", "except")


def fee_rule(row: CompiledRow, source: Source, asked: Asked) -> FeeRule | None:
    """None where the row tells none. Tariffs in other money, or told by nobody's words, stay `several`."""
    fee = row.fee
    if fee is None or not fee.parsed:
        return None
    if fee.kind in {"free", "base_value", "paid_service"}:
        return FeeRule(kind=fee.kind, multiple=fee.multiple, source=source)  # type: ignore[arg-type]
    if fee.kind != "several":
        return None
    tariffs = _tariffs(fee.tariffs, asked)
    if tariffs is None:
        return FeeRule(kind="several", source=source)
    return FeeRule(kind="tariffs", tariffs=tariffs, source=source)


def _tariffs(told: list[dict[str, Any]], asked: Asked) -> list[Tariff] | None:
    """The last one told without a question takes the rest; it is one that the words call "other", if there is one."""
    if any(tariff["kind"] not in {"free", "base_value"} for tariff in told):
        return None
    words = [_words(tariff) for tariff in told]
    silent = [i for i, said_of_it in enumerate(words) if not said_of_it]
    if len(silent) > 1:
        return None
    rest = silent[0] if silent else _rest(words)
    order = [i for i in range(len(told)) if i != rest] + [rest]
    label = settings("form")["tariff"]
    return [
        Tariff(
            code=f"tariff_{place}",
            label=said(label["words"], words[i]) if words[i] else label["usual"],
            multiple="0" if told[i]["kind"] == "free" else told[i]["multiple"],
            when=_when(words[i], asked) if i != rest else "",
        )
        for place, i in enumerate(order, 1)
    ]


def _words(tariff: dict[str, Any]) -> str:
    return re.sub(r"^\(|\)$", "", "; ".join(tariff[note] for note in _NOTES if note in tariff))


def _rest(words: list[str]) -> int:
    others = pattern_of("fee", "the_rest")
    found = [i for i, said_of_it in enumerate(words) if others.search(folded(said_of_it))]
    return found[-1] if found else len(words) - 1


def _when(words: str, asked: Asked) -> str:
    """A foreigner is known without a question."""
    if compiled(settings("name")["applicants"]["foreigner"]).search(folded(words)):
        return "applicant.kind == 'foreigner'"
    return f"answers.{asked.code_of(words)} == true"
