"""Scenarios derived from a definition, and lived through with the very acts of the law in a sandbox that is undone."""
