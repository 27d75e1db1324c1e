from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class PassportDraft(models.Model):
    """The passport as it is being written: block by block, saved and resumed."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class PassportVersion(models.Model):
    """A passport as it was submitted, with what the rules said of it. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=40)
    answers = models.JSONField()
    warnings = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="passport_version_has_its_own_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class Remark(models.Model):
    """What an expert says at one field of a version."""

    version = models.ForeignKey(PassportVersion, models.PROTECT, related_name="remarks")
    block = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    ground = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="remark_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.block}.{self.field}"


class Opinion(models.Model):
    """What the experts concluded of a version: positive, negative, or returned. Added and never changed."""

    class Result(models.TextChoices):
        POSITIVE = "positive", pgettext_lazy("opinion", "Positive")
        NEGATIVE = "negative", pgettext_lazy("opinion", "Negative")
        RETURNED = "returned", pgettext_lazy("opinion", "Returned for rework")

    version = models.OneToOneField(PassportVersion, models.PROTECT, related_name="opinion")
    organisation_id = models.UUIDField()
    result = models.CharField(max_length=20, choices=Result)
    ground = models.CharField(max_length=40, blank=True)
    legal_source = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="opinion_that_is_not_positive_has_ground_and_source",
                condition=Q(result="positive") | (~Q(ground="") & ~Q(legal_source="")),
            ),
            models.CheckConstraint(name="opinion_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.result}"
