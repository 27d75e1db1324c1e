"""Which seal this platform uses, and which public keys it trusts."""

from pathlib import Path

from django.conf import settings

from .seal import KeyFileSealer, Keys, Sealer

_sealers: dict[Path, Sealer] = {}
_plugged: list[Sealer] = []


def folder() -> Path:
    return Path(settings.DATA) / "keys"


def plug_sealer(sealer: Sealer) -> None:
    """The composition root may give another sealer; the key file is for those who have none."""
    _plugged[:] = [sealer]


def sealer() -> Sealer:
    if _plugged:
        return _plugged[0]
    home = folder()
    if home not in _sealers:
        _sealers[home] = KeyFileSealer(home)
    return _sealers[home]


def trusted_keys() -> Keys:
    sealer()
    return Keys.in_folder(folder())
