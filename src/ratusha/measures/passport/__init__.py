"""The technical passport: its definition from the pack, what is wrong with one, what changed between two, its files."""
