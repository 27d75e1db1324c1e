"""Search that a tired person can use: what was typed is read, mended and matched to what the law calls it.

A query is read (`reading`) with the words of the country pack (`wordbook`) and of the catalogue (`vocabulary`),
PostgreSQL finds candidates over lemmas (`index`, `query`), and the best are put in order (`ranking`).
Nothing a person types may raise an error here.
"""
