"""A small state for tests of consultations: a body that asks, trustees, and people of a town."""

import subprocess
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

import pytest
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.consultations import permissions as may
from ratusha.consultations.models import Poll, Trustee
from ratusha.consultations.polls import count, prepare, tool, vote
from ratusha.parties.models import Organisation, Person
from ratusha.parties.tests.factories import PersonFactory
from ratusha.territory.models import Unit

needs_tool = pytest.mark.skipif(not tool.is_installed(), reason="belenios-tool is not installed")
QUESTION = {"question": "Што будуем у двары?", "answers": ["Пляцоўку", "Сквер"], "max": 1}


def belenios(folder, *words, text=None):
    done = subprocess.run(  # noqa: S603
        [f"/usr/bin/{tool.TOOL}", *words], cwd=folder, input=text, capture_output=True, text=True,
        env={"BELENIOS_USE_URANDOM": "1", "PATH": tool.PLACES}, check=True,
    )  # fmt: skip
    return done.stdout


@dataclass
class Town:
    folder: object
    private_keys: dict[int, str] = field(default_factory=dict)

    @cached_property
    def unit(self) -> Unit:
        return Unit.objects.create(
            code="5000000000",
            level="capital",
            name={"be": "Мінск"},
            lineage=["5000000000"],
            folded="|мінск|",
        )

    @cached_property
    def council(self) -> Organisation:
        return Organisation.objects.create(
            kind="executive_committee", is_body=True, name={"be": "Выканкам"}, code="committee"
        )

    @cached_property
    def union(self) -> Organisation:
        return Organisation.objects.create(
            kind="public", is_body=True, name={"be": "Грамадскае аб’яднанне"}, code="union"
        )

    @cached_property
    def organiser(self) -> User:
        return official(
            may.PREPARE, may.ANSWER, body_id=self.council.pk, display_name="Арганізатар"
        )

    @cached_property
    def moderator(self) -> User:
        return official(may.MODERATE, body_id=self.council.pk, display_name="Мадэратар")

    @cached_property
    def keepers(self) -> list[tuple[User, object]]:
        return [
            (official(may.TRUSTEE, body_id=self.council.pk, display_name="Першы"), self.council.pk),
            (official(may.TRUSTEE, body_id=self.union.pk, display_name="Другая"), self.union.pk),
        ]

    def resident(self, *, age: int = 30, here: bool = True) -> User:
        born = timezone.localdate() - timedelta(days=366 * age)
        address = {
            "code": self.unit.code if here else "1000000000",
            "settlement": "г. Мінск",
            "house": "1",
        }
        person: Person = PersonFactory(birth_date=born, address=address)
        return UserFactory(party_id=person.pk, display_name=f"Жыхар {person.pk}")

    def asked(self, **changed) -> prepare.Asked:
        return prepare.Asked(
            **{
                "language": "be", "title": "Двор", "about": "Як зрабіць двор лепшым.",
                "questions": [dict(QUESTION)], "unit": self.unit.code, "age": 16,
                "closes_at": timezone.now() + timedelta(days=10), **changed,
            }
        )  # fmt: skip

    def prepared(self, **changed) -> Poll:
        return prepare.prepare_poll(
            self.asked(**changed), trustees=self.keepers, body_id=self.council.pk, by=self.organiser,
            now=timezone.now(),
        )  # fmt: skip

    def bring_keys(self, poll: Poll) -> None:
        for trustee in poll.trustees.all():
            before = set(self.folder.glob("*.privkey"))
            belenios(self.folder, "setup", "generate-trustee-key", "--group", tool.GROUP)
            (private,) = set(self.folder.glob("*.privkey")) - before
            self.private_keys[trustee.number] = private.name
            prepare.bring_key(
                trustee.pk, private.with_suffix(".pubkey").read_text(), by=trustee.user
            )

    def opened(self, **changed) -> Poll:
        poll = self.prepared(**changed)
        self.bring_keys(poll)
        return prepare.open_poll(poll.pk, by=self.organiser, now=timezone.now())

    def vote(self, poll: Poll, *chosen: int, by: User | None = None) -> str:
        return vote.cast_for(poll, [list(chosen)], by=by or self.resident(), now=timezone.now())

    def ended(self, poll: Poll) -> Poll:
        """The last day has passed."""
        Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())
        count.close_due(timezone.now())
        poll.refresh_from_db()
        return poll

    def share(self, poll: Poll, trustee: Trustee) -> str:
        """Made by the trustee, on a computer of their own."""
        (self.folder / f"{poll.code}.bel").write_bytes(bytes(poll.archive))
        return belenios(
            self.folder, "election", "decrypt", "--privkey", self.private_keys[trustee.number],
            "--trustee-id", str(trustee.number),
        )  # fmt: skip

    def counted(self, *votes: int) -> Poll:
        poll = self.opened()
        for one in votes:
            self.vote(poll, one)
        poll = self.ended(poll)
        for trustee in poll.trustees.all():
            count.bring_share(
                trustee.pk, self.share(poll, trustee), by=trustee.user, now=timezone.now()
            )
        poll.refresh_from_db()
        return poll

    def verify(self, archive: bytes, code: str) -> bool:
        folder = self.folder / "check"
        folder.mkdir(exist_ok=True)
        (folder / f"{code}.bel").write_bytes(archive)
        try:
            belenios(folder, "election", "verify")
        except subprocess.CalledProcessError:
            return False
        return True


@pytest.fixture
def town(db, tmp_path) -> Town:  # noqa: ARG001
    return Town(tmp_path)
