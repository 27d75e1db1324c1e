"""The pages: what everybody reads, one’s own rating, the desk, data."""
