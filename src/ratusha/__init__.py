"""Ratusha: a digital state in one package."""
