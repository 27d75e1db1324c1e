"""The catalogues of words: taken from the source, checked, compiled. English sentences are the ids."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ratusha.kernel.pack import pack

SOURCE = Path(__file__).resolve().parent.parent
LANGUAGES = [code for code in pack().about["languages"] if code != "en"]
METHODS = [
    ("**/tests/**", "ignore"),
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("jinja2/**.html", "jinja2"),
    ("jinja2/**.txt", "jinja2"),
]
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
}  # fmt: skip
JINJA = {
    f"jinja2/**.{kind}": {"extensions": "jinja2.ext.do", "silent": "false", "trimmed": "true"}
    for kind in ("html", "txt")
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
FOREIGN = {"be": re.compile("[ищъИЩЪ]"), "ru": re.compile("[ўіЎІ]")}
STRAIGHT_APOSTROPHE = re.compile(r"(?<=[а-яёіў])'(?=[а-яёіў])", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    file: Path
    message: str
    mistake: str


def catalogues() -> list[Path]:
    return sorted(SOURCE.glob("*/locale/*/LC_MESSAGES/django.po"))


def read(po: Path) -> Catalog:
    return read_po(io.BytesIO(po.read_bytes()), locale=po.parent.parent.name, domain="django")


def compile_all() -> None:
    for po in catalogues():
        _compile(po)


def compile_stale() -> int:
    """Compile what is newer than its compiled form; returns how many there were."""
    stale = [po for po in catalogues() if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> None:
    unfinished = po.with_suffix(".mo.unfinished")
    with unfinished.open("wb") as file:
        write_mo(file, read(po))
    unfinished.replace(po.with_suffix(".mo"))


def modules() -> list[Path]:
    return sorted(f.parent for f in SOURCE.glob("*/__init__.py"))


def extract(module: Path) -> Catalog:
    """Every sentence of one module, without line numbers, so that a catalogue changes only when words do."""
    found = Catalog(domain="django", charset="utf-8")
    words = extract_from_dir(module, METHODS, JINJA, KEYWORDS, comment_tags=("Translators:",))
    for filename, _line, text, comments, context in words:
        found.add(text, None, [(filename, 0)], auto_comments=comments, context=context)
    return found


def update() -> list[Path]:
    """Bring every catalogue in line with the source; returns those that changed."""
    changed = []
    for module in modules():
        words = extract(module)
        if not len(words):
            continue
        for language in LANGUAGES:
            po = module / "locale" / language / "LC_MESSAGES" / "django.po"
            catalogue = read(po) if po.exists() else Catalog(locale=language, domain="django")
            catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
            catalogue.obsolete.clear()
            if _write(po, catalogue):
                changed.append(po)
    return changed


def _write(po: Path, catalogue: Catalog) -> bool:
    before = po.read_bytes() if po.exists() else b""
    catalogue.header_comment = ""
    catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Ratusha", "0", ""
    catalogue.fuzzy = False
    out = io.BytesIO()
    write_po(out, catalogue, sort_output=True, include_lineno=False, width=100)
    dates = re.compile(
        rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): .*\n'
    )
    after = dates.sub(b"", out.getvalue())
    if after == before:
        return False
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(after)
    return True


def check() -> list[Finding]:
    """What is missing, left over or wrong in the catalogues."""
    return [finding for module in modules() for finding in _check_module(module)]


def _check_module(module: Path) -> Iterator[Finding]:
    words = {(m.context, m.id): m for m in extract(module) if m.id}
    for language in LANGUAGES:
        po = module / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = {(m.context, m.id): m for m in read(po) if m.id} if po.exists() else {}
        for key in words.keys() - catalogue.keys():
            yield Finding(
                po, str(key[1]), "is missing: run `ratusha messages update`, then translate it"
            )
        for key in catalogue.keys() - words.keys():
            yield Finding(
                po, str(key[1]), "is no longer in the source: run `ratusha messages update`"
            )
        for key in catalogue.keys() & words.keys():
            for mistake in mistakes(catalogue[key], language):
                yield Finding(po, str(key[1]), mistake)


def mistakes(message: Message, language: str) -> Iterator[str]:
    ids = [message.id] if isinstance(message.id, str) else list(message.id or ("",))
    texts = [message.string] if isinstance(message.string, str) else list(message.string or ("",))
    if message.fuzzy:
        yield "is marked fuzzy: read it and remove the mark"
    if not all(texts):
        yield "is not translated"
        return
    wanted = set(PLACEHOLDER.findall(ids[-1]))
    for text in texts:
        if set(PLACEHOLDER.findall(text)) - wanted or (
            len(texts) == 1 and set(PLACEHOLDER.findall(text)) != wanted
        ):
            yield f"has other placeholders than the English: {text}"
        if language in FOREIGN and FOREIGN[language].search(text):
            yield f"has a letter that the language does not have: {text}"
        if STRAIGHT_APOSTROPHE.search(text):
            yield f"has a straight apostrophe inside a word, not ’: {text}"
