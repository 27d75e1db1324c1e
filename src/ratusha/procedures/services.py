"""The only code that writes procedures: bringing the country pack in."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import Pack

from .catalogue import ListFile, Placed, definition_of, placed_rows, read_chapters, read_lists
from .corrections import edition_for, make_place
from .definition import Definition, GeneralRules
from .held import Registers
from .models import Chapter, Edition, Loading, Procedure, ProcedureList
from .search.index import reindex

APPLIED_FOR_FROM = "e3"
ROW_FIELDS = [
    "chapter",
    "heading",
    "printed",
    "is_heading",
    "name",
    "excluded_since",
    "note",
    "position",
]


@dataclass(frozen=True)
class Wanted:
    """One edition that the pack asks for. Without a first day of its own it begins when its words change."""

    definition: Definition
    digest: str
    dated: bool


@transaction.atomic
def load_pack(
    folder: Path,
    *,
    today: date,
    now: datetime,
    for_trial: bool = False,
    held_back: frozenset[str] = frozenset(),
) -> dict[str, int]:
    """Bring the pack's lists and definitions in. An unchanged pack changes nothing; returns what was done.

    `for_trial`: words that changed without a new first day are taken as a correction (see `corrections`).
    Editions whose digest is held back stay out, and what was in force before them stays in force.
    """
    digest = digest_of_files(folder, held_back)
    last = Loading.objects.first()
    if last and last.digest == digest:
        reindex(Pack(folder))
        return {"unchanged": last.counts["rows"]}
    counts: Counter[str] = Counter()
    try:
        lists = read_lists(folder)
        wanted = {
            code: [want for want in editions if want.digest not in held_back]
            for code, editions in wanted_editions(folder).items()
        }
        chapters_of = {listed.code: read_chapters(folder, listed.code) for listed in lists}
    except (msgspec.ValidationError, YAMLError, ValueError, OSError) as error:
        message = _(
            "The pack cannot be loaded: %(reason)s. Ask `pack check` for the file and the line."
        )
        raise RuleBroken("procedures.pack_wrong", message % {"reason": error}) from error
    _load_lists(lists)
    for listed in lists:
        chapters = chapters_of[listed.code]
        numbers = _load_chapters(listed, {c.chapter: c.name for c in chapters})
        placed = list(placed_rows(chapters))
        _load_rows(listed, placed, numbers)
        counts += _load_editions(listed, placed, wanted, today, for_trial=for_trial)
        counts["rows"] += len(placed) + len(chapters)
    Loading.objects.create(digest=digest, loaded_at=now, counts=dict(counts))
    record("pack.load", "pack", digest, by=None, rows=counts["rows"], editions=counts["editions"])
    reindex(Pack(folder))
    return dict(counts)


def digest_of_files(folder: Path, held_back: frozenset[str] = frozenset()) -> str:
    """One digest over the catalogue and the definition files of a pack, names included, and over what stays out."""
    whole = hashlib.sha256("".join(sorted(held_back)).encode())
    for part in ("catalogue", "procedures"):
        for file in sorted((folder / part).rglob("*.yaml")):
            whole.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def digest_of(definition: Definition) -> str:
    """The words of a definition without its dates: what must change before an edition changes."""
    timeless = msgspec.structs.replace(definition, valid_from=date.min, valid_until=None)
    return hashlib.sha256(msgspec.json.encode(timeless, order="deterministic")).hexdigest()


def wanted_editions(folder: Path) -> dict[str, list[Wanted]]:
    """The definition files by code, oldest first."""
    found: dict[str, list[Wanted]] = {}
    general = read_general(folder)
    for file in sorted((folder / "procedures").glob("*/*.yaml")):
        definition = _read_definition(file, general)
        wanted = Wanted(definition, digest_of(definition), dated=True)
        found.setdefault(definition.code, []).append(wanted)
    for editions in found.values():
        editions.sort(key=lambda w: w.definition.valid_from)
    return found


def read_general(folder: Path) -> GeneralRules:
    file = folder / "procedures" / "general.yaml"
    if not file.exists():
        return GeneralRules(refuse_to_accept=[], refuse=[])
    return msgspec.convert(YAML(typ="safe").load(file), GeneralRules)


def read_registers(folder: Path) -> Registers:
    """What the connected registers hold, by the pack; nothing where it does not say."""
    file = folder / "procedures" / "registers.yaml"
    if not file.exists():
        return Registers(services={})
    return msgspec.convert(YAML(typ="safe").load(file), Registers)


def with_general_grounds(own: Definition, general: GeneralRules) -> Definition:
    """A procedure that can be applied for has the grounds of the general law before its own."""
    if own.level < APPLIED_FOR_FROM:
        return own
    fee = own.fee
    if fee and fee.charged:
        fee = msgspec.structs.replace(fee, refunds=[*general.refunds, *fee.refunds])
    return msgspec.structs.replace(
        own,
        fee=fee,
        refuse_to_accept=[*general.refuse_to_accept, *own.refuse_to_accept],
        refuse=[*general.refuse, *own.refuse],
    )


def _load_lists(lists: Iterable[ListFile]) -> None:
    ProcedureList.objects.bulk_create(
        [
            ProcedureList(
                code=listed.code,
                audience=listed.audience,
                title=listed.title,
                act=msgspec.to_builtins(listed.act),
                position=position,
            )
            for position, listed in enumerate(lists)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["audience", "title", "act", "position"],
    )


def _load_chapters(listed: ListFile, names: dict[int, dict[str, str]]) -> dict[int, int]:
    Chapter.objects.bulk_create(
        [Chapter(list_id=listed.code, number=number, name=name) for number, name in names.items()],
        update_conflicts=True,
        unique_fields=["list", "number"],
        update_fields=["name"],
    )
    return dict(Chapter.objects.filter(list_id=listed.code).values_list("number", "pk"))


def _load_rows(listed: ListFile, placed: list[Placed], chapters: dict[int, int]) -> None:
    rows = [
        Procedure(
            code=p.code,
            list_id=listed.code,
            chapter_id=chapters[p.chapter],
            heading_id=p.heading,
            number=p.row.number,
            printed=p.row.printed or p.row.number.split("~")[0],
            is_heading=p.row.heading,
            name=p.name,
            excluded_since=p.row.excluded_since,
            note=p.row.note,
            position=p.position,
        )
        for p in placed
    ]
    Procedure.objects.bulk_create(
        rows,
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=ROW_FIELDS,
    )


def _load_editions(
    listed: ListFile,
    placed: list[Placed],
    files: dict[str, list[Wanted]],
    today: date,
    *,
    for_trial: bool,
) -> Counter[str]:
    held: dict[str, list[Edition]] = {}
    for edition in Edition.objects.select_for_update(of=("self",)).filter(
        procedure__list=listed.code
    ):
        held.setdefault(edition.procedure_id, []).append(edition)
    counts: Counter[str] = Counter()
    new: list[Edition] = []
    closed: list[Edition] = []
    for p in placed:
        known = held.get(p.code, [])
        if p.row.heading or _stays(known, files.get(p.code)):
            continue
        wanted = _wanted_after(known, files.get(p.code, [])) or [
            _from_row(p, listed, today if known else listed.act.in_force_since)
        ]
        for at, want in enumerate(wanted):
            if for_trial and (wrong := _stands_for(want, wanted[at + 1 :], known)):
                right = (
                    None if wrong.digest == want.digest else _corrected(wrong, want, known, today)
                )
                counts["editions" if right else "unchanged"] += 1
                if right:
                    known = [*(e for e in known if e.pk), right]
                    new.append(right)
                continue
            before = known[-1] if known else None
            same = next((e for e in known if _is_same(e, want)), None)
            if same is not None:
                counts["unchanged"] += 1
                continue
            edition = next_edition(before, want)
            if before is not None and (
                before.valid_until is None or before.valid_until > edition.valid_from
            ):
                before.valid_until = edition.valid_from
                if before not in new:
                    closed.append(before)
            known = [*known, edition]
            new.append(edition)
            counts["editions"] += 1
    Edition.objects.bulk_update(closed, ["valid_until"], batch_size=500)
    Edition.objects.bulk_create(new, batch_size=1000)
    return counts


def _stays(known: list[Edition], files: list[Wanted] | None) -> bool:
    """What is in force stays: its new files are held back, or an act of lawyers came after the last of them."""
    if known and files == []:
        return True
    return any(edition.by_act for edition in known) and not _wanted_after(known, files or [])


def _wanted_after(known: list[Edition], files: list[Wanted]) -> list[Wanted]:
    """The files that begin after the last act of lawyers; all of them where there was no act."""
    acts = [edition.valid_from for edition in known if edition.by_act]
    return [want for want in files if not acts or want.definition.valid_from > max(acts)]


def _from_row(placed: Placed, listed: ListFile, since: date) -> Wanted:
    definition = definition_of(placed, listed, since)
    return Wanted(definition, digest_of(definition), dated=False)


def _stands_for(want: Wanted, later: list[Wanted], known: list[Edition]) -> Edition | None:
    since = want.definition.valid_from if want.dated else date.min
    return edition_for(known, since, later[0].definition.valid_from if later else None)


def _corrected(wrong: Edition, want: Wanted, known: list[Edition], today: date) -> Edition | None:
    place = make_place(wrong, known, today)
    if place is None:
        return None
    own_days = {"valid_from": place.valid_from, "valid_until": place.valid_until}
    kept = msgspec.structs.replace(want.definition, **own_days)
    return edition_of(kept, number=place.number, digest=want.digest)


def _is_same(held: Edition, want: Wanted) -> bool:
    if held.digest != want.digest:
        return False
    return not want.dated or held.valid_from == want.definition.valid_from


def next_edition(before: Edition | None, want: Wanted) -> Edition:
    """A change is a new edition with a later first day: what has been in force is never edited."""
    definition = want.definition
    if before is not None and definition.valid_from <= before.valid_from:
        message = _(
            "%(code)s: the words have changed, but an edition begins on this day already. Give a later day."
        )
        raise RuleBroken("procedures.edition_in_force", message % {"code": definition.code})
    return edition_of(definition, number=before.number + 1 if before else 1, digest=want.digest)


def edition_of(definition: Definition, *, number: int = 1, digest: str = "") -> Edition:
    """An edition as it is kept; nothing is written here."""
    return Edition(
        procedure_id=definition.code,
        number=number,
        valid_from=definition.valid_from,
        valid_until=definition.valid_until,
        title=definition.title,
        definition=msgspec.to_builtins(definition),
        digest=digest or digest_of(definition),
        electronic_level=definition.level,
        decision_electronic=definition.decision_electronic,
        access_mode=definition.access_mode,
        applicants=list(definition.applicants),
        sample=definition.sample,
    )


def read_definition(file: Path, folder: Path) -> Definition:
    """One definition file as it would be published with this pack: with the grounds of the general law."""
    return _read_definition(file, read_general(folder))


def read_definition_text(text: str, folder: Path) -> Definition:
    """As `read_definition`, from pasted words; RuleBroken says what cannot be read."""
    try:
        own = msgspec.convert(YAML(typ="safe").load(text), Definition)
    except (msgspec.ValidationError, YAMLError, ValueError, RecursionError) as error:
        message = _("This is not a definition: %(reason)s") % {"reason": str(error)[:300]}
        raise RuleBroken("procedures.definition_wrong", message, field="text") from error
    return with_general_grounds(own, read_general(folder))


def _read_definition(file: Path, general: GeneralRules) -> Definition:
    own = msgspec.convert(YAML(typ="safe").load(file), Definition)
    return with_general_grounds(own, general)


def read_definitions(folder: Path) -> list[Definition]:
    """Every definition file of a pack, the editions of one procedure oldest first."""
    return [want.definition for wanted in wanted_editions(folder).values() for want in wanted]
