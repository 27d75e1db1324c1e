from django.db import models


class HeldWords(models.Model):
    """A page sent after the visit had ended, sealed, for the two hours in which its writer may come back."""

    key = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key[:8]
