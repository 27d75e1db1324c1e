"""Obligations: the dated duties of bodies, their reminders, and who is late.

The rules are data of the pack; other modules declare duties of their own through `public`. Late is late for ever:
nobody takes `Obligation.late_since` back, and the database refuses it too.
"""
