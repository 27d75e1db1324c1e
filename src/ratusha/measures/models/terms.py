from django.conf import settings
from django.db import models
from django.db.models import Q

from ratusha.measures.terms_rules import Rights, Secrecy, is_public

from .contract import Contract


class ContractTerms(models.Model):
    """What the contract says beside price and days; the last row holds. Added and never changed."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="terms")
    contractor = models.CharField(max_length=300)
    contractor_number = models.CharField(max_length=20, blank=True, help_text="of the payer")
    vat = models.DecimalField(max_digits=5, decimal_places=2, help_text="per cent in the price")
    penalties = models.TextField()
    rights = models.CharField(max_length=10, choices=Rights)
    rights_terms = models.TextField(blank=True)
    warranty_months = models.PositiveSmallIntegerField()
    availability = models.DecimalField(
        max_digits=6, decimal_places=3, null=True, blank=True, help_text="promised, per cent"
    )
    service = models.TextField()
    exit_terms = models.TextField()
    secrecy = models.CharField(max_length=10, choices=Secrecy)
    confidential = models.TextField(blank=True)
    criteria = models.JSONField(
        default=dict, help_text="by what stages still to be handed over are accepted, by number"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="contract_that_gives_a_licence_says_which",
                condition=~Q(rights=Rights.LICENCE) | ~Q(rights_terms=""),
            ),
            models.CheckConstraint(
                name="contract_that_is_confidential_says_what",
                condition=Q(secrecy=Secrecy.OPEN) | ~Q(confidential=""),
            ),
            models.CheckConstraint(
                name="contract_has_shares_of_a_hundred",
                condition=Q(vat__gte=0, vat__lte=100)
                & (Q(availability=None) | Q(availability__gte=0, availability__lte=100)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.contractor}"

    def is_open(self) -> bool:
        return self.secrecy == Secrecy.OPEN

    def shows(self, name: str, *, inside: bool) -> bool:
        return inside or is_public(name, self.secrecy)
