"""How a register is called where its service is named."""

from ratusha.exchange.public import services
from ratusha.kernel.texts import Said, in_my_language


def register_name(service: str) -> Said | None:
    """The register behind an exchange service; none where the body has to ask around."""
    known = services().get(service)
    return in_my_language(known.source) if known else None
