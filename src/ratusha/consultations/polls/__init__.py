"""Polls with a secret ballot that everybody can check. Why so: ADR 31, "A ballot that nobody can link to a person"."""
