"""Audit: who did what to which object when, in the same transaction as the act.

Entries are evidence: added, never changed; the database itself refuses anything else. Rules never read them.
"""
