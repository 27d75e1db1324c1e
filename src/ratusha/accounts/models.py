from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from uuid_utils.compat import uuid7


class UserManager(BaseUserManager["User"]):
    pass


class User(AbstractBaseUser):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login = models.CharField(max_length=64, unique=True)
    party_id = models.UUIDField(null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    USERNAME_FIELD = "login"

    def __str__(self) -> str:
        return str(self.pk)
