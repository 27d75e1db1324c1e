"""A poll, its trustees, its ballot box. No time, order or name in a row leads from a person to a ballot."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.consultations.electorate import Electorate
from ratusha.consultations.polls.rules import CODE_LENGTH, PollStatus


class Poll(models.Model):
    """`code` is also the number of the election in its archive. The words are in the language of the poll."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    body_id = models.UUIDField()
    language = models.CharField(max_length=2)
    title = models.TextField()
    about = models.TextField()
    questions = models.JSONField()
    unit_code = models.CharField(max_length=10, blank=True)
    age = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=PollStatus, default=PollStatus.PREPARED)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    election = models.TextField(blank=True, help_text="the election as it is hashed, byte for byte")
    trustee_keys = models.TextField(blank=True, help_text="the public keys, byte for byte")
    paper_key = models.TextField(
        blank=True, help_text="the public key that voting papers are signed with"
    )
    paper_key_sealed = models.BinaryField(null=True, blank=True)
    papers_given = models.PositiveIntegerField(null=True, blank=True)
    ballots_cast = models.PositiveIntegerField(null=True, blank=True)
    receipts = models.JSONField(
        default=list, help_text="sorted: as listed in public while people vote, then of the archive"
    )
    tally = models.TextField(blank=True, help_text="the encrypted sum that the trustees open")
    archive = models.BinaryField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="poll_has_a_question", condition=~Q(questions=[])
            ),
            models.CheckConstraint(
                name="poll_closes_after_it_is_prepared", condition=Q(closes_at__gt=F("prepared_at"))
            ),
            models.CheckConstraint(
                name="poll_signs_papers_only_while_open",
                condition=Q(status=PollStatus.OPEN, paper_key_sealed__isnull=False)
                | (~Q(status=PollStatus.OPEN) & Q(paper_key_sealed=None)),
            ),
            models.CheckConstraint(
                name="poll_counts_what_its_box_held",
                condition=Q(closed_at=None, papers_given=None, ballots_cast=None)
                | Q(closed_at__isnull=False, ballots_cast__lte=F("papers_given")),
            ),
            models.CheckConstraint(
                name="poll_result_only_when_counted",
                condition=Q(status=PollStatus.COUNTED, result__isnull=False)
                | (~Q(status=PollStatus.COUNTED) & Q(result__isnull=True)),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code

    @property
    def electorate(self) -> Electorate:
        return Electorate(self.unit_code, self.age)

    @property
    def said(self) -> dict[str, str]:
        """The title with its language."""
        return {self.language: self.title}


class Trustee(models.Model):
    """Keeps a part of the key. The private part never comes here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="trustees")
    number = models.PositiveSmallIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    body_id = models.UUIDField()
    public_key = models.TextField(blank=True)
    share = models.TextField(blank=True, help_text="the partial decryption with its proof")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("poll", "number", name="trustee_has_a_number_of_their_own"),
            models.UniqueConstraint("poll", "user", name="trustee_keeps_one_part_of_a_key"),
            models.CheckConstraint(
                name="trustee_without_a_key_decrypts_nothing", condition=Q(share="") | ~Q(public_key="")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.poll_id} {self.number}"


class VotingPaper(models.Model):
    """That somebody took a voting paper: a fingerprint of poll and person, gone when the poll closes.

    `asked` is a digest of the blinded number that was signed, so that the same request gets the same answer.
    """

    holder = models.CharField(max_length=64, primary_key=True)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="papers")
    asked = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.holder[:8]


class Ballot(models.Model):
    """An encrypted ballot in the box: no person, no time, no number. A trigger lets it in while the poll is open."""

    receipt = models.CharField(max_length=43, primary_key=True)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="ballots")
    credential = models.CharField(max_length=64, help_text="digest of the key that signed it")
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint("poll", "credential", name="a_voting_paper_votes_once"),
        ]

    def __str__(self) -> str:
        return self.receipt
