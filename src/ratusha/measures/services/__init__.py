"""The acts on measures and pilots, a file for each part of their way. Each is one transaction."""
