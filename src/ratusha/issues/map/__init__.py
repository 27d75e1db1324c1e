"""The public map: what it knows, its tiles, its page, and statistics. It reads `Shown` and `Cell` alone."""
