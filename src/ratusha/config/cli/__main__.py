"""`python -m ratusha.config.cli` is the `ratusha` command."""

from . import main

main()
