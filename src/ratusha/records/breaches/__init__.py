"""Breaches of personal data: the register of a body, the notice to the authority within its term, the people told."""
