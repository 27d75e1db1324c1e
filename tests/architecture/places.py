"""Where things are in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "ratusha"
DOCS = ROOT / "docs"
MODULES = sorted(f.parent.name for f in SOURCE.glob("*/__init__.py"))
