"""The kernel: errors, events, calendar, terms, money, identifiers, references, texts, the pack.

It holds only what has no owner, imports nothing of ours, and knows no country: what is Belarus is in the pack.
"""
