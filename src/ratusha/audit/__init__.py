"""Audit: who did what to which object when, written in the same transaction as the act.

An entry is evidence, not a log: it is added and never changed, by nobody. It holds ids and codes, never personal data.
"""
