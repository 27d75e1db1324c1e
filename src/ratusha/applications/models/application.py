from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User


class DraftQuerySet(models.QuerySet["Draft"]):
    def mine(self, user: User) -> "DraftQuerySet":
        """Typed by this person. Whether the mandate still reaches so far: `may_go_on`."""
        return self.filter(user=user, lodged_as=None)

    def with_edition(self) -> "DraftQuerySet":
        """Without the text of its definition: `promise` knows most of them."""
        return self.select_related("edition__procedure").defer("edition__definition")


class Draft(models.Model):
    """What a person has typed so far; every page is kept as it is sent, right or wrong.

    `answers` holds what passed its page's checks, `typed` the last words of a page that did not, `facts` what the
    registers said and when. A lodged draft stays as the receipt that it was lodged, without its contents.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    edition = models.ForeignKey("procedures.Edition", models.PROTECT, related_name="+")
    applicant_id = models.UUIDField()
    language = models.CharField(max_length=2)
    channel = models.CharField(max_length=20, default="portal")
    at_body = models.UUIDField(
        null=True, blank=True
    )  # whose official fills it in for the applicant
    answers = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    done = models.JSONField(default=list)
    met_silence = models.BooleanField(default=False, help_text="a register did not answer")
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    lodged_as = models.ForeignKey(
        "cases.Case", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "edition", "applicant_id"],
                condition=Q(lodged_as=None),
                name="draft_is_one_for_each_applicant_and_edition",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def with_edition(self) -> "ApplicationQuerySet":
        """Without the text of its definition: `promise` knows most of them."""
        return self.select_related("edition__procedure").defer("edition__definition")


class Application(models.Model):
    """What only a case under Law 433-Z has."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    edition = models.ForeignKey("procedures.Edition", models.PROTECT, related_name="+")
    answers = models.JSONField()
    facts = models.JSONField()
    owed_since = models.DateTimeField(null=True, blank=True)
    pay_until = models.DateField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)
