"""`python -m ratusha` is the `ratusha` command."""

from ratusha.config.cli import main

main()
