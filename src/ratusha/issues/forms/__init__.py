"""What is asked of reporters, dispatchers and organisations: the shape of the answers, never the law."""
