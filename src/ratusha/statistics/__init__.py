"""Statistics: what is counted from the live tables. Aggregates only, each with its formula and coverage."""
