from uuid import UUID

from django.contrib.auth.backends import BaseBackend

from .models import User


class Accounts(BaseBackend):
    """Finds the person of a session; a closed account is nobody."""

    def get_user(self, user_id: UUID | str) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()
