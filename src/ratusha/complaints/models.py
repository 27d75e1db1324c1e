from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .rules import CONSIDERED, Standing, Status, Subject

RULED = [(Status(s).value, Status(s).label) for s in (*CONSIDERED, Status.NOT_CONSIDERED)]
RETENTION = {
    "Complaint": ("case", "with its case"),
    "Explanation": ("case", "with its case"),
    "Obligation": ("case", "with its case"),
    "Ruling": ("case", "with its case; the document is kept by documents"),
}


class Complaint(models.Model):
    """What only a complaint has. `number` is what the complainant gave; the link of the case says what was found."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    standing = models.CharField(max_length=20, choices=Standing)
    subject = models.CharField(max_length=20, choices=Subject)
    number = models.CharField(max_length=64)
    first_body_id = models.UUIDField(db_index=True)
    demand = models.TextField()
    touches = models.TextField(blank=True)
    late_reasons = models.TextField(blank=True)
    may_complain_until = models.DateField(null=True, blank=True)  # known with the decision
    restored_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="complaint_says_what_is_wrong", condition=~Q(demand="")),
            models.CheckConstraint(
                name="complaint_of_a_third_party_says_how_it_is_touched",
                condition=Q(standing=Standing.APPLICANT) | ~Q(touches=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Explanation(models.Model):
    """A question of the higher body to the one whose decision is complained about, and its answer."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="explanations")
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer_by = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="explanation_has_words_and_a_person_when_given",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="explanation_is_given_after_it_was_asked_for",
                condition=Q(answered_at=None) | Q(answered_at__gte=F("asked_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id} {self.asked_at:%Y-%m-%d}"


class Ruling(models.Model):
    """How a complaint ended, but for its withdrawal: left without consideration, or a result."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    result = models.CharField(max_length=20, choices=RULED, db_index=True)
    ground_code = models.CharField(max_length=60, blank=True)
    legal_source = models.CharField(max_length=300)
    text = models.TextField()
    document_id = models.UUIDField()
    decided_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ruling_has_a_legal_source_and_reasons",
                condition=~Q(legal_source="") & ~Q(text=""),
            ),
            models.CheckConstraint(
                name="ruling_not_to_consider_has_a_ground",
                condition=~Q(result=Status.NOT_CONSIDERED) | ~Q(ground_code=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.result}"


class Obligation(models.Model):
    """After a ruling the body complained about owes a decision. The next decision in that case ends it.

    Without a day of its own it runs with the term of the case, which is considered anew.
    """

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="obligation_ends_after_it_was_made",
                condition=Q(ended_at=None) | Q(ended_at__gt=F("made_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_on}"
