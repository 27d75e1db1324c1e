from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """19 MiB, two passes, one lane (OWASP's figures): Django's 100 MiB would let ten sign-ins fill a small machine."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
