"""The country pack: the folder of data that makes the state this state and not another."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

PACKS = Path(__file__).resolve().parent.parent / "packs"


@dataclass(frozen=True)
class Pack:
    folder: Path

    def file(self, name: str) -> Path:
        return self.folder / name

    def yaml(self, name: str) -> Any:
        """Plain Python values of one YAML file; not cached."""
        return YAML(typ="safe").load(self.file(name))

    @property
    def about(self) -> dict[str, Any]:
        return _about(self.folder)


@cache
def _about(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = YAML(typ="safe").load(folder / "pack.yaml")
    return about


@cache
def pack() -> Pack:
    """The pack named by RATUSHA_PACK (a folder or the name of one we ship); else the only one we ship."""
    named = os.environ.get("RATUSHA_PACK", "")
    if named:
        folder = Path(named) if "/" in named else PACKS / named
    else:
        folder = next(f for f in sorted(PACKS.iterdir()) if (f / "pack.yaml").exists())
    return Pack(folder)
