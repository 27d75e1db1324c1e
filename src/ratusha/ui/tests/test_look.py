"""The look keeps its promises: enough contrast, no unknown class, everything drawn from tokens."""

import re
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parent.parent
CSS = (UI / "static/ui/look.css").read_text()
STYLES = [
    CSS,
    *(p.read_text() for p in UI.parent.glob("*/static/**/*.css") if p.name != "look.css"),
]
TEMPLATES = sorted(UI.parent.glob("*/jinja2/**/*.html"))
TEXT, LARGE_OR_LINE = 4.5, 3.0


def tokens(selector):
    block = re.search(re.escape(selector) + r"\{(.*?)\}", CSS, re.DOTALL).group(1)
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    ("ink", "linen", TEXT),
    ("ink", "paper", TEXT),
    ("ink-2", "linen", TEXT),
    ("ink-2", "paper", TEXT),
    ("ink-2", "leaf-wash", TEXT),
    ("cornflower", "linen", TEXT),
    ("cornflower", "paper", TEXT),
    ("cornflower-dark", "cornflower-wash", TEXT),
    ("on-accent", "cornflower", TEXT),
    ("on-accent", "cornflower-dark", TEXT),
    ("on-accent", "brick", TEXT),
    ("leaf", "leaf-wash", TEXT),
    ("rye", "rye-wash", TEXT),
    ("rye", "linen", TEXT),
    ("brick", "brick-wash", TEXT),
    ("brick", "linen", TEXT),
    ("on-focus", "focus", TEXT),
    ("on-focus", "linen", LARGE_OR_LINE),
    ("line-strong", "linen", LARGE_OR_LINE),
    ("line-strong", "paper", LARGE_OR_LINE),
]


@pytest.mark.parametrize("look", ["calm", "contrast"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_can_be_told_apart(look, front, back, least):
    colours = tokens(":root")
    if look == "contrast":
        colours |= tokens("html.contrast")
    assert contrast(colours[front], colours[back]) >= least


def test_components_take_colours_from_the_tokens_only():
    after_tokens = CSS.partition("/* ---- ground ---- */")[2].partition("/* ---- paper ---- */")[0]
    assert re.findall(r"#[0-9a-f]{3,8}\b", after_tokens) == []


NOT_LOOKS = {"term", "small"}  # marks for scripts, tests and readers of the source


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_class_in_a_template_has_a_look(template):
    known = {name for style in STYLES for name in re.findall(r"\.([a-zA-Z][\w-]*)", style)}
    used = set()
    for value in re.findall(r'class="([^"]*)"', template.read_text()):
        used |= set(re.sub(r"[\w-]*\{[{%].*?[%}]\}[\w-]*", " ", value).split())
    assert used - known - NOT_LOOKS == set()
