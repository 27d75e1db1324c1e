"""Territories assigned to organisations by an act: who answers for which duty, where, from which day."""
