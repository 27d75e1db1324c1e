"""Where a duty of this room is carried out."""

from django.urls import reverse

from ratusha.obligations.public import Obligation

from .models import Paper


def address_of(obligation: Obligation) -> str:
    paper = Paper.objects.filter(obligation=obligation).only("pk").first()
    return reverse("plans:paper", args=[paper.pk]) if paper else reverse("plans:plans")
