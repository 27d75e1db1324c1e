"""Pages of measures: at the desk of everybody who has a part in them, and what everybody may read."""
