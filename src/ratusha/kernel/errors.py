"""The ways the domain says no. Views, commands and tasks turn them into words; nothing else catches them."""


class DomainError(Exception):
    """`code` is for programs and tests and never changes; `message` is for people."""

    def __init__(self, code: str, message: str, *, field: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.field = field


class RuleBroken(DomainError):
    """The law or the procedure does not allow this step now."""


class NotPermitted(DomainError):
    """This person may not take this step."""


class Conflict(DomainError):
    """Somebody else was faster: the thing has changed since it was read."""


class RegisterUnavailable(DomainError):
    """A source of truth does not answer now: keep what the person gave, say so honestly, ask again later."""
