"""Software of systems: items, where they are used, what can replace them and when."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.systems.software.bills import Part
from ratusha.systems.software.rules import MOST_CRITICAL, Layer, Origin, Software

from .register import System


class SoftwareItem(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=300)
    version = models.CharField(max_length=300, blank=True)
    vendor = models.CharField(max_length=300, blank=True)
    vendor_group = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.UNKNOWN)
    layer = models.CharField(max_length=12, choices=Layer, default=Layer.LIBRARY)
    registry_number = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=300, blank=True)
    licences = models.PositiveIntegerField(null=True, blank=True)
    licences_end_on = models.DateField(null=True, blank=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    criticality = models.PositiveSmallIntegerField(default=1)
    support_ends_on = models.DateField(null=True, blank=True)
    purl = models.CharField(max_length=300, blank=True)
    cpe = models.CharField(max_length=300, blank=True)
    bought_on = models.DateField(null=True, blank=True)
    exemption = models.CharField(max_length=300, blank=True)
    mirror = models.CharField(max_length=300, blank=True)
    bus_factor = models.PositiveSmallIntegerField(null=True, blank=True)
    sample = models.BooleanField(default=False)
    described_at = models.DateTimeField(null=True, blank=True)
    described_by = models.ForeignKey(  # null: as a list or a bill brought it in
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["name", "version"]
        constraints = [
            models.CheckConstraint(name="software_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="software_is_as_critical_as_can_be",
                condition=Q(criticality__gte=1, criticality__lte=MOST_CRITICAL),
            ),
            models.CheckConstraint(
                name="software_costs_nothing_or_more",
                condition=Q(cost=None) | Q(cost__gte=Decimal(0)),
            ),
            models.UniqueConstraint(
                fields=["purl"], condition=~Q(purl=""), name="package_is_one_software"
            ),
            models.UniqueConstraint(
                fields=["name", "version", "vendor"], name="software_is_entered_once"
            ),
            models.CheckConstraint(
                name="software_is_described_by_somebody_on_a_day",
                condition=Q(described_at=None, described_by=None)
                | Q(described_at__isnull=False, described_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()

    @property
    def as_part(self) -> Part:
        return Part(self.name, self.version, self.vendor, self.purl, self.cpe, self.licence)

    def as_rules_see_it(self, *, used_by: int = 0) -> Software:
        wave = min((one.on for one in self.replacements.all() if not one.done_on), default=None)
        return Software(
            self.name, self.vendor, self.vendor_group, self.origin, self.layer, self.licence, self.cost,
            self.criticality, self.support_ends_on, self.bought_on, self.exemption, self.mirror, self.bus_factor,
            used_by, wave,
        )  # fmt: skip


class SoftwareUse(models.Model):
    """A system consists of it, among other things."""

    system = models.ForeignKey(System, models.PROTECT, related_name="software")
    item = models.ForeignKey(SoftwareItem, models.PROTECT, related_name="uses")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "item"],
                condition=Q(until=None),
                name="software_is_used_once_in_a_system",
            ),
            models.CheckConstraint(
                name="use_ends_after_it_began", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.system_id} {self.item_id}"


class Substitute(models.Model):
    """What could take its place, how well it fits, and how one knows."""

    item = models.ForeignKey(SoftwareItem, models.PROTECT, related_name="substitutes")
    by = models.ForeignKey(SoftwareItem, models.PROTECT, related_name="+")
    fit = models.PositiveSmallIntegerField()
    evidence = models.TextField()

    class Meta:
        ordering = ["-fit"]
        constraints = [
            models.UniqueConstraint(fields=["item", "by"], name="substitute_is_named_once"),
            models.CheckConstraint(name="substitute_is_another_thing", condition=~Q(item=F("by"))),
            models.CheckConstraint(
                name="substitute_fits_up_to_a_hundred", condition=Q(fit__lte=100)
            ),
            models.CheckConstraint(name="substitute_has_evidence", condition=~Q(evidence="")),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.by_id}"


class Replacement(models.Model):
    """The plan: in which wave, until when, under which measure; and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(SoftwareItem, models.PROTECT, related_name="replacements")
    substitute = models.ForeignKey(SoftwareItem, models.PROTECT, related_name="+")
    wave = models.PositiveSmallIntegerField()
    on = models.DateField()
    measure = models.CharField(max_length=60, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["wave", "on"]
        constraints = [
            models.CheckConstraint(
                name="replacement_done_has_a_result",
                condition=Q(done_on=None, result="") | (Q(done_on__isnull=False) & ~Q(result="")),
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(done_on=None), name="software_has_one_open_plan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wave} {self.on}"


class BillTaken(models.Model):
    """A bill of materials or an inventory that was taken in: which file, for which system, what came of it."""

    system = models.ForeignKey(System, models.PROTECT, related_name="bills")
    form = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    parts = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    gone = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.form} {self.sha256[:8]}"
