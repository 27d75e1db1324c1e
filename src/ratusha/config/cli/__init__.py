"""The `ratusha` command."""

import click


@click.group()
def main() -> None:
    """Ratusha: a digital state in one package."""
