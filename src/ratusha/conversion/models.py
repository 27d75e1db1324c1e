"""Cards of reengineering and what was agreed on them: added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

RETENTION = {
    "Card": (None, "how a procedure was made lighter; names no person but officials"),
    "Agreement": (None, "who agreed, and when"),
    "Work": (
        None,
        "what a working group, developers and testers have done; names no person but officials",
    ),
}
USER = settings.AUTH_USER_MODEL


class Stage(TextChoices):
    DRAFT = "draft", _("being drawn")
    AGREEING = "agreeing", _("sent to be agreed")
    AGREED = "agreed", _("agreed by all")
    DISAGREED = "disagreed", _("not agreed, draw it anew")
    SETTLED = "settled", _("settled by the working group")
    RETURNED = "returned", _("sent back by the working group, draw it anew")
    DEVELOPED = "developed", _("developed, to be tested")
    TESTED = "tested", _("tested, may be switched on")
    SWITCHED_ON = "switched_on", _("switched on")
    FELL_BACK = "fell_back", _("fallen back: red for two quarters")


class Variant(TextChoices):
    ABOLISH = "abolish", _("abolish the procedure")
    MERGE = "merge", _("merge it with another")
    SHORTEN = "shorten", _("shorten the way")
    NOTIFY = "notify", _("notify instead of asking for leave")
    PROACTIVE = "proactive", _("let the state begin it")


class Side(TextChoices):
    REGULATOR = "regulator", _("the regulator")
    CONCERNED = "concerned", _("the ministry concerned")


class WorkKind(TextChoices):
    GROUP = "group", _("interagency working group")
    DEVELOPMENT = "development", _("development")
    TEST = "test", _("test")


class Card(models.Model):
    """One version of the way of one procedure: as it is, as it is to be. A new drawing is a new card."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    body_id = models.UUIDField()
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.DRAFT)
    variant = models.CharField(max_length=10, choices=Variant.choices)
    as_is = models.JSONField()
    to_be = models.JSONField()
    acts = models.TextField(blank=True)  # which acts have to change
    told_volume = models.PositiveIntegerField(null=True, help_text="a year, not lodged here")
    told_complaints = models.PositiveIntegerField(null=True, help_text="a year, not lodged here")
    told_cost = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, help_text="of one case, for the body"
    )
    told_source = models.CharField(max_length=300, blank=True)
    drawn_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    agree_by = models.DateField(null=True)
    switched_on_at = models.DateTimeField(null=True)
    act = models.CharField(max_length=300, blank=True, help_text="which act has made it so")
    fell_back_on = models.DateField(null=True)
    rated = models.JSONField(default=list, help_text="the quarters for which it fell back")

    class Meta:
        ordering = ["procedure", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "number"], name="card_number_is_used_once_a_procedure"
            ),
            models.CheckConstraint(
                name="card_is_sent_with_a_day_to_agree_by",
                condition=Q(stage=Stage.DRAFT, sent_at=None, agree_by=None)
                | ~Q(stage=Stage.DRAFT) & Q(sent_at__isnull=False, agree_by__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_told_of_the_way_as_it_is_has_a_source",
                condition=Q(told_volume=None, told_complaints=None, told_cost=None)
                | ~Q(told_source=""),
            ),
            models.CheckConstraint(
                name="case_costs_nothing_or_more",
                condition=Q(told_cost=None) | Q(told_cost__gte=0),
            ),
            models.CheckConstraint(
                name="card_fell_back_on_a_day_after_it_was_switched_on",
                condition=~Q(stage=Stage.FELL_BACK)
                | Q(fell_back_on__isnull=False, switched_on_at__isnull=False) & ~Q(rated=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.number}"


class Agreement(models.Model):
    """One side's word on a card."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="agreements")
    side = models.CharField(max_length=10, choices=Side.choices)
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["card", "side"], name="side_speaks_once_on_a_card"),
            models.CheckConstraint(
                name="disagreement_says_why", condition=Q(agrees=True) | ~Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.card} {self.side}"


class Work(models.Model):
    """A step between the agreement and switching on: who, when, and what came of it."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="works")
    kind = models.CharField(max_length=12, choices=WorkKind.choices)
    on = models.DateField()
    who = models.CharField(max_length=300)
    result = models.TextField()
    goes_on = models.BooleanField()  # False: sent back by the group, or the test was not passed
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="work_says_who_did_it_and_what_came_of_it",
                condition=~Q(who="") & ~Q(result=""),
            ),
            models.CheckConstraint(
                name="work_of_development_always_goes_on",
                condition=~Q(kind=WorkKind.DEVELOPMENT) | Q(goes_on=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.card} {self.kind}"
