"""A word lost, doubled or put elsewhere in a good file: the mistake is told, and nothing ever crashes."""

import random
import re

import pytest

from ratusha.steering.index import data, output, reading
from ratusha.steering.index.compute import compute
from ratusha.steering.index.mistakes import Mistaken
from ratusha.steering.index.sensitivity import examine
from ratusha.steering.index.tests.test_published import SPECS

GOOD = [
    *(file.read_text(encoding="utf-8") for file in sorted(SPECS.glob("*.yaml"))),
    """
index: a
columns: {w: {unit: person}, q: {level: {yes: 1, no: 0}}}
params: {top: {1990: 10, 2010: 20}}
collapse: {columns: {poor: "mean_of(if(w > 1, 1, 0), w)", worst: percentile_of(w, 10)}}
inputs: {x: {expr: 1 - poor}, y: {expr: "minmax(worst)", dir: less}}
normalise: {default: minmax(clip: true), overrides: {y: winsor(0.1)}}
steps: [{set: {z: x + y}}, {agg: geometric(weights: {x: 1/3, both: 2/3})}, {round: {display: 2}}]
tree: {x: , both: {of: [y(dir: less), z], agg: {power: {power: 2}}, missing: {policy: renormalise}}}
missing: {policy: impute(knn), neighbours: 2, min_share: 2/3}
rank: {on: {1990: rounded(3)}, method: dense}
bands: {quantiles: [a, b], on: value}
sensitivity: {weights: {n: 20}, methods: [zscore], aggs: [mean], drop_one: true}
""",
]
TOKEN = re.compile(r"[\w.]+|[{}\[\](),:\"-]")
WORDS = sorted({word for text in GOOD for word in TOKEN.findall(text)})
STRANGE = [
    "null",
    "-1",
    "1e309",
    "[]",
    "{}",
    '"x"',
    "0",
    "true",
    "1/0",
    "&a [*a]",
    "!!python/name:os.system",
]


def changed(text, rng):
    for _ in range(rng.randint(1, 3)):
        start, end = rng.choice([match.span() for match in TOKEN.finditer(text)])
        put = rng.choice([rng.choice(WORDS), "", rng.choice(STRANGE)])
        text = text[:start] + put + text[end:]
    return text


def table_for(spec, rng):
    inputs = [one.column for one in spec.inputs.values() if one.column]
    if spec.wide:
        inputs = [spec.wide.replace("{input}", one).replace("{period}", "2020") for one in inputs]
    named = {spec.key or "unit": "U{}", spec.period_column: "2020", spec.name_column: "N{}"}
    head = [name for name in dict.fromkeys([*named, *inputs]) if name and "," not in name]
    rows = [
        [named.get(name, rng.choice(["0", "1", "5", "", "100", "-3", "0.5"])).format(n) for name in head]
        for n in range(5)
    ]  # fmt: skip
    return "\n".join(",".join(row) for row in [head, *rows])


def mistakes_of(text, rng):
    """All that is told of a file and of a table made for it; whatever else is raised is a bug."""
    try:
        specs = reading.read(text)
        for spec in specs:
            table = data.read(table_for(spec, rng))
            output.as_csv(output.lines(compute(spec, table, specs)))
            examine(spec, table, specs, draws=20)
    except Mistaken as mistaken:
        return mistaken.findings
    return []


@pytest.mark.parametrize("seed", range(120))
def test_no_change_of_a_good_file_makes_it_crash(seed):
    rng = random.Random(seed)  # noqa: S311 - a test
    told = mistakes_of(changed(rng.choice(GOOD), rng), rng)
    assert all(one.message and one.mend for one in told)


def test_the_good_files_are_good():
    assert [reading.read(text)[0].code for text in GOOD]
