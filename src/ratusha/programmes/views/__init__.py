"""Pages of programmes: for everybody, and inside government by permission."""
