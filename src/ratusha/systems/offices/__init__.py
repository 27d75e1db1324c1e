"""Offices of digitalisation: who can do what, until when a certificate holds, what is missing, what was learnt."""
