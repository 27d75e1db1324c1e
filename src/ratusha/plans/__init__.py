"""Plans: what a body will reach in a year and what it has reached, signed by two people and judged by the ministry.

Words: a *paper* is a plan or a report of one body for one year; its day is a duty (`obligations`). What is accepted is
frozen: it changes only by an annex, and nothing else ever writes an accepted row.
"""
