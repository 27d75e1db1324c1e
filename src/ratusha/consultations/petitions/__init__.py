"""Petitions: so many signatures in a territory, and the body is obliged to answer within a term."""
