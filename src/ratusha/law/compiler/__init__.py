"""The law compiler: a row of an official table becomes a definition that a person only has to check.

Each phrase is parsed by a grammar and said again from the structure; what cannot be said again in the same words is
kept as it is written and flagged. Never guess: no statistics, no fact without its phrase and its place.
"""
