"""The number of a caller, for one purpose and not for long."""

from django.db import models

from ratusha.kernel.protection import seal, unseal

from .issue import Reporter

CONTEXT = "issues.telephone"


class Telephone(models.Model):
    """The number of somebody who has called and agreed to be called back. Sealed; goes when the survey is over."""

    reporter = models.OneToOneField(
        Reporter, models.PROTECT, primary_key=True, related_name="telephone"
    )
    sealed = models.BinaryField()
    agreed_at = models.DateTimeField(help_text="when the caller agreed, aloud")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def number(self) -> str:
        return unseal(self.sealed, context=CONTEXT)

    @staticmethod
    def sealed_number(number: str) -> bytes:
        return seal(number, context=CONTEXT)
