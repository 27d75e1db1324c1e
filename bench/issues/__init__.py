"""Issues: `python -m bench.issues [WHAT]`, on a PostgreSQL of its own that waits for the disk and is thrown away.

`import` brings the open file of 115 in (or an invented one of as many rows); `routing` asks whose a point is;
`lifecycle` reports, gives, mends and finds again, in an empty state and in one with a million issues; `lodging` reports
over several connections; `open311` asks for the list of Open311 among up to a million; `map` pans over the file and
over copies of its rows, up to a million. Beside each stands the bare cost: the same rows, the same questions, or an
empty one, by the database alone.
"""
