"""A small living state for tests: places, bodies, five procedures, the protagonists, the officials who serve them.

Everything is entered through the doors of the modules that hold it; nothing stands in for our own code. Of the
catalogue only the chapters of the five procedures are loaded: the whole of it takes seconds and is tried elsewhere.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pikepdf
from django.db import connection, transaction
from django.utils import timezone

from ratusha.accounts.public import User, open_cabinet
from ratusha.applications import public as applications
from ratusha.cases.public import Case
from ratusha.config.demonstration.cases import BENEFIT, HOUSEHOLD, KINDERGARTEN, MOVE, TRADE
from ratusha.config.demonstration.officials import appoint_officials
from ratusha.config.demonstration.people import Protagonists, settle_protagonists
from ratusha.kernel.pack import pack
from ratusha.parties.public import Organisation, load_bodies, short_name
from ratusha.procedures.public import edition_in_force, load_pack
from ratusha.territory.public import load_territory

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)  # a Tuesday, noon in Minsk
TODAY = NOW.date()
LATER = NOW + timedelta(hours=1)
NEXT_DAY = NOW + timedelta(days=1)
CODES = (HOUSEHOLD, BENEFIT, MOVE, KINDERGARTEN, TRADE)
STAY, CERTIFICATE, DIPLOMA = "U200/13.2", "U200/5.9", "U200/6.1.1"  # those that cost something
CHAPTERS = (
    "U200/01.yaml",
    "U200/02.yaml",
    "U200/05.yaml",
    "U200/06.yaml",
    "U200/13.yaml",
    "CM156/09.yaml",
)
REASONS = "Вы зарэгістраваны па іншым адрасе."


@dataclass(frozen=True)
class LivingState:
    """Citizens and officials are users by their names in the pack; bodies by the official who acts for them."""

    protagonists: Protagonists
    citizens: Mapping[str, User]
    officials: Mapping[str, User]
    bodies: Mapping[str, Organisation]

    def party(self, name: str) -> UUID:
        organisation = self.protagonists.organisations.get(name)
        return organisation.pk if organisation else self.protagonists.people[name].pk


@contextmanager
def living_state() -> Iterator[LivingState]:
    """Made once and rolled back at the end; the tests inside work in savepoints."""
    with transaction.atomic():
        state = settle()
        connection.check_constraints()  # now, and not again after every test
        yield state
        transaction.set_rollback(True)


def settle() -> LivingState:
    load_territory(pack())
    load_bodies(pack())
    with TemporaryDirectory() as folder:
        load_pack(small_pack(Path(folder)), today=TODAY, now=NOW)
    protagonists = settle_protagonists(now=NOW)
    citizens = {
        name: open_cabinet(
            person.pk, display_name=short_name(person.names, "be"), language="be", now=NOW
        )
        for name, person in protagonists.people.items()
        if name not in {"mikhail", "hanna"}
    }
    accounts, bodies = appoint_officials(protagonists, seed=7, now=NOW)
    officials = {code: account.user for code, account in accounts.items()}
    return LivingState(protagonists, citizens, officials, bodies)


def small_pack(folder: Path) -> Path:
    """The pack with the chapters of the five procedures only."""
    for part in pack().folder.iterdir():
        if part.name != "catalogue":
            (folder / part.name).symlink_to(part)
    for name in ("lists.yaml", *CHAPTERS):
        (folder / "catalogue" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pack().folder / "catalogue" / name, folder / "catalogue" / name)
    return folder


def answers_to(state: LivingState, code: str) -> dict[str, Any]:
    """Lawful answers to every question of one of the five procedures."""
    people = state.protagonists.people
    new_flat = {"code": "5268000000", "settlement": {"be": "г. Мінск", "ru": "г. Минск"},
                "street": {"be": "вул. Плеханава", "ru": "ул. Плеханова"}, "house": "28", "flat": "117"}  # fmt: skip
    return {
        HOUSEHOLD: {"purpose": "school"},
        BENEFIT: {
            "child": str(people["hanna"].pk), "relation": "parent", "employed": True, "payment": "post",
        },
        MOVE: {"address": new_flat, "basis": "owner"},
        KINDERGARTEN: {
            "child": str(people["mikhail"].pk), "wanted_from": "2027-03-01", "group_language": "be",
        },
        TRADE: {
            "object_kind": "pavilion", "object_name": "Марчанка", "trade_area": "24",
            "object_address": state.protagonists.organisations["trader"].address,
            "opens_on": "2026-12-20",
        },
        STAY: {
            "stay_address": new_flat, "stay_until": "2027-06-30", "basis": "tenancy",
            "basis_file": {"id": str(UUID(int=1)), "name": "дагавор.pdf"},
        },
        CERTIFICATE: {
            "record_kind": "marriage", "of_whom": "Кавалёва Алена Віктараўна",
            "recorded_on": "2016-08-20", "record_place": "Мінск",
        },
        DIPLOMA: {
            "education_document": ["diploma"], "institution": "БДУ", "finished_on": "2013-06-30",
            "reason": "lost",
        },
    }[code]  # fmt: skip


def a_page() -> bytes:
    """A file that a person might bring."""
    out = BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(out)
    return out.getvalue()


WORKS_ON = {
    HOUSEHOLD: "clerk", BENEFIT: "benefits", MOVE: "migration", KINDERGARTEN: "education", TRADE: "trade",
    STAY: "migration", CERTIFICATE: "registry", DIPLOMA: "education",
}  # fmt: skip


@dataclass(frozen=True)
class Applying:
    """One person who applies under one procedure, and the official who works on it."""

    state: LivingState
    code: str
    who: str = "alena"
    of: str = ""  # an organisation of the pack, when not for oneself
    language: str = "be"

    @property
    def user(self) -> User:
        return User.objects.get(pk=self.state.citizens[self.who].pk)

    @property
    def official(self) -> User:
        return User.objects.get(pk=self.state.officials[WORKS_ON[self.code]].pk)

    def begun(self, *, now: datetime = NOW) -> applications.Draft:
        return applications.begin(
            edition_in_force(self.code, timezone.localdate(now)),
            user=self.user,
            applicant_id=self.state.party(self.of or self.who),
            language=self.language,
            now=now,
        )

    def filled(self, *, now: datetime = NOW, **other: Any) -> applications.Draft:
        """A draft with every page saved; `other` answers replace the lawful ones."""
        draft = self.begun(now=now)
        answers = {**answers_to(self.state, self.code), **other}
        for page in draft.edition.promise.form:
            mine = {f.code: answers[f.code] for f in page.fields if f.code in answers}
            draft = applications.save_page(
                draft.pk, page.code, mine, by=self.user, language=self.language, now=now
            )
        return draft

    def lodged(self, *, now: datetime = NOW, **other: Any) -> Case:
        return applications.lodge(self.filled(now=now, **other).pk, by=self.user, now=now)

    def accepted(self, *, now: datetime = NOW, **other: Any) -> Case:
        return applications.accept(self.lodged(now=now, **other).pk, by=self.official, now=now)

    def granted(self, *, now: datetime = NOW, **other: Any) -> Case:
        return applications.grant(self.accepted(now=now, **other).pk, by=self.official, now=now)

    def refused(self, *, now: datetime = NOW) -> Case:
        return applications.refuse(
            self.accepted(now=now).pk,
            ground="no_grounds",
            reasons=REASONS,
            by=self.official,
            now=now,
        )
